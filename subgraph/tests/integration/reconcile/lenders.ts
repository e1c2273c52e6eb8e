import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { firstLossOf, seniorOf } from "../traffic/credit.ts";
import { dollarsOf } from "../traffic/money.ts";
import type { World } from "../world.ts";
import { big, hex, reference, selectionOf, sum } from "./columns.ts";

const poolRow = z.object({
  id: hex,
  tranche: z.enum(["SENIOR", "FIRST_LOSS"]),
  totalShares: big,
  assets: big,
  deposited: big,
  withdrawn: big,
  claimable: big,
  queuedShares: big,
  noticeShares: big,
  vouchedShares: big,
  forgoneShares: big,
  holderCount: z.number(),
  exitCount: z.number(),
});
const positionRow = z.object({
  id: hex,
  pool: reference,
  account: reference,
  shares: big,
  queuedShares: big,
  noticeShares: big,
  vouchedShares: big,
  forgoneShares: big,
  deposited: big,
  withdrawn: big,
  claimable: big,
  receivedAssets: big,
  sentAssets: big,
});
const exitRow = z.object({
  id: hex,
  ticket: big,
  owner: reference,
  state: z.string(),
  shares: big,
  left: big,
  served: big,
  returned: big,
  assets: big,
});
const noticeRow = z.object({ id: hex, owner: reference, shares: big, readyAt: big, until: big });
const bookRow = z.object({ id: hex, deposited: big, withdrawn: big, senior: big, junior: big });
const eventRow = z.object({ id: hex, kind: z.string(), position: reference, assets: big, shares: big });
const flows = z.object({
  creditPoolFlowStats_collection: z.array(
    z.object({ pool: reference, deposited: big, withdrawn: big, forgone: big }),
  ),
});
type PoolRow = z.output<typeof poolRow>;
type PositionRow = z.output<typeof positionRow>;
type EventRow = z.output<typeof eventRow>;

/** Both pools, whose shares lie where, the queue and the notices: what the index says equals what the contracts say. */
export async function reconcileLenders(world: World, graph: Graph, block: number): Promise<void> {
  const pools = await graph.all("creditPools", selectionOf(poolRow.shape), poolRow, block);
  const positions = await graph.all(
    "creditPoolPositions",
    selectionOf(positionRow.shape, "pool", "account"),
    positionRow,
    block,
  );
  const events = await graph.all(
    "creditPoolEvents",
    selectionOf(eventRow.shape, "position"),
    eventRow,
    block,
  );
  expect(pools.map(({ tranche }) => tranche).sort()).toEqual(["FIRST_LOSS", "SENIOR"]);
  const [book] = await graph.all("creditBooks", "deposited withdrawn senior junior", bookRow, block);
  for (const pool of pools) {
    const own = positions.filter((position) => position.pool === pool.id);
    await reconcilePool(world, pool, own, block);
    // What the row says of a price is what it was at the book's last change.
    expect(pool.assets).toBe(pool.tranche === "SENIOR" ? book?.senior : book?.junior);
  }
  for (const position of positions) reconcileTimeline(position, events);
  expect([
    sum(pools.map(({ deposited }) => deposited)),
    sum(pools.map(({ withdrawn }) => withdrawn)),
  ]).toEqual([book?.deposited, book?.withdrawn]);
  await reconcileQueue(world, graph, block);
  await reconcileNotices(world, graph, block);
  await reconcileFlows(graph, pools);
}

