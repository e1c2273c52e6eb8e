"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Money } from "@/components/ui/amount";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { DueDay, Time } from "@/components/ui/time";
import { useAppraisedAssets } from "@/lib/query/markets";

/** Every asset that was appraised: where its price stands, and until when one may borrow by it. */
export function AppraisedAssets() {
  const t = useTranslations();
  const assets = useAppraisedAssets();
  return (
    <Section title={t("markets.desk.assets.title")}>
      <QueryPanel
        query={assets}
        meanwhile={indexMeanwhile}
        isEmpty={(rows) => rows.length === 0}
        empty={<p className="text-muted">{t("markets.desk.assets.none")}</p>}
      >
        {(rows) => (
          <Table caption={t("markets.desk.assets.table")}>
            <thead>
              <tr>
                <ColumnHead>{t("markets.desk.assets.asset")}</ColumnHead>
                <ColumnHead numeric>{t("markets.desk.assets.value")}</ColumnHead>
                <ColumnHead numeric>{t("markets.desk.assets.target")}</ColumnHead>
                <ColumnHead>{t("markets.desk.assets.when")}</ColumnHead>
                <ColumnHead>{t("markets.desk.assets.until")}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ asset, symbol, appraisal }) => (
                <tr key={asset}>
                  <Cell>{symbol}</Cell>
                  <Cell numeric>
                    <Money value={appraisal.value} maximum={0} />
                  </Cell>
                  <Cell numeric>
                    <Money value={appraisal.target} maximum={0} />
                  </Cell>
                  <Cell>
                    <Time at={appraisal.appraisedAt} />
                  </Cell>
                  <Cell>
                    <DueDay at={appraisal.borrowableUntil} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </QueryPanel>
    </Section>
  );
}
