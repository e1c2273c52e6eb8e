/** Days from one statement to the next. */
export const CYCLE = 30;
/** Days from a statement to the time at which what was due by it is marked down altogether. */
export const OVER = 225;

export const dollars = (amount: number) => BigInt(Math.round(amount * 1e6));
export const inDollars = (units: bigint) => Number(units) / 1e6;
