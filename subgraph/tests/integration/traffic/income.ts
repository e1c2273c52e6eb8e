import { type Address, type Hash, type Hex, zeroHash } from "viem";
import {
  buildIncomeTree,
  type IncomeTree,
  incomeRule,
} from "../../../../packages/sdk/src/assets/incomeTree.ts";
import { offices, pass, people, type World } from "../world.ts";
import { assetsIn, assetsOf, someHolder, type Traffic } from "./action.ts";
import { tokenizeAs } from "./assets.ts";
import { strangers } from "./identity.ts";
import { distributorOf, dollar, dollarsOf, redemptionOf } from "./money.ts";

const day = 86_400;
const active = 2;
const matured = 3;

/** Leaves live off chain: the trees of the payments of each world. */
const trees = new WeakMap<World, Map<Hash, IncomeTree>>();

function treesOf(world: World): Map<Hash, IncomeTree> {
  const known = trees.get(world) ?? new Map<Hash, IncomeTree>();
  trees.set(world, known);
  return known;
}

/** Who gets how much of a payment by the rule, from the balances that the chain had. */
async function treeOf(
  world: World,
  payment: {
    readonly paymentId: Hash;
    readonly asset: Address;
    readonly issuer: Address;
    readonly amount: bigint;
    readonly recordBlock: bigint;
  },
): Promise<IncomeTree> {
  const at = { blockNumber: payment.recordBlock };
  const everybody = [...people, ...strangers, ...Object.values(offices)];
  const { read } = world.token(payment.asset);
  const holdings = await Promise.all(
    everybody.map(async (account) => ({ account, balance: await read.balanceOf([account], at) })),
  );
  const standings = await Promise.all(
    everybody.map((account) => world.identityRegistry.read.standingOf([account], at)),
  );
  const system = everybody.filter((_, index) => standings[index]?.system);
  const excluded = [payment.issuer, ...system];
  if (holdings.every(({ account, balance }) => balance === 0n || excluded.includes(account)))
    throw new RangeError("There is nobody to pay.");
  return buildIncomeTree({
    chainId: world.reader.chain.id,
    distributor: distributorOf(world).address,
    paymentId: payment.paymentId,
    amount: payment.amount,
    holdings,
    excluded,
  });
}

async function pay(world: World): Promise<void> {
  const { read, write } = distributorOf(world);
  const asset = world.random.pick(await assetsIn(world, active));
  const issuer = await world.assetRegistry.read.issuerOf([asset]);
  const amount = dollar + world.random.part(10_000n * dollar);
  const recordBlock = await world.reader.getBlockNumber();
  const paymentId = await read.paymentIdOf([asset, await read.paymentCount([asset])]);
  const tree = await treeOf(world, { paymentId, asset, issuer, amount, recordBlock });
  const expiry = (await world.now()) + (31 + world.random.below(60)) * day;
  const money = dollarsOf(world).address;
  const args = [asset, money, amount, recordBlock, expiry, tree.root, tree.total, incomeRule] as const;
  await write.payIncome(args, { account: issuer });
  treesOf(world).set(paymentId, tree);
}

/** A payment of a kind that is not over, and not yet expired. */
async function somePayment(world: World, isRight: (payment: Payment) => boolean): Promise<Payment> {
  const now = await world.now();
  const payments = await paymentsOf(world);
  return world.random.pick(
    payments.filter((payment) => !payment.closed && payment.expiry > now && isRight(payment)),
  );
}

type Payment = Awaited<ReturnType<typeof paymentsOf>>[number];

async function paymentsOf(world: World) {
  const { read } = distributorOf(world);
  const assets = await assetsOf(world);
  const counts = await Promise.all(assets.map((asset) => read.paymentCount([asset])));
  const ids = await Promise.all(
    assets.flatMap((asset, place) =>
      Array.from({ length: Number(counts[place]) }, (_, number) => read.paymentIdOf([asset, BigInt(number)])),
    ),
  );
  return await Promise.all(
    ids.map(async (paymentId) => ({
      paymentId,
      ...(await read.paymentOf([paymentId])),
      pending: (await read.pendingRootOf([paymentId])).readyAt !== 0,
    })),
  );
}

/** A payment whose root waits, or one that is made now. */
async function somePending(world: World): Promise<Payment> {
  const isPending = ({ pending }: Payment) => pending;
  return await somePayment(world, isPending).catch(async () => {
    await pay(world);
    return await somePayment(world, isPending);
  });
}

async function activate(world: World): Promise<void> {
  const { paymentId } = await somePending(world);
  await pass(world, day + 1);
  await distributorOf(world).write.activateRoot([paymentId], { account: world.random.pick(people) });
}

async function veto(world: World): Promise<void> {
  const { paymentId } = await somePending(world);
  await distributorOf(world).write.vetoRoot([paymentId], { account: offices.guardian });
}

