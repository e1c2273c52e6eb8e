"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { betweenWords, transactionAmount, transactionWords } from "@/lib/domain/transaction-words";
import type { HistoryQuery } from "@/lib/history/filter";
import { useTransactions } from "@/lib/query/graph";

/** What happened: of everyone, of an account, or about an asset. */
export function TransactionList({
  limit,
  empty,
  ...filter
}: HistoryQuery & { limit?: number; empty?: ReactNode }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const transactions = useTransactions(filter, limit ?? 15);
  return (
    <QueryPanel
      query={transactions}
      meanwhile={indexMeanwhile}
      lines={Math.min(limit ?? 6, 6)}
      isEmpty={(rows) => rows.length === 0}
      empty={
        empty === undefined || typeof empty === "string" ? (
          <Empty title={empty ?? t("transactions.list.empty")} />
        ) : (
          empty
        )
      }
    >
      {(rows) => (
        <>
          <ul className="grid border-rule border-t">
            {rows.map((row) => {
              const amount = transactionAmount(row, config, t);
              return (
                <li
                  key={row.id}
                  className="grid gap-x-6 gap-y-1 border-rule border-b py-3 sm:grid-cols-[minmax(0,5fr)_minmax(0,7fr)_7.5rem] sm:items-baseline"
                >
                  <div className="flex items-baseline justify-between gap-4 sm:block">
                    <p className="font-medium">
                      <Link
                        href={`/transactions/${row.transactionHash}`}
                        className="underline decoration-rule underline-offset-4 hover:decoration-ink"
                      >
                        {transactionWords(row.kind, t)}
                      </Link>
                    </p>
                    {amount && <p className="whitespace-nowrap text-[0.9375rem] sm:text-muted">{amount}</p>}
                  </div>
                  <p className="min-w-0 text-[0.9375rem]">
                    {row.asset && filter.asset === undefined && (
                      <Link href={`/assets/${row.asset.asset}`} className="prose-link mr-3">
                        {row.asset.name}
                      </Link>
                    )}
                    {(filter.account === undefined || row.counterparty) && (
                      <span className="text-muted">
                        <AddressText address={row.account} />
                        {row.counterparty && (
                          <>
                            <span className="mx-1.5">{betweenWords(row.kind, t)}</span>
                            <AddressText address={row.counterparty} />
                          </>
                        )}
                      </span>
                    )}
                  </p>
                  <p className="text-muted text-sm sm:text-right">
                    <Time at={Number(row.timestamp)} />
                  </p>
                </li>
              );
            })}
          </ul>
          {limit === undefined && transactions.hasNextPage && (
            <Button
              className="mt-4"
              busy={transactions.isFetchingNextPage}
              onClick={() => void transactions.fetchNextPage()}
            >
              {t("transactions.list.earlier")}
            </Button>
          )}
        </>
      )}
    </QueryPanel>
  );
}
