import { expect } from "chai";
import { dice } from "../shared/dice.ts";
import {
  addLine,
  attest,
  balanceOf,
  type CreditModel,
  cancelExit,
  cycleAt,
  DAY,
  depositJunior,
  depositSenior,
  draw,
  dueOf,
  endVouch,
  giveNotice,
  lineNow,
  lineOf,
  newCredit,
  ONE,
  queueExit,
  redeemJunior,
  redeemSenior,
  repay,
  serveQueue,
  setTerms,
  stateOf,
  type TermsModel,
  vouch,
  writeOff,
} from "./creditModel.ts";

const TERMS: TermsModel = {
  rate: 1_800n,
  late: 600n,
  minimum: 1_000n,
  growth: 2_000n,
  senior: 6_000n,
  leverage: 40_000n,
  floor: 20n * ONE,
};
const CAPS = [0n, 1_000n * ONE, 5_000n * ONE, 20_000n * ONE];
const RUNS = 60;
const DAYS = 1_400n;
const BORROWERS = ["ada", "ben", "cleo", "dan", "eve", "fay", "gus", "hal"];
const LENDERS = ["sam", "tia"];
const VOUCHERS = ["vic", "wes"];

function newYears(): CreditModel {
  const model = newCredit(TERMS, CAPS);
  for (const [index, who] of BORROWERS.entries()) {
    addLine(model, who, (index % 3) + 1);
    attest(model, who, 500n * ONE);
  }
  for (const who of LENDERS) depositSenior(model, who, 3_000n * ONE);
  for (const who of [...LENDERS, ...VOUCHERS]) depositJunior(model, who, 600n * ONE);
  return model;
}

/** How each borrower behaves in the year that runs, so that all states are reached. */
type Habit = "in time" | "late" | "partly" | "never";

function liveADay(model: CreditModel, random: ReturnType<typeof dice>, done: Map<string, number>): void {
  const did = (name: string, result: unknown) => {
    if (result !== undefined && result !== 0n) done.set(name, (done.get(name) ?? 0) + 1);
  };
  const year = Number(model.now / (360n * DAY));
  for (const [index, who] of BORROWERS.entries()) {
    const habits: Habit[] = ["in time", "in time", "late", "partly", "never"];
    const habit = habits[(index * 7 + year * 3) % habits.length];
    const line = lineNow(model, lineOf(model, who));
    const due = dueOf(model, line);
    const state = stateOf(line.cycle, model.now);
    if (random.chance(0.1)) did("draw", draw(model, who, random.upTo(line.limit)));
    if (habit === "in time" && due > 0n && random.chance(0.3)) did("met", repay(model, who, due));
    if (habit === "late" && state === "delinquent" && random.chance(0.2)) did("late", repay(model, who, due));
    if (habit === "partly" && random.chance(0.1)) did("partly", repay(model, who, random.upTo(due)));
    if (state === "default" && random.chance(0.004)) did("settled", repay(model, who, due));
    if (random.chance(0.01)) did("early", repay(model, who, random.upTo(line.principal + line.interest)));
    if (random.chance(0.5)) did("written off", writeOff(model, who));
    if (random.chance(0.01)) did("attested", attest(model, who, random.upTo(800n * ONE)));
  }
  const lender = random.of(LENDERS);
  const held = model.senior.get(lender) ?? 0n;
  if (random.chance(0.05)) did("deposit", depositSenior(model, lender, random.upTo(500n * ONE)));
  if (random.chance(0.03)) did("redeem", redeemSenior(model, lender, random.upTo(held)));
  if (random.chance(0.03))
    did("queue", queueExit(model, lender, random.upTo(model.senior.get(lender) ?? 0n)));
  if (random.chance(0.1)) did("serve", serveQueue(model));
  if (random.chance(0.01) && model.queue.length > 0) did("cancel", cancelExit(model, model.queue.length - 1));
  const first = random.of([...LENDERS, ...VOUCHERS]);
  if (random.chance(0.05)) did("first loss", depositJunior(model, first, random.upTo(300n * ONE)));
  if (random.chance(0.01))
    did("notice", giveNotice(model, first, random.upTo(model.junior.get(first) ?? 0n)));
  const noticed = model.notices.get(first)?.shares ?? 0n;
  if (random.chance(0.05)) did("left", redeemJunior(model, first, random.upTo(noticed)));
  const [voucher, borrower] = [random.of(VOUCHERS), random.of(BORROWERS)];
  const shares = random.upTo((model.junior.get(voucher) ?? 0n) / 4n);
  if (random.chance(0.03))
    did("vouch", vouch(model, voucher, borrower, shares, random.upTo(shares / 1_300_000n)));
  const stands = lineOf(model, borrower).vouches.some((each) => each.voucher === voucher);
  if (random.chance(0.02) && stands && endVouch(model, voucher, borrower)) did("unlocked", true);
  if (random.chance(0.005)) {
    setTerms(model, { ...TERMS, rate: 1_000n + random.upTo(2_000n), senior: 4_000n + random.upTo(4_000n) });
    did("terms", true);
  }
}

function sumOf<T>(all: Iterable<T>, of: (each: T) => bigint): bigint {
  let sum = 0n;
  for (const each of all) sum += of(each);
  return sum;
}

