/** What one test did when one constant was moved one way. */
export interface Finding {
  readonly id: string;
  readonly direction: 1 | -1;
  /** "states it": the test failed, but only because it states the constant's own value */
  readonly how: "killed" | "states it" | "unnoticed";
  /** file and title of the test */
  readonly test: string;
}
