/** The value that this part of all of them does not exceed; `sorted` is in ascending order. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
}
