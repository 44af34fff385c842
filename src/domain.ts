/** The value itself if it is above zero (infinity is), else a RangeError such as `parameters must be positive: -1`. */
export function positive(name: string, value: number): number {
  if (value > 0) return value;
  throw new RangeError(`${name} must be positive: ${value}`);
}

/** The value itself if it is zero or above, else a RangeError such as `chips must not be negative: -1`. */
export function notNegative(name: string, value: number): number {
  if (value >= 0) return value;
  throw new RangeError(`${name} must not be negative: ${value}`);
}

/** The value itself if it is above zero and at most one, else a RangeError such as `mfu must be above 0 and at most 1: 1.2`. */
export function fraction(name: string, value: number): number {
  if (value > 0 && value <= 1) return value;
  throw new RangeError(`${name} must be above 0 and at most 1: ${value}`);
}
