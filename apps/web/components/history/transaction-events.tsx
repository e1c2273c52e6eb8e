"use client";

import type { IndexedTransaction } from "@qti/sdk/subgraph";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Hash } from "viem";
import { AddressText } from "@/components/ui/address";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useRuntimeConfig } from "@/lib/config/context";
import { roleWords } from "@/lib/domain/roles";
import {
  domainWords,
  exactTransactionAmount,
  partyWords,
  transactionWords,
} from "@/lib/domain/transaction-words";
import { useTransactionRows } from "@/lib/query/graph";

/** Everything that one transaction did, in its order. */
export function TransactionEvents({ hash }: { hash: Hash }) {
  const t = useTranslations();
  const rows = useTransactionRows(hash);
  return (
    <QueryPanel
      query={rows}
      meanwhile={indexMeanwhile}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={t("history.events.none")}>{t("history.events.noneText")}</Empty>}
    >
      {(found) => (
        <ol className="grid border-rule border-t">
          {found.map((row) => (
            <EventRow key={row.id} row={row} />
          ))}
        </ol>
      )}
    </QueryPanel>
  );
}

function EventRow({ row }: { row: IndexedTransaction }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const amount = exactTransactionAmount(row, config, t);
  const [account, counterparty] = partyWords(row.kind, t);
  return (
    <li className="grid gap-2 border-rule border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="font-medium">{transactionWords(row.kind, t)}</p>
        {amount && <p className="[overflow-wrap:anywhere]">{amount}</p>}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-[0.9375rem]">
        <Part label={account}>
          <AddressText address={row.account} />
        </Part>
        {row.counterparty && (
          <Part label={counterparty}>
            <AddressText address={row.counterparty} />
          </Part>
        )}
        {row.role !== undefined && (
          <Part label={t("history.events.role")}>{roleWords(row.role, t).name}</Part>
        )}
        {row.asset && (
          <Part label={t("history.events.asset")}>
            <Link href={`/assets/${row.asset.asset}`} className="prose-link">
              {row.asset.name}
            </Link>
          </Part>
        )}
        <Part label={t("history.events.domain")}>{domainWords(row.domain, t)}</Part>
      </dl>
    </li>
  );
}

function Part({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
