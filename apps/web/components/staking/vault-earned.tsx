"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Amount } from "@/components/ui/amount";
import { earnedInVault } from "@/lib/domain/vault";
import { usePortfolio } from "@/lib/query/graph";

/** What an account's stake in the vault earned so far: from what went in and out by the index, and what it is worth now. */
export function VaultEarned({
  account,
  shares,
  value,
}: {
  account: Address;
  /** sQTI units on the chain. */
  shares: bigint;
  /** QTI units that they are worth now. */
  value: bigint;
}) {
  const t = useTranslations();
  const stake = usePortfolio(account).data?.stake;
  // Until the index knows of the last deposit, the difference would be that and no reward.
  if (!stake || stake.shares !== shares) return null;
  const earned = earnedInVault(stake, value);
  if (earned <= 0n) return null;
  return (
    <p className="mt-1 text-muted text-sm">
      {t.rich("staking.earned", {
        amount: () => <Amount value={earned} decimals={18} unit="QTI" signed maximum={6} />,
      })}
    </p>
  );
}
