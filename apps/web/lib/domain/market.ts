import {
  annualRate,
  borrowRate,
  type GetMarketPositionReturnType,
  type GetMarketReturnType,
  type GetOraclePricesReturnType,
  type HealthPreview,
  liquidationIncentive,
  marketDebt,
  marketSupply,
  previewHealth,
  supplyRate,
  utilisation,
} from "@qti/sdk";
import type { Address } from "viem";
import { formatAmount, formatShare } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

const wad = 10n ** 18n;
/** What prices of an oracle are multiplied by. */
const priceScale = 10n ** 36n;

/** A token of a market and how it is written. */
export type MarketToken = {
  address: Address;
  symbol: string;
  name: string;
  decimals: number;
  /** A dollar of this deployment: written with the sign in front. */
  isDollar: boolean;
};

/** A lending market as of one block, with its tokens and prices. */
export type MarketNow = GetMarketReturnType & {
  loan: MarketToken;
  collateral: MarketToken;
  prices: GetOraclePricesReturnType;
};

/** What somebody has in a market. Loan units; `collateral` in units of collateral. */
export type Holding = { lent: bigint; debt: bigint; collateral: bigint };

/** A holding with how it stands at the price of now. */
export type HoldingView = Holding & HealthPreview;

/** What somebody can do in a market. */
export const marketActions = ["lend", "withdraw", "pledge", "borrow", "repay", "take"] as const;
export type MarketAction = (typeof marketActions)[number];

const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);

/** An amount of a token in words: "$1,250.50", "12.5 QTI". Cut towards zero. */
export function tokenWords(
  value: bigint,
  { decimals, symbol, isDollar }: MarketToken,
  t: Translator,
): string {
  if (isDollar) return `$${formatAmount(value, { decimals, maximum: 2, minimum: 2 }, t)}`;
  return `${formatAmount(value, { decimals, maximum: 4 }, t)} ${symbol}`;
}

/** A part of a whole in wad as a percentage. */
export const partWords = (part: bigint, t: Translator, maximum = 1): string =>
  formatShare(part, wad, maximum, t);

/** A rate of a second as one of a year, in percent. */
export const rateWords = (perSecond: bigint, t: Translator): string =>
  formatShare(annualRate(perSecond), wad, 2, t);

/** What a whole unit of collateral costs, in units of the loan token. */
export const wholePrice = (price: bigint, { collateral }: Pick<MarketNow, "collateral">): bigint =>
  (price * 10n ** BigInt(collateral.decimals)) / priceScale;

/** A price of an oracle in words: what a whole unit of collateral costs. */
export const priceWords = (
  price: bigint,
  market: Pick<MarketNow, "collateral" | "loan">,
  t: Translator,
): string => tokenWords(wholePrice(price, market), market.loan, t);

/** What the shares of a position are worth and owe in a market. */
export function holdingOf(market: MarketNow, position: GetMarketPositionReturnType): Holding {
  return {
    lent: marketSupply(position.supplyShares, market),
    debt: position.borrowShares === 0n ? 0n : marketDebt(position.borrowShares, market),
    collateral: position.collateral,
  };
}

/** How a holding stands, at the prices of now or after a fall by so many percent. */
export function viewOf(
  { params, prices }: Pick<MarketNow, "params" | "prices">,
  holding: Holding,
  fall = 0,
): HoldingView {
  const fallen = (price: bigint) => (price * BigInt(1_000 - Math.round(fall * 10))) / 1_000n;
  const health = previewHealth({
    collateral: holding.collateral,
    debt: holding.debt,
    price: fallen(prices.liquidationPrice),
    borrowPrice: fallen(prices.borrowPrice),
    lltv: params.lltv,
    dust: params.dust,
  });
  return { ...holding, ...health };
}

/** By how much the price may fall until somebody may liquidate, wad; `undefined` without a debt or a price. */
export function roomToFall({ prices }: Pick<MarketNow, "prices">, view: HealthPreview): bigint | undefined {
  const { liquidationPrice: price } = prices;
  if (view.priceAtLiquidation === undefined || price === 0n) return undefined;
  return notBelowZero(((price - view.priceAtLiquidation) * wad) / price);
}

/** What an action is about: units of the loan token, or of the collateral. */
export const tokenOf = (action: MarketAction, market: Pick<MarketNow, "loan" | "collateral">): MarketToken =>
  action === "pledge" || action === "take" ? market.collateral : market.loan;

/** What holds an action back. */
export type Bound = "wallet" | "cap" | "position" | "liquidity" | "health" | "noPrice";

