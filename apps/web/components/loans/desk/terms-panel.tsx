"use client";

import { creditCalendar } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { OperationMenu } from "@/components/desks/operation-menu";
import { Section } from "@/components/shell/section";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { Day } from "@/components/ui/time";
import { operationGroups, operationIds } from "@/lib/desks/operation-names";
import { dollarWords } from "@/lib/domain/dollars";
import { tierName } from "@/lib/domain/words";
import { formatAmount } from "@/lib/format/amount";
import { type BookNow, useCreditBook, useTierCaps } from "@/lib/query/credit";

const aboutLoans = operationIds.filter((id) => operationGroups[id] === "loans");

/** The terms of the cycle that runs, and what of them can be changed for later ones. */
export function TermsPanel() {
  const t = useTranslations();
  const book = useCreditBook();
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
      <Section title={t("creditDesk.terms.title")} lead={t("creditDesk.terms.lead")}>
        <QueryPanel query={book} lines={8}>
          {(data) => <Terms book={data} />}
        </QueryPanel>
      </Section>
      <Section title={t("creditDesk.terms.change")}>
        <OperationMenu ids={aboutLoans} />
      </Section>
    </div>
  );
}

function Terms({ book }: { book: BookNow }) {
  const t = useTranslations();
  const caps = useTierCaps();
  const { terms, cycle, start } = book;
  const percent = (part: number) => `${formatAmount(BigInt(part), { decimals: 2 }, t)} %`;
  return (
    <>
      <p className="mb-2">
        {t.rich("creditDesk.terms.cycle", {
          number: `${cycle}`,
          day: () => <Day at={creditCalendar({ start, cycle }).statementAt} />,
        })}
      </p>
      <Facts
        rows={[
          { label: t("creditDesk.terms.rate"), value: percent(terms.rateBps) },
          { label: t("creditDesk.terms.late"), value: percent(terms.lateBps) },
          { label: t("creditDesk.terms.minimum"), value: percent(terms.minimumBps) },
          { label: t("creditDesk.terms.growth"), value: percent(terms.growthBps) },
          { label: t("creditDesk.terms.senior"), value: percent(terms.seniorBps) },
          {
            label: t("creditDesk.terms.leverage"),
            value: `$${formatAmount(BigInt(terms.leverageBps), { decimals: 4 }, t)}`,
          },
          { label: t("creditDesk.terms.floor"), value: dollarWords(terms.floor, t) },
          ...(caps.data ?? []).map((cap, index) => ({
            label: t("creditDesk.terms.cap", { tier: tierName(index + 1, t) }),
            value: dollarWords(cap, t),
          })),
        ]}
      />
    </>
  );
}
