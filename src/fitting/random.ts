/** A source of random numbers that a seed determines. */
export interface Random {
  /** at least 0 and below 1 */
  uniform(): number;
  /** of mean 0 and variance 1 */
  normal(): number;
  /** an integer from 0 to below `count` */
  index(count: number): number;
}

/**
 * Random numbers by xoshiro128** (Blackman & Vigna 2018), whose state is filled from the seed by splitmix32. The same seed
 * gives the same numbers everywhere; normal ones by the polar method of Marsaglia.
 */
export function seeded(seed: number): Random {
  const next = xoshiro128(seed);
  const uniform = () => (next() >>> 5) * 2 ** -27 + (next() >>> 6) * 2 ** -53;
  const normal = (): number => {
    for (;;) {
      const [u, v] = [2 * uniform() - 1, 2 * uniform() - 1];
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
    }
  };
  return { uniform, normal, index: (count) => Math.floor(uniform() * count) };
}

function xoshiro128(seed: number): () => number {
  const state = splitmix32(seed);
  let [a, b, c, d] = [state(), state(), state(), state()];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotated(d, 11);
    return result;
  };
}

function rotated(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return (twice ^ (twice >>> 15)) >>> 0;
  };
}