/** The most that an action can move now, and what it is that holds it back. */
export function mostOf(
  action: MarketAction,
  market: MarketNow,
  view: HoldingView,
  atHand: { loan: bigint; collateral: bigint },
): { most: bigint; by: Bound } {
  const smallest = (first: [bigint, Bound], ...others: [bigint, Bound][]) => {
    const [most, by] = others.reduce((a, b) => (b[0] < a[0] ? b : a), first);
    return { most: notBelowZero(most), by };
  };
  switch (action) {
    case "lend":
      return smallest([atHand.loan, "wallet"], [market.supplyCap - market.supplied, "cap"]);
    case "withdraw":
      return smallest([view.lent, "position"], [market.liquidity, "liquidity"]);
    case "pledge":
      return { most: atHand.collateral, by: "wallet" };
    case "borrow":
      if (market.prices.borrowPrice === 0n) return { most: 0n, by: "noPrice" };
      return smallest(
        [view.borrowMore, "health"],
        [market.liquidity, "liquidity"],
        [market.borrowCap - market.borrowed, "cap"],
      );
    case "repay":
      return smallest([view.debt, "position"], [atHand.loan, "wallet"]);
    case "take":
      if (view.debt > 0n && market.prices.borrowPrice === 0n) return { most: 0n, by: "noPrice" };
      return { most: view.takeable, by: view.debt > 0n ? "health" : "position" };
  }
}

/** Market and holding after an action, as far as anyone can know: others act meanwhile, and interest goes on. */
export function afterAction(
  action: MarketAction,
  amount: bigint,
  market: MarketNow,
  holding: Holding,
): { market: MarketNow; view: HoldingView } {
  const lentBy = { lend: amount, withdraw: -amount, pledge: 0n, borrow: 0n, repay: 0n, take: 0n }[action];
  const owedBy = { lend: 0n, withdraw: 0n, pledge: 0n, borrow: amount, repay: -amount, take: 0n }[action];
  const pledgedBy = { lend: 0n, withdraw: 0n, pledge: amount, borrow: 0n, repay: 0n, take: -amount }[action];
  const supplied = notBelowZero(market.supplied + lentBy);
  const borrowed = notBelowZero(market.borrowed + owedBy);
  const used = utilisation({ supplied, borrowed });
  const rate = borrowRate(market.rateTerms, used, market.rateAtTarget);
  const after: MarketNow = {
    ...market,
    supplied,
    borrowed,
    liquidity: notBelowZero(supplied - borrowed),
    utilisation: used,
    borrowRate: rate,
    supplyRate: supplyRate(rate, used),
  };
  const view = viewOf(after, {
    lent: notBelowZero(holding.lent + lentBy),
    debt: notBelowZero(holding.debt + owedBy),
    collateral: notBelowZero(holding.collateral + pledgedBy),
  });
  return { market: after, view };
}

/** A point of the curve of a rate model: parts of one, a year. */
export type CurvePoint = { used: number; borrow: number; supply: number };

const toPart = (value: bigint): number => Number(value) / 1e18;

/** What borrowing costs and lending earns by how much is lent, in steps of so many percent. */
export function curveOf(
  { rateTerms, rateAtTarget }: Pick<MarketNow, "rateTerms" | "rateAtTarget">,
  step = 5,
): CurvePoint[] {
  return Array.from({ length: 100 / step + 1 }, (_, index) => {
    const used = (BigInt(index * step) * wad) / 100n;
    const rate = borrowRate(rateTerms, used, rateAtTarget);
    return {
      used: toPart(used),
      borrow: toPart(annualRate(rate)),
      supply: toPart(annualRate(supplyRate(rate, used))),
    };
  });
}

/** What a liquidator gets on top of what it pays, wad, where nobody flagged the position. */
export const bonusOf = ({ params }: Pick<MarketNow, "params">): bigint =>
  liquidationIncentive({ lltv: params.lltv }) - wad;

/** After which a flag that nobody answered is over, and has to be set anew; as in MarketMath.sol. Seconds. */
const flagLasts = 14 * 86_400;

/** When the flag of a position is over. Unix seconds; long ago where there is none. */
export const flagEnds = ({ flaggedAt }: Pick<GetMarketPositionReturnType, "flaggedAt">): number =>
  flaggedAt + flagLasts;

/**
 * Whether flagging a ripe position starts anything: not while a flag runs. Plain tokens need no sale, as whoever wants may buy
 * them, so their discount never rises.
 */
export const mayBeFlagged = (
  { regulated, at }: Pick<MarketNow, "regulated" | "at">,
  position: Pick<GetMarketPositionReturnType, "flaggedAt">,
): boolean => regulated && (position.flaggedAt === 0 || at >= flagEnds(position));

/** How a position stands, in one word. */
export type HealthWord = "free" | "safe" | "close" | "ripe";

/** Closer to liquidation than this a position is called close. */
const closeFrom = (95n * wad) / 100n;

/** The word for a position: within a twentieth of its limit it is close, over it ripe. */
export function healthWord(view: HealthPreview): HealthWord {
  if (view.health === undefined) return "free";
  if (view.isRipe) return "ripe";
  return (wad * wad) / view.health >= closeFrom ? "close" : "safe";
}

/** Interest on a whole debt until its payment is in a block, for an hour at most: what is allowed on top of it. */
export const withRoom = (debt: bigint, rate: bigint): bigint => debt + (debt * rate * 3_600n) / wad + 1n;
