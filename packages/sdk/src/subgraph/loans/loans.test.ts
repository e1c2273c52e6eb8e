import { getAddress, type Hex } from "viem";
import { afterEach, describe, expect, test, vi } from "vitest";
import { creditDebtAt } from "../../loans/credit/line.ts";
import { createSubgraphClient, type SubgraphClient } from "../createSubgraphClient.ts";
import { getAppraisalHistory } from "./getAppraisalHistory.ts";
import { getCreditBookFigures } from "./getCreditBookFigures.ts";
import { getCreditCohorts } from "./getCreditCohorts.ts";
import { getCreditEvents } from "./getCreditEvents.ts";
import { getCreditLines } from "./getCreditLines.ts";
import { getCreditPoolEvents } from "./getCreditPoolEvents.ts";
import { getCreditPoolHistory } from "./getCreditPoolHistory.ts";
import { getCreditPoolPositions } from "./getCreditPoolPositions.ts";
import { getCreditPools } from "./getCreditPools.ts";
import { getLendingAuthorizations } from "./getLendingAuthorizations.ts";
import { getLendingEvents } from "./getLendingEvents.ts";
import { getLendingFigures } from "./getLendingFigures.ts";
import { getLendingHistory } from "./getLendingHistory.ts";
import { getLendingMarkets } from "./getLendingMarkets.ts";
import { getLendingPositions } from "./getLendingPositions.ts";
import { getPoolExits } from "./getPoolExits.ts";
import { getPoolNotices } from "./getPoolNotices.ts";
import { getVouches } from "./getVouches.ts";
import { getVouchInvites } from "./getVouchInvites.ts";

const low = "0xa51c1fc2f0d1a1b8494ed1fe312d7c3a78ed91c0";
const address = getAddress(low);
const market: Hex = `0x${"ab".repeat(32)}`;

/** A subgraph that gives these answers in turn, the last one for ever, and what it was asked. */
function answering(...answers: readonly object[]): {
  subgraph: SubgraphClient;
  asked: { [name: string]: unknown }[];
} {
  const asked: { [name: string]: unknown }[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_, init) => {
    asked.push(JSON.parse(String(init?.body)).variables);
    return new Response(JSON.stringify({ data: answers[Math.min(asked.length, answers.length) - 1] }));
  });
  return { subgraph: createSubgraphClient({ url: "http://subgraph" }), asked };
}

afterEach(() => void vi.restoreAllMocks());

describe("getLendingMarkets", () => {
  test("default", async () => {
    const row = {
      id: market,
      loanToken: low,
      collateralToken: low,
      asset: null,
      oracle: { id: low },
      rateModel: { id: low },
      lltv: "7",
    };
    const { subgraph, asked } = answering({ lendingMarkets: [row] });
    const { items, next } = await getLendingMarkets(subgraph, { collateral: address, first: 1 });
    expect(items[0]).toMatchObject({ id: market, loanToken: address, oracle: address, lltv: 7n });
    expect(items[0]?.asset).toBeUndefined();
    expect(next).toBe(market);
    await getLendingMarkets(subgraph, { id: market, after: next, first: 1 });
    expect(asked.map(({ where }) => where)).toEqual([{ collateral: address }, { id: market, id_gt: market }]);
  });

  test("behavior: nothing before anything happened", async () => {
    const { subgraph } = answering({ lendingProtocols: [] });
    expect(await getLendingFigures(subgraph)).toBeUndefined();
  });
});

describe("getLendingPositions", () => {
  test("default", async () => {
    const row = { id: market, market: { id: market }, account: { id: low }, borrowShares: "5" };
    const { subgraph, asked } = answering({ lendingPositions: [row] });
    const { items } = await getLendingPositions(subgraph, { market, account: address, owing: true });
    expect(items).toEqual([{ id: market, market, account: address, borrowShares: 5n }]);
    await getLendingPositions(subgraph, { owing: false, lending: true });
    await getLendingPositions(subgraph, { lending: false });
    expect(asked.map(({ where }) => where)).toEqual([
      { market, account: low, borrowShares_gt: "0" },
      { borrowShares: "0", supplyShares_gt: "0" },
      { supplyShares: "0" },
    ]);
  });
});

