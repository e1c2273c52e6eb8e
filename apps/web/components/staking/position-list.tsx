"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import type { Positions } from "@/lib/query/pool";
import { PositionRow } from "./position-row";

/** What an account has in the pool. Positions that were emptied and have nothing to claim stand apart. */
export function PositionList({
  positions,
  connected,
  atHand,
  now,
  paused,
}: {
  positions: Positions;
  connected: boolean;
  atHand: bigint | undefined;
  now: number | undefined;
  paused: boolean;
}) {
  const t = useTranslations();
  const openWallet = useOpenWallet();
  return (
    <Section title={t("staking.positions.title")}>
      {connected ? (
        <QueryPanel
          query={positions}
          meanwhile={indexMeanwhile}
          lines={6}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<Empty title={t("staking.positions.none")}>{t("staking.positions.noneText")}</Empty>}
        >
          {({ rows, pool }) => {
            const at = Math.max(now ?? 0, pool.readAt);
            const row = (position: (typeof rows)[number]) => (
              <PositionRow
                key={String(position.positionId)}
                position={position}
                pool={pool}
                atHand={atHand ?? 0n}
                now={at}
                paused={paused}
              />
            );
            const isLive = ({ amount, earned }: (typeof rows)[number]) => amount > 0n || earned > 0n;
            const live = rows.filter(isLive);
            const emptied = rows.filter((position) => !isLive(position));
            return (
              <>
                <ul className="grid grid-cols-1">{live.map(row)}</ul>
                {emptied.length > 0 && (
                  <details className="mt-4">
                    <summary className="disclosure text-sm">
                      {t("staking.positions.emptyOnes", { count: emptied.length })}
                    </summary>
                    <ul className="mt-4 grid grid-cols-1">{emptied.map(row)}</ul>
                  </details>
                )}
              </>
            );
          }}
        </QueryPanel>
      ) : (
        <Empty
          title={t("staking.positions.none")}
          action={<Button onClick={openWallet}>{t("wallet.connect")}</Button>}
        >
          {t("staking.positions.connect")}
        </Empty>
      )}
    </Section>
  );
}
