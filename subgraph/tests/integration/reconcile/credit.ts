import { expect } from "vitest";
import { z } from "zod";
import {
  type CreditTerms,
  creditDebtAt,
  creditDueAt,
} from "../../../../packages/sdk/src/loans/credit/line.ts";
import type { Graph } from "../graphql.ts";
import { bookOf, linesOf } from "../traffic/credit.ts";
import type { World } from "../world.ts";
import { readBook, reconcileBook } from "./book.ts";
import { big, countRows, hex, optional, reference, selectionOf, sum } from "./columns.ts";
import { reconcileLenders } from "./lenders.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { reconcileVouches } from "./vouches.ts";

const programRow = z.object({
  id: hex,
  book: reference,
  vouching: hex.nullable(),
  quotaLimit: big,
  quotaPeriod: big,
  quotaWindow: big,
  quotaUsed: big,
  lineCount: z.number(),
  owingCount: z.number(),
  attestationCount: z.number(),
  drawCount: z.number(),
  paymentCount: z.number(),
  drawn: big,
  principalPaid: big,
  interestPaid: big,
  recovered: big,
  writtenOff: big,
  seniorLoss: big,
  burntShares: big,
  metInTimeCount: z.number(),
  metInGraceCount: z.number(),
  metLateCount: z.number(),
  defaultCount: z.number(),
  writeOffCount: z.number(),
});
const lineRow = z.object({
  id: hex,
  number: big,
  principal: big,
  interest: big,
  accruedAt: big,
  limit: big,
  cycle: z.number(),
  cohort: optional,
  dueAt: big.nullable(),
  defaultAt: big.nullable(),
  paidPrincipal: big,
  paidInterest: big,
  barredUntil: z.number(),
  writtenOff: z.boolean(),
  nonce: big,
  drawCount: z.number(),
  paymentCount: z.number(),
  drawn: big,
  principalPaid: big,
  interestPaid: big,
  recovered: big,
  writtenOffAmount: big,
  metInTimeCount: z.number(),
  metInGraceCount: z.number(),
  metLateCount: z.number(),
  defaultCount: z.number(),
});
const cohortRow = z.object({
  id: hex,
  cycle: z.number(),
  rateBps: z.number(),
  lateBps: z.number(),
  dueAt: big,
  defaultAt: big,
  lineCount: z.number(),
  drawn: big,
  principalPaid: big,
  interestPaid: big,
  metInTimeCount: z.number(),
  metInGraceCount: z.number(),
  metLateCount: z.number(),
  defaultCount: z.number(),
  writtenOff: big,
});
const eventRow = z.object({
  id: hex,
  kind: z.string(),
  line: reference,
  amount: big,
  principalMoved: big,
  interestMoved: big,
  limitBefore: big,
  limit: big,
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  state: z.string().nullable(),
  cycleBefore: z.number(),
  cycle: z.number(),
  sequence: big,
});
const termsRow = z.object({
  id: hex,
  cycle: z.number(),
  rateBps: z.number(),
  lateBps: z.number(),
  minimumBps: z.number(),
  growthBps: z.number(),
  seniorBps: z.number(),
  leverageBps: z.number(),
  floor: big,
});
const capRow = z.object({ id: hex, tier: z.number(), cap: big });
const flowFields = "drawn principalPaid interestPaid recovered writtenOff seniorLoss";
const countFields = "metInTime metInGrace metLate defaults";
const flows = z.object({
  creditFlowStats_collection: z.array(
    z.object({
      drawn: big,
      principalPaid: big,
      interestPaid: big,
      recovered: big,
      writtenOff: big,
      seniorLoss: big,
      metInTime: z.number(),
      metInGrace: z.number(),
      metLate: z.number(),
      defaults: z.number(),
    }),
  ),
});
type ProgramRow = z.output<typeof programRow>;
type LineRow = z.output<typeof lineRow>;
type CohortRow = z.output<typeof cohortRow>;
type EventRow = z.output<typeof eventRow>;
type TermsRow = z.output<typeof termsRow>;