describe("what happened in lending markets", () => {
  test("default", async () => {
    const row = {
      kind: "LIQUIDATED",
      market: { id: market },
      account: { id: low },
      caller: { id: low },
      receiver: null,
    };
    const { subgraph, asked } = answering({ lendingEvents: [{ ...row, sequence: "9" }] });
    const { items, next } = await getLendingEvents(subgraph, { kind: "LIQUIDATED", after: 10n, first: 1 });
    expect(items).toEqual([
      { kind: "LIQUIDATED", market, account: address, caller: address, receiver: undefined, sequence: 9n },
    ]);
    expect(next).toBe(9n);
    expect(asked[0]).toEqual({ first: 1, where: { kind: "LIQUIDATED", sequence_lt: "10" } });
  });

  test("behavior: histories are of one market or asset, oldest first", async () => {
    const rows = [{ timestamp: "2000000" }, { timestamp: "1000000" }];
    const { subgraph, asked } = answering(
      { lendingMarketStats_collection: rows },
      { appraisalStats_collection: [] },
    );
    const steps = await getLendingHistory(subgraph, { market, interval: "day" });
    expect(steps.map(({ timestamp }) => timestamp)).toEqual([1n, 2n]);
    await getAppraisalHistory(subgraph, { asset: address, interval: "hour", first: 5 });
    expect(asked).toEqual([
      { interval: "day", first: 90, where: { market } },
      { interval: "hour", first: 5, where: { appraised: low } },
    ]);
  });

  test("behavior: who may act for whom", async () => {
    const row = { authorizer: { id: low }, authorized: { id: low }, isAuthorized: true };
    const { subgraph, asked } = answering({ lendingAuthorizations: [row] });
    const [found] = await getLendingAuthorizations(subgraph, { authorizer: address, isAuthorized: true });
    expect(found).toEqual({ authorizer: address, authorized: address, isAuthorized: true });
    expect(asked[0]).toEqual({ where: { authorizer: low, isAuthorized: true } });
  });
});

describe("getCreditLines", () => {
  const line = {
    number: "7",
    identity: { firstAccount: { id: low } },
    principal: "100000000",
    interest: "0",
    accruedAt: "1800000000",
    limit: "1",
    cycle: 1,
    paidPrincipal: "0",
    paidInterest: "0",
    dueAt: null,
  };

  test("default", async () => {
    const { subgraph, asked } = answering({ creditLines: [line] });
    const { items, next } = await getCreditLines(subgraph, { identity: 7n, owing: true, first: 1 });
    expect(items[0]).toMatchObject({ identity: 7n, account: address, at: 1_800_000_000n, cycle: 1 });
    expect(items[0]?.dueAt).toBeUndefined();
    expect(next).toBe(7n);
    await getCreditLines(subgraph, { writableBy: 5n, after: 7n });
    expect(asked.map(({ where }) => where)).toEqual([
      { number: "7", cycle_gt: 0 },
      { writableAt_lte: "5", writtenOff: false, number_lt: "7" },
    ]);
  });

  test("behavior: the pure functions count on from it", async () => {
    const { subgraph } = answering({ creditLines: [line] });
    const { items } = await getCreditLines(subgraph);
    const [found = expect.fail("there is no line")] = items;
    const at = found.at + 365n * 86_400n;
    const debt = creditDebtAt(found, { rateBps: 1_800, lateBps: 0 }, found.at, at);
    // Until default, 75 days after the start.
    expect(debt.interest).toBe(3_698_631n);
  });
});

