"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Amount, Money } from "@/components/ui/amount";
import { Callout } from "@/components/ui/callout";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useBalances } from "@/lib/query/chain";

/** What lies ready in an account. */
export function AccountBalances({ account }: { account: Address }) {
  const t = useTranslations();
  const { data, error } = useBalances(account);
  const problem = useErrorText(error);
  if (problem && !data)
    return (
      <Callout tone="problem" title={problem.sentence}>
        {problem.next}
      </Callout>
    );
  if (!data) return <SkeletonLines lines={3} />;
  return (
    <dl className="grid">
      {[
        { label: t("wallet.own.fees"), value: <Amount value={data.eth} decimals={18} unit="ETH" /> },
        { label: "QTI", value: <Amount value={data.qti} decimals={18} unit="QTI" /> },
        { label: t("wallet.own.dollars"), value: <Money value={data.dollar} /> },
      ].map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-4 border-rule border-b py-2 last:border-0">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
