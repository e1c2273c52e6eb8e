"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { LoanSection } from "@/components/spaces/loan-section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Figure, Figures } from "@/components/ui/figure";
import { Tabs } from "@/components/ui/tabs";
import { Day, DueDay } from "@/components/ui/time";
import { type CreditReading, creditView, drawable } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { creditKinds } from "@/lib/domain/loan-kinds";
import { useBalances } from "@/lib/query/chain";
import type { BookNow, CreditNow } from "@/lib/query/credit";
import { ApplyPanel } from "./apply-panel";
import { DrawForm } from "./draw-form";
import { GrowthSection } from "./growth-section";
import { LineCalendar } from "./line-calendar";
import { LineSays } from "./line-says";
import { Reminders } from "./reminders";
import { RepayForm } from "./repay-form";
import { VouchersPanel } from "./vouchers-panel";

const tones = {
  settled: "plain",
  current: "gain",
  grace: "warn",
  delinquent: "warn",
  default: "loss",
} as const;

/** A person's line: what is owed and when, what can be drawn, and what happens next. */
export function LinePanel({
  account,
  credit,
  book,
  now,
}: {
  account: Address;
  credit: CreditNow;
  book: BookNow;
  now: number;
}) {
  const t = useTranslations();
  const balances = useBalances(account);
  const { reading, identity } = credit;
  const view = creditView(reading, now);
  const room = drawable(view.available, book);
  const isPaused = book.pausedUntil > now;
  const atHand = balances.data?.dollar;
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <section aria-label={t("credit.now.title")} className="min-w-0 border-ink border-t pt-4">
        <div className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 className="font-semibold text-lg">{t("credit.now.title")}</h2>
          <Badge tone={reading.writtenOff ? "loss" : tones[view.state]}>
            {t(`loans.states.${reading.writtenOff ? "writtenOff" : view.state}`)}
          </Badge>
        </div>
        <LineFigures reading={reading} now={now} most={room.most} />
        <LineSays reading={reading} now={now} />
        {isPaused && (
          <Callout tone="warning" title={t("credit.now.paused.title")} className="mt-6">
            {t.rich("credit.now.paused.text", { day: () => <Day at={book.pausedUntil} /> })}
          </Callout>
        )}
      </section>
      <aside
        aria-label={t("credit.now.forms")}
        className="border-ink border-t pt-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start"
      >
        <Tabs
          label={t("credit.now.forms")}
          initial={view.owed > 0n ? "repay" : "draw"}
          tabs={[
            {
              id: "draw",
              title: t("credit.draw.tab"),
              content: <DrawForm reading={reading} room={room} atHand={atHand} now={now} paused={isPaused} />,
            },
            {
              id: "repay",
              title: t("credit.repay.tab"),
              content: <RepayForm reading={reading} atHand={atHand} now={now} />,
            },
          ]}
        />
      </aside>
      <div className="grid min-w-0 grid-cols-1 content-start gap-12 lg:col-start-1">
        <LineCalendar reading={reading} now={now} />
        {view.owed > 0n && !reading.writtenOff && <GrowthSection reading={reading} now={now} />}
        {view.owed > 0n && <Reminders reading={reading} now={now} />}
        <VouchersPanel account={account} identity={identity} />
        <ApplyPanel account={account} limit={reading.line.limit} now={now} />
        <LoanSection account={account} identity={identity} />
        <Section title={t("credit.history.title")}>
          <TransactionList
            account={account}
            limit={10}
            kinds={creditKinds}
            empty={t("credit.history.none")}
          />
        </Section>
      </div>
    </div>
  );
}

function LineFigures({ reading, now, most }: { reading: CreditReading; now: number; most: bigint }) {
  const t = useTranslations();
  const { owed, interest, due, ahead, isOpen } = creditView(reading, now);
  return (
    <Figures>
      <Figure
        label={t("credit.now.owed")}
        value={payWords(owed, t)}
        note={interest > 0n && t("credit.now.owedNote", { interest: payWords(interest, t) })}
      />
      {isOpen || ahead === undefined ? (
        <Figure
          label={t("credit.now.due")}
          value={payWords(due, t)}
          note={
            ahead && isOpen
              ? t.rich(now < ahead.dueAt ? "credit.now.dueBy" : "credit.now.overdue", {
                  day: () => <DueDay at={ahead.dueAt} />,
                })
              : t("credit.now.nothingDue")
          }
        />
      ) : (
        <Figure
          label={t("credit.now.ahead")}
          value={<DueDay at={ahead.statementAt} />}
          note={t.rich("credit.now.aheadNote", {
            due: payWords(ahead.due, t),
            day: () => <DueDay at={ahead.dueAt} />,
          })}
        />
      )}
      <Figure
        label={t("credit.now.limit")}
        value={dollarWords(reading.line.limit, t)}
        note={t("credit.now.limitNote", { cap: dollarWords(reading.cap, t) })}
      />
      <Figure label={t("credit.now.available")} value={dollarWords(most, t)} />
    </Figures>
  );
}