const amounts = ["drawn", "principalPaid", "interestPaid"] as const;
const counts = ["metInTimeCount", "metInGraceCount", "metLateCount", "defaultCount"] as const;
/** Each kind of event of a line, and the log of the contract that it stands for. */
const logs = {
  DRAWN: "Drawn",
  PAID: "Repaid",
  LIMIT_SET: "LimitSet",
  ATTESTED: "LineAttested",
  BARRED: "LineBarred",
  WRITTEN_OFF: "LineWrittenOff",
} as const;
const states = ["SETTLED", "CURRENT", "GRACE", "DELINQUENT", "DEFAULT"];

/** Credit lines, their book, the pools and the vouches: what the index says equals what the contracts say. */
async function reconcileCredit(world: World, graph: Graph, block: number): Promise<void> {
  const terms = await graph.all("creditCycleTerms_collection", selectionOf(termsRow.shape), termsRow, block);
  const cohorts = await graph.all("creditCohorts", selectionOf(cohortRow.shape), cohortRow, block);
  const lines = await graph.all("creditLines", selectionOf(lineRow.shape, "cohort"), lineRow, block);
  const events = await graph.all("creditEvents", selectionOf(eventRow.shape, "line"), eventRow, block);
  const [program] = await graph.all(
    "creditPrograms",
    selectionOf(programRow.shape, "book"),
    programRow,
    block,
  );
  if (program === undefined) expect.fail("There are no credit lines.");
  await reconcileTerms(world, graph, terms, block);
  for (const line of lines) await reconcileLine(world, line, cohorts, terms, block);
  for (const line of lines) reconcileTimeline(line, events);
  reconcileCohorts(cohorts, lines);
  await reconcileProgram(world, graph, program, lines, block);
  await reconcileEvents(world, events, block);
  await reconcileBook(world, graph, block);
  await reconcileLenders(world, graph, block);
  await reconcileVouches(world, graph, block);
}

/** Terms that were set, and those of the cycles between. */
async function reconcileTerms(
  world: World,
  graph: Graph,
  terms: readonly TermsRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = bookOf(world);
  const current = await read.currentCycle(at);
  for (let cycle = 1; cycle <= current + 1; cycle++) {
    const told = await read.termsOf([cycle], at);
    expect([cycle, termsOf(terms, cycle)]).toEqual([cycle, told]);
  }
  const caps = await graph.all("creditTierCaps", "tier cap", capRow, block);
  expect(caps).toHaveLength(3);
  for (const { tier, cap } of caps)
    expect([tier, await linesOf(world).read.tierCapOf([tier], at)]).toEqual([tier, cap]);
}

function termsOf(terms: readonly TermsRow[], cycle: number): CreditTerms {
  const [last] = terms.filter((each) => each.cycle <= cycle).sort((a, b) => b.cycle - a.cycle);
  if (last === undefined) throw new RangeError("A cycle without terms.");
  const { id: _id, cycle: _cycle, ...rest } = last;
  return rest;
}

/** What a client reckons from the indexed rows with the SDK is what the contract says of the line at that second. */
async function reconcileLine(
  world: World,
  line: LineRow,
  cohorts: readonly CohortRow[],
  terms: readonly TermsRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const { start } = (await readBook(world, block)) ?? {};
  if (start === undefined) expect.fail("The book has no calendar.");
  const { read } = linesOf(world);
  const told = await read.lineOfIdentity([line.number], at);
  const cohort = cohorts.find((each) => each.cycle === line.cycle);
  const figures = { ...line, at: line.accruedAt };
  const rates = cohort ?? { rateBps: 0, lateBps: 0 };
  const debt = creditDebtAt(figures, rates, start, timestamp);
  const due =
    line.cycle === 0
      ? 0n
      : creditDueAt(
          figures,
          { ...termsOf(terms, line.cycle), rateBps: rates.rateBps, lateBps: rates.lateBps },
          start,
          timestamp,
        );
  const { limit, cycle, paidPrincipal, paidInterest, barredUntil, writtenOff } = line;
  expect({
    number: line.number,
    principal: debt.principal,
    interest: debt.interest,
    limit,
    cycle,
    paidPrincipal,
    paidInterest,
    barredUntil,
    writtenOff,
    state: stateAt(line, cohort, timestamp),
    due,
  }).toEqual({ number: line.number, ...told, state: states[told.state] });
  expect(await read.nonceOf([line.number], at)).toBe(line.nonce);
  expect([line.id, line.cohort, line.dueAt, line.defaultAt]).toEqual([
    line.id,
    cohort?.id ?? null,
    cohort?.dueAt ?? null,
    cohort?.defaultAt ?? null,
  ]);
}

