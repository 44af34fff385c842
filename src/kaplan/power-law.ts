import { positive } from "../domain.ts";

/** (scale/x)^alpha: the form of all of Kaplan's trends with one variable. Where x is `scale`, it is 1. */
export function powerLaw(scale: number, alpha: number, x: number): number {
  return (scale / x) ** alpha;
}

/** The x at which (scale/x)^alpha is `loss`. */
export function inversePowerLaw(scale: number, alpha: number, loss: number): number {
  return scale * positive("loss", loss) ** (-1 / alpha);
}
