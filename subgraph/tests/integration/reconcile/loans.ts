import type { Hex } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { allMarkets, marketsOf, rateModelOf } from "../traffic/loans.ts";
import type { World } from "../world.ts";
import { reconcileAppraisals } from "./appraisals.ts";
import { big, countRows, hex, optional, reference, selectionOf, sum } from "./columns.ts";
import { reconcileMoney } from "./money.ts";
import type { Reconciliation } from "./reconciliation.ts";

const wad = 10n ** 18n;

const lendingRow = z.object({
  id: hex,
  pausedUntil: big,
  marketCount: z.number(),
  positionCount: z.number(),
  borrowingPositionCount: z.number(),
  liquidationCount: z.number(),
});
const marketRow = z.object({
  id: hex,
  loanToken: hex,
  collateral: hex,
  asset: optional,
  regulated: z.boolean(),
  oracle: reference,
  rateModel: reference,
  lltv: big,
  dust: big,
  supplyCap: big,
  borrowCap: big,
  supplied: big,
  supplyShares: big,
  borrowed: big,
  borrowShares: big,
  collateralAmount: big,
  accruedAt: big,
  utilization: big,
  borrowRate: big,
  supplyRate: big,
  rateAtTarget: big,
  cumulativeDeposit: big,
  cumulativeWithdraw: big,
  cumulativeBorrow: big,
  cumulativeRepay: big,
  cumulativeLiquidate: big,
  cumulativeSeized: big,
  cumulativeInterest: big,
  badDebt: big,
  positionCount: z.number(),
  openPositionCount: z.number(),
  lendingPositionCount: z.number(),
  borrowingPositionCount: z.number(),
  liquidationCount: z.number(),
});
const positionRow = z.object({
  id: hex,
  market: reference,
  account: reference,
  supplyShares: big,
  borrowShares: big,
  collateral: big,
  flaggedAt: big,
  deposited: big,
  withdrawn: big,
  borrowed: big,
  repaid: big,
  liquidated: big,
  seized: big,
  badDebt: big,
  liquidationCount: z.number(),
});
const eventRow = z.object({
  id: hex,
  kind: z.string(),
  market: reference,
  position: reference,
  assets: big,
  shares: big,
  collateral: big,
  badDebt: big,
});
const authorizationRow = z.object({
  id: hex,
  authorizer: reference,
  authorized: reference,
  isAuthorized: z.boolean(),
});
const partRow = z.object({ id: hex, listed: z.boolean() });
const holdingRow = z.object({ id: hex, asset: reference, account: reference, pledged: big });
const pledgerRow = z.object({ id: hex, hasPledged: z.boolean() });
const moveRow = z.object({ id: hex, kind: z.string() });
const flowFields = "deposited withdrawn borrowed repaid interest liquidated seized badDebt";
const flows = z.object({
  lendingFlowStats_collection: z.array(
    z.object({
      market: reference,
      deposited: big,
      withdrawn: big,
      borrowed: big,
      repaid: big,
      interest: big,
      liquidated: big,
      seized: big,
      badDebt: big,
    }),
  ),
});
type MarketRow = z.output<typeof marketRow>;
type PositionRow = z.output<typeof positionRow>;
type EventRow = z.output<typeof eventRow>;

/** Each kind of event of a position, and the log of the contract that it stands for. */
const logs = {
  SUPPLIED: "Supplied",
  WITHDRAWN: "Withdrawn",
  BORROWED: "Borrowed",
  REPAID: "Repaid",
  COLLATERAL_SUPPLIED: "CollateralSupplied",
  COLLATERAL_WITHDRAWN: "CollateralWithdrawn",
  LIQUIDATED: "Liquidated",
  RECOVERED: "PositionRecovered",
} as const;

