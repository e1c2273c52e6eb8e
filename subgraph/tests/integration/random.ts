/** Random choices that are the same in every run with the same seed. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** A bigint from 0 to `below` - 1, of 32 random bits. */
  part(below: bigint): bigint;
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  word(): `0x${string}`;
}

/** Mulberry32: small, and good enough to shuffle traffic. See https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function randomOf(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    below,
    part: (limit) => (limit * BigInt(next())) >> 32n,
    chance: (percent) => below(100) < percent,
    pick: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new RangeError("Nothing to pick from.");
      return chosen;
    },
    word: () => `0x${Array.from({ length: 8 }, () => next().toString(16).padStart(8, "0")).join("")}`,
  };
}
