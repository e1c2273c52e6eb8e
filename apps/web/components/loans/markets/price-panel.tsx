"use client";

import type { GetAppraisalReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Money } from "@/components/ui/amount";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { type Fact, Facts } from "@/components/ui/facts";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Day, Time } from "@/components/ui/time";
import { glideEndsAt } from "@/lib/domain/appraisal";
import { type MarketNow, priceWords } from "@/lib/domain/market";
import { formatAmount } from "@/lib/format/amount";
import { shortDollars } from "@/lib/format/chart";
import { useChainNow } from "@/lib/query/chain-time";
import { useAppraisal, useAppraisalHistory, useFeedAge } from "@/lib/query/markets";

/** What the pledge is worth, by whose word, how old that is and until when one may borrow by it. */
export function PricePanel({ market }: { market: MarketNow }) {
  return market.regulated ? <AppraisedPrice market={market} /> : <FeedPrice market={market} />;
}

/** The prices that every market has. */
function usePrices(market: MarketNow): Fact[] {
  const t = useTranslations();
  const words = (price: bigint) => (price === 0n ? t("markets.price.none") : priceWords(price, market, t));
  return [
    { label: t("markets.price.now"), value: words(market.prices.liquidationPrice) },
    { label: t("markets.price.borrow"), value: words(market.prices.borrowPrice) },
  ];
}

/** Until when one may borrow by a price, and that one no longer may. */
function Age({ until }: { until: number }) {
  const t = useTranslations();
  const now = useChainNow(60);
  if (now === undefined || until > now) return null;
  return (
    <Callout tone="warning" className="mb-4">
      {t("markets.price.over")}
    </Callout>
  );
}

function AppraisedPrice({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const appraisal = useAppraisal(market.collateral.address);
  const history = useAppraisalHistory(market.collateral.address);
  const prices = usePrices(market);
  const daily = `${formatAmount(BigInt(appraisal.data?.dailyBps ?? 0), { decimals: 2 }, t)} %`;
  return (
    <Section
      title={t("markets.price.title")}
      lead={appraisal.data && t("markets.price.leadAppraised", { daily })}
    >
      <QueryPanel
        query={appraisal}
        lines={6}
        isEmpty={(found) => found === null}
        empty={<Empty title={t("markets.price.historyNone")} />}
      >
        {(found) =>
          found && (
            <>
              <Age until={found.borrowableUntil} />
              <AppraisalFacts found={found} prices={prices} />
            </>
          )
        }
      </QueryPanel>
      <div className="mt-8">
        <QueryPanel
          query={history}
          meanwhile={indexMeanwhile}
          lines={6}
          isEmpty={(steps) => steps.length === 0}
          empty={<Empty title={t("markets.price.historyNone")} />}
        >
          {(steps) => (
            <LineChart
              points={steps.map(({ timestamp, value }) => ({
                at: Number(timestamp),
                value: Number(value) / 1e6,
              }))}
              label={t("markets.price.label")}
              valueHead={t("markets.price.value")}
              format={shortDollars}
            />
          )}
        </QueryPanel>
      </div>
    </Section>
  );
}

/** What was appraised, where the price is on its way there, and until when it is good. */
function AppraisalFacts({ found, prices }: { found: GetAppraisalReturnType; prices: readonly Fact[] }) {
  const t = useTranslations();
  const isGliding = found.value !== found.target;
  return (
    <Facts
      rows={[
        ...prices,
        { label: t("markets.price.label"), value: <Money value={found.value} maximum={0} /> },
        ...(isGliding
          ? [
              {
                label: t("markets.price.target"),
                value: (
                  <>
                    <Money value={found.target} maximum={0} />
                    <span className="block text-muted text-sm">
                      {t.rich("markets.price.targetDay", { day: () => <Day at={glideEndsAt(found)} /> })}
                    </span>
                  </>
                ),
              },
            ]
          : []),
        { label: t("markets.price.appraised"), value: <Time at={found.appraisedAt} /> },
        { label: t("markets.price.until"), value: <Day at={found.borrowableUntil} /> },
      ]}
    />
  );
}

function FeedPrice({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const age = useFeedAge(market.params.oracle);
  const prices = usePrices(market);
  return (
    <Section
      title={t("markets.price.title")}
      lead={t("markets.price.leadFeed", { symbol: market.collateral.symbol })}
    >
      <QueryPanel query={age}>
        {(found) =>
          found && (
            <>
              <Age until={found.borrowableUntil} />
              <Facts
                rows={[
                  ...prices,
                  { label: t("markets.price.said"), value: <Time at={found.updatedAt} /> },
                  { label: t("markets.price.until"), value: <Day at={found.borrowableUntil} /> },
                ]}
              />
            </>
          )
        }
      </QueryPanel>
    </Section>
  );
}
