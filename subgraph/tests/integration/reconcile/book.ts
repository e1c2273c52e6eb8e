import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { bookOf } from "../traffic/credit.ts";
import { dollarsOf } from "../traffic/money.ts";
import type { World } from "../world.ts";
import { big, hex, optional, reference, selectionOf, sum } from "./columns.ts";

const bookRow = z.object({
  id: hex,
  money: hex,
  decimals: z.number(),
  start: big,
  lines: hex,
  seniorPool: optional,
  firstLossPool: optional,
  pausedUntil: big,
  cash: big,
  claim: big,
  queuedShares: big,
  openCycles: z.array(z.number()),
  principal: big,
  interest: big,
  debt: big,
  delinquent: big,
  defaulted: big,
  assets: big,
  senior: big,
  junior: big,
  seniorExit: big,
  deposited: big,
  collected: big,
  lent: big,
  withdrawn: big,
  seniorLoss: big,
  skimmed: big,
  updatedAt: big,
});
const cohortRow = z.object({
  id: hex,
  book: reference,
  cycle: z.number(),
  principal: big,
  interest: big,
  accruedAt: big,
  rateBps: z.number(),
  lateBps: z.number(),
  seniorBps: z.number(),
  statementAt: big,
  dueAt: big,
  lateAt: big,
  defaultAt: big,
  writableAt: big,
});
const programRow = z.object({ id: hex, drawn: big, principalPaid: big, interestPaid: big, seniorLoss: big });
const snapshots = z.object({ creditBookSnapshots: z.array(z.object({ cash: big, debt: big, assets: big })) });
type BookRow = z.output<typeof bookRow>;
type CohortRow = z.output<typeof cohortRow>;

const year = 31_536_000n;
const bps = 10_000n;
const markdownTime = 180n * 86_400n;

/** What a client needs of the book to reckon a line. */
export async function readBook(world: World, block: number): Promise<{ start: number }> {
  return { start: await bookOf(world).read.start({ blockNumber: BigInt(block) }) };
}

/** The book and its cohorts: what the index says, and what can be reckoned from it, equals what the book says at that second. */
export async function reconcileBook(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = bookOf(world);
  const fields = selectionOf(bookRow.shape, "seniorPool", "firstLossPool");
  const [book] = await graph.all("creditBooks", fields, bookRow, block);
  if (book === undefined) expect.fail("There is no book.");
  const cohorts = await graph.all("creditCohorts", selectionOf(cohortRow.shape, "book"), cohortRow, block);
  expect([book.id, book.money, book.decimals, book.lines, book.seniorPool, book.firstLossPool]).toEqual([
    address.toLowerCase(),
    dollarsOf(world).address.toLowerCase(),
    6,
    world.at("creditLines").toLowerCase(),
    world.at("seniorPool").toLowerCase(),
    world.at("firstLossPool").toLowerCase(),
  ]);
  expect([Number(book.start), Number(book.pausedUntil), book.queuedShares]).toEqual([
    await read.start(at),
    await read.pausedUntil(at),
    await read.queuedShares(at),
  ]);
  for (const cohort of cohorts) await reconcileCohort(world, book, cohort, block);
  const open = cohorts.filter(({ principal }) => principal > 0n);
  expect(book.openCycles).toEqual(open.map(({ cycle }) => cycle).sort((a, b) => a - b));
  expect([book.principal, book.interest]).toEqual([
    sum(cohorts.map(({ principal }) => principal)),
    sum(cohorts.map(({ interest }) => interest)),
  ]);

  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const { queued: _queued, ...told } = await read.balance(at);
  const { delinquent: _delinquent, defaulted: _defaulted, ...now } = balanceAt(book, open, timestamp);
  expect(now).toEqual(told);
  // What it was at the book's last change is what the row says.
  const then = balanceAt(book, open, book.updatedAt);
  const { debt, delinquent, defaulted, assets, senior, junior, seniorExit } = book;
  expect({ debt, delinquent, defaulted, assets, senior, junior, seniorExit }).toEqual({
    debt: then.debt,
    delinquent: then.delinquent,
    defaulted: then.defaulted,
    assets: then.assets,
    senior: then.senior,
    junior: then.junior,
    seniorExit: then.seniorExit,
  });
  await reconcileCash(world, graph, book, block);
  const newest = `first: 1, orderBy: id, orderDirection: desc, block: { number: ${block} }`;
  const { creditBookSnapshots } = await graph.query(
    `{ creditBookSnapshots(${newest}) { cash debt assets } }`,
    snapshots,
  );
  expect(creditBookSnapshots).toEqual([{ cash: book.cash, debt, assets }]);
}

