/** One measured figure, as `npm run bench` prints it. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  bar?: number;
  better: "lower" | "higher";
}
