/** 10¹⁵ FLOP per second for a day, Kaplan's unit of compute: 8.64e19 FLOP (Section 1.3). */
export const pfDay = 8.64e19;