/** Markets, positions and pledges: what the index says equals what the contracts say. */
async function reconcileLoans(world: World, graph: Graph, block: number): Promise<void> {
  const markets = await graph.all(
    "lendingMarkets",
    selectionOf(marketRow.shape, "asset", "oracle", "rateModel"),
    marketRow,
    block,
  );
  const positions = await graph.all(
    "lendingPositions",
    selectionOf(positionRow.shape, "market", "account"),
    positionRow,
    block,
  );
  const events = await graph.all(
    "lendingEvents",
    selectionOf(eventRow.shape, "market", "position"),
    eventRow,
    block,
  );
  expect(markets.map(({ id }) => id).sort()).toEqual((await allMarkets(world)).map(({ id }) => id).sort());
  for (const market of markets) {
    const own = positions.filter((position) => position.market === market.id);
    await reconcileMarket(world, market, own, block);
    reconcileSums(market, own);
  }
  for (const position of positions) reconcileTimeline(position, events);
  await reconcileEvents(world, events, block);
  await reconcileFlows(graph, markets);
  await reconcileCollateral(world, markets, block);
  await reconcilePledges(world, graph, block);
  await reconcileMoves(graph, markets, events, block);
  await reconcileParts(world, graph, block);
  await reconcileProtocolRow(world, graph, markets, block);
  await reconcileAppraisals(world, graph, block);
  await reconcileMoney(world, graph, "lendingMarkets", "LENDING", block);
}

async function reconcileMarket(
  world: World,
  market: MarketRow,
  positions: readonly PositionRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = marketsOf(world);
  const params = await read.paramsOf([market.id], at);
  const told = await read.marketOf([market.id], at);
  expect({
    loanToken: market.loanToken,
    collateral: market.collateral,
    oracle: market.oracle,
    rateModel: market.rateModel,
  }).toEqual({
    loanToken: params.loanToken.toLowerCase(),
    collateral: params.collateral.toLowerCase(),
    oracle: params.oracle.toLowerCase(),
    rateModel: params.rateModel.toLowerCase(),
  });
  expect([market.lltv, market.dust, market.asset]).toEqual([
    params.lltv,
    params.dust,
    told.regulated ? market.collateral : null,
  ]);
  const { supplied, supplyShares, borrowed, borrowShares, accruedAt, supplyCap, borrowCap, regulated } =
    market;
  expect({
    supplied,
    supplyShares,
    borrowed,
    borrowShares,
    updated: Number(accruedAt),
    regulated,
    supplyCap,
    borrowCap,
  }).toEqual(told);
  // Before its first interest the model says what it starts with.
  const rate = await rateModelOf(world).read.rateAtTargetOf([address, market.id], at);
  if (market.rateAtTarget !== 0n) expect(market.rateAtTarget).toBe(rate);
  expect(market.utilization).toBe(supplied === 0n ? 0n : (borrowed * wad) / supplied);
  expect(market.supplyRate).toBe((market.borrowRate * market.utilization) / wad);
  for (const { account, supplyShares: lent, borrowShares: owed, collateral, flaggedAt } of positions) {
    const own = await read.positionOf([market.id, account], at);
    expect([
      account,
      { supplyShares: lent, borrowShares: owed, collateral, flaggedAt: Number(flaggedAt) },
    ]).toEqual([account, own]);
  }
}

function reconcileSums(market: MarketRow, positions: readonly PositionRow[]): void {
  const total = (name: keyof PositionRow & ("supplyShares" | "borrowShares" | "collateral" | Sums)) =>
    sum(positions.map((position) => position[name]));
  expect({
    supplyShares: market.supplyShares,
    borrowShares: market.borrowShares,
    collateral: market.collateralAmount,
    deposited: market.cumulativeDeposit,
    withdrawn: market.cumulativeWithdraw,
    borrowed: market.cumulativeBorrow,
    repaid: market.cumulativeRepay,
    liquidated: market.cumulativeLiquidate,
    seized: market.cumulativeSeized,
    badDebt: market.badDebt,
  }).toEqual({
    supplyShares: total("supplyShares"),
    borrowShares: total("borrowShares"),
    collateral: total("collateral"),
    deposited: total("deposited"),
    withdrawn: total("withdrawn"),
    borrowed: total("borrowed"),
    repaid: total("repaid"),
    liquidated: total("liquidated"),
    seized: total("seized"),
    badDebt: total("badDebt"),
  });
  const isOpen = ({ supplyShares, borrowShares, collateral }: PositionRow) =>
    supplyShares + borrowShares + collateral > 0n;
  expect([
    market.positionCount,
    market.openPositionCount,
    market.lendingPositionCount,
    market.borrowingPositionCount,
    market.liquidationCount,
  ]).toEqual([
    positions.length,
    positions.filter(isOpen).length,
    positions.filter(({ supplyShares }) => supplyShares > 0n).length,
    positions.filter(({ borrowShares }) => borrowShares > 0n).length,
    positions.reduce((count, { liquidationCount }) => count + liquidationCount, 0),
  ]);
}
type Sums = "deposited" | "withdrawn" | "borrowed" | "repaid" | "liquidated" | "seized" | "badDebt";

