"use client";

import type { IndexedPayment } from "@qti/sdk/subgraph";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Address, isAddressEqual } from "viem";
import { ActionBar } from "@/components/desks/action-bar";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day, Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import type { Split } from "@/lib/income/compute-tree";
import { type PaymentState, paymentState, paymentTones } from "@/lib/income/payment-state";
import { useChainNow } from "@/lib/query/chain-time";
import { useSplit } from "@/lib/query/income";
import { useAccountState } from "@/lib/wallet/use-account";
import { SplitTable } from "./split-table";

/** One payment of income. */
export function PaymentRow({
  payment,
  account,
  claimed,
  knowsClaims,
}: {
  payment: IndexedPayment;
  account: Address | undefined;
  /** What the connected account got of it already. */
  claimed: bigint | undefined;
  knowsClaims: boolean;
}) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const now = useChainNow();
  const [looking, setLooking] = useState(false);
  const at = paymentState(payment, now ?? Number(payment.createdAt));
  const waits = at.state === "open" && account !== undefined && knowsClaims && claimed === undefined;
  const split = useSplit(payment, looking || waits);
  const words = (value: bigint) => moneyWords(value, payment.money, config, t);
  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-medium">{words(payment.amount)}</p>
          <p className="text-[0.9375rem] text-muted">
            {t.rich("income.row.paid", {
              time: () => <Time at={Number(payment.createdAt)} />,
              block: String(payment.recordBlock),
            })}
          </p>
        </div>
        {now !== undefined && <Badge tone={paymentTones[at.state]}>{t(`income.states.${at.state}`)}</Badge>}
      </div>
      <p className="text-[0.9375rem] text-muted">
        <Standing payment={payment} at={at} words={words} />
      </p>
      <Mine payment={payment} at={at} account={account} claimed={claimed} split={split.data} words={words} />
      <RowActions payment={payment} at={at} account={account} split={split.data} words={words} />
      <details onToggle={(event) => setLooking(event.currentTarget.open)}>
        <summary className="disclosure text-sm">{t("income.row.split")}</summary>
        <div className="mt-3">{looking && <Checked payment={payment} split={split} />}</div>
      </details>
    </li>
  );
}

type Words = (value: bigint) => string;

function Standing({ payment, at, words }: { payment: IndexedPayment; at: PaymentState; words: Words }) {
  const t = useTranslations();
  const claimed = words(payment.claimed);
  switch (at.state) {
    case "checking":
      return t.rich("income.row.checking", { time: () => <Time at={at.readyAt} /> });
    case "due":
      return t("income.row.due");
    case "vetoed":
      return t("income.row.vetoed");
    case "open":
      return t.rich("income.row.open", {
        claimed,
        total: words(payment.total),
        count: payment.claimCount,
        n: formatCount(payment.claimCount, t),
        day: () => <Day at={at.expiry} />,
      });
    case "expired":
      return t("income.row.expired", { claimed, left: words(at.left) });
    case "closed":
      return t("income.row.closed", { claimed, returned: words(payment.returned) });
  }
}

/** The part of the connected account, and the button that takes it. */
function Mine({
  payment,
  at,
  account,
  claimed,
  split,
  words,
}: {
  payment: IndexedPayment;
  at: PaymentState;
  account: Address | undefined;
  claimed: bigint | undefined;
  split: Split | undefined;
  words: Words;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const state = useAccountState();
  if (!account) return null;
  if (claimed !== undefined)
    return <p className="text-gain text-sm">{t("income.row.claimed", { amount: words(claimed) })}</p>;
  const mine = split?.claims.find(({ holder }) => isAddressEqual(holder, account));
  if (!mine || at.state === "closed" || at.state === "expired") return null;
  if (at.state !== "open")
    return <p className="text-sm">{t("income.row.yours", { amount: words(mine.amount) })}</p>;
  const canSign = state.status === "connected" && state.canSign;

  async function claim() {
    if (!mine) return;
    const { claimFlow } = await import("./income-flows");
    transact(claimFlow(payment.paymentId, mine, words, payment.asset.name, t));
  }

  return (
    <Button
      look="primary"
      className="justify-self-start"
      disabled={!canSign || split?.root !== payment.root}
      onClick={() => void claim()}
    >
      {t("income.claim.title", { amount: words(mine.amount) })}
    </Button>
  );
}

/** What the issuer, a guardian or anybody can do about a payment now. */
function RowActions({
  payment,
  at,
  account,
  split,
  words,
}: {
  payment: IndexedPayment;
  at: PaymentState;
  account: Address | undefined;
  split: Split | undefined;
  words: Words;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const state = useAccountState();
  const { paymentId, issuer } = payment;
  const canSign = state.status === "connected" && state.canSign;
  const isIssuer = account !== undefined && isAddressEqual(account, issuer);
  if (!canSign) return null;

  async function act(what: "activate" | "return" | "again") {
    const flows = await import("./income-flows");
    if (what === "activate") transact(flows.activateFlow(paymentId, t));
    if (what === "return") transact(flows.returnFlow(paymentId, payment.amount - payment.claimed, words, t));
    if (what === "again" && split) transact(flows.proposeAgainFlow(paymentId, split, words, t));
  }

  const veto = {
    id: "vetoIncome",
    label: t("income.row.veto"),
    initial: { paymentId },
    fixed: ["paymentId"],
  } as const;

  if (at.state === "checking") return <ActionBar actions={[veto]} />;
  if (at.state === "due")
    return (
      <ActionBar actions={[veto]}>
        <Button size="small" look="primary" onClick={() => void act("activate")}>
          {t("income.row.activate")}
        </Button>
      </ActionBar>
    );
  if (at.state === "expired" && at.left > 0n)
    return (
      <Button size="small" className="justify-self-start" onClick={() => void act("return")}>
        {t("income.row.returnRest")}
      </Button>
    );
  if (at.state === "vetoed" && isIssuer)
    return (
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="primary" disabled={!split} onClick={() => void act("again")}>
          {t("income.row.again")}
        </Button>
        <Button size="small" onClick={() => void act("return")}>
          {t("income.row.takeBack")}
        </Button>
      </div>
    );
  return null;
}

/** The split as the rule gives it, and whether the proposed one is the same. */
function Checked({ payment, split }: { payment: IndexedPayment; split: ReturnType<typeof useSplit> }) {
  const t = useTranslations();
  const problem = useErrorText(split.error);
  if (problem)
    return (
      <Callout live tone="problem" title={problem.sentence}>
        {problem.next}
      </Callout>
    );
  if (!split.data) return <SkeletonLines lines={3} />;
  const stated = payment.root ?? payment.proposal?.root;
  const agrees = stated?.toLowerCase() === split.data.root.toLowerCase();
  return (
    <div className="grid gap-4">
      {stated && (
        <Callout
          tone={agrees ? "done" : "problem"}
          title={agrees ? t("income.row.right") : t("income.row.wrong")}
        >
          {agrees ? t("income.row.rightText") : t("income.row.wrongText")}
        </Callout>
      )}
      <SplitTable split={split.data} money={payment.money} symbol={payment.asset.symbol} />
    </div>
  );
}
