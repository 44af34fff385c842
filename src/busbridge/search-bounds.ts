/** The bounds between which N_T, D_S and D_T are searched: Busbridge et al. 2025, Appendix D.4.1. */
export const searchBounds = { from: 1e6, to: 1e17 } as const;