/** The same root again after a veto, or one that only its issuer can explain. */
async function proposeAgain(world: World): Promise<void> {
  const isVetoed = ({ pending, root }: Payment) => !pending && root === zeroHash;
  const payment = await somePayment(world, isVetoed).catch(async () => {
    await veto(world);
    return await somePayment(world, isVetoed);
  });
  const tree = treesOf(world).get(payment.paymentId);
  const isSame = tree !== undefined && world.random.chance(70);
  const args: readonly [Hash, Hex, bigint, string] = isSame
    ? [payment.paymentId, tree.root, tree.total, incomeRule]
    : [payment.paymentId, world.random.word(), payment.amount, "ipfs://leaves\u0000"];
  const account = await world.identityRegistry.read.successorOf([payment.issuer]);
  await distributorOf(world).write.proposeRoot(args, { account });
}

/** For a holder, by anybody who knows the tree. */
async function claim(world: World): Promise<void> {
  const { read, write } = distributorOf(world);
  const known = treesOf(world);
  const isOpen = ({ paymentId: id, root, amount, claimed }: Payment) =>
    known.get(id)?.root === root && claimed * 10n < amount * 9n;
  const { paymentId } = await somePayment(world, isOpen).catch(async () => {
    await activate(world);
    return await somePayment(world, isOpen);
  });
  const claims = known.get(paymentId)?.claims ?? [];
  const taken = await Promise.all(claims.map(({ index }) => read.isClaimed([paymentId, index])));
  const { index, holder, amount, proof } = world.random.pick(claims.filter((_, place) => !taken[place]));
  await write.claimIncome([paymentId, index, holder, amount, proof], { account: world.random.pick(people) });
}

/** The payment that expires first, after that; or at once, by an issuer whose root was vetoed. */
async function giveBack(world: World): Promise<void> {
  const open = (await paymentsOf(world)).filter(({ closed }) => !closed);
  const payment = world.random.pick(open.sort((a, b) => a.expiry - b.expiry).slice(0, 1));
  const abandoned = !payment.pending && payment.root === zeroHash;
  if (!abandoned) await pass(world, Math.max(0, payment.expiry - (await world.now())) + 1);
  const account = await world.identityRegistry.read.successorOf([payment.issuer]);
  await distributorOf(world).write.returnIncome([payment.paymentId], { account });
}

/** Of a matured asset, or of one that matures now. */
async function open(world: World): Promise<void> {
  const { read, write } = redemptionOf(world);
  const candidates = await assetsIn(world, matured);
  const redemptions = await Promise.all(candidates.map((asset) => read.redemptionOf([asset])));
  const waiting = candidates.filter((_, index) => redemptions[index]?.supply === 0n);
  const asset = world.random.pick(waiting.length > 0 ? waiting : await assetsIn(world, active));
  const issuer = await world.assetRegistry.read.issuerOf([asset]);
  if (waiting.length === 0) await world.assetRegistry.write.mature([asset], { account: issuer });
  const args = [asset, dollarsOf(world).address, dollar + world.random.part(100_000n * dollar)] as const;
  await write.openRedemption(args, { account: issuer });
}

async function redeem(world: World): Promise<void> {
  const asset = world.random.pick(await assetsIn(world, matured));
  const account = await someHolder(world, asset, people);
  const most = await world.token(asset).read.unfrozenBalanceOf([account]);
  const shares = world.random.chance(50) ? most : 1n + world.random.part(most);
  await redemptionOf(world).write.redeem([asset, shares, 0n], { account });
}

/** The whole end of a small asset that its issuer kept, a share of which is burned unpaid. */
async function redeemAll(world: World): Promise<void> {
  const { issuer } = offices;
  const { write } = redemptionOf(world);
  const asset = await tokenizeAs(world, issuer, world.random.word(), {
    alsoActivate: true,
    over: { shares: 3n, blockedCountries: [] },
  });
  await world.assetRegistry.write.mature([asset], { account: issuer });
  await write.openRedemption([asset, dollarsOf(world).address, 100n * dollar], { account: issuer });
  await world.assetRegistry.write.burn([asset, 10n ** 18n], { account: issuer });
  await write.redeem([asset, 2n * 10n ** 18n, 0n], { account: issuer });
  await write.closeRedemption([asset], { account: world.random.pick(people) });
}

export const incomeTraffic: Traffic = {
  actions: [
    { name: "pay income", weight: 8, run: pay },
    { name: "activate a root", weight: 6, run: activate },
    { name: "veto a root", weight: 1, run: veto },
    { name: "propose a root again", weight: 1, run: proposeAgain },
    { name: "claim income", weight: 10, blocks: 5, run: claim },
    { name: "return income", weight: 1, run: giveBack },
    { name: "open a redemption", weight: 2, run: open },
    { name: "redeem shares", weight: 4, run: redeem },
    { name: "redeem all shares", weight: 1, blocks: 6, run: redeemAll },
  ],
};
