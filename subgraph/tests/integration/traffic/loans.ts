import { type Address, encodeFunctionData, type Hex, maxUint256, parseAbi } from "viem";
import {
  appraisalOracleAbi,
  interestRateModelAbi,
  lendingMarketsAbi,
} from "../../../../packages/sdk/src/generated/abis.ts";
import { recoveryTypedData } from "../../../../packages/sdk/src/identity/recoveryTypedData.ts";
import { marketAuthorizationTypedData } from "../../../../packages/sdk/src/loans/markets/marketAuthorizationTypedData.ts";
import type { MarketParams } from "../../../../packages/sdk/src/loans/markets/marketId.ts";
import { accountOf, delayed, offices, pass, type World } from "../world.ts";
import type { Traffic } from "./action.ts";
import { tokenizeAs } from "./assets.ts";
import { admit, clients, newClient } from "./clients.ts";
import { dollar, dollarsOf } from "./money.ts";

const wad = 10n ** 18n;
const share = 10n ** 18n;
const qti = 10n ** 18n;
const day = 86_400;
const cap = 10n ** 15n;
/** The feed has eight decimals. */
const qtiPrice = 2n * 10n ** 8n;
const isActive = 2;
/** Who says prices on the development chain, and who says which markets there are. */
const appraiser = offices.anchorer;
const risk = offices.treasurer;
const feedAbi = parseAbi(["function setAnswer(int256 answer)"]);

export const marketsOf = (world: World) => world.contract("lendingMarkets", lendingMarketsAbi);
export const oracleOf = (world: World) => world.contract("appraisalOracle", appraisalOracleAbi);
export const rateModelOf = (world: World) => world.contract("interestRateModel", interestRateModelAbi);

const addresses = clients.map(({ address }) => address);

/** A market as the contract knows it. */
export interface OpenMarket {
  readonly id: Hex;
  readonly params: MarketParams;
  readonly regulated: boolean;
}

/** All markets, oldest first, by the contract's own logs. */
export async function allMarkets(world: World): Promise<readonly OpenMarket[]> {
  const logs = await marketsOf(world).getEvents.MarketCreated({}, { fromBlock: 0n });
  return logs.map(({ args: { id = "0x", params, regulated = false } }) => {
    if (params === undefined) throw new RangeError("A market without parameters.");
    return { id, params, regulated };
  });
}

async function byRisk(world: World, target: Address, data: Hex): Promise<void> {
  await delayed(world, risk, target, data);
}

async function createMarket(world: World, params: MarketParams): Promise<void> {
  const { abi, address } = marketsOf(world);
  const data = encodeFunctionData({ abi, functionName: "createMarket", args: [params, cap, cap] });
  await byRisk(world, address, data);
}

const paramsOf = (world: World, collateral: Address, oracle: string, lltv: bigint): MarketParams => ({
  loanToken: dollarsOf(world).address,
  collateral,
  oracle: world.at(oracle),
  rateModel: rateModelOf(world).address,
  lltv,
  dust: 5n * dollar,
});

/** A house whose shares may be pledged, for dollars, at a dollar a share; clients own it. */
async function openHouse(world: World): Promise<void> {
  const { issuer } = offices;
  const rules = { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n };
  const over = { rules, blockedCountries: [], shares: 1_000_000n };
  const asset = await tokenizeAs(world, issuer, world.random.word(), { alsoActivate: true, over });
  const { abi, address } = oracleOf(world);
  const args = [asset, { dailyBps: 500, borrowMaxAge: 700 * day }] as const;
  await byRisk(world, address, encodeFunctionData({ abi, functionName: "setTerms", args }));
  await appraise(world, asset, 1_000_000n * dollar);
  await createMarket(world, paramsOf(world, asset, "appraisalOracle", (6n * wad) / 10n));
  const token = world.token(asset);
  for (const address of addresses) {
    await token.write.transfer([address, 50_000n * share], { account: issuer });
    await token.write.approve([marketsOf(world).address, maxUint256], { account: address });
  }
}

async function appraise(world: World, asset: Address, value: bigint): Promise<void> {
  await oracleOf(world).write.appraise([asset, value], { account: appraiser });
}

async function setPrice(world: World, answer: bigint): Promise<void> {
  await world.wallet.writeContract({
    abi: feedAbi,
    address: world.at("testFeed"),
    functionName: "setAnswer",
    args: [answer],
    account: appraiser,
    chain: world.wallet.chain,
  });
}

