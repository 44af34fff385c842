import type { Published } from "../published.ts";

/**
 * What Hoffmann et al. take for the compute of Gopher, and so for that of Chinchilla, in FLOP. 6ND of Gopher is 5.04e23
 * and of Chinchilla 5.88e23; the count of Appendix F gives 4.75e23 and 5.68e23, and that Appendix also says 6.3e23.
 */
export const gopherBudget = {
  C: 5.76e23, source: "Hoffmann et al. 2022", where: "Figure 2, Table 3", confidence: "read in source",
} as const satisfies Published & { C: number };
