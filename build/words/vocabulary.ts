/** The names of the words, for weave and for the error of a chapter that declares one itself. */
export const vocabulary = [
  "assume", "check", "notComputable", "figure", "sensitivity", "table", "cite", "show", "literal", "runs", "fixed", "printed", "within", "about", "exactly", "order", "significant", "absolute",
] as const;
