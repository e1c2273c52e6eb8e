"use client";

import { useTranslations } from "next-intl";
import { type Address, isAddressEqual } from "viem";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarWords } from "@/lib/domain/dollars";
import { sharesWorth } from "@/lib/domain/pools";
import { type QueueNow, useCreditBook, useCreditPools, useExitQueue, useMyPools } from "@/lib/query/credit";

/** The queue of who leaves the senior pool, one's own places in it, and what it has paid. */
export function QueuePanel({ account }: { account: Address | undefined }) {
  const t = useTranslations();
  const transact = useTransact();
  const queue = useExitQueue();
  const claimable = useMyPools(account).data?.claimable ?? 0n;

  async function claim() {
    const { claimExitFlow } = await import("./lend-flows");
    transact(claimExitFlow(claimable, t));
  }

  return (
    <Section title={t("lend.queue.title")} lead={t("lend.queue.lead")}>
      {claimable > 0n && (
        <Callout
          tone="done"
          className="mb-6"
          action={
            <SignerGate>
              <Button size="small" look="primary" onClick={() => void claim()}>
                {t("lend.queue.claim")}
              </Button>
            </SignerGate>
          }
        >
          {t("lend.queue.claimable", { amount: dollarWords(claimable, t) })}
        </Callout>
      )}
      <QueryPanel
        query={queue}
        isEmpty={({ tickets }) => tickets.length === 0}
        empty={<p className="text-muted">{t("lend.queue.empty")}</p>}
      >
        {(found) => <Queue queue={found} account={account} />}
      </QueryPanel>
    </Section>
  );
}

function Queue({ queue, account }: { queue: QueueNow; account: Address | undefined }) {
  const t = useTranslations();
  const transact = useTransact();
  const exit = useCreditBook().data?.seniorExit;
  const total = useCreditPools().data?.senior.totalShares;
  const worth = (shares: bigint) =>
    exit === undefined || total === undefined ? "…" : dollarWords(sharesWorth(shares, exit, total), t);
  const { tickets, cash } = queue;
  const mine = tickets.filter(({ owner }) => account !== undefined && isAddressEqual(owner, account));

  async function serve() {
    const { serveQueueFlow } = await import("./lend-flows");
    transact(serveQueueFlow(cash, t));
  }

  async function cancel(ticket: bigint, shares: bigint) {
    const { cancelExitFlow } = await import("./lend-flows");
    transact(cancelExitFlow({ ticket, shares }, t));
  }

  return (
    <div className="grid gap-6">
      <Facts
        rows={[
          {
            label: t("lend.queue.waits"),
            value: `${worth(queue.shares)} (${t("lend.queue.tickets", { count: tickets.length })})`,
          },
          { label: t("lend.queue.cash"), value: dollarWords(cash, t) },
        ]}
      />
      {mine.length > 0 && (
        <div>
          <h3 className="font-medium">{t("lend.queue.mine")}</h3>
          <ul className="mt-2 grid border-rule border-t">
            {mine.map(({ ticket, shares }) => {
              const before = tickets
                .filter((other) => other.ticket < ticket)
                .reduce((sum, other) => sum + other.shares, 0n);
              return (
                <li
                  key={String(ticket)}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3"
                >
                  <div>
                    <p>{t("lend.queue.ticket", { number: `${ticket}` })}</p>
                    <p className="text-muted text-sm">
                      {t("lend.queue.left", { amount: worth(shares) })},{" "}
                      {before === 0n
                        ? t("lend.queue.first")
                        : t("lend.queue.place", { before: worth(before) })}
                    </p>
                  </div>
                  <SignerGate>
                    <Button
                      size="small"
                      aria-label={t("lend.queue.cancelOf", { number: `${ticket}` })}
                      onClick={() => void cancel(ticket, shares)}
                    >
                      {t("lend.queue.cancel")}
                    </Button>
                  </SignerGate>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {cash > 0n && account && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SignerGate>
            <Button size="small" onClick={() => void serve()}>
              {t("lend.queue.serve")}
            </Button>
          </SignerGate>
          <p className="text-muted text-sm">{t("lend.queue.serveNote")}</p>
        </div>
      )}
    </div>
  );
}
