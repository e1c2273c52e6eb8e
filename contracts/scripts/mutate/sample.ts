/** `size` of the items in their order, always the same for a seed. */
export function sample<T>(items: readonly T[], size: number, seed: number): T[] {
  const random = generator(seed);
  const ranked = items.map((item, index) => ({ item, index, rank: random() }));
  const chosen = ranked.sort((a, b) => a.rank - b.rank).slice(0, size);
  return chosen.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** Mulberry32: 32 bits of state, good enough to choose. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return (x ^ (x >>> 14)) >>> 0;
  };
}