describe("lists of credit lines and their pools", () => {
  test("behavior: of one person by its number", async () => {
    const row = {
      line: { number: "7" },
      account: { id: low },
      counterparty: null,
      reason: null,
      sequence: "3",
    };
    const { subgraph, asked } = answering({ creditEvents: [{ ...row, state: null, outcome: "IN_TIME" }] });
    const { items } = await getCreditEvents(subgraph, { identity: 7n, kind: "PAID" });
    expect(items[0]).toEqual({
      identity: 7n,
      account: address,
      counterparty: undefined,
      reason: undefined,
      state: undefined,
      outcome: "IN_TIME",
      sequence: 3n,
    });
    expect(asked[0]?.where).toEqual({ line: "0x0000000000000007", kind: "PAID" });
  });

  test("behavior: of one pool by its name; its history by its address", async () => {
    const { subgraph, asked } = answering(
      { creditPools: [{ id: low }] },
      { creditPoolStats_collection: [] },
      { creditPools: [] },
      { creditPoolPositions: [{ id: market, pool: { tranche: "FIRST_LOSS" }, account: { id: low } }] },
      { creditPoolEvents: [{ pool: { tranche: "SENIOR" }, owner: { id: low }, exit: { ticket: "4" } }] },
    );
    await getCreditPoolHistory(subgraph, { pool: "senior", interval: "day" });
    await getCreditPools(subgraph, { pool: "firstLoss" });
    const positions = await getCreditPoolPositions(subgraph, { pool: "firstLoss" });
    expect(positions.items).toEqual([{ id: market, pool: "firstLoss", account: address }]);
    const events = await getCreditPoolEvents(subgraph, { owner: address });
    expect(events.items[0]).toMatchObject({ pool: "senior", owner: address, exit: 4n });
    expect(asked.map(({ where, tranche }) => where ?? tranche)).toEqual([
      "SENIOR",
      { pool: address },
      { tranche: "FIRST_LOSS" },
      { pool_: { tranche: "FIRST_LOSS" } },
      { owner: low },
    ]);
  });

  test("behavior: tickets, notices, cohorts and the book", async () => {
    const { subgraph, asked } = answering(
      { poolExits: [{ ticket: "4", owner: { id: low }, closedAt: null }] },
      { poolNotices: [{ owner: { id: low }, shares: "1" }] },
      { creditCohorts: [{ cycle: 3, principal: "5" }] },
      { creditBooks: [{ money: null, cash: "5", lines: low }] },
    );
    const exits = await getPoolExits(subgraph, { owner: address, state: "QUEUED", first: 1 });
    expect(exits).toEqual({ items: [{ ticket: 4n, owner: address, closedAt: undefined }], next: 4n });
    expect(await getPoolNotices(subgraph, { open: true })).toEqual([{ owner: address, shares: 1n }]);
    expect(await getCreditCohorts(subgraph, { owing: false })).toEqual([{ cycle: 3, principal: 5n }]);
    expect(await getCreditBookFigures(subgraph)).toEqual({ money: undefined, cash: 5n, lines: address });
    expect(asked.map(({ where }) => where)).toEqual([
      { owner: low, state: "QUEUED" },
      { shares_gt: "0" },
      { principal: "0" },
      undefined,
    ]);
  });

  test("behavior: who vouches for whom, by the numbers of both", async () => {
    const person = (index: string) => ({ index, firstAccount: { id: low } });
    const pair = { identity: person("7"), voucher: person("9"), owner: { id: low } };
    const invite = { line: { number: "7", identity: person("7") }, voucher: person("9"), invited: true };
    const { subgraph, asked } = answering(
      { vouchEntries: [{ id: market, ...pair }] },
      { vouchInvites: [invite] },
    );
    const vouches = await getVouches(subgraph, { identity: 7n, voucher: 9n, state: "ACTIVE" });
    expect(vouches.items).toEqual([
      { id: market, identity: 7n, account: address, voucher: 9n, owner: address },
    ]);
    const invites = await getVouchInvites(subgraph, { voucher: 9n, invited: true });
    expect(invites).toEqual([
      { identity: 7n, account: address, voucher: 9n, voucherAccount: address, invited: true },
    ]);
    expect(asked.map(({ where }) => where)).toEqual([
      { line: "0x0000000000000007", voucher_: { index: "9" }, state: "ACTIVE" },
      { voucher_: { index: "9" }, invited: true },
    ]);
  });
});
