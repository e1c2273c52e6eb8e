"use client";

import type { IndexedVouch } from "@qti/sdk/subgraph";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import { creditView } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { sharesWorth } from "@/lib/domain/pools";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditLine, useCreditPools } from "@/lib/query/credit";
import { useMyVouches } from "@/lib/query/credit-index";
import { useNameOf } from "@/lib/query/names";

/** The lines that the connected person vouches for, what is at stake, and the way out. */
export function MyVouches({ voucher }: { voucher: bigint }) {
  const t = useTranslations();
  const vouches = useMyVouches(voucher);
  return (
    <Section title={t("vouch.mine.title")}>
      <QueryPanel
        query={vouches}
        meanwhile={indexMeanwhile}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className="text-muted">{t("vouch.mine.none")}</p>}
      >
        {(rows) => (
          <ul className="grid border-rule border-t">
            {rows.map((row) => (
              <Row key={String(row.identity)} vouch={row} />
            ))}
          </ul>
        )}
      </QueryPanel>
    </Section>
  );
}

function Row({ vouch }: { vouch: IndexedVouch }) {
  const t = useTranslations();
  const transact = useTransact();
  const nameOf = useNameOf();
  const now = useChainNow(60);
  const credit = useCreditLine(vouch.account);
  const pool = useCreditPools().data?.firstLoss;
  const view = credit.data && now !== undefined ? creditView(credit.data.reading, now) : undefined;
  const isFree =
    view === undefined ||
    view.owed === 0n ||
    credit.data?.reading.writtenOff === true ||
    (view.due === 0n && view.owed <= (credit.data?.reading.line.limit ?? 0n));
  const who = nameOf(vouch.account);
  const worth = pool && sharesWorth(vouch.shares, pool.totalAssets, pool.totalShares);

  async function end() {
    if (!view || !credit.data) return;
    const { endVouchFlow } = await import("./vouch-flows");
    const { limit } = credit.data.reading.line;
    const after = limit > vouch.limit ? limit - vouch.limit : 0n;
    const atOnce =
      credit.data.reading.writtenOff || view.owed === 0n || (view.due === 0n && view.owed <= after);
    transact(endVouchFlow({ identity: vouch.identity, who, before: limit, after, atOnce }, t));
  }

  async function unlock() {
    const { unlockVouchFlow } = await import("./vouch-flows");
    transact(unlockVouchFlow({ identity: vouch.identity, shares: vouch.shares }, t));
  }

  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-rule border-b py-4">
      <div className="min-w-0">
        <p className="font-medium">
          <AddressText address={vouch.account} />
        </p>
        <p className="text-muted text-sm">
          {[
            vouch.limit > 0n ? t("vouch.mine.adds", { amount: dollarWords(vouch.limit, t) }) : undefined,
            worth === undefined ? undefined : t("vouch.mine.locked", { amount: dollarWords(worth, t) }),
            view && view.owed > 0n ? t("vouch.mine.owes", { amount: payWords(view.owed, t) }) : undefined,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {view?.state === "delinquent" && <p className="text-sm text-warn">{t("vouch.mine.late")}</p>}
        {view?.state === "default" && <p className="text-loss text-sm">{t("vouch.mine.inDefault")}</p>}
        {vouch.limit === 0n && <p className="text-muted text-sm">{t("vouch.mine.ended")}</p>}
      </div>
      <SignerGate>
        {vouch.limit > 0n ? (
          <Button
            size="small"
            disabled={view === undefined}
            aria-label={t("vouch.mine.endOf", { who })}
            onClick={() => void end()}
          >
            {t("vouch.mine.end")}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={!isFree}
            title={isFree ? undefined : t("vouch.mine.notYet")}
            aria-label={t("vouch.mine.unlockOf", { who })}
            onClick={() => void unlock()}
          >
            {t("vouch.mine.unlock")}
          </Button>
        )}
      </SignerGate>
    </li>
  );
}
