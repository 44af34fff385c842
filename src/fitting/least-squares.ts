/**
 * The coefficients w that make Σ weight·(y − Xw)² least, for rows X of as many columns as there are coefficients: by
 * Householder reflections, which keep twice the digits that normal equations would.
 * Errors: fewer rows than columns, or columns that depend on one another.
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[], weights?: readonly number[]): number[] {
  const columns = rows[0]?.length ?? 0;
  if (rows.length < columns || columns === 0) throw new RangeError(`${columns} coefficients need at least as many rows: ${rows.length}`);
  const scale = (i: number) => Math.sqrt(weights?.[i] ?? 1);
  const work = rows.map((row, i) => [...row, y[i]!].map((value) => value * scale(i)));
  for (let k = 0; k < columns; k++) reflect(work, k);
  return substitute(work, columns);
}

/** Turns column k into zeros below its diagonal, and whatever stands right of it accordingly. */
function reflect(work: number[][], k: number): void {
  const below = work.slice(k).map((row) => row[k]!);
  const length = Math.hypot(...below);
  const pivot = below[0]! > 0 ? -length : length;
  const axis = [below[0]! - pivot, ...below.slice(1)];
  const square = axis.reduce((sum, value) => sum + value * value, 0);
  if (square === 0) return;
  for (let j = k; j < work[0]!.length; j++) {
    const along = (2 * axis.reduce((sum, value, i) => sum + value * work[k + i]![j]!, 0)) / square;
    axis.forEach((value, i) => (work[k + i]![j]! -= along * value));
  }
}

function substitute(work: readonly (readonly number[])[], columns: number): number[] {
  const w = new Array<number>(columns).fill(0);
  const largest = Math.max(...work.slice(0, columns).map((row, k) => Math.abs(row[k]!)));
  for (let k = columns - 1; k >= 0; k--) {
    const rest = w.reduce((sum, value, j) => (j > k ? sum + work[k]![j]! * value : sum), 0);
    if (!(Math.abs(work[k]![k]!) > 1e-13 * largest)) throw new RangeError(`column ${k} depends on the others`);
    w[k] = (work[k]![columns]! - rest) / work[k]![k]!;
  }
  return w;
}
