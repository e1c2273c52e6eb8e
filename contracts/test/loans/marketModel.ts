/**
 * A lending market of shares of one asset, its rate and its appraisals, as a person would explain them, in plain numbers: every
 * division says which way it rounds. The contracts are compared with it after random sequences. What is refused changes nothing and
 * returns undefined.
 */
export interface MarketTermsModel {
  /** Loan-to-value from which a position can be liquidated, wad. */
  lltv: bigint;
  /** Least worth of the collateral of a debt, in units of money. */
  dust: bigint;
  supplyCap: bigint;
  borrowCap: bigint;
  rate: { target: bigint; initial: bigint; min: bigint; max: bigint; steepness: bigint; speed: bigint };
  /** Most that the price moves in a day, in 1/10,000, and how long one may borrow by an appraisal. */
  glide: { dailyBps: bigint; borrowMaxAge: bigint };
  /** Whole shares that were issued. */
  shares: bigint;
}

export interface PositionModel {
  supplyShares: bigint;
  borrowShares: bigint;
  collateral: bigint;
  flaggedAt: bigint;
}

export interface MarketModel {
  terms: MarketTermsModel;
  now: bigint;
  supplied: bigint;
  supplyShares: bigint;
  borrowed: bigint;
  borrowShares: bigint;
  updated: bigint;
  rateAtTarget: bigint;
  /** What the markets hold of the money. */
  cash: bigint;
  positions: Map<string, PositionModel>;
  appraisal: { from: bigint; target: bigint; since: bigint; at: bigint };
}

export const DAY = 86_400n;
const WAD = 10n ** 18n;
const BPS = 10_000n;
/** Of a price: units of money for a unit of collateral, times this. */
const PRICE = 10n ** 36n;
/** Money units and share units in a whole one. */
const DOLLAR = 10n ** 6n;
const SHARE = 10n ** 18n;
/** Shares of a pot that nobody holds, and the unit that they are worth. */
const VIRTUAL = 1_000_000n;

export function newMarket(terms: MarketTermsModel, now: bigint, value: bigint): MarketModel {
  return {
    terms,
    now,
    supplied: 0n,
    supplyShares: 0n,
    borrowed: 0n,
    borrowShares: 0n,
    updated: now,
    rateAtTarget: terms.rate.initial,
    cash: 0n,
    positions: new Map(),
    appraisal: { from: value, target: value, since: now, at: now },
  };
}

export function positionOf(model: MarketModel, who: string): PositionModel {
  const found = model.positions.get(who);
  if (found !== undefined) return found;
  const fresh = { supplyShares: 0n, borrowShares: 0n, collateral: 0n, flaggedAt: 0n };
  model.positions.set(who, fresh);
  return fresh;
}

// --- the price

/** A rise of g a day is undone by a fall of g a day: it is reckoned as g / (1 + g). */
export function valueNow({ appraisal, terms, now }: MarketModel): bigint {
  const { from, target, since } = appraisal;
  const { dailyBps } = terms.glide;
  const way = from * dailyBps * (now - since);
  return target < from
    ? max(target, from - min(from, way / (BPS * DAY)))
    : min(target, from + way / ((BPS + dailyBps) * DAY));
}

/** Units of money for a unit of collateral, times 10^36. */
const priceOf = (model: MarketModel, value: bigint) => (value * PRICE) / (model.terms.shares * SHARE);

export function prices(model: MarketModel): { borrow: bigint; liquidation: bigint } {
  const value = valueNow(model);
  const tooOld = model.now > model.appraisal.at + model.terms.glide.borrowMaxAge;
  const lower = min(value, model.appraisal.target);
  return { borrow: tooOld ? 0n : priceOf(model, lower), liquidation: priceOf(model, value) };
}

export function appraise(model: MarketModel, value: bigint): bigint | undefined {
  if (value === 0n) return undefined;
  model.appraisal = { from: valueNow(model), target: value, since: model.now, at: model.now };
  return value;
}

// --- interest