/** What holds every day, whatever happened. */
function assertDay(model: CreditModel): void {
  const { assets, senior, junior, claim, cash } = balanceOf(model);
  expect(senior + junior, "S + J = A").to.equal(assets);
  expect(
    senior <= claim && senior >= 0n && junior >= 0n && cash >= 0n,
    "nobody owns less than nothing",
  ).to.equal(true);
  const owed = [...model.lines.values()].filter(({ writtenOff }) => !writtenOff);
  expect(
    sumOf(owed, ({ principal }) => principal),
    "principal of lines = of cohorts",
  ).to.equal(sumOf(model.cohorts.values(), ({ principal }) => principal));
  for (const cycle of model.cohorts.keys()) assertCohort(model, cycle);
}

function assertCohort(model: CreditModel, cycle: bigint): void {
  const members = [...model.lines.values()].filter((line) => line.cycle === cycle && !line.writtenOff);
  const cohort = model.cohorts.get(cycle);
  expect(
    sumOf(members, ({ principal }) => principal),
    `principal of cohort ${cycle}`,
  ).to.equal(cohort?.principal);
  const ofLines = sumOf(members, (line) => lineNow(model, line).interest);
  const between = ofLines - (cohort?.interest ?? 0n);
  expect(between >= 0n, `interest of cohort ${cycle} above its lines'`).to.equal(true);
}

describe("the model of the credit lines", () => {
  it(`keeps its books over ${RUNS} lives of ${DAYS} days`, () => {
    const done = new Map<string, number>();
    for (let seed = 1; seed <= RUNS; ++seed) {
      const random = dice(seed);
      const model = newYears();
      for (let day = 0n; day < DAYS; ++day) {
        model.now = day * DAY + random.upTo(DAY - 1n);
        liveADay(model, random, done);
        assertDay(model);
      }
    }
    const all = "draw met late partly settled early written-off attested deposit redeem queue serve cancel";
    for (const name of `${all} first-loss notice left vouch unlocked terms`.split(" "))
      expect(done.get(name.replace("-", " ")) ?? 0, `${name} never happened`).to.be.greaterThan(0);
  });

  it("never lends more than the first loss carries, and no line beyond its limit", () => {
    for (let seed = 1; seed <= 10; ++seed) {
      const random = dice(1_000 + seed);
      const model = newYears();
      for (let day = 0n; day < 400n; ++day) {
        model.now = day * DAY;
        liveADay(model, random, new Map());
        const who = random.of(BORROWERS);
        if (draw(model, who, random.upTo(200n * ONE)) === undefined) continue;
        const { debt, junior } = balanceOf(model);
        expect(debt <= (junior * TERMS.leverage) / 10_000n, "L13").to.equal(true);
        const line = lineNow(model, lineOf(model, who));
        expect(line.principal + line.interest <= line.limit, "L8").to.equal(true);
      }
    }
  });

  it("grows nothing by drawing and repaying around a statement", () => {
    const model = newYears();
    for (let cycle = 1n; cycle <= 12n; ++cycle) {
      model.now = cycle * 30n * DAY - 60n;
      expect(draw(model, "ada", 400n * ONE)).to.equal(400n * ONE);
      model.now = cycle * 30n * DAY + 60n;
      repay(model, "ada", 1_000n * ONE);
    }
    const { limit } = lineOf(model, "ada");
    // Two minutes of interest a cycle: of a growth of a fifth a thousandth of a percent or so.
    expect(limit < 501n * ONE, `${limit}`).to.equal(true);
  });

  it("grows a limit by a fifth a cycle for who carries it from end to end and pays in time", () => {
    const model = newYears();
    expect(draw(model, "cleo", 500n * ONE)).to.equal(500n * ONE);
    model.now = 30n * DAY;
    repay(model, "cleo", dueOf(model, lineNow(model, lineOf(model, "cleo"))));
    expect(cycleAt(model.now)).to.equal(lineOf(model, "cleo").cycle);
    expect(lineOf(model, "cleo").limit).to.equal(600n * ONE);
  });

  it("asks for the whole of a small principal, and never for more because something was paid", () => {
    const model = newYears();
    draw(model, "ada", 21n * ONE);
    model.now = 31n * DAY;
    const before = dueOf(model, lineNow(model, lineOf(model, "ada")));
    repay(model, "ada", before - 1n);
    expect(dueOf(model, lineNow(model, lineOf(model, "ada")))).to.equal(1n);
  });

  it("makes the seniors lose exactly what the first loss could not bear", () => {
    const model = newCredit(TERMS, CAPS);
    addLine(model, "ada", 3);
    depositSenior(model, "sam", 900n * ONE);
    depositJunior(model, "vic", 300n * ONE);
    attest(model, "ada", 1_100n * ONE);
    expect(draw(model, "ada", 1_100n * ONE)).to.equal(1_100n * ONE);
    model.now = 255n * DAY;
    const { claim } = balanceOf(model);
    const loss = writeOff(model, "ada");
    expect(loss?.loss).to.equal(claim - 100n * ONE);
    expect(balanceOf(model).senior).to.equal(100n * ONE);
    expect(balanceOf(model).junior).to.equal(0n);
  });

  it("never raises what leaving pays because a debt defaults", () => {
    const model = newYears();
    for (const who of BORROWERS) draw(model, who, 500n * ONE);
    let before = balanceOf(model).exitAssets;
    for (let hour = 45n * 24n; hour < 300n * 24n; ++hour) {
      model.now = hour * 3_600n;
      const { exitAssets } = balanceOf(model);
      // Until default interest still runs, on three quarters of the debt.
      if (hour > 75n * 24n) expect(exitAssets <= before, `hour ${hour}`).to.equal(true);
      before = exitAssets;
    }
  });
});
