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
import { postOrder } from "@qti/sdk/exchange/book";
import type { BookOrder } from "@qti/sdk/exchange/wire";
import type { Address, Hex } from "viem";
import { getBlock } from "viem/actions";
import { formatAmount } from "@/lib/format/amount";
import type { Offer } from "@/lib/query/exchange";
import { allOrders } from "@/lib/sdk/all-orders";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requirementSteps } from "@/lib/transactions/requirement-steps";
import { neededBesides } from "./besides";
import { leastMoney, mostMoney, type OrderFigures } from "./order-terms";

const dollars = (value: bigint) => `$${formatAmount(value, { decimals: 6, maximum: 2, minimum: 2 })}`;
const shareWords = (value: bigint, symbol: string) =>
  `${formatAmount(value, { decimals: 18, maximum: 4 })} ${symbol}`;

/** The market of an order. */
export type MarketOf = { asset: Address; symbol: string; money: Address; apiUrl: string };

/** Leaves an order in the book: a permission where one is missing, a signature, and the service that keeps it. */
export function placeOrderFlow(figures: OrderFigures, market: MarketOf, onDone: () => void): Flow {
  const { side, kind, shares, price, endPrice, count } = figures;
  const buying = side === "bid";
  const title = `${buying ? "Buy" : "Sell"} ${shareWords(shares, market.symbol)}`;
  const at = kind === "moving" ? `${dollars(price)} to ${dollars(endPrice)}` : dollars(price);
  return {
    title,
    verb: "Sign the order",
    fee: "none, but for a permission",
    changes: [
      { label: buying ? "You buy" : "You sell", value: shareWords(shares, market.symbol) },
      { label: "Price of a share", value: at },
      {
        label: buying ? "You pay at most" : "You get at least",
        value: buying ? dollars(mostMoney(figures)) : dollars(leastMoney(figures)),
      },
      ...(count > 1
        ? [{ label: "Repeats", value: `${count} times, every ${figures.interval / 86_400} days` }]
        : [{ label: "Stands for", value: `${figures.duration / 86_400} days` }]),
    ],
    risk: "Whoever holds this signature can take the order until it ends or you cancel it, even if the price moves. Cancelling is a transaction.",
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
        ...requirementSteps(missing),
        {
          id: "sign",
          kind: "signature",
          title: "Sign the order",
          detail: "A message, not a transaction: it costs nothing",
          run: async (wallet) => {
            ({ signature } = await signOrder(wallet, { order }));
          },
        },
        {
          id: "post",
          kind: "task",
          title: "Put it into the book",
          run: async () => {
            await postOrder({ url: market.apiUrl }, { order, signature });
            onDone();
          },
        },
      ];
    },
    done: "The order is in the book",
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

/** Takes a part of an order, or all of it, at the price it has in the next block. */
export function takeOrderFlow(
  offer: Offer,
  shares: bigint,
  { symbol, feeBps, apiUrl, at }: { symbol: string; feeBps: number; apiUrl: string; at: number },
  onConfirmed: () => void,
): Flow {
  const { order, signature } = offer;
  const buying = offer.side === "ask";
  // A bid sells money: as much of it as pays for the shares at its price.
  const sellAmount = buying ? shares : (shares * offer.fillable) / offer.wanted;
  const preview = previewFill({ order, sellAmount, at, feeBps });
  let permit: PermitSignature | undefined;
  return {
    title: `${buying ? "Buy" : "Sell"} ${shareWords(shares, symbol)}`,
    verb: buying ? "Buy" : "Sell",
    changes: [
      { label: buying ? "You get" : "You give", value: shareWords(preview?.assetAmount ?? shares, symbol) },
      { label: "Price of a share", value: dollars(offer.priceAt(at)) },
      { label: "Fee of the exchange", value: dollars(preview?.fee ?? 0n) },
      {
        label: buying ? "You pay" : "You get",
        value: dollars(preview ? (buying ? preview.gives : preview.gets) : 0n),
      },
    ],
    risk: "A share is worth what somebody pays for it, and that can be nothing. A trade cannot be taken back.",
    plan: async ({ account, client }) => {
      const [{ timestamp }, others] = await Promise.all([
        getBlock(client, { blockTag: "pending" }),
        livingOrders(apiUrl, account),
      ]);
      const now = previewFill({ order, sellAmount, at: Number(timestamp), feeBps });
      const maxGive = now?.gives ?? 0n;
      const minGet = now?.gets ?? 0n;
      // What is given here is taken off the permission by which the orders of one's own live.
      const besides = neededBesides(others, { side: buying ? "bid" : "ask", ...order });
      const value = maxGive + besides;
      const missing = await requirements(client, { action: "fill", order, maxGive: value, owner: account });
      return [
        ...requirementSteps(missing, (signed) => {
          permit = signed;
        }),
        writeStep({ id: "fill", title: buying ? "Buy" : "Sell" }, fill, () => ({
          order,
          signature,
          sellAmount,
          maxGive,
          minGet,
          ...(permit ? { permit: { ...permit, value } } : {}),
        })),
      ];
    },
    done: `${shareWords(shares, symbol)} changed hands`,
    doneLink: () => ({ href: "/portfolio", title: "See the portfolio" }),
    onConfirmed,
  };
}

/** Ends one order for ever. */
export function cancelOrderFlow({ order }: BookOrder, words: string, onConfirmed: () => void): Flow {
  return {
    title: `Cancel: ${words}`,
    verb: "Cancel the order",
    changes: [{ label: "Order", before: "in the book", value: "cancelled" }],
    plan: async () => [
      writeStep({ id: "cancel", title: "Cancel the order" }, cancelOrder, () => ({ order })),
    ],
    estimateGas: ({ account, client }) => cancelOrder.estimateGas(client, { order, account }),
    done: "The order is cancelled",
    onConfirmed,
  };
}

/** Ends every order that the account has signed so far. */
export function cancelAllFlow(count: number, onConfirmed: () => void): Flow {
  return {
    title: "Cancel all orders",
    verb: "Cancel all",
    changes: [{ label: "Orders that can be filled", before: String(count), value: "0" }],
    risk: "All orders that this account ever signed end at once, also those that no book shows.",
    plan: async () => [
      writeStep({ id: "cancelAll", title: "Cancel all orders" }, cancelAllOrders, () => ({})),
    ],
    estimateGas: ({ account, client }) => cancelAllOrders.estimateGas(client, { account }),
    done: "All your orders are cancelled",
    onConfirmed,
  };
}
