import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { poolOf } from "../traffic/pool.ts";
import type { World } from "../world.ts";
import { big, hex, optional, reference, selectionOf, sum } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const poolRow = z.object({
  id: hex,
  totalStaked: big,
  totalWeight: big,
  rewardPerWeight: big,
  streamLeft: big,
  streamEnd: big,
  accruedAt: big,
  deposited: big,
  withdrawn: big,
  penalties: big,
  claimed: big,
  rewarded: big,
  pausedUntil: big,
  positionCount: z.number(),
  openPositionCount: z.number(),
  stakerCount: z.number(),
});
const positionRow = z.object({
  id: hex,
  positionId: big,
  owner: reference,
  amount: big,
  weight: big,
  lock: z.number(),
  start: big,
  unlock: big,
  owed: big,
  rewardPerWeightPaid: big,
  deposited: big,
  withdrawn: big,
  penalties: big,
  claimed: big,
  pokedAt: big.nullable(),
});
const stakerRow = z.object({
  id: hex,
  account: reference,
  amount: big,
  weight: big,
  openPositionCount: z.number(),
  deposited: big,
  withdrawn: big,
  penalties: big,
  claimed: big,
});
const eventRow = z.object({
  id: hex,
  kind: z.string(),
  position: reference,
  owner: reference,
  recipient: optional,
  moved: big,
  penalty: big,
});
const snapshots = z.object({
  poolSnapshots: z.array(z.object({ totalStaked: big, totalWeight: big, rewardPerWeight: big })),
});
const flowRow = z.object({ deposited: big, withdrawn: big, penalties: big, claimed: big, rewarded: big });
const flows = z.object({ poolFlowStats_collection: z.array(flowRow) });
type PoolRow = z.output<typeof poolRow>;
type PositionRow = z.output<typeof positionRow>;

const minWeight = 10n ** 18n;

async function readPool(graph: Graph, block: number): Promise<PoolRow | undefined> {
  const [pool] = await graph.all("stakingPools", selectionOf(poolRow.shape), poolRow, block);
  return pool;
}

/** The pool and its positions: what the index says, and what can be reckoned from it, equals what the pool says. */
async function reconcilePool(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = poolOf(world);
  const pool = await readPool(graph, block);
  expect(pool?.id).toBe(address.toLowerCase());
  if (pool === undefined) return;

  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const now = rewardPerWeightAt(pool, timestamp);
  const [left, end, updated] = await read.stream(at);
  expect([left, BigInt(end), BigInt(updated)]).toEqual([pool.streamLeft, pool.streamEnd, pool.accruedAt]);
  expect(await read.rewardPerWeight(at)).toBe(now);
  expect(await read.totalStaked(at)).toBe(pool.totalStaked);
  expect(await read.totalWeight(at)).toBe(pool.totalWeight);
  expect(await read.positionCount(at)).toBe(BigInt(pool.positionCount));
  expect(BigInt(await read.pausedUntil(at))).toBe(pool.pausedUntil);
  expect(pool.totalStaked).toBe(pool.deposited - pool.withdrawn);
  // Nothing comes from nowhere: what came in and was not paid out lies in the pool.
  const held = pool.totalStaked + pool.penalties + pool.rewarded - pool.claimed;
  expect(await world.qtiToken.read.balanceOf([address], at)).toBe(held);

  const fields = selectionOf(positionRow.shape, "owner");
  const positions = await graph.all("poolPositions", fields, positionRow, block);
  expect(positions).toHaveLength(pool.positionCount);
  for (const position of positions) await reconcilePosition(world, position, now, block);
  expect(sum(positions.map(({ weight }) => weight))).toBe(pool.totalWeight);
  expect(positions.filter(({ amount }) => amount > 0n)).toHaveLength(pool.openPositionCount);
  await reconcileStakers(graph, pool, positions, block);
  await reconcileEvents(graph, pool, positions, block);
}

async function reconcilePosition(
  world: World,
  position: PositionRow,
  rewardPerWeight: bigint,
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = poolOf(world);
  const told = await read.positionOf([position.positionId], at);
  const { owner, amount, weight, lock, start, unlock, owed } = position;
  expect({ owner, amount, weight, lock, start: Number(start), unlock: Number(unlock), owed }).toEqual({
    ...told,
    owner: told.owner.toLowerCase(),
  });
  const earned = owed + ((weight * (rewardPerWeight - position.rewardPerWeightPaid)) >> 96n);
  expect([position.positionId, await read.earnedOf([position.positionId], at)]).toEqual([
    position.positionId,
    earned,
  ]);
  expect(amount).toBe(position.deposited - position.withdrawn);
  if (position.pokedAt !== null) expect(weight).toBe(amount);
}

