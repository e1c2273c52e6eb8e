"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { flagEnds, healthWord, mayBeFlagged, partWords, tokenWords } from "@/lib/domain/market";
import { addressWords } from "@/lib/domain/names";
import { formatAmount } from "@/lib/format/amount";
import { type RipePosition, useGasPrice } from "@/lib/query/markets";
import { useAddress } from "@/lib/wallet/use-account";
import { HealthGauge } from "./health-gauge";

const wad = 10n ** 18n;
/** What a liquidation of shares takes, by the contracts' measurements, rounded up. */
const typicalGas = 160_000n;

/** A debt that is too large for its pledge, or nearly: what paying it brings, and the way to do it. */
export function RipeRow({ found }: { found: RipePosition }) {
  const t = useTranslations();
  const account = useAddress();
  const { market, borrower, position, view, preview, mayHold } = found;
  const { loan, collateral, params } = market;
  const money = (value: bigint) => tokenWords(value, loan, t);
  const gas = useTypicalFee();
  return (
    <article className="grid gap-x-12 gap-y-4 py-6 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <div>
          <h3 className="font-medium">
            {t.rich("markets.liquidations.of", { who: () => <AddressText address={borrower} /> })}
          </h3>
          <Link href={`/loans/markets/${market.id}`} className="prose-link text-sm">
            {collateral.name}
          </Link>
          {position.flaggedAt > 0 && (
            <span className="ml-3 text-muted text-sm">
              {t.rich(
                market.at < flagEnds(position)
                  ? "markets.liquidations.flagged"
                  : "markets.liquidations.flagOver",
                { time: () => <Time at={position.flaggedAt} /> },
              )}
            </span>
          )}
        </div>
        <HealthGauge part={view.loanToValue ?? wad} limit={params.lltv} word={healthWord(view)} />
      </div>
      <div className="grid content-start gap-4">
        <Facts
          className="text-sm"
          rows={[
            { label: t("markets.liquidations.owes"), value: money(view.debt) },
            {
              label: t("markets.liquidations.pledge"),
              value: `${tokenWords(view.collateral, collateral, t)}, ${t("markets.liquidations.worth", {
                amount: money(view.worth),
              })}`,
            },
            ...(preview
              ? [
                  { label: t("markets.liquidations.pays"), value: money(preview.repay) },
                  {
                    label: t("markets.liquidations.takes"),
                    value: tokenWords(preview.seized, collateral, t),
                  },
                  {
                    label: t("markets.liquidations.gain"),
                    value: (
                      <span className="font-medium text-gain">
                        {money(preview.bonus)} ({partWords(preview.incentive - wad, t)})
                      </span>
                    ),
                  },
                  ...(preview.badDebt > 0n
                    ? [
                        {
                          label: t("markets.liquidations.badDebt"),
                          value: <span className="text-loss">{money(preview.badDebt)}</span>,
                        },
                      ]
                    : []),
                  { label: t("markets.liquidations.gas"), value: gas },
                ]
              : []),
          ]}
        />
        {preview && <Actions found={found} />}
        {preview && account === undefined && (
          <p className="text-muted text-sm">{t("markets.liquidations.connect")}</p>
        )}
        {preview && account !== undefined && (
          <p className="text-muted text-sm">
            {mayHold ? t("markets.liquidations.mayHold") : t("markets.liquidations.mayNotHold")}
          </p>
        )}
      </div>
    </article>
  );
}

/** What the network asks for a liquidation now, about. */
function useTypicalFee(): string {
  const t = useTranslations();
  const price = useGasPrice();
  if (price.data === undefined) return "–";
  return `${formatAmount(price.data * typicalGas, { decimals: 18, maximum: 6 }, t)} ETH`;
}

function Actions({ found }: { found: RipePosition }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const transact = useTransact();
  const { market, borrower, position, mayHold } = found;
  const who = addressWords(borrower, config, t);

  async function run(kind: "liquidate" | "flag") {
    const { flagFlow, liquidateFlow } = await import("./liquidation-flows");
    transact(kind === "liquidate" ? liquidateFlow(found, who, t) : flagFlow(found, who, t));
  }

  return (
    <SignerGate>
      <div className="flex flex-wrap gap-2">
        {mayHold && (
          <Button
            look="primary"
            size="small"
            aria-label={t("markets.liquidations.liquidateOf", { who })}
            onClick={() => void run("liquidate")}
          >
            {t("markets.liquidations.liquidate")}
          </Button>
        )}
        {mayBeFlagged(market, position) && (
          <Button
            size="small"
            aria-label={t("markets.liquidations.flagOf", { who })}
            onClick={() => void run("flag")}
          >
            {t("markets.liquidations.flag")}
          </Button>
        )}
      </div>
    </SignerGate>
  );
}
