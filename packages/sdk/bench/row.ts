/** One figure; `bar` is what it has to be at most or at least, where something was promised. */
export type BenchRow = {
  name: string;
  value: number;
  unit: string;
  bar?: number;
  better: "lower" | "higher";
};
