"use client";

import { useTranslations } from "next-intl";
import { Amount } from "@/components/ui/amount";
import { Skeleton } from "@/components/ui/skeleton";
import { worth } from "@/lib/domain/vault";
import { usePosition, useVaultNow } from "@/lib/query/chain";
import { usePoolLately, usePoolNow, usePositions, useVaultLately } from "@/lib/query/pool";
import { useAddress } from "@/lib/wallet/use-account";
import { HowComputed, PoolLately, VaultLately } from "./earned-lately";
import { penaltyPercent } from "./pool-words";
import { TwoWays, type Way, type WayRow } from "./two-ways";

/** The two ways with what each earned lately and what one has in it. */
export function WaysSection({ chosen, onChoose }: { chosen: Way; onChoose: (way: Way) => void }) {
  const t = useTranslations();
  const account = useAddress();
  const vault = useVaultNow();
  const pool = usePoolNow();
  const position = usePosition(account);
  const positions = usePositions(account);
  const vaultLately = useVaultLately(vault.data);
  const poolLately = usePoolLately(pool.data);
  const locks = pool.data?.locks;
  const penalties = (locks ?? [])
    .filter(({ penaltyBps }) => penaltyBps > 0)
    .sort((a, b) => a.penaltyBps - b.penaltyBps);
  const [lowest, highest] = [penalties[0], penalties.at(-1)];
  const open = positions.data?.rows.filter(({ amount }) => amount > 0n);
  const qti = (value: bigint) => () => (
    <Amount value={value} decimals={18} unit="QTI" className="font-medium" />
  );

  const rows: WayRow[] = [
    { row: "access", vault: t("staking.ways.vault.access"), pool: t("staking.ways.pool.access") },
    { row: "rewards", vault: t("staking.ways.vault.rewards"), pool: t("staking.ways.pool.rewards") },
    {
      row: "lately",
      vault: <VaultLately reading={vaultLately} />,
      pool: <PoolLately reading={poolLately} locks={locks ?? []} />,
    },
    {
      row: "leaving",
      vault: t("staking.ways.vault.leaving"),
      pool:
        lowest && highest ? (
          t("staking.ways.pool.leaving", {
            low: penaltyPercent(lowest, t),
            high: penaltyPercent(highest, t),
          })
        ) : pool.error ? (
          "–"
        ) : (
          <Skeleton className="w-32" />
        ),
    },
  ];
  if (account)
    rows.push({
      row: "yours",
      vault:
        position.data && vault.data ? (
          t.rich("staking.ways.vault.yours", {
            amount: qti(worth(position.data.shares, vault.data.totalAssets, vault.data.totalShares)),
          })
        ) : position.error ? (
          "–"
        ) : (
          <Skeleton className="w-32" />
        ),
      pool: open ? (
        t.rich("staking.ways.pool.yours", {
          count: open.length,
          amount: qti(open.reduce((sum, { amount }) => sum + amount, 0n)),
        })
      ) : positions.error ? (
        "–"
      ) : (
        <Skeleton className="w-32" />
      ),
    });

  return (
    <section aria-label={t("staking.ways.title")} className="grid grid-cols-1 gap-4">
      <TwoWays rows={rows} chosen={chosen} onChoose={onChoose} />
      <div className="text-muted text-sm">
        <p className="max-w-prose">{t("staking.lately.caution")}</p>
        <HowComputed vault={vaultLately} pool={poolLately} />
      </div>
    </section>
  );
}
