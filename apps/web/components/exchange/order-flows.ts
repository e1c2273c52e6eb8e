import {
  cancelAllOrders,
  cancelOrder,
  dutchOrder,
  fill,
  getEpoch,
  limitOrder,
  type Order,
  type PermitSignature,
  previewFill,
  requirements,
  signOrder,
  standingOrder,
} from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import { postOrder } from "@qti/sdk/exchange/book";
import type { BookOrder } from "@qti/sdk/exchange/wire";
import type { Address, Hex } from "viem";
import { getBlock } from "viem/actions";
import { formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import type { Offer } from "@/lib/query/exchange";
import { allOrders } from "@/lib/sdk/all-orders";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";
import { neededBesides } from "./besides";
import { leastMoney, mostMoney, type OrderFigures } from "./order-terms";

const dollars = (value: bigint, t: Translator) =>
  `$${formatAmount(value, { decimals: 6, maximum: 2, minimum: 2 }, t)}`;
const shareWords = (value: bigint, symbol: string, t: Translator) =>
  `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} ${symbol}`;

/** The market of an order. */
export type MarketOf = { asset: Address; symbol: string; money: Address; apiUrl: string };

/** Leaves an order in the book: a permission where one is missing, a signature, and the service that keeps it. */
export function placeOrderFlow(
  figures: OrderFigures,
  market: MarketOf,
  onDone: () => void,
  t: Translator,
): Flow {
  const { side, kind, shares, price, endPrice, count } = figures;
  const buying = side === "bid";
  const what = shareWords(shares, market.symbol, t);
  const days = figures.duration / 86_400;
  return {
    title: buying ? t("exchange.buy", { what }) : t("exchange.sell", { what }),
    verb: t("exchange.place.verb"),
    fee: t("exchange.place.fee"),
    changes: [
      { label: buying ? t("exchange.place.youBuy") : t("exchange.place.youSell"), value: what },
      {
        label: t("exchange.price"),
        value:
          kind === "moving"
            ? t("exchange.place.fromTo", { from: dollars(price, t), to: dollars(endPrice, t) })
            : dollars(price, t),
      },
      {
        label: buying ? t("exchange.payAtMost") : t("exchange.getAtLeast"),
        value: dollars(buying ? mostMoney(figures) : leastMoney(figures), t),
      },
      count > 1
        ? {
            label: t("exchange.place.repeats"),
            value: t("exchange.place.repeated", { count, days: figures.interval / 86_400 }),
          }
        : { label: t("exchange.place.stands"), value: t("exchange.place.days", { days }) },
    ],
    risk: t("exchange.place.risk"),
    plan: async ({ account, client }) => {
      const [epoch, { timestamp }, others] = await Promise.all([
        getEpoch(client, { account }),
        getBlock(client, { blockTag: "pending" }),
        livingOrders(market.apiUrl, account),
      ]);
      const start = Number(timestamp);
      const order = orderOf(figures, { maker: account, market, epoch, start });
      const besides = neededBesides(others, { side, ...market });
      const missing = await requirements(client, { action: "placeOrder", order, besides, owner: account });
      let signature: Hex = "0x";
      return [
        ...requirementSteps(missing, t),
        {
          id: "sign",
          kind: "signature",
          title: t("exchange.place.verb"),
          detail: t("wallet.signing.detail"),
          run: async (wallet) => {
            ({ signature } = await signOrder(wallet, { order }));
          },
        },
        {
          id: "post",
          kind: "task",
          title: t("exchange.place.post"),
          run: async () => {
            await postOrder({ url: market.apiUrl }, { order, signature });
            onDone();
          },
        },
      ];
    },
    done: t("exchange.place.done"),
  };
}

function orderOf(
  { side, kind, shares, price, endPrice, duration, interval, count }: OrderFigures,
  { maker, market, epoch, start }: { maker: Address; market: MarketOf; epoch: bigint; start: number },
): Order {
  const terms = { maker, asset: market.asset, money: market.money, side, shares, epoch, start };
  if (kind === "standing") return standingOrder({ ...terms, price, duration, interval, count });
  const expiresAt = start + duration;
  if (kind === "moving") return dutchOrder({ ...terms, startPrice: price, endPrice, expiresAt });
  return limitOrder({ ...terms, price, expiresAt });
}

/** Orders of an account that can still be filled, now or later. */
const livingOrders = (apiUrl: string, maker: Address) =>
  allOrders(apiUrl, { maker, states: ["open", "waiting", "unfillable"] });

/** Between what was shown and the next block the price became another one, as where a standing order opens anew. */
export class PriceMovedError extends QtiError {
  constructor() {
    super("The price is no longer the one that you were shown.", {
      name: "PriceMovedError",
      code: "price-moved",
      next: "Close this, look at the price as it is now, and review it again.",
    });
  }
}

type Figures = { gives: bigint; gets: bigint };

/** By more than what a second or two between two clocks make of a moving price. */
function isWorse(now: Figures, shown: Figures): boolean {
  return now.gives * 100n > shown.gives * 101n || now.gets * 100n < shown.gets * 99n;
}

/** Takes a part of an order, or all of it, at the price it has in the next block: never a worse one than was shown. */
export function takeOrderFlow(
  offer: Offer,
  shares: bigint,
  { symbol, feeBps, apiUrl, at }: { symbol: string; feeBps: number; apiUrl: string; at: number },
  onConfirmed: () => void,
  t: Translator,
): Flow {
  const { order, signature } = offer;
  const buying = offer.side === "ask";
  // A bid sells money: as much of it as pays for the shares at its price.
  const sellAmount = buying ? shares : (shares * offer.fillable) / offer.wanted;
  const preview = previewFill({ order, sellAmount, at, feeBps });
  const what = shareWords(shares, symbol, t);
  const verb = buying ? t("exchange.form.buy") : t("exchange.form.sell");
  let permit: PermitSignature | undefined;
  return {
    title: buying ? t("exchange.buy", { what }) : t("exchange.sell", { what }),
    verb,
    changes: [
      {
        label: buying ? t("exchange.fill.youGet") : t("exchange.fill.youGive"),
        value: shareWords(preview?.assetAmount ?? shares, symbol, t),
      },
      { label: t("exchange.price"), value: dollars(offer.priceAt(at), t) },
      { label: t("exchange.fill.fee"), value: dollars(preview?.fee ?? 0n, t) },
      {
        label: buying ? t("exchange.fill.youPay") : t("exchange.fill.youGet"),
        value: dollars(preview ? (buying ? preview.gives : preview.gets) : 0n, t),
      },
    ],
    risk: t("exchange.fill.risk"),
    plan: async ({ account, client }) => {
      const [{ timestamp }, others] = await Promise.all([
        getBlock(client, { blockTag: "pending" }),
        livingOrders(apiUrl, account),
      ]);
      const now = previewFill({ order, sellAmount, at: Number(timestamp), feeBps });
      if (now && preview && isWorse(now, preview)) throw new PriceMovedError();
      const maxGive = now?.gives ?? 0n;
      const minGet = now?.gets ?? 0n;
      // What is given here is taken off the permission by which the orders of one's own live.
      const besides = neededBesides(others, { side: buying ? "bid" : "ask", ...order });
      const value = maxGive + besides;
      const missing = await requirements(client, { action: "fill", order, maxGive: value, owner: account });
      return [
        ...requirementSteps(missing, t, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "fill", title: verb }, fill, () => ({
          order,
          signature,
          sellAmount,
          maxGive,
          minGet,
          ...(permit ? { permit: { ...permit, value } } : {}),
        })),
      ];
    },
    done: t("exchange.fill.done", { shares: what }),
    doneLink: () => ({ href: "/portfolio", title: t("exchange.fill.link") }),
    onConfirmed,
  };
}

