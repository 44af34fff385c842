/** A number that nothing computes, as its source words it, and why it is typed. */
export interface Literal {
  readonly kind: "literal";
  readonly text: string;
  readonly reason: string;
  toString(): string;
}

/** `literal("128k", "the talk's round number")`: what is derived is computed, so a typed number says why it is not. */
export function literal(text: string, reason: string): Literal {
  if (typeof text !== "string" || !text.trim()) throw new Error(`literal wants the text that is shown: literal("128k", "the talk's round number")`);
  if (typeof reason !== "string" || !reason.trim()) throw new Error(`the literal ${text} wants a reason: why is it not computed?`);
  return { kind: "literal", text, reason, toString: () => text };
}