async function open(world: World): Promise<void> {
  for (const address of addresses) await admit(world, address);
  await setPrice(world, qtiPrice);
  await createMarket(world, paramsOf(world, world.qtiToken.address, "feedOracle", (7n * wad) / 10n));
  await openHouse(world);
  for (const market of await allMarkets(world)) await lend(world, market, 100_000n * dollar);
}

/** Prices grow old, houses mature, and markets are paused: one of each kind can be used. */
async function renew(world: World): Promise<void> {
  await setPrice(world, qtiPrice);
  const { abi, address, read } = marketsOf(world);
  if (await read.pausedUntil().then(async (until) => until > (await world.now())))
    await delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
  await openHouse(world);
  const markets = await allMarkets(world);
  for (const market of [markets[0], markets.at(-1)])
    if (market !== undefined) await lend(world, market, 100_000n * dollar);
}

/** One in which something can be done: a house that matured takes no pledge. */
async function someMarket(world: World, regulated?: boolean): Promise<OpenMarket> {
  const markets = await allMarkets(world);
  const usable = await Promise.all(
    markets.map(async (market) => {
      if (regulated !== undefined && market.regulated !== regulated) return false;
      if (!market.regulated) return true;
      return (await world.assetRegistry.read.stateOf([market.params.collateral])) === isActive;
    }),
  );
  const open = markets.filter((_, index) => usable[index]);
  // The newest are those that were opened because nothing else could be used.
  return world.random.chance(50) ? (open.at(-1) ?? world.random.pick(open)) : world.random.pick(open);
}

async function lend(world: World, { params }: OpenMarket, assets: bigint, account?: Address): Promise<void> {
  const caller = world.random.pick(addresses);
  const args = [params, assets, 0n, account ?? caller, "0x"] as const;
  await marketsOf(world).write.supply(args, { account: caller });
}

const positionsOf = async (world: World, { id }: OpenMarket) =>
  await Promise.all(
    addresses.map(async (account) => ({
      account,
      ...(await marketsOf(world).read.positionOf([id, account])),
    })),
  );

/** A position that fits, of the market. */
async function somePosition(
  world: World,
  market: OpenMarket,
  fits: (position: Awaited<ReturnType<typeof positionsOf>>[number]) => boolean,
) {
  return world.random.pick((await positionsOf(world, market)).filter(fits));
}

/** All or a part of it, at least one. */
const partOf = (world: World, whole: bigint, percentAll = 20): bigint =>
  world.random.chance(percentAll) ? whole : 1n + world.random.part(whole);

async function withdraw(world: World): Promise<void> {
  const market = await someMarket(world);
  const { account, supplyShares } = await somePosition(
    world,
    market,
    (position) => position.supplyShares > 0n,
  );
  const receiver = world.random.chance(80) ? account : world.random.pick(addresses);
  const args = [market.params, 0n, partOf(world, supplyShares, 10), account, receiver] as const;
  await marketsOf(world).write.withdraw(args, { account });
}

/** Some of what the account owns: shares for itself, other tokens for whomever. */
async function pledge(world: World, market: OpenMarket, account: Address, share_ = 4n): Promise<void> {
  const { collateral } = market.params;
  const owned = await world.token(collateral).read.balanceOf([account]);
  const amount = market.regulated ? owned / share_ : 100n * qti + world.random.part(1_000n * qti);
  await marketsOf(world).write.supplyCollateral([market.params, amount, account, "0x"], { account });
}

async function borrow(world: World, market: OpenMarket, account: Address, percent: bigint): Promise<void> {
  const { read, write } = marketsOf(world);
  const [debt, , limit] = await read.healthOf([market.params, account]);
  const assets = (limit * percent) / 100n - debt;
  if (assets <= 0n) throw new RangeError("There is nothing to borrow.");
  const receiver = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.borrow([market.params, assets, 0n, account, receiver], { account });
}

/** Somebody who owes, or comes to owe now. */
async function someDebtor(world: World, market: OpenMarket): Promise<Address> {
  const owing = (await positionsOf(world, market)).filter(({ borrowShares }) => borrowShares > 0n);
  if (owing.length > 0) return world.random.pick(owing).account;
  const account = world.random.pick(addresses);
  await pledge(world, market, account);
  await borrow(world, market, account, 50n);
  return account;
}

