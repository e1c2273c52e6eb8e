/**
 * The exchange as a person would explain it, in plain numbers: orders, purses and a calendar. The contract is compared with
 * it after random sequences. Rounding stands only where it is said.
 */
export interface ModelOrder {
  maker: string;
  bid: boolean;
  partial: boolean;
  /** Units given in one window, and wanted for all of them at its start and end. */
  sells: bigint;
  wantsFirst: bigint;
  wantsLast: bigint;
  start: bigint;
  duration: bigint;
  interval: bigint;
  count: bigint;
  epoch: bigint;
  cancelled: boolean;
  /** Units sold, a window. */
  sold: Map<bigint, bigint>;
}

export interface Market {
  feeBps: bigint;
  shares: Map<string, bigint>;
  money: Map<string, bigint>;
  epochs: Map<string, bigint>;
}

/** The window that is open and what its order wants for all of `sells` now. */
export function openWindow(order: ModelOrder, now: bigint): { window: bigint; wants: bigint } | undefined {
  for (let window = 0n; window < order.count; ++window) {
    const elapsed = now - (order.start + window * order.interval);
    const isNext = order.interval > 0n && elapsed >= order.interval;
    if (elapsed < 0n || elapsed > order.duration || isNext) continue;
    const fallen = ((order.wantsFirst - order.wantsLast) * elapsed) / order.duration;
    return { window, wants: order.wantsFirst - fallen };
  }
  return undefined;
}

/** What `taker` gets when it takes `amount`; nothing changes and `false` comes back where the exchange has to refuse. */
export function fill(market: Market, order: ModelOrder, taker: string, amount: bigint, now: bigint): boolean {
  const offer = offerOf(market, order, amount, now);
  if (offer === undefined || taker === order.maker) return false;
  const bought = divideUp(offer.wants * amount, order.sells);
  const [shares, money] = order.bid ? [bought, amount] : [amount, bought];
  const fee = (money * market.feeBps) / 10_000n;
  const [seller, buyer] = order.bid ? [taker, order.maker] : [order.maker, taker];
  const proceeds = order.bid ? money - fee : money;
  if (!settle(market, seller, buyer, shares, proceeds, proceeds + fee, { treasurer: fee })) return false;
  order.sold.set(offer.window, offer.sold + amount);
  return true;
}

export function match(
  market: Market,
  ask: ModelOrder,
  bid: ModelOrder,
  shares: bigint,
  keeper: string,
  now: bigint,
): boolean {
  const asked = offerOf(market, ask, shares, now);
  const bidWindow = openWindow(bid, now);
  if (asked === undefined || bidWindow === undefined || ask.maker === bid.maker) return false;
  const least = divideUp(asked.wants * shares, ask.sells);
  const most = (shares * bid.sells) / bidWindow.wants;
  const used = divideUp(shares * bid.sells, bidWindow.wants);
  const offered = offerOf(market, bid, used, now);
  if (offered === undefined || (!bid.partial && most !== bid.sells) || most < least) return false;

  const surplus = most - least;
  const wantedFee = (least * market.feeBps) / 10_000n;
  const fee = wantedFee < surplus ? wantedFee : surplus;
  const tip = (surplus - fee) / 10n;
  const proceeds = least + (surplus - fee - tip) / 2n;
  const payees = { treasurer: fee, [keeper]: tip };
  if (!settle(market, ask.maker, bid.maker, shares, proceeds, proceeds + fee + tip, payees)) return false;
  ask.sold.set(asked.window, asked.sold + shares);
  bid.sold.set(offered.window, offered.sold + used);
  return true;
}

export function balanceOf(purses: Map<string, bigint>, who: string): bigint {
  return purses.get(who) ?? 0n;
}

function offerOf(market: Market, order: ModelOrder, amount: bigint, now: bigint) {
  const open = openWindow(order, now);
  if (open === undefined || order.cancelled || order.epoch !== balanceOf(market.epochs, order.maker))
    return undefined;
  const sold = order.sold.get(open.window) ?? 0n;
  const left = order.sells - sold;
  if (amount === 0n || amount > left || (!order.partial && amount !== left)) return undefined;
  return { ...open, sold };
}

/** Both legs or none. */
function settle(
  { shares, money }: Market,
  seller: string,
  buyer: string,
  amount: bigint,
  proceeds: bigint,
  cost: bigint,
  payees: Record<string, bigint>,
): boolean {
  if (balanceOf(shares, seller) < amount || balanceOf(money, buyer) < cost) return false;
  add(shares, seller, -amount);
  add(shares, buyer, amount);
  add(money, buyer, -cost);
  add(money, seller, proceeds);
  for (const [who, part] of Object.entries(payees)) add(money, who, part);
  return true;
}

function add(purses: Map<string, bigint>, who: string, amount: bigint): void {
  purses.set(who, balanceOf(purses, who) + amount);
}

function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
