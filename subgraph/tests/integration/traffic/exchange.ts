import { type Address, encodeFunctionData, type Hex, maxUint256, zeroAddress } from "viem";
import { isBid, isPartial, type Order, orderFlags } from "../../../../packages/sdk/src/exchange/order.ts";
import { orderTypedData } from "../../../../packages/sdk/src/exchange/orderTypedData.ts";
import { exchangeAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import { delayed, offices, pass, people, signerOf, type World } from "../world.ts";
import { assetsIn, someHolder, type Traffic } from "./action.ts";
import { dollar, dollarsOf, exchangeOf, listAnew, openWallets } from "./money.ts";

const share = 10n ** 18n;
const hour = 3_600;
const day = 86_400;
const active = 2;
const batchGas = 6_000_000n;

interface Signed {
  readonly order: Order;
  readonly signature: Hex;
}

/** Orders live off chain: what was signed so far in each world. */
const books = new WeakMap<World, Signed[]>();

function bookOf(world: World): Signed[] {
  const book = books.get(world) ?? [];
  books.set(world, book);
  return book;
}

/** Who could sell how much of what to whom, as far as the rules of the asset go. */
interface Deal {
  readonly asset: Address;
  readonly seller: Address;
  readonly buyer: Address;
  readonly shares: bigint;
  readonly money: bigint;
}

async function someDeal(world: World): Promise<Deal> {
  const asset = world.random.pick(await assetsIn(world, active));
  const token = world.token(asset);
  const seller = await someHolder(world, asset, people);
  const shares = 1n + world.random.part((await token.read.unfrozenBalanceOf([seller])) / 2n);
  const allowed = await Promise.all(people.map((person) => token.read.canTransfer([seller, person, shares])));
  const buyer = world.random.pick(people.filter((person, index) => allowed[index] && person !== seller));
  await token.write.approve([exchangeOf(world).address, maxUint256], { account: seller });
  // Odd amounts, so that prices have all their digits.
  const money = 1n + (shares * (1n + world.random.part(1_000n * dollar))) / share;
  return { asset, seller, buyer, shares, money };
}

const ask = ({ asset, seller, shares, money }: Deal) => ({
  asset,
  maker: seller,
  sellAmount: shares,
  buyStart: money,
  buyEnd: money,
  flags: 0,
});

const bid = ({ asset, buyer, shares, money }: Deal) => ({
  asset,
  maker: buyer,
  sellAmount: money,
  buyStart: shares,
  buyEnd: shares,
  flags: orderFlags.bid,
});

/** Signs an order that is open now, for two months and once where nothing else is said. */
async function sign(world: World, terms: ReturnType<typeof ask>, over: Partial<Order> = {}): Promise<Signed> {
  const exchange = exchangeOf(world);
  const order: Order = {
    taker: zeroAddress,
    money: dollarsOf(world).address,
    start: await world.now(),
    duration: 60 * day,
    interval: 0,
    count: 1,
    epoch: await exchange.read.epochOf([terms.maker]),
    salt: BigInt(world.random.word()),
    ...terms,
    ...over,
    flags: terms.flags | (over.flags ?? 0),
  };
  const signature = await signerOf(order.maker).signTypedData(
    orderTypedData({ chainId: world.reader.chain.id, exchange: exchange.address, order }),
  );
  const signed = { order, signature };
  bookOf(world).push(signed);
  return signed;
}

const request = ({ order, signature }: Signed, sellAmount: bigint) => ({
  order,
  signature,
  sellAmount,
  maxGive: maxUint256,
  minGet: 0n,
});

async function fill(world: World, signed: Signed, taker: Address, sellAmount: bigint): Promise<void> {
  await exchangeOf(world).write.fill([request(signed, sellAmount)], { account: taker });
}

async function takeAsk(world: World): Promise<void> {
  const deal = await someDeal(world);
  const taker = world.random.chance(20) ? deal.buyer : zeroAddress;
  await fill(world, await sign(world, ask(deal), { taker }), deal.buyer, deal.shares);
}

async function takeBid(world: World): Promise<void> {
  const deal = await someDeal(world);
  await fill(world, await sign(world, bid(deal)), deal.seller, deal.money);
}

/** An order for the half of what there is, a part of which is taken. */
async function takePart(world: World): Promise<void> {
  const deal = await someDeal(world);
  const partial = { flags: orderFlags.partial };
  if (world.random.chance(50)) {
    const signed = await sign(world, ask(deal), partial);
    await fill(world, signed, deal.buyer, 1n + world.random.part(deal.shares));
  } else {
    const signed = await sign(world, bid(deal), partial);
    await fill(world, signed, deal.seller, 1n + world.random.part(deal.money));
  }
}

/** Orders that were filled in part and are still open. */
async function begunOrders(world: World): Promise<readonly { signed: Signed; left: bigint }[]> {
  const { read } = exchangeOf(world);
  const now = await world.now();
  const book = bookOf(world).filter(
    ({ order }) => isPartial(order) && order.interval === 0 && order.start + order.duration > now,
  );
  const filled = await Promise.all(
    book.map(async ({ order }) => (await read.orderStateOf([await read.hashOrder([order])])).filled),
  );
  return book
    .map((signed, index) => ({ signed, left: signed.order.sellAmount - (filled[index] ?? 0n) }))
    .filter(({ signed, left }) => left > 0n && left < signed.order.sellAmount);
}

/** What is left of an order that was filled in part, or some of it; time may have ended all there were. */
async function takeAgain(world: World): Promise<void> {
  const { address } = exchangeOf(world);
  if ((await begunOrders(world)).length === 0) await takePart(world);
  const { signed, left } = world.random.pick(await begunOrders(world));
  const amount = world.random.chance(30) ? left : 1n + world.random.part(left);
  const { asset, maker } = signed.order;
  const token = world.token(asset);
  if (!isBid(signed.order)) {
    const allowed = await Promise.all(people.map((each) => token.read.canTransfer([maker, each, amount])));
    await fill(world, signed, world.random.pick(people.filter((_, index) => allowed[index])), amount);
    return;
  }
  const taker = await someHolder(world, asset, people);
  await token.write.approve([address, maxUint256], { account: taker });
  await fill(world, signed, taker, amount);
}

/** Its price has fallen for a while. */
async function takeDutch(world: World): Promise<void> {
  const deal = await someDeal(world);
  const signed = await sign(world, ask(deal), { duration: 2 * day, buyEnd: deal.money / 2n + 1n });
  await pass(world, world.random.below(40 * hour));
  await fill(world, signed, deal.buyer, deal.shares);
}

/** Some of one window, and some of the next. */
async function takeStanding(world: World): Promise<void> {
  const deal = await someDeal(world);
  const signed = await sign(world, ask(deal), {
    duration: 12 * hour,
    interval: day,
    count: 30,
    flags: orderFlags.partial,
  });
  await fill(world, signed, deal.buyer, deal.shares / 2n + 1n);
  await pass(world, day);
  await fill(world, signed, deal.buyer, 1n + world.random.part(deal.shares / 2n));
}

/** Two that can be filled and one that cannot: it is another taker's. */
async function takeBatch(world: World): Promise<void> {
  const deal = await someDeal(world);
  const half = { ...deal, shares: deal.shares / 2n + 1n };
  const good = [await sign(world, ask(half)), await sign(world, ask(half))];
  const bad = await sign(world, ask(half), { taker: offices.holder });
  const requests = [...good, bad].map((signed) => request(signed, half.shares));
  await exchangeOf(world).write.fillBatch([requests, 1_000_000n], { account: deal.buyer, gas: batchGas });
}

/** A bid that gives more than the ask wants. */
async function match(world: World): Promise<void> {
  const deal = await someDeal(world);
  const more = { ...deal, money: deal.money + world.random.part(deal.money) };
  const partial = { flags: orderFlags.partial };
  const [asked, offered] = [await sign(world, ask(deal), partial), await sign(world, bid(more), partial)];
  const amount = world.random.chance(30) ? deal.shares : 1n + world.random.part(deal.shares);
  const args = [asked.order, asked.signature, offered.order, offered.signature, amount] as const;
  await exchangeOf(world).write.matchOrders(args, { account: world.random.pick(people) });
}

/** An order that was filled before, or one that nobody ever saw. */
async function cancel(world: World): Promise<void> {
  const book = bookOf(world);
  const known = book.length > 0 && world.random.chance(60);
  const { order } = known ? world.random.pick(book) : await sign(world, ask(await someDeal(world)));
  await exchangeOf(world).write.cancel([order], { account: order.maker });
}

const byOffice = (office: Address, data: (world: World) => Hex) => (world: World) =>
  delayed(world, office, exchangeOf(world).address, data(world));

const actions: Traffic["actions"] = [
  { name: "take an ask", weight: 8, run: takeAsk },
  { name: "take a bid", weight: 6, run: takeBid },
  { name: "take a part of an order", weight: 6, run: takePart },
  { name: "take more of an order", weight: 6, blocks: 4, run: takeAgain },
  { name: "take a Dutch order", weight: 2, run: takeDutch },
  { name: "take a standing order twice", weight: 3, blocks: 4, run: takeStanding },
  { name: "take a batch", weight: 3, run: takeBatch },
  { name: "match two orders", weight: 6, run: match },
  { name: "cancel an order", weight: 4, run: cancel },
  {
    name: "cancel all orders",
    weight: 1,
    run: (world) => exchangeOf(world).write.cancelAll({ account: world.random.pick(people) }),
  },
  {
    name: "set the fee",
    weight: 1,
    run: byOffice(offices.treasurer, ({ random }) =>
      encodeFunctionData({
        abi: exchangeAbi,
        functionName: "setFee",
        args: [random.below(101)],
      }),
    ),
  },
  {
    name: "set the fee's recipient",
    weight: 1,
    run: byOffice(offices.admin, ({ random }) =>
      encodeFunctionData({
        abi: exchangeAbi,
        functionName: "setFeeRecipient",
        args: [random.pick([offices.treasurer, offices.holder])],
      }),
    ),
  },
  {
    name: "pause trading and end the pause",
    weight: 1,
    blocks: 4,
    run: async (world) => {
      await exchangeOf(world).write.pause({ account: offices.pauser });
      const unpause = encodeFunctionData({ abi: exchangeAbi, functionName: "unpause" });
      await delayed(world, offices.admin, exchangeOf(world).address, unpause);
    },
  },
  { name: "list the dollar anew", weight: 1, blocks: 6, run: listAnew },
];

export const exchangeTraffic: Traffic = { open: openWallets, actions };
