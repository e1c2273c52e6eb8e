/** Numbers that look random and are the same for a seed (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** From 0 to below 1. */
    next,
    chance: (probability: number) => next() < probability,
    upTo: (most: bigint) => (most * BigInt(Math.floor(next() * 1_000_001))) / 1_000_000n,
    of: <T>(all: readonly T[]): T => {
      const picked = all[Math.floor(next() * all.length)];
      if (picked === undefined) throw new RangeError("Nothing to pick from.");
      return picked;
    },
  };
}