/** The mean rate of the time since the market was touched, and the rate at the target after it. */
export function ratesNow({ terms, supplied, borrowed, rateAtTarget, updated, now }: MarketModel) {
  const { target, min: least, max: most, steepness, speed } = terms.rate;
  const used = supplied === 0n ? 0n : min((borrowed * WAD) / supplied, WAD);
  const isAbove = used > target;
  const distance = isAbove ? ((used - target) * WAD) / (WAD - target) : ((target - used) * WAD) / target;
  const factor = WAD + (speed * distance * min(now - updated, 5n * DAY)) / WAD;
  const after = isAbove
    ? min((rateAtTarget * factor) / WAD, most)
    : max((rateAtTarget * WAD) / factor, least);
  const curve = isAbove
    ? WAD + ((steepness - WAD) * distance) / WAD
    : WAD - ((WAD - (WAD * WAD) / steepness) * distance) / WAD;
  return { rate: ((rateAtTarget + after) * curve) / (2n * WAD), after };
}

/** Compounded by the first three terms of e^x - 1, each rounded down. */
export function interestNow(model: MarketModel): bigint {
  const x = ratesNow(model).rate * (model.now - model.updated);
  const square = (x * x) / (2n * WAD);
  const cube = (square * x) / (3n * WAD);
  return (model.borrowed * (x + square + cube)) / WAD;
}

export function accrue(model: MarketModel): bigint {
  if (model.now === model.updated) return 0n;
  const interest = interestNow(model);
  model.rateAtTarget = ratesNow(model).after;
  model.borrowed += interest;
  model.supplied += interest;
  model.updated = model.now;
  return interest;
}

// --- shares of the two pots

const lentDown = (m: MarketModel, assets: bigint) =>
  (assets * (m.supplyShares + VIRTUAL)) / (m.supplied + 1n);
const owedUp = (m: MarketModel, assets: bigint) => up(assets * (m.borrowShares + VIRTUAL), m.borrowed + 1n);
const debtUp = (m: MarketModel, shares: bigint) => up(shares * (m.borrowed + 1n), m.borrowShares + VIRTUAL);
const moneyDown = (m: MarketModel, shares: bigint) =>
  (shares * (m.supplied + 1n)) / (m.supplyShares + VIRTUAL);

const worth = (collateral: bigint, price: bigint) => (collateral * price) / PRICE;
const limit = (model: MarketModel, value: bigint) => (value * model.terms.lltv) / WAD;

/** Debt now, and what it may be at most before a liquidation and after borrowing. */
export function healthOf(model: MarketModel, who: string) {
  const touched = structuredClone(model);
  accrue(touched);
  const { collateral, borrowShares } = positionOf(touched, who);
  const { borrow: low, liquidation } = prices(model);
  return {
    debt: debtUp(touched, borrowShares),
    liquidationLimit: limit(model, worth(collateral, liquidation)),
    borrowLimit: limit(model, worth(collateral, low)),
  };
}

// --- what people do

export function supply(model: MarketModel, who: string, assets: bigint): bigint | undefined {
  accrue(model);
  if (assets === 0n || model.supplied + assets > model.terms.supplyCap) return undefined;
  const shares = lentDown(model, assets);
  positionOf(model, who).supplyShares += shares;
  model.supplyShares += shares;
  model.supplied += assets;
  model.cash += assets;
  return shares;
}

export function withdraw(model: MarketModel, who: string, shares: bigint): bigint | undefined {
  accrue(model);
  const position = positionOf(model, who);
  if (shares === 0n || shares > position.supplyShares) return undefined;
  const assets = moneyDown(model, shares);
  if (assets > model.supplied - model.borrowed) return undefined;
  position.supplyShares -= shares;
  model.supplyShares -= shares;
  model.supplied -= assets;
  model.cash -= assets;
  return assets;
}

export function pledge(model: MarketModel, who: string, amount: bigint): bigint | undefined {
  if (amount === 0n) return undefined;
  positionOf(model, who).collateral += amount;
  return amount;
}

export function takeBack(model: MarketModel, who: string, amount: bigint): bigint | undefined {
  accrue(model);
  const position = positionOf(model, who);
  if (amount === 0n || amount > position.collateral) return undefined;
  position.collateral -= amount;
  return position.borrowShares === 0n || mayOwe(model, position) ? amount : undefined;
}

export function borrow(model: MarketModel, who: string, assets: bigint): bigint | undefined {
  accrue(model);
  if (assets === 0n || assets > model.supplied - model.borrowed) return undefined;
  if (model.borrowed + assets > model.terms.borrowCap) return undefined;
  const shares = owedUp(model, assets);
  const position = positionOf(model, who);
  position.borrowShares += shares;
  model.borrowShares += shares;
  model.borrowed += assets;
  model.cash -= assets;
  return mayOwe(model, position) ? shares : undefined;
}

