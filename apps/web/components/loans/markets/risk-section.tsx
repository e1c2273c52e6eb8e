"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { OperationMenu } from "@/components/desks/operation-menu";
import { Section } from "@/components/shell/section";
import { CopyText } from "@/components/ui/copy";
import { Facts } from "@/components/ui/facts";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { operationGroups, operationIds } from "@/lib/desks/operation-names";
import { shortAddress } from "@/lib/format/address";
import { useLendingMarkets } from "@/lib/query/markets";

const aboutMarkets = operationIds.filter((id) => operationGroups[id] === "markets");

/** What can be changed about the markets: most of it waits for three days. */
export function RiskSection() {
  const t = useTranslations();
  const markets = useLendingMarkets();
  return (
    <Section title={t("markets.desk.risk.title")} lead={t("markets.desk.risk.lead")}>
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
        <div>
          <OperationMenu ids={aboutMarkets} />
          <p className="mt-6 text-muted text-sm">
            {t.rich("markets.desk.risk.waiting", {
              link: (text) => (
                <Link href="/roles" className="prose-link">
                  {text}
                </Link>
              ),
            })}
          </p>
        </div>
        <div>
          <h3 className="mb-2 font-medium">{t("markets.desk.risk.ids")}</h3>
          <QueryPanel query={markets} meanwhile={indexMeanwhile}>
            {(found) => (
              <Facts
                rows={found.map(({ id, collateral, loan }) => ({
                  label: `${collateral.symbol} / ${loan.symbol}`,
                  value: (
                    <CopyText text={id} label={t("markets.rules.id")}>
                      {shortAddress(id)}
                    </CopyText>
                  ),
                }))}
              />
            )}
          </QueryPanel>
        </div>
      </div>
    </Section>
  );
}