async function reconcileStakers(
  graph: Graph,
  pool: PoolRow,
  positions: readonly PositionRow[],
  block: number,
): Promise<void> {
  const fields = selectionOf(stakerRow.shape, "account");
  const stakers = await graph.all("poolStakers", fields, stakerRow, block);
  expect(new Set(stakers.map(({ account }) => account))).toEqual(
    new Set(positions.map(({ owner }) => owner)),
  );
  for (const { id, account, openPositionCount, ...told } of stakers) {
    const own = positions.filter(({ owner }) => owner === account);
    expect(id).toBe(`${pool.id}${account.slice(2)}`);
    expect(openPositionCount).toBe(own.filter(({ amount }) => amount > 0n).length);
    for (const name of ["amount", "weight", "deposited", "withdrawn", "penalties", "claimed"] as const)
      expect([account, name, told[name]]).toEqual([account, name, sum(own.map((each) => each[name]))]);
  }
  expect(stakers.filter(({ amount }) => amount > 0n)).toHaveLength(pool.stakerCount);
}

/** The timeline of each position, and the days, add up to the pool's own sums. */
async function reconcileEvents(
  graph: Graph,
  pool: PoolRow,
  positions: readonly PositionRow[],
  block: number,
): Promise<void> {
  const fields = "kind position { id } owner { id } recipient { id } moved penalty";
  const events = await graph.all("poolEvents", fields, eventRow, block);
  const moved = (list: typeof events, ...kinds: readonly string[]) =>
    sum(list.filter(({ kind }) => kinds.includes(kind)).map((event) => event.moved));
  for (const { id, owner, deposited, withdrawn, penalties, claimed } of positions) {
    const own = events.filter(({ position }) => position === id);
    expect(own.every((event) => event.owner === owner)).toBe(true);
    expect([moved(own, "OPENED", "INCREASED"), moved(own, "WITHDRAWN"), moved(own, "CLAIMED")]).toEqual([
      deposited,
      withdrawn,
      claimed,
    ]);
    expect(sum(own.map(({ penalty }) => penalty))).toBe(penalties);
    expect(own.filter(({ kind }) => kind === "OPENED")).toHaveLength(1);
  }
  expect([moved(events, "WITHDRAWN"), moved(events, "CLAIMED")]).toEqual([pool.withdrawn, pool.claimed]);

  const { poolFlowStats_collection: days } = await graph.query(
    "{ poolFlowStats_collection(first: 1000, interval: day, current: include) { deposited withdrawn penalties claimed rewarded } }",
    flows,
  );
  for (const name of ["deposited", "withdrawn", "penalties", "claimed", "rewarded"] as const)
    expect([name, sum(days.map((day) => day[name]))]).toEqual([name, pool[name]]);
  const newest = `first: 1, orderBy: id, orderDirection: desc, block: { number: ${block} }`;
  const { poolSnapshots } = await graph.query(
    `{ poolSnapshots(${newest}) { totalStaked totalWeight rewardPerWeight } }`,
    snapshots,
  );
  const { totalStaked, totalWeight, rewardPerWeight } = pool;
  expect(poolSnapshots).toEqual([{ totalStaked, totalWeight, rewardPerWeight }]);
}

/** What a client computes from the indexed row: README.md says it in words. */
function rewardPerWeightAt(pool: PoolRow, time: bigint): bigint {
  if (pool.streamLeft === 0n || pool.totalWeight < minWeight) return pool.rewardPerWeight;
  const elapsed = time - pool.accruedAt;
  const rest = pool.streamEnd - pool.accruedAt;
  const flowed = elapsed >= rest ? pool.streamLeft : (pool.streamLeft * elapsed) / rest;
  return pool.rewardPerWeight + (flowed << 96n) / pool.totalWeight;
}

export const poolReconciliation: Reconciliation = {
  contracts: ["stakingPool"],
  reconcile: reconcilePool,
  protocol: async (graph, block) => {
    const pool = await readPool(graph, block);
    return {
      poolStaked: pool?.totalStaked ?? null,
      poolPositionCount: pool?.positionCount ?? null,
      poolStakerCount: pool?.stakerCount ?? null,
    };
  },
};
