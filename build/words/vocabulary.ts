/** The names of the words, for weave and for the error of a chapter that declares one itself. */
export const vocabulary = [
  "assume", "check", "notComputable", "figure", "table", "cite", "show", "literal", "runs", "fixed", "printed", "within", "about", "exactly", "order",
] as const;
