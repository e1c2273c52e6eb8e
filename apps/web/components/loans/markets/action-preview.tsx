import { useTranslations } from "next-intl";
import { type Fact, Facts } from "@/components/ui/facts";
import {
  afterAction,
  type Holding,
  healthWord,
  type MarketAction,
  type MarketNow,
  partWords,
  priceWords,
  rateWords,
  roomToFall,
  tokenWords,
} from "@/lib/domain/market";
import { HealthGauge } from "./health-gauge";

/** What an action makes of a holding, while one types. */
export function ActionPreview({
  action,
  amount,
  market,
  holding,
}: {
  action: MarketAction;
  amount: bigint;
  market: MarketNow;
  holding: Holding;
}) {
  const t = useTranslations();
  const { market: later, view } = afterAction(action, amount, market, holding);
  const { loan, collateral, params } = market;
  if (action === "lend" || action === "withdraw")
    return (
      <Means
        rows={[
          { label: t("markets.preview.lent"), value: tokenWords(view.lent, loan, t) },
          { label: t("markets.preview.earns"), value: rateWords(later.supplyRate, t) },
        ]}
      />
    );
  const room = roomToFall(market, view);
  return (
    <Means
      rows={[
        { label: t("markets.preview.pledged"), value: tokenWords(view.collateral, collateral, t) },
        { label: t("markets.preview.owed"), value: tokenWords(view.debt, loan, t) },
        ...(view.priceAtLiquidation === undefined || room === undefined
          ? []
          : [
              {
                label: t("markets.preview.liquidation"),
                value: t("markets.preview.liquidationOf", {
                  price: priceWords(view.priceAtLiquidation, market, t),
                  fall: partWords(room, t),
                }),
              },
            ]),
        ...(view.debt > 0n
          ? [{ label: t("markets.preview.rate"), value: rateWords(later.borrowRate, t) }]
          : []),
      ]}
    >
      {view.debt > 0n && view.loanToValue !== undefined && (
        <div className="pt-4 pb-1">
          <HealthGauge part={view.loanToValue} limit={params.lltv} word={healthWord(view)} />
        </div>
      )}
    </Means>
  );
}

function Means({ rows, children }: { rows: readonly Fact[]; children?: React.ReactNode }) {
  const t = useTranslations();
  return (
    <section aria-label={t("markets.form.means")} className="border-rule border-y py-3 text-sm">
      {children}
      <Facts rows={rows} />
    </section>
  );
}