async function repay(world: World): Promise<void> {
  const market = await someMarket(world);
  const account = await someDebtor(world, market);
  const { read, write } = marketsOf(world);
  const { borrowShares } = await read.positionOf([market.id, account]);
  const shares = world.random.chance(30) ? maxUint256 : partOf(world, borrowShares, 0);
  const payer = world.random.chance(80) ? account : world.random.pick(addresses);
  await write.repay([market.params, 0n, shares, account, "0x"], { account: payer });
}

async function takeBack(world: World): Promise<void> {
  const market = await someMarket(world);
  const { account, collateral } = await somePosition(world, market, (position) => position.collateral > 0n);
  const args = [market.params, partOf(world, collateral, 10), account, account] as const;
  await marketsOf(world).write.withdrawCollateral(args, { account });
}

/** QTI falls so far that the position can be liquidated, at a loss where it falls to nearly nothing; then it is what it was. */
async function crash(world: World, answer: bigint): Promise<void> {
  const market = await someMarket(world, false);
  const account = world.random.pick(addresses);
  await setPrice(world, qtiPrice);
  await pledge(world, market, account);
  await borrow(world, market, account, 95n);
  await setPrice(world, answer);
  try {
    const { write } = marketsOf(world);
    const liquidator = world.random.pick(addresses.filter((each) => each !== account));
    await write.liquidate([market.params, account, maxUint256, "0x"], { account: liquidator });
  } finally {
    await setPrice(world, qtiPrice);
  }
}

/** Shares of a house fall, the position is flagged, and somebody who may hold them takes a part of them. */
async function seizeShares(world: World): Promise<void> {
  const market = await someMarket(world, true);
  const { collateral: asset } = market.params;
  const account = world.random.pick(addresses);
  await pledge(world, market, account);
  await borrow(world, market, account, 95n);
  const value = await oracleOf(world).read.glideOf([asset]);
  await appraise(world, asset, value / 2n);
  await pass(world, 6 * day);
  const { read, write } = marketsOf(world);
  await write.flag([market.params, account], { account });
  await pass(world, (1 + world.random.below(5)) * day);
  const { borrowShares } = await read.positionOf([market.id, account]);
  const liquidator = world.random.pick(addresses.filter((each) => each !== account));
  const shares = world.random.chance(50) ? maxUint256 : borrowShares / 3n;
  await write.liquidate([market.params, account, shares, "0x"], { account: liquidator });
  await appraise(world, asset, value);
}

/** A healthy position, which a flag finds to be so. */
async function flag(world: World): Promise<void> {
  const market = await someMarket(world, true);
  const account = await someDebtor(world, market);
  await marketsOf(world).write.flag([market.params, account], { account });
}

/** Somebody pledges, borrows and is lost; pledge and debt go to the account that takes its place. */
async function recover(world: World): Promise<void> {
  const market = await someMarket(world, true);
  const { collateral: asset } = market.params;
  const [lost, successor] = [newClient(world), newClient(world)];
  await admit(world, lost.address);
  const token = world.token(asset);
  await token.write.transfer([lost.address, 1_000n * share], { account: world.random.pick(addresses) });
  await token.write.approve([marketsOf(world).address, maxUint256], { account: lost.address });
  await pledge(world, market, lost.address, 1n);
  await borrow(world, market, lost.address, 40n);

  const { abi, address: registry, read, write } = world.identityRegistry;
  const nonce = await read.nonces([successor.address]);
  const deadline = BigInt((await world.now()) + 30 * day);
  const chainId = world.reader.chain.id;
  const [from, to] = [lost.address, successor.address];
  const signature = await successor.signTypedData(
    recoveryTypedData({ chainId, registry, lost: from, successor: to, nonce, deadline }),
  );
  const args = [from, to, deadline, signature] as const;
  await delayed(
    world,
    offices.force,
    registry,
    encodeFunctionData({ abi, functionName: "proposeRecovery", args }),
  );
  await pass(world, 3 * day + 1);
  const account = world.random.pick(addresses);
  await write.completeRecovery([from], { account });
  await marketsOf(world).write.recover([market.params, from], { account });
}

async function authorize(world: World): Promise<void> {
  const { address, read, write } = marketsOf(world);
  const signer = world.random.pick(clients);
  const authorized = world.random.pick(addresses);
  const isAuthorized = world.random.chance(70);
  if (world.random.chance(50)) {
    await write.setAuthorization([authorized, isAuthorized], { account: signer.address });
    return;
  }
  const authorization = {
    authorizer: signer.address,
    authorized,
    isAuthorized,
    nonce: await read.nonces([signer.address]),
    deadline: maxUint256,
  };
  const chainId = world.reader.chain.id;
  const signature = await signer.signTypedData(
    marketAuthorizationTypedData({ chainId, lendingMarkets: address, authorization }),
  );
  await write.setAuthorizationBySignature([authorization, signature], {
    account: world.random.pick(addresses),
  });
}