/** Ends one order for ever. */
export function cancelOrderFlow(
  { order }: BookOrder,
  words: string,
  onConfirmed: () => void,
  t: Translator,
): Flow {
  return {
    title: t("exchange.row.cancelOf", { order: words }),
    verb: t("exchange.cancel.verb"),
    changes: [
      {
        label: t("exchange.cancel.order"),
        before: t("exchange.cancel.before"),
        value: t("exchange.cancel.after"),
      },
    ],
    plan: async () => [
      writeStep({ id: "cancel", title: t("exchange.cancel.verb") }, cancelOrder, () => ({ order })),
    ],
    estimateGas: ({ account, client }) => cancelOrder.estimateGas(client, { order, account }),
    done: t("exchange.cancel.done"),
    onConfirmed,
  };
}

/** Ends every order that the account has signed so far. */
export function cancelAllFlow(count: number, onConfirmed: () => void, t: Translator): Flow {
  return {
    title: t("exchange.cancelAll.title"),
    verb: t("exchange.cancelAll.verb"),
    changes: [{ label: t("exchange.cancelAll.orders"), before: String(count), value: "0" }],
    risk: t("exchange.cancelAll.risk"),
    plan: async () => [
      writeStep({ id: "cancelAll", title: t("exchange.cancelAll.title") }, cancelAllOrders, () => ({})),
    ],
    estimateGas: ({ account, client }) => cancelAllOrders.estimateGas(client, { account }),
    done: t("exchange.cancelAll.done"),
    onConfirmed,
  };
}
