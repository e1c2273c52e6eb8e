import type { Holder } from "@qti/sdk/subgraph";
import { plainAmount } from "@/lib/format/amount";

const head = [
  "account",
  "shares_units",
  "shares",
  "part_percent",
  "frozen_units",
  "frozen",
  "system_contract",
  "since",
  "changed",
] as const;

const day = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");

/** Holders of an asset as rows of a CSV file, the largest first: exact units, and as people write them. */
export function holdersCsv(holders: readonly Holder[], supply: bigint): string[][] {
  const sorted = [...holders].sort((a, b) => (a.balance < b.balance ? 1 : a.balance > b.balance ? -1 : 0));
  return [
    [...head],
    ...sorted.map(({ account, balance, frozen, isSystem, since, updatedAt }) => [
      account,
      String(balance),
      plainAmount(balance, 18),
      // Six digits after the point: a share in a million still shows.
      supply === 0n ? "0" : plainAmount((balance * 10n ** 8n) / supply, 6),
      String(frozen),
      plainAmount(frozen, 18),
      isSystem ? "yes" : "no",
      day(since),
      day(updatedAt),
    ]),
  ];
}
