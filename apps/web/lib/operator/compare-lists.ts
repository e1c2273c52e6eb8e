import type { CampaignLeaf } from "@qti/sdk/rewards/campaigns";
import type { Address } from "viem";

/** What a new list gives one account, beside what the list before gave it. QTI units. */
export type ListLine = { account: Address; before: bigint; after: bigint };

/** A new list, seen against the one that counts. QTI units. */
export type ListComparison = {
  /** Everybody of either list, whom the new one gives most first. */
  lines: readonly ListLine[];
  /** Accounts that the new list names. */
  people: number;
  /** What it gives in all. */
  total: bigint;
  /** What it gives beyond the list before, to those whose part grows. */
  added: bigint;
  /** Accounts that the list before did not name. */
  newcomers: number;
  /** Accounts whose part grows, newcomers not among them. */
  rising: number;
  /** Those to whom less was left than the list before promised them. */
  falling: readonly ListLine[];
  largest: bigint;
  smallest: bigint;
};

/** Lays a new list beside the one before it. A list says what everybody gets in all, so what falls is taken from somebody. */
export function compareLists(
  previous: readonly CampaignLeaf[],
  next: readonly CampaignLeaf[],
): ListComparison {
  const before = new Map(previous.map(({ account, cumulative }) => [account, cumulative]));
  const named = new Set(next.map(({ account }) => account));
  const gone = previous.filter(({ account }) => !named.has(account));
  const lines: ListLine[] = [
    ...next.map(({ account, cumulative }) => ({
      account,
      before: before.get(account) ?? 0n,
      after: cumulative,
    })),
    ...gone.map(({ account, cumulative }) => ({ account, before: cumulative, after: 0n })),
  ].sort(byAmount);
  const grown = lines.filter((line) => line.after > line.before);
  return {
    lines,
    people: next.length,
    total: sum(next.map(({ cumulative }) => cumulative)),
    added: sum(grown.map((line) => line.after - line.before)),
    newcomers: grown.filter((line) => line.before === 0n).length,
    rising: grown.filter((line) => line.before > 0n).length,
    falling: lines.filter((line) => line.after < line.before),
    // Sorted by amount, and who gets nothing stands at the end.
    largest: lines[0]?.after ?? 0n,
    smallest: lines[next.length - 1]?.after ?? 0n,
  };
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

function byAmount(a: ListLine, b: ListLine): number {
  if (a.after !== b.after) return a.after > b.after ? -1 : 1;
  return a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1;
}

/** Seconds that a list waits before it may count. */
export const listWait = 86_400;
/** Seconds that must be left of a campaign when a list begins to count. */
const shortestUse = 30 * 86_400;

/** What stands between a list and its activation. */
export type ListHindrance =
  /** More was promised than was put in. QTI units. */
  | { kind: "unfunded"; missing: bigint }
  /** Fewer than 30 days would be left. */
  | { kind: "endsTooSoon" }
  /** More accounts than the service publishes. */
  | { kind: "tooMany"; most: number };

/** What would keep a list from counting, as things stand. `now` and `endsAt` in Unix seconds. */
export function listHindrances(
  { people, total }: Pick<ListComparison, "people" | "total">,
  { funded, endsAt, now, most }: { funded: bigint; endsAt: number; now: number; most: number },
): readonly ListHindrance[] {
  return [
    ...(people > most ? [{ kind: "tooMany", most } as const] : []),
    ...(total > funded ? [{ kind: "unfunded", missing: total - funded } as const] : []),
    ...(endsAt < now + listWait + shortestUse ? [{ kind: "endsTooSoon" } as const] : []),
  ];
}