async function reconcileCohort(world: World, book: BookRow, cohort: CohortRow, block: number): Promise<void> {
  const told = await bookOf(world).read.cohortOf([cohort.cycle], { blockNumber: BigInt(block) });
  const { cycle, principal, interest, rateBps, lateBps, seniorBps } = cohort;
  const last = Number(cohort.accruedAt - book.start);
  expect([cycle, { principal, interest, last, rateBps, lateBps, seniorBps }]).toEqual([cycle, told]);
  const statementAt = book.start + 30n * 86_400n * BigInt(cycle);
  const days = (count: bigint) => statementAt + count * 86_400n;
  const { dueAt, lateAt, defaultAt, writableAt } = cohort;
  expect([cohort.statementAt, dueAt, lateAt, defaultAt, writableAt]).toEqual([
    statementAt,
    days(10n),
    days(15n),
    days(45n),
    days(225n),
  ]);
}

/** Every unit of cash came from somewhere and went somewhere. */
async function reconcileCash(world: World, graph: Graph, book: BookRow, block: number): Promise<void> {
  const fields = "drawn principalPaid interestPaid seniorLoss";
  const [program] = await graph.all("creditPrograms", fields, programRow, block);
  expect(book.cash).toBe(book.deposited + book.collected - book.lent - book.withdrawn);
  expect([book.lent, book.collected, book.seniorLoss]).toEqual([
    program?.drawn,
    (program?.principalPaid ?? 0n) + (program?.interestPaid ?? 0n),
    program?.seniorLoss,
  ]);
  const held = await dollarsOf(world).read.balanceOf([bookOf(world).address], { blockNumber: BigInt(block) });
  expect(held).toBeGreaterThanOrEqual(book.cash);
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What a client computes from the indexed rows: README.md says it in words. */
function balanceAt(book: BookRow, cohorts: readonly CohortRow[], time: bigint) {
  let [debt, delinquent, defaulted, ofSenior] = [0n, 0n, 0n, 0n];
  let [assets, exitAssets] = [book.cash, book.cash];
  for (const cohort of cohorts) {
    const accrued = accruedAt(cohort, time);
    ofSenior += (accrued * BigInt(cohort.seniorBps)) / bps;
    if (time >= cohort.writableAt) continue;
    const owed = cohort.principal + cohort.interest + accrued;
    const isLate = time >= cohort.lateAt;
    const isDefault = time >= cohort.defaultAt;
    const markdown = isDefault ? time - cohort.defaultAt : 0n;
    const exitMarkdown = isLate && markdown < markdownTime / 4n ? markdownTime / 4n : markdown;
    debt += owed;
    if (isDefault) defaulted += owed;
    else if (isLate) delinquent += owed;
    assets += (owed * (markdownTime - markdown)) / markdownTime;
    exitAssets += (owed * (markdownTime - exitMarkdown)) / markdownTime;
  }
  const claim = book.claim < 10n ** BigInt(book.decimals) ? book.claim : book.claim + ofSenior;
  const senior = least(claim, assets);
  return {
    cash: book.cash,
    debt,
    delinquent,
    defaulted,
    assets,
    exitAssets,
    claim,
    senior,
    junior: assets - senior,
    seniorExit: least(claim, exitAssets),
  };
}

function accruedAt(
  { principal, rateBps, lateBps, accruedAt: from, lateAt, defaultAt }: CohortRow,
  time: bigint,
): bigint {
  const shared = (begin: bigint) => {
    const [first, last] = [from > begin ? from : begin, least(time, defaultAt)];
    return last > first ? last - first : 0n;
  };
  return (principal * (BigInt(rateBps) * shared(0n) + BigInt(lateBps) * shared(lateAt))) / (bps * year);
}