/** By the times of the row alone, as anybody asks for those that are late. */
function stateAt(line: LineRow, cohort: CohortRow | undefined, time: bigint): string {
  if (line.cycle === 0 || cohort === undefined || line.dueAt === null || line.defaultAt === null)
    return "SETTLED";
  if (time < line.dueAt) return "CURRENT";
  if (time < line.dueAt + 432_000n) return "GRACE";
  return time < line.defaultAt ? "DELINQUENT" : "DEFAULT";
}

/** The timeline of a line adds up to it, and each change of its limit begins where the last one ended. */
function reconcileTimeline(line: LineRow, events: readonly EventRow[]): void {
  const own = events
    .filter((event) => event.line === line.id)
    .sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  const of = (kind: string) => own.filter((event) => event.kind === kind);
  const paid = of("PAID");
  expect({
    drawn: sum(of("DRAWN").map(({ amount }) => amount)),
    principalPaid: sum(paid.map(({ principalMoved }) => principalMoved)),
    interestPaid: sum(paid.map(({ interestMoved }) => interestMoved)),
    writtenOff: sum(of("WRITTEN_OFF").map(({ amount }) => amount)),
    draws: of("DRAWN").length,
    payments: paid.length,
    nonce: BigInt(of("ATTESTED").length),
  }).toEqual({
    drawn: line.drawn,
    principalPaid: line.principalPaid,
    interestPaid: line.interestPaid,
    writtenOff: line.writtenOffAmount,
    draws: line.drawCount,
    payments: line.paymentCount,
    nonce: line.nonce,
  });
  const met = (outcome: string) => paid.filter((event) => event.outcome === outcome).length;
  expect([met("IN_TIME"), met("IN_GRACE"), met("LATE")]).toEqual([
    line.metInTimeCount,
    line.metInGraceCount,
    line.metLateCount,
  ]);
  for (const { outcome, state, cycleBefore, cycle } of paid) {
    if (outcome === null) continue;
    expect(cycle).not.toBe(cycleBefore);
    expect(state).toBe(
      { IN_TIME: "CURRENT", IN_GRACE: "GRACE", LATE: "DELINQUENT", DEFAULT: "DEFAULT" }[outcome],
    );
  }
  const limits = of("LIMIT_SET");
  expect(limits.map(({ limitBefore }) => limitBefore)).toEqual(
    [0n, ...limits.slice(0, -1).map(({ limit }) => limit)].slice(0, limits.length),
  );
  expect(limits.at(-1)?.limit ?? 0n).toBe(line.limit);
  for (const { reason, limitBefore, limit } of limits) {
    if (reason === "GROWN") expect(limit).toBeGreaterThan(limitBefore);
    if (reason === "HALVED") expect(limit).toBe(limitBefore / 2n);
    if (reason === "DEFAULTED") expect(limit).toBe(0n);
    if (reason === "VOUCH_ENDED") expect(limit).toBeLessThanOrEqual(limitBefore);
  }
}

function reconcileCohorts(cohorts: readonly CohortRow[], lines: readonly LineRow[]): void {
  for (const { cycle, lineCount } of cohorts)
    expect([cycle, lines.filter((line) => line.cycle === cycle).length]).toEqual([cycle, lineCount]);
  for (const name of amounts)
    expect([name, sum(cohorts.map((cohort) => cohort[name]))]).toEqual([
      name,
      sum(lines.map((line) => line[name])),
    ]);
  for (const name of counts) {
    const total = (rows: readonly { readonly [key in typeof name]: number }[]) =>
      rows.reduce((count, row) => count + row[name], 0);
    expect([name, total(cohorts)]).toEqual([name, total(lines)]);
  }
  expect(sum(cohorts.map(({ writtenOff }) => writtenOff))).toBe(
    sum(lines.map(({ writtenOffAmount }) => writtenOffAmount)),
  );
}

