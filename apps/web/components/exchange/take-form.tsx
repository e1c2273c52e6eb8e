"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { AmountInput } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import { useTransferRefusal } from "@/lib/query/assets";
import { useChainNow } from "@/lib/query/chain-time";
import { type Offer, useBestOrders, useExchange } from "@/lib/query/exchange";
import { useAddress } from "@/lib/wallet/use-account";
import { offeredShares } from "./offer";

/** Takes the best offer of the other side, or a part of it, at once. */
export function TakeForm({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const account = useAddress();
  const [side, setSide] = useState<"ask" | "bid">("ask");
  const offers = useBestOrders(asset.asset, side);
  return (
    <div className="grid gap-6">
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="sr-only">{t("exchange.take.sides")}</legend>
        {(["ask", "bid"] as const).map((each) => (
          <Button
            key={each}
            aria-pressed={side === each}
            look={side === each ? "primary" : "secondary"}
            onClick={() => setSide(each)}
          >
            {each === "ask" ? t("exchange.take.buy") : t("exchange.take.sell")}
          </Button>
        ))}
      </fieldset>
      <QueryPanel
        query={offers}
        lines={4}
        isEmpty={(items) => items.length === 0}
        empty={
          <Empty title={side === "ask" ? t("exchange.take.noSeller") : t("exchange.take.noBuyer")}>
            {t("exchange.take.none")}
          </Empty>
        }
      >
        {(items) => {
          // Nobody trades with themselves: the best of the others, where there is one.
          const best = items.find(({ order }) => order.maker !== account) ?? items[0];
          return best && <TakeOffer key={best.hash} asset={asset} offer={best} />;
        }}
      </QueryPanel>
    </div>
  );
}

function TakeOffer({ asset, offer }: { asset: GetAssetReturnType; offer: Offer }) {
  const t = useTranslations();
  const account = useAddress();
  const exchange = useExchange();
  const { apiUrl } = useRuntimeConfig();
  // The chain's clock may be behind the book's: an order that the book calls open has opened.
  const at = Math.max(useChainNow(1) ?? 0, offer.opensAt);
  const transact = useTransact();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const buying = offer.side === "ask";
  const most = offeredShares(offer);
  const price = offer.priceAt(at);
  const isMine = account === offer.order.maker;
  const parsed = parseAmount(typed, 18, t);
  const problem = !parsed.ok
    ? parsed.reason
    : parsed.value === 0n
      ? t("words.amount.zero")
      : parsed.value > most
        ? t("exchange.take.tooMuch", { shares: formatAmount(most, { decimals: 18, maximum: 4 }, t) })
        : undefined;
  const refusal = useTransferRefusal(
    asset.asset,
    account && !isMine
      ? buying
        ? { from: offer.order.maker, to: account, amount: parsed.ok && parsed.value > 0n ? parsed.value : 1n }
        : { from: account, to: offer.order.maker, amount: parsed.ok && parsed.value > 0n ? parsed.value : 1n }
      : undefined,
  );
  const refused = refusal.data?.error;
  const refusedText = useErrorText(refused);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok || problem || refused || isMine || !exchange.data) return;
    const { takeOrderFlow } = await import("./order-flows");
    const { feeBps } = exchange.data;
    const market = { symbol: asset.symbol, feeBps, apiUrl, at };
    transact(takeOrderFlow(offer, parsed.value, market, () => setTyped(""), t));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p>
        {t.rich(buying ? "exchange.take.seller" : "exchange.take.buyer", {
          shares: `${formatAmount(most, { decimals: 18, maximum: 2 }, t)} ${asset.symbol}`,
          price: () => <Money value={price} className="font-medium" />,
        })}
        {exchange.data && (
          <span className="text-muted">
            {" "}
            {t("exchange.take.fee", {
              fee: formatAmount(BigInt(exchange.data.feeBps), { decimals: 2 }, t),
            })}
          </span>
        )}
      </p>
      <Field
        id="take-shares"
        label={t("exchange.take.shares")}
        required
        error={tried || (typed !== "" && parsed.ok) ? problem : undefined}
      >
        {(control) => (
          <AmountInput
            {...control}
            unit={asset.symbol}
            placeholder="0"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {isMine && <Callout title={t("exchange.take.own")}>{t("exchange.take.ownText")}</Callout>}
      {refusedText && (
        <Callout live tone="problem" title={refusedText.sentence}>
          {refusedText.next}
        </Callout>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full" disabled={!exchange.data}>
          {buying ? t("exchange.take.reviewBuy") : t("exchange.take.reviewSell")}
        </Button>
      </SignerGate>
    </form>
  );
}
