"use client";

import type { CreditPool } from "@qti/sdk";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/amount";
import { ChooseButton } from "@/components/ui/choose-button";
import { SideBySide } from "@/components/ui/side-by-side";
import { Skeleton } from "@/components/ui/skeleton";
import { priceChange } from "@/lib/domain/pools";
import { formatAmount } from "@/lib/format/amount";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditBook, useCreditPools, useMyPools } from "@/lib/query/credit";
import { usePoolHistory } from "@/lib/query/credit-index";
import { useAddress } from "@/lib/wallet/use-account";

const bps = 10_000n;

/** Both pools side by side, with what differs in plain words, what each earned or lost, and the choice between them. */
export function PoolsTable({
  chosen,
  onChoose,
}: {
  chosen: CreditPool;
  onChoose: (pool: CreditPool) => void;
}) {
  const t = useTranslations();
  const account = useAddress();
  const book = useCreditBook().data;
  const pools = useCreditPools().data;
  const mine = useMyPools(account).data;
  const waiting = <Skeleton className="w-24" />;
  const percent = (part: number) => `${formatAmount(BigInt(part), { decimals: 2 }, t)} %`;
  const amount = (value: bigint) => () => <Money value={value} className="font-medium" />;
  const column = (pool: CreditPool) => ({
    id: pool,
    name: t(`lend.pools.${pool}.name`),
    says: t(`lend.pools.${pool}.says`),
    action: (
      <ChooseButton chosen={pool === chosen} onChoose={() => onChoose(pool)}>
        {t(`lend.pools.${pool}.choose`)}
      </ChooseButton>
    ),
  });
  const both = (cell: (pool: CreditPool) => ReactNode) => ({
    senior: cell("senior"),
    firstLoss: cell("firstLoss"),
  });
  return (
    <section aria-label={t("lend.pools.table")} className="grid gap-4">
      <SideBySide
        caption={t("lend.pools.table")}
        what={t("lend.pools.what")}
        columns={[column("senior"), column("firstLoss")]}
        rows={[
          { label: t("lend.pools.rows.loses"), cells: both((pool) => t(`lend.pools.${pool}.loses`)) },
          {
            label: t("lend.pools.rows.interest"),
            cells: both((pool) => {
              if (!book) return waiting;
              const { seniorBps } = book.terms;
              const part = pool === "senior" ? seniorBps : Number(bps) - seniorBps;
              return t(`lend.pools.${pool}.interest`, { part: percent(part) });
            }),
          },
          { label: t("lend.pools.rows.leaving"), cells: both((pool) => t(`lend.pools.${pool}.leaving`)) },
          {
            label: t("lend.pools.rows.size"),
            cells: book
              ? {
                  senior: t.rich("lend.pools.sizeSenior", {
                    amount: amount(book.senior),
                    cushion: amount(book.junior),
                  }),
                  firstLoss: t.rich("lend.pools.sizeFirst", {
                    amount: amount(book.junior),
                    debt: amount(book.debt),
                  }),
                }
              : { senior: waiting, firstLoss: waiting },
          },
          {
            label: t("lend.pools.rows.price"),
            cells: both((pool) => (pools ? <Money value={pools[pool].sharePrice} maximum={4} /> : waiting)),
          },
          { label: t("lend.pools.rows.lately"), cells: both((pool) => <Lately pool={pool} />) },
          ...(account
            ? [
                {
                  label: t("lend.pools.rows.yours"),
                  cells: both((pool) =>
                    mine ? <Money value={mine[pool].worth} className="font-medium" /> : waiting,
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="max-w-prose text-muted text-sm">{t("lend.pools.caution")}</p>
    </section>
  );
}

/** What a share earned or lost since its history began. */
function Lately({ pool }: { pool: CreditPool }) {
  const t = useTranslations();
  const history = usePoolHistory(pool);
  const now = useChainNow(60);
  const price = useCreditPools().data?.[pool].sharePrice;
  if (history.error && !history.data) return t("lend.pools.missing");
  if (!history.data || price === undefined || now === undefined) return <Skeleton className="w-32" />;
  const [first] = history.data;
  const change = first && priceChange({ at: first.at, price: first.open }, { at: now, price });
  if (!change) return t("lend.pools.nothingYet");
  const { bps: moved, days } = change;
  return (
    <span className={moved < 0n ? "text-loss" : moved > 0n ? "text-gain" : undefined}>
      {t(moved < 0n ? "lend.pools.down" : "lend.pools.up", {
        percent: `${formatAmount(moved < 0n ? -moved : moved, { decimals: 2 }, t)} %`,
        count: days,
      })}
    </span>
  );
}