async function reconcileProgram(
  world: World,
  graph: Graph,
  program: ProgramRow,
  lines: readonly LineRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const { read, address } = linesOf(world);
  const quota = await read.underwritingQuota(at);
  const window = timestamp / program.quotaPeriod;
  const used = program.quotaWindow === window ? program.quotaUsed : 0n;
  expect([program.quotaLimit, program.quotaPeriod, window, used]).toEqual([
    quota.limit,
    BigInt(quota.period),
    BigInt(quota.window),
    quota.used,
  ]);
  expect([program.id, program.book, program.vouching]).toEqual([
    address.toLowerCase(),
    world.at("creditBook").toLowerCase(),
    world.at("vouching").toLowerCase(),
  ]);
  for (const name of [...amounts, "recovered"] as const)
    expect([name, sum(lines.map((line) => line[name]))]).toEqual([name, program[name]]);
  for (const name of [...counts, "drawCount", "paymentCount"] as const)
    expect([name, lines.reduce((count, line) => count + line[name], 0)]).toEqual([name, program[name]]);
  expect(sum(lines.map(({ writtenOffAmount }) => writtenOffAmount))).toBe(program.writtenOff);
  expect(sum(lines.map(({ nonce }) => nonce))).toBe(BigInt(program.attestationCount));
  expect([lines.length, lines.filter(({ cycle }) => cycle !== 0).length]).toEqual([
    program.lineCount,
    program.owingCount,
  ]);

  const { creditFlowStats_collection: days } = await graph.query(
    `{ creditFlowStats_collection(first: 1000, interval: day, current: include) { ${flowFields} ${countFields} } }`,
    flows,
  );
  for (const name of [...amounts, "recovered", "writtenOff", "seniorLoss"] as const)
    expect([name, sum(days.map((day) => day[name]))]).toEqual([name, program[name]]);
  const total = (name: "metInTime" | "metInGrace" | "metLate" | "defaults") =>
    days.reduce((count, day) => count + day[name], 0);
  expect([total("metInTime"), total("metInGrace"), total("metLate"), total("defaults")]).toEqual([
    program.metInTimeCount,
    program.metInGraceCount,
    program.metLateCount,
    program.defaultCount,
  ]);
}

async function reconcileEvents(world: World, events: readonly EventRow[], block: number): Promise<void> {
  const { abi, address } = linesOf(world);
  const range = { abi, address, fromBlock: 0n, toBlock: BigInt(block) } as const;
  for (const [kind, eventName] of Object.entries(logs) as [
    keyof typeof logs,
    (typeof logs)[keyof typeof logs],
  ][]) {
    const told = await world.reader.getContractEvents({ ...range, eventName });
    expect([kind, events.filter((event) => event.kind === kind).length]).toEqual([kind, told.length]);
  }
  // Why each limit changed is known: a vouch for each that vouched, an attestation for each that was given.
  const reasons = (reason: string) => events.filter((event) => event.reason === reason).length;
  const attested = events.filter(({ kind }) => kind === "ATTESTED").length;
  expect(reasons("ATTESTED")).toBe(attested);
}

export const creditReconciliation: Reconciliation = {
  contracts: ["creditBook", "creditLines", "seniorPool", "firstLossPool", "vouching"],
  reconcile: reconcileCredit,
  protocol: async (graph, block) => {
    const lines = await graph.all("creditLines", selectionOf(lineRow.shape, "cohort"), lineRow, block);
    return {
      creditLineCount: lines.length,
      creditDrawn: sum(lines.map(({ drawn }) => drawn)),
      creditPaid: sum(lines.map(({ principalPaid, interestPaid }) => principalPaid + interestPaid)),
      creditWrittenOff: sum(lines.map(({ writtenOffAmount }) => writtenOffAmount)),
      vouchCount: await countRows(graph, "vouchEntries", block),
    };
  },
};
