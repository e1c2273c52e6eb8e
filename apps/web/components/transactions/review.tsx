"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { getGasPrice } from "viem/actions";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { formatAmount } from "@/lib/format/amount";
import { useReadClient } from "@/lib/query/read-client";
import type { Flow } from "@/lib/transactions/flow";
import { useAddress } from "@/lib/wallet/use-account";

/** What will be different afterwards, what it costs, and what could go wrong: all before the signature. */
export function Review({ flow }: { flow: Flow }) {
  const t = useTranslations();
  return (
    <div className="grid gap-4">
      <dl className="grid">
        {flow.changes.map(({ label, value, before, emphasis }) => (
          <div key={label} className="flex items-baseline justify-between gap-6 border-rule border-b py-3">
            <dt className="min-w-24 text-muted">{label}</dt>
            <dd className="min-w-0 text-right [overflow-wrap:anywhere]">
              {before !== undefined && (
                <>
                  <span className="text-muted">{before}</span>
                  <ArrowRight
                    aria-label={t("transactions.review.becomes")}
                    className="mx-2 inline size-4 text-faint"
                  />
                </>
              )}
              <span
                className={cn(
                  "font-medium",
                  emphasis === "gain" && "text-gain",
                  emphasis === "loss" && "text-loss",
                )}
              >
                {value}
              </span>
            </dd>
          </div>
        ))}
        <FeeRow flow={flow} />
      </dl>
      {flow.risk && <Callout tone="warning">{flow.risk}</Callout>}
    </div>
  );
}

function FeeRow({ flow }: { flow: Flow }) {
  const t = useTranslations();
  const account = useAddress();
  const client = useReadClient();
  const fee = useQuery({
    queryKey: ["fee", flow.title, account],
    enabled: account !== undefined && flow.estimateGas !== undefined,
    retry: false,
    gcTime: 0,
    queryFn: async () => {
      if (!account || !flow.estimateGas) return null;
      const [gas, price] = await Promise.all([flow.estimateGas({ account, client }), getGasPrice(client)]);
      return gas * price;
    },
  });
  return (
    <div className="flex items-baseline justify-between gap-6 py-3">
      <dt className="text-muted">{t("transactions.review.fee")}</dt>
      <dd className="text-right">
        {flow.fee ? (
          flow.fee
        ) : fee.isLoading ? (
          <Skeleton className="w-24" />
        ) : typeof fee.data === "bigint" ? (
          `${formatAmount(fee.data, { decimals: 18, maximum: 6 }, t)} ETH`
        ) : (
          // Before an approval the action itself cannot be estimated; a wallet states the fee of each step.
          <span className="text-muted">{t("transactions.review.feeLater")}</span>
        )}
      </dd>
    </div>
  );
}
