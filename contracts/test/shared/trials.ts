/**
 * How often fast-check tries a property, and from which seed. The same stories each time, so that a change is what makes a test fail;
 * who looks for new ones sets QTI_SEED, and QTI_TRIALS to try so many times more.
 */
export function trials(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: numRuns * Number(process.env.QTI_TRIALS ?? 1),
    seed: Number(process.env.QTI_SEED ?? 1),
  };
}
