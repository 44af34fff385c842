import { positive } from "../domain.ts";
import { dense } from "./tables.ts";

/** L(N) = (N_c/N)^α_N: nats per token of a dense model of N parameters after 130e9 tokens. Clark et al. 2022, beside Table 3. */
export function denseLoss(N: number, { Nc, alphaN }: { readonly Nc: number; readonly alphaN: number } = dense): number {
  return (Nc / positive("parameters", N)) ** alphaN;
}
