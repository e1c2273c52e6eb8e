"use client";

import { getPersonSummary, type PersonItem } from "@qti/sdk/records/person";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useRuntimeConfig } from "@/lib/config/context";
import { groupData } from "@/lib/domain/person-data";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { personApi } from "@/lib/session/person-api";
import { DataErase } from "./data-erase";
import { DataExport } from "./data-export";

/** What the service has, by the part of the app that it belongs to, and what can be done about it. */
export function DataList({ account }: { account: string }) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const summary = useQuery({
    queryKey: ["person", account],
    queryFn: ({ signal }) => getPersonSummary(personApi(apiUrl), { signal }),
  });
  const problem = useErrorText(summary.error);
  return (
    <div className="grid gap-6">
      {problem && <Problem text={problem} onRetry={summary.refetch} busy={summary.isFetching} />}
      {summary.isPending && !problem && <SkeletonLines lines={3} />}
      {summary.data && (
        <ul className="grid border-rule border-t">
          {groupData(summary.data.items).map(({ group, items, rows }) => (
            <li key={group} className="border-rule border-b py-3">
              <details>
                <summary className="disclosure">
                  {t(`settings.data.groups.${group}`)}
                  <span className="ml-2 text-muted text-sm">
                    {t("settings.data.entries", { count: rows, n: formatCount(rows, t) })}
                  </span>
                </summary>
                <ul className="mt-3 grid gap-4">
                  {items.map((item) => (
                    <Item key={`${item.table} ${item.fate}`} item={item} />
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
      <DataExport />
      <DataErase account={account} />
    </div>
  );
}

function Item({ item: { what, why, keeps, rows, fate, because } }: { item: PersonItem }) {
  const t = useTranslations();
  return (
    <li className="grid gap-1 text-sm">
      {/* The service's own words, in the language of its register. */}
      <p lang="en">{what}</p>
      <p lang="en" className="text-muted">
        {why} {keeps}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-muted">
        {t("settings.data.entries", { count: rows, n: formatCount(rows, t) })}
        {(fate === "kept" || fate === "stripped") && <Badge>{t(`settings.data.fates.${fate}`)}</Badge>}
      </p>
      {because && (
        <p lang="en" className="text-muted">
          {because}
        </p>
      )}
    </li>
  );
}