function mayOwe(model: MarketModel, { collateral, borrowShares }: PositionModel): boolean {
  const { borrow: low, liquidation } = prices(model);
  if (low === 0n) return false;
  const value = worth(collateral, min(low, liquidation));
  return value >= model.terms.dust && debtUp(model, borrowShares) <= limit(model, value);
}

/** Pays for shares of a debt. */
export function repay(model: MarketModel, who: string, shares: bigint): bigint | undefined {
  accrue(model);
  const position = positionOf(model, who);
  if (shares === 0n || shares > position.borrowShares) return undefined;
  const assets = debtUp(model, shares);
  position.borrowShares -= shares;
  lessen(model, shares, assets);
  model.cash += assets;
  return assets;
}

function lessen(model: MarketModel, shares: bigint, assets: bigint): void {
  model.borrowShares -= shares;
  model.borrowed = max(0n, model.borrowed - assets);
}

/** What a liquidator gets for a unit that it pays, wad: more from a day after the flag, for ten days, and no more after fourteen. */
export function incentiveOf(lltv: bigint, flaggedAt: bigint, now: bigint): bigint {
  const bonus = min((15n * WAD) / 100n, (3n * (WAD - lltv)) / 10n);
  const since = now - flaggedAt;
  if (flaggedAt === 0n || since >= 14n * DAY) return WAD + bonus;
  const risen = min(max(0n, since - DAY), 10n * DAY);
  return WAD + bonus + ((WAD - bonus) * risen) / (10n * DAY);
}

/** Pays for at most `shares` of an unhealthy debt. */
export function liquidate(model: MarketModel, who: string, shares: bigint) {
  accrue(model);
  const position = positionOf(model, who);
  const { liquidation: price } = prices(model);
  const debt = debtUp(model, position.borrowShares);
  const value = worth(position.collateral, price);
  if (shares === 0n || price === 0n || debt <= limit(model, value)) return undefined;
  const incentive = incentiveOf(model.terms.lltv, position.flaggedAt, model.now);

  if ((debt * incentive) / WAD >= value) return shares < position.borrowShares ? undefined : seizeAll();
  const paidShares = min(shares, position.borrowShares);
  const repaid = debtUp(model, paidShares);
  const seized = (((repaid * incentive) / WAD) * PRICE) / price;
  const isAll = paidShares === position.borrowShares;
  if (!isAll && worth(position.collateral - seized, price) < model.terms.dust) return undefined;
  return settle(paidShares, repaid, seized, 0n);

  function seizeAll() {
    const paid = min(debt, up(value * WAD, incentive));
    const lost = min(debt, model.borrowed) - min(paid, model.borrowed);
    return settle(position.borrowShares, paid, position.collateral, lost);
  }

  function settle(settled: bigint, repaid_: bigint, seized_: bigint, lost: bigint) {
    position.borrowShares -= settled;
    position.collateral -= seized_;
    if (position.borrowShares === 0n) position.flaggedAt = 0n;
    lessen(model, settled, repaid_ + lost);
    model.supplied -= lost;
    model.cash += repaid_;
    return { repaid: repaid_, seized: seized_, lost };
  }
}

/** Starts the clock of the sale of an unhealthy position, unless it runs, and ends it for a healthy one. */
export function flag(model: MarketModel, who: string): bigint {
  accrue(model);
  const position = positionOf(model, who);
  const value = worth(position.collateral, prices(model).liquidation);
  const isHealthy = debtUp(model, position.borrowShares) <= limit(model, value);
  const runs = position.flaggedAt !== 0n && model.now - position.flaggedAt < 14n * DAY;
  if (isHealthy) position.flaggedAt = 0n;
  else if (!runs) position.flaggedAt = model.now;
  return position.flaggedAt;
}

export const dollars = (whole: bigint) => whole * DOLLAR;

const up = (a: bigint, b: bigint) => (a + b - 1n) / b;
const min = (a: bigint, b: bigint) => (a < b ? a : b);
const max = (a: bigint, b: bigint) => (a > b ? a : b);
