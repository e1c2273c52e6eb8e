"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddressText } from "@/components/ui/address";
import { Amount } from "@/components/ui/amount";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressName } from "@/lib/domain/names";
import { formatCount } from "@/lib/format/amount";
import type { ListLine } from "@/lib/operator/compare-lists";

/** Lines that are shown at once. */
const shown = 25;

/** Who gets how much, whom the list gives most first; anybody is found by address or name. */
export function ListLines({ lines }: { lines: readonly ListLine[] }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const [search, setSearch] = useState("");
  const sought = search.trim().toLowerCase();
  const found =
    sought === ""
      ? lines
      : lines.filter(
          ({ account }) =>
            account.toLowerCase().includes(sought) ||
            addressName(account, config, t)?.toLowerCase().includes(sought),
        );
  const more = found.length - shown;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="max-w-md">
        <Field id="list-search" label={t("operator.lines.search")}>
          {(control) => (
            <Input
              {...control}
              type="search"
              autoComplete="off"
              spellCheck={false}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
      </div>
      {found.length === 0 ? (
        <p className="text-muted">{t("operator.lines.nobody")}</p>
      ) : (
        <Table caption={t("operator.lines.caption")}>
          <thead>
            <tr>
              <ColumnHead>{t("campaigns.list.who")}</ColumnHead>
              <ColumnHead numeric>{t("operator.lines.before")}</ColumnHead>
              <ColumnHead numeric>{t("operator.lines.change")}</ColumnHead>
              <ColumnHead numeric>{t("campaigns.list.inAll")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map(({ account, before, after }) => (
              <tr key={account}>
                <Cell>
                  <AddressText address={account} />
                </Cell>
                <Cell numeric>
                  <Amount value={before} decimals={18} unit="QTI" maximum={4} />
                </Cell>
                <Cell numeric>
                  <Amount value={after - before} decimals={18} unit="QTI" maximum={4} signed />
                </Cell>
                <Cell numeric>
                  <Amount value={after} decimals={18} unit="QTI" maximum={4} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {more > 0 && (
        <p className="text-muted text-sm">
          {t("campaigns.list.more", { count: more, n: formatCount(more, t) })}
        </p>
      )}
    </div>
  );
}