/** A part of a market comes off its list, or a part that nobody knew comes onto it; markets that name it stay. */
async function list(world: World, functionName: "listOracle" | "listRateModel"): Promise<void> {
  const { abi, address } = marketsOf(world);
  const part = accountOf(30 + world.random.below(2)).address;
  const args = [part, world.random.chance(60)] as const;
  await byRisk(world, address, encodeFunctionData({ abi, functionName, args }));
}

const actions: Traffic["actions"] = [
  {
    name: "lend",
    weight: 6,
    blocks: 1,
    run: async (world) => {
      const account = world.random.chance(80) ? undefined : world.random.pick(addresses);
      await lend(world, await someMarket(world), 1n + world.random.part(10_000n * dollar), account);
    },
  },
  { name: "take out what was lent", weight: 4, blocks: 1, run: withdraw },
  {
    name: "pledge",
    weight: 5,
    blocks: 1,
    run: async (world) => pledge(world, await someMarket(world), world.random.pick(addresses)),
  },
  {
    name: "borrow",
    weight: 6,
    blocks: 2,
    run: async (world) => {
      const market = await someMarket(world);
      const account = world.random.pick(addresses);
      await pledge(world, market, account, 10n);
      await borrow(world, market, account, 20n + BigInt(world.random.below(60)));
    },
  },
  { name: "repay a loan", weight: 5, run: repay },
  { name: "take collateral back", weight: 4, blocks: 1, run: takeBack },
  { name: "liquidate", weight: 2, blocks: 6, run: (world) => crash(world, (qtiPrice * 85n) / 100n) },
  { name: "liquidate at a loss", weight: 1, blocks: 6, run: (world) => crash(world, qtiPrice / 10n) },
  { name: "seize shares", weight: 2, blocks: 8, run: seizeShares },
  { name: "flag a healthy position", weight: 1, run: flag },
  { name: "recover a position", weight: 1, blocks: 100, run: recover },
  { name: "authorize somebody", weight: 2, blocks: 1, run: authorize },
  {
    name: "reckon interest",
    weight: 2,
    blocks: 2,
    run: async (world) => {
      await pass(world, (1 + world.random.below(20)) * day);
      const { params } = await someMarket(world);
      await marketsOf(world).write.accrue([params], { account: world.random.pick(addresses) });
    },
  },
  {
    name: "appraise",
    weight: 2,
    blocks: 1,
    run: async (world) => {
      const { params } = await someMarket(world, true);
      const value = await oracleOf(world).read.glideOf([params.collateral]);
      await appraise(world, params.collateral, (value * BigInt(80 + world.random.below(50))) / 100n);
    },
  },
  {
    name: "change how appraisals glide",
    weight: 1,
    run: async (world) => {
      const { params } = await someMarket(world, true);
      const { abi, address } = oracleOf(world);
      const terms = { dailyBps: 300 + world.random.below(400), borrowMaxAge: 700 * day };
      const data = encodeFunctionData({ abi, functionName: "setTerms", args: [params.collateral, terms] });
      await byRisk(world, address, data);
    },
  },
  {
    name: "change the caps of a market",
    weight: 1,
    run: async (world) => {
      const { id } = await someMarket(world);
      const { abi, address } = marketsOf(world);
      const args = [id, cap + world.random.part(cap), cap - world.random.part(cap / 2n)] as const;
      await byRisk(world, address, encodeFunctionData({ abi, functionName: "setCaps", args }));
    },
  },
  { name: "list an oracle", weight: 1, run: (world) => list(world, "listOracle") },
  { name: "list a rate model", weight: 1, run: (world) => list(world, "listRateModel") },
  {
    name: "pause the markets",
    weight: 1,
    blocks: 1,
    run: (world) => marketsOf(world).write.pause({ account: offices.pauser }),
  },
  {
    name: "end the pause of the markets",
    weight: 1,
    run: (world) => {
      const { abi, address } = marketsOf(world);
      return delayed(world, offices.admin, address, encodeFunctionData({ abi, functionName: "unpause" }));
    },
  },
];

export const loansTraffic: Traffic = { open, renew, actions };
