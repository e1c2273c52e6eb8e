"use client";

import { useTranslations } from "next-intl";
import { QueuePanel } from "@/components/loans/lend/queue-panel";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { DueDay } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { creditView } from "@/lib/domain/credit";
import { payWords } from "@/lib/domain/dollars";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditLine } from "@/lib/query/credit";
import { type DefaultedLine, useDefaultedLines } from "@/lib/query/credit-index";
import { useNameOf } from "@/lib/query/names";
import { useAddress } from "@/lib/wallet/use-account";

/** What waits in the queue, and what is lost: anyone may serve the one and write off the other. */
export function LossesPanel() {
  const t = useTranslations();
  const account = useAddress();
  const lines = useDefaultedLines();
  const now = useChainNow(60);
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
      <QueuePanel account={account} />
      <Section title={t("creditDesk.losses.title")} lead={t("creditDesk.losses.lead")}>
        <QueryPanel query={lines} meanwhile={indexMeanwhile}>
          {(rows) => (
            <>
              <Lines rows={rows.filter(({ writableAt }) => now !== undefined && writableAt <= now)} isRipe />
              <Lines rows={rows.filter(({ writableAt }) => now !== undefined && writableAt > now)} />
            </>
          )}
        </QueryPanel>
      </Section>
    </div>
  );
}

function Lines({ rows, isRipe = false }: { rows: readonly DefaultedLine[]; isRipe?: boolean }) {
  const t = useTranslations();
  if (rows.length === 0) return isRipe ? <p className="text-muted">{t("creditDesk.losses.none")}</p> : null;
  return (
    <>
      {!isRipe && <h3 className="mt-8 font-medium">{t("creditDesk.losses.ahead")}</h3>}
      <ul className="mt-2 grid border-rule border-t">
        {rows.map((line) => (
          <Line key={line.borrower} line={line} isRipe={isRipe} />
        ))}
      </ul>
    </>
  );
}

function Line({ line, isRipe }: { line: DefaultedLine; isRipe: boolean }) {
  const t = useTranslations();
  const transact = useTransact();
  const nameOf = useNameOf();
  const { borrower, defaultAt, writableAt } = line;
  const credit = useCreditLine(borrower);
  const now = useChainNow(60);
  const owed = credit.data && now !== undefined ? creditView(credit.data.reading, now).owed : undefined;
  const who = nameOf(borrower);

  async function writeOff() {
    if (owed === undefined) return;
    const { writeOffFlow } = await import("./desk-flows");
    transact(writeOffFlow({ borrower, who, owed }, t));
  }

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3">
      <div>
        <p>
          <AddressText address={borrower} />
        </p>
        <p className="text-muted text-sm">
          {t.rich("creditDesk.losses.owed", {
            amount: owed === undefined ? "…" : payWords(owed, t),
            day: () => <DueDay at={defaultAt} />,
          })}
        </p>
      </div>
      {isRipe ? (
        <SignerGate>
          <Button
            size="small"
            disabled={owed === undefined}
            aria-label={t("creditDesk.losses.of", { who })}
            onClick={() => void writeOff()}
          >
            {t("creditDesk.losses.verb")}
          </Button>
        </SignerGate>
      ) : (
        <p className="text-muted text-sm">
          {t.rich("creditDesk.losses.ripe", { day: () => <DueDay at={writableAt} /> })}
        </p>
      )}
    </li>
  );
}
