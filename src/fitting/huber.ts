/** The Huber loss of a residual: r²/2 up to δ, and from there on straight, δ(|r| − δ/2). Huber 1964. */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? (residual * residual) / 2 : delta * (size - delta / 2);
}

/** Its derivative: the residual, held between −δ and δ. */
export function huberSlope(residual: number, delta: number): number {
  return residual > delta ? delta : residual < -delta ? -delta : residual;
}
