import { positive } from "../domain.ts";
import { type Constants, table2 } from "./tables.ts";

/**
 * L(N, D) = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D: the early-stopped loss of N parameters on D tokens of data. It tends to
 * L(N) as D grows and to L(D) as N does. Kaplan et al. 2020, Equations 1.5 and 4.1.
 */
export function lossOfSizeAndData(N: number, D: number, { alphaN, Nc, alphaD, Dc }: Constants<"alphaN" | "Nc" | "alphaD" | "Dc"> = table2): number {
  return ((Nc / positive("parameters", N)) ** (alphaN / alphaD) + Dc / positive("tokens", D)) ** alphaD;
}