/** What was lent and taken out of a position is what its timeline says, whatever became of its debt. */
function reconcileTimeline({ id, deposited, withdrawn }: PositionRow, events: readonly EventRow[]): void {
  const own = events.filter(({ position }) => position === id);
  const moved = (kind: string) => sum(own.filter((event) => event.kind === kind).map(({ assets }) => assets));
  expect([id, moved("SUPPLIED"), moved("WITHDRAWN")]).toEqual([id, deposited, withdrawn]);
}

/** As many of each kind as the contract told, a flag either way being one log. */
async function reconcileEvents(world: World, events: readonly EventRow[], block: number): Promise<void> {
  const { abi, address } = marketsOf(world);
  const range = { abi, address, fromBlock: 0n, toBlock: BigInt(block) } as const;
  const count = (...kinds: readonly string[]) => events.filter(({ kind }) => kinds.includes(kind)).length;
  for (const [kind, eventName] of Object.entries(logs) as [
    keyof typeof logs,
    (typeof logs)[keyof typeof logs],
  ][]) {
    const told = await world.reader.getContractEvents({ ...range, eventName });
    expect([kind, count(kind)]).toEqual([kind, told.length]);
  }
  const flags = await world.reader.getContractEvents({ ...range, eventName: "PositionFlagged" });
  expect(count("FLAGGED", "UNFLAGGED")).toBe(flags.length);
}

async function reconcileFlows(graph: Graph, markets: readonly MarketRow[]): Promise<void> {
  const { lendingFlowStats_collection: days } = await graph.query(
    `{ lendingFlowStats_collection(first: 1000, interval: day, current: include) { market { id } ${flowFields} } }`,
    flows,
  );
  for (const market of markets) {
    const own = days.filter((day) => day.market === market.id);
    const total = (name: Sums | "interest") => sum(own.map((day) => day[name]));
    expect([
      total("deposited"),
      total("withdrawn"),
      total("borrowed"),
      total("repaid"),
      total("interest"),
      total("liquidated"),
      total("seized"),
      total("badDebt"),
    ]).toEqual([
      market.cumulativeDeposit,
      market.cumulativeWithdraw,
      market.cumulativeBorrow,
      market.cumulativeRepay,
      market.cumulativeInterest,
      market.cumulativeLiquidate,
      market.cumulativeSeized,
      market.badDebt,
    ]);
  }
}

/** What the contract holds of a collateral is what is pledged of it, in all its markets together. */
async function reconcileCollateral(
  world: World,
  markets: readonly MarketRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { address } = marketsOf(world);
  for (const collateral of new Set(markets.map((market) => market.collateral))) {
    const own = markets.filter((market) => market.collateral === collateral);
    const held = await world.token(collateral).read.balanceOf([address], at);
    expect([collateral, sum(own.map(({ collateralAmount }) => collateralAmount))]).toEqual([
      collateral,
      held,
    ]);
  }
}