async function reconcilePool(
  world: World,
  pool: PoolRow,
  positions: readonly PositionRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = pool.tranche === "SENIOR" ? seniorOf(world) : firstLossOf(world);
  expect([pool.id, pool.totalShares]).toEqual([address.toLowerCase(), await read.totalSupply(at)]);
  for (const { account, shares } of positions)
    expect([account, await read.balanceOf([account], at)]).toEqual([account, shares]);
  const total = (name: keyof PoolRow & keyof PositionRow & Sums) => sum(positions.map((each) => each[name]));
  expect(sum(positions.map(({ shares }) => shares))).toBe(pool.totalShares);
  for (const name of sums)
    expect([pool.tranche, name, total(name)]).toEqual([pool.tranche, name, pool[name]]);
  // Custody holds what others own; beyond that only what somebody sent there and gave away.
  const custody = new Set([pool.id, world.at("vouching").toLowerCase()]);
  const held = sum(positions.filter(({ account }) => custody.has(account)).map(({ shares }) => shares));
  expect(held).toBeGreaterThanOrEqual(pool.queuedShares + pool.noticeShares + pool.vouchedShares);
  const owners = positions.filter(
    ({ account, shares, queuedShares, noticeShares, vouchedShares }) =>
      !custody.has(account) && shares + queuedShares + noticeShares + vouchedShares > 0n,
  );
  expect(owners).toHaveLength(pool.holderCount);
  // Whatever somebody sent, somebody received.
  expect(sum(positions.map(({ sentAssets }) => sentAssets))).toBe(
    sum(positions.map(({ receivedAssets }) => receivedAssets)),
  );
}
const sums = [
  "deposited",
  "withdrawn",
  "claimable",
  "queuedShares",
  "noticeShares",
  "vouchedShares",
  "forgoneShares",
] as const;
type Sums = (typeof sums)[number];

function reconcileTimeline(position: PositionRow, events: readonly EventRow[]): void {
  const own = events.filter((event) => event.position === position.id);
  const moved = (...kinds: readonly string[]) =>
    sum(own.filter(({ kind }) => kinds.includes(kind)).map(({ assets }) => assets));
  const { deposited, withdrawn, claimable, sentAssets } = position;
  expect([
    position.id,
    moved("DEPOSITED"),
    moved("WITHDRAWN", "EXIT_SERVED"),
    moved("EXIT_SERVED") - moved("EXIT_CLAIMED"),
    moved("TRANSFERRED"),
  ]).toEqual([position.id, deposited, withdrawn, claimable, sentAssets]);
}

async function reconcileQueue(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = seniorOf(world);
  const exits = await graph.all("poolExits", selectionOf(exitRow.shape, "owner"), exitRow, block);
  const [, tail] = await read.queue(at);
  expect(exits).toHaveLength(Number(tail) - 1);
  for (const { ticket, owner, state, shares, left, served, returned } of exits) {
    const told = await read.ticketOf([ticket], at);
    expect([ticket, left, shares]).toEqual([ticket, told.shares, left + served + returned]);
    if (left > 0n) expect([ticket, state, owner]).toEqual([ticket, "QUEUED", told.owner.toLowerCase()]);
    else expect(["SERVED", "CANCELLED"]).toContain(state);
  }
  const fields = selectionOf(positionRow.shape, "pool", "account");
  const positions = await graph.all("creditPoolPositions", fields, positionRow, block);
  const seniors = positions.filter(({ pool }) => pool === address.toLowerCase());
  for (const { account, claimable } of seniors)
    expect([account, await read.claimableOf([account], at)]).toEqual([account, claimable]);
  // Money of served tickets lies in the pool until it is claimed.
  const held = await dollarsOf(world).read.balanceOf([address], at);
  expect(held).toBe(sum(seniors.map(({ claimable }) => claimable)));
}

async function reconcileNotices(world: World, graph: Graph, block: number): Promise<void> {
  const { read } = firstLossOf(world);
  const notices = await graph.all("poolNotices", selectionOf(noticeRow.shape, "owner"), noticeRow, block);
  for (const { owner, shares, readyAt, until } of notices) {
    const told = await read.noticeOf([owner], { blockNumber: BigInt(block) });
    expect([owner, { shares, readyAt: Number(readyAt), until: Number(until) }]).toEqual([owner, told]);
  }
}

async function reconcileFlows(graph: Graph, pools: readonly PoolRow[]): Promise<void> {
  const { creditPoolFlowStats_collection: days } = await graph.query(
    "{ creditPoolFlowStats_collection(first: 1000, interval: day, current: include) { pool { id } deposited withdrawn forgone } }",
    flows,
  );
  for (const { id, deposited, withdrawn, forgoneShares } of pools) {
    const own = days.filter(({ pool }) => pool === id);
    expect([
      sum(own.map((day) => day.deposited)),
      sum(own.map((day) => day.withdrawn)),
      sum(own.map((day) => day.forgone)),
    ]).toEqual([deposited, withdrawn, forgoneShares]);
  }
}
