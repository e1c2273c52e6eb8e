"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { healthWord, holdingOf, type MarketNow, tokenWords, viewOf } from "@/lib/domain/market";
import { useMarketPosition } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";
import { HealthPanel } from "./health-panel";
import { healthTones } from "./health-tones";

/** What the account that looks lends, pledged and owes in a market, and how safe that is. */
export function YoursPanel({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const account = useAddress();
  const position = useMarketPosition(market.id, account);
  if (!account)
    return (
      <Section title={t("markets.yours.title")}>
        <p className="text-muted">{t("markets.yours.connect")}</p>
      </Section>
    );
  return (
    <QueryPanel query={position} lines={6}>
      {(found) => {
        const view = found && viewOf(market, holdingOf(market, found));
        const isEmpty = !view || (view.lent === 0n && view.debt === 0n && view.collateral === 0n);
        if (isEmpty)
          return (
            <Section title={t("markets.yours.title")}>
              <p className="text-muted">{t("markets.yours.nothing")}</p>
            </Section>
          );
        const { loan, collateral } = market;
        const word = healthWord(view);
        const borrows = view.debt > 0n || view.collateral > 0n;
        return (
          <>
            <Section
              title={t("markets.yours.title")}
              action={borrows && <Badge tone={healthTones[word]}>{t(`markets.health.states.${word}`)}</Badge>}
            >
              <Facts
                rows={[
                  ...(view.lent > 0n
                    ? [{ label: t("markets.yours.lent"), value: tokenWords(view.lent, loan, t) }]
                    : []),
                  ...(borrows
                    ? [
                        {
                          label: t("markets.yours.pledged"),
                          value: tokenWords(view.collateral, collateral, t),
                        },
                        { label: t("markets.yours.worth"), value: tokenWords(view.worth, loan, t) },
                        { label: t("markets.yours.owed"), value: tokenWords(view.debt, loan, t) },
                        { label: t("markets.yours.more"), value: tokenWords(view.borrowMore, loan, t) },
                      ]
                    : []),
                ]}
              />
            </Section>
            {borrows && <HealthPanel market={market} view={view} />}
          </>
        );
      }}
    </QueryPanel>
  );
}