/** Shares that are pledged are shown with their owner, as the markets tell the rules of the asset. */
async function reconcilePledges(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = marketsOf(world);
  const holdings = await graph.all(
    "holdings",
    selectionOf(holdingRow.shape, "asset", "account"),
    holdingRow,
    block,
  );
  const pledged = holdings.filter((holding) => holding.pledged > 0n);
  expect(pledged.length).toBeGreaterThan(0);
  for (const { id, asset, account, pledged: told } of holdings)
    expect([id, told]).toEqual([id, await read.pledgedOf([asset, account], at)]);
  const accounts = await graph.all("accounts", "hasPledged", pledgerRow, block);
  const pledgers = new Set(accounts.filter(({ hasPledged }) => hasPledged).map(({ id }) => id));
  const notes = await world.identityRegistry.getEvents.AccountPledged(
    {},
    { fromBlock: 0n, toBlock: BigInt(block) },
  );
  expect(pledgers).toEqual(new Set(notes.map(({ args: { account } }) => account?.toLowerCase())));
  for (const { account } of pledged) expect([account, pledgers.has(account)]).toEqual([account, true]);
}

/** Each move of shares into or out of the markets is told as what it was. */
async function reconcileMoves(
  graph: Graph,
  markets: readonly MarketRow[],
  events: readonly EventRow[],
  block: number,
): Promise<void> {
  const moves = await graph.all("transfers", "kind", moveRow, block);
  const regulated = new Set(markets.filter((market) => market.regulated).map(({ id }) => id));
  const told = (kind: string) => moves.filter((move) => move.kind === kind).length;
  const happened = (kind: string) =>
    events.filter((event) => event.kind === kind && regulated.has(event.market)).length;
  expect([told("PLEDGE"), told("RELEASE"), told("SEIZURE")]).toEqual([
    happened("COLLATERAL_SUPPLIED"),
    happened("COLLATERAL_WITHDRAWN"),
    happened("LIQUIDATED"),
  ]);
}

async function reconcileParts(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = marketsOf(world);
  for (const { id, listed } of await graph.all("lendingOracles", "listed", partRow, block))
    expect([id, await read.isOracle([id], at)]).toEqual([id, listed]);
  for (const { id, listed } of await graph.all("lendingRateModels", "listed", partRow, block))
    expect([id, await read.isRateModel([id], at)]).toEqual([id, listed]);
  const fields = selectionOf(authorizationRow.shape, "authorizer", "authorized");
  for (const row of await graph.all("lendingAuthorizations", fields, authorizationRow, block)) {
    const { authorizer, authorized, isAuthorized } = row;
    expect([row.id, await read.isAuthorized([authorizer, authorized], at)]).toEqual([row.id, isAuthorized]);
  }
}

async function reconcileProtocolRow(
  world: World,
  graph: Graph,
  markets: readonly MarketRow[],
  block: number,
): Promise<void> {
  const { read, address } = marketsOf(world);
  const [lending] = await graph.all("lendingProtocols", selectionOf(lendingRow.shape), lendingRow, block);
  const total = (name: "positionCount" | "borrowingPositionCount" | "liquidationCount") =>
    markets.reduce((count, market) => count + market[name], 0);
  expect(lending).toEqual({
    id: address.toLowerCase(),
    pausedUntil: BigInt(await read.pausedUntil({ blockNumber: BigInt(block) })),
    marketCount: markets.length,
    positionCount: total("positionCount"),
    borrowingPositionCount: total("borrowingPositionCount"),
    liquidationCount: total("liquidationCount"),
  });
}

export const loansReconciliation: Reconciliation = {
  contracts: ["lendingMarkets", "interestRateModel", "appraisalOracle"],
  reconcile: reconcileLoans,
  protocol: async (graph, block) => {
    const kind = z.object({ id: hex, kind: z.string() });
    const events: readonly { id: Hex; kind: string }[] = await graph.all(
      "lendingEvents",
      "kind",
      kind,
      block,
    );
    return {
      lendingMarketCount: await countRows(graph, "lendingMarkets", block),
      lendingPositionCount: await countRows(graph, "lendingPositions", block),
      liquidationCount: events.filter((event) => event.kind === "LIQUIDATED").length,
      appraisedAssetCount: await countRows(graph, "appraisedAssets", block),
    };
  },
};
