/** Rows of Table 2 of Krajewski et al. 2024: 64 × active parameters, tokens, granularity, FLOP, loss; and of Tables 6 and 9, the 10th and 90th percentiles. */
export const table2 = [
  { active: 1e8, D: 4.37e9, G: 8, C: 2.95e18, loss: 3.133, percentiles: { D: [2.97e9, 5.98e9], G: [8, 8], D16: [10.29e9, 17.73e9], G16: [8, 16] } },
  { active: 1e9, D: 28.94e9, G: 16, C: 1.93e20, loss: 2.491, percentiles: { D: [21.17e9, 40.73e9], G: [16, 16], D16: [53.74e9, 103.54e9], G16: [16, 32] } },
  { active: 3e9, D: 72.9e9, G: 16, C: 1.41e21, loss: 2.245, percentiles: { D: [50.2e9, 105.88e9], G: [16, 32], D16: [106.22e9, 261.04e9], G16: [16, 32] } },
  { active: 7e9, D: 137.6e9, G: 32, C: 6.46e21, loss: 2.076, percentiles: { D: [101.06e9, 205.4e9], G: [32, 32], D16: [177.65e9, 511.43e9], G16: [16, 32] } },
  { active: 70e9, D: 941.07e9, G: 32, C: 4.16e23, loss: 1.694, percentiles: { D: [638.49e9, 1.59e12], G: [32, 64], D16: [721.6e9, 3.22e12], G16: [32, 64] } },
  { active: 300e9, D: 2.96e12, G: 64, C: 5.69e24, loss: 1.503, percentiles: { D: [1.99e12, 5.62e12], G: [64, 64], D16: [1.73e12, 10.69e12], G16: [32, 64] } },
  { active: 1e12, D: 7.94e12, G: 64, C: 4.97e25, loss: 1.367, percentiles: { D: [5.29e12, 16.87e12], G: [64, 64], D16: [3.6e12, 28.22e12], G16: [32, 128] } },
] as const;
