import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Abi, type Address, getAddress, keccak256, zeroAddress } from "viem";
import { encodeAbiParameters } from "viem/utils";
import { deployMarket, MARKET_TERMS } from "../shared/loans.ts";
import { trials } from "../shared/trials.ts";
import {
  accrue,
  appraise,
  borrow,
  dollars,
  flag,
  healthOf,
  incentiveOf,
  interestNow,
  liquidate,
  type MarketModel,
  newMarket,
  pledge,
  positionOf,
  prices,
  repay,
  supply,
  takeBack,
  valueNow,
  withdraw,
} from "./marketModel.ts";

const DAY = 86_400;
const PERMILLE = 1_000n;
const WAD = 10n ** 18n;
const SHARE = 10n ** 18n;
const NAMES = ["sam", "ada", "ben"] as const;
const TERMS = {
  ...MARKET_TERMS,
  glide: {
    dailyBps: BigInt(MARKET_TERMS.glide.dailyBps),
    borrowMaxAge: BigInt(MARKET_TERMS.glide.borrowMaxAge),
  },
};

const lender = fc.constantFrom("sam", "ben");
const borrower = fc.constantFrom("ada", "ben");
const part = fc.oneof(fc.constantFrom(0n, 1n, PERMILLE), fc.bigInt(0n, PERMILLE));
const one = <K extends string>(kind: K) => fc.constant(kind);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: one("supply"), who: lender, part }) },
  { weight: 3, arbitrary: fc.record({ kind: one("withdraw"), who: lender, part }) },
  { weight: 4, arbitrary: fc.record({ kind: one("pledge"), who: borrower, part }) },
  { weight: 3, arbitrary: fc.record({ kind: one("takeBack"), who: borrower, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("borrow"), who: borrower, part }) },
  { weight: 3, arbitrary: fc.record({ kind: one("repay"), who: borrower, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("liquidate"), who: borrower, part }) },
  { weight: 3, arbitrary: fc.record({ kind: one("flag"), who: borrower }) },
  { weight: 4, arbitrary: fc.record({ kind: one("appraise"), part }) },
  { weight: 1, arbitrary: fc.record({ kind: one("accrue") }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const wait = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(1, DAY, 5 * DAY, 14 * DAY) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 10 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 10 * DAY, max: 120 * DAY }) },
);
const story = fc.array(fc.tuple(wait, step), { minLength: 15, maxLength: 40, size: "max" });

/** What a step asks for, in units; nothing where it would ask for nothing. */
function amountOf(model: MarketModel, next: Step): bigint {
  const share = (whole: bigint) => ("part" in next ? (whole * next.part) / PERMILLE : 1n);
  if (next.kind === "supply") return share(dollars(400_000n));
  if (next.kind === "pledge") return share(100n * SHARE);
  if (next.kind === "appraise") return share(2n * TERMS.value);
  if (next.kind === "flag" || next.kind === "accrue") return 1n;
  const position = positionOf(model, next.who);
  if (next.kind === "withdraw") return share(position.supplyShares);
  if (next.kind === "takeBack") return share(position.collateral);
  if (next.kind === "borrow") {
    const { debt, borrowLimit } = healthOf(model, next.who);
    // A little more than what may be, at most.
    return share(borrowLimit > debt ? ((borrowLimit - debt) * 11n) / 10n : dollars(1n));
  }
  return share(position.borrowShares);
}

function play(model: MarketModel, next: Step, amount: bigint): unknown {
  if (next.kind === "accrue") return accrue(model);
  if (next.kind === "appraise") return appraise(model, amount);
  if (next.kind === "flag") return flag(model, next.who);
  const act = { supply, withdraw, pledge, takeBack, borrow, repay, liquidate }[next.kind];
  return act(model, next.who, amount);
}

function sumOf(model: MarketModel, field: "supplyShares" | "borrowShares"): bigint {
  return [...model.positions.values()].reduce((sum, position) => sum + position[field], 0n);
}

/** What holds after every step, whatever it was. */
function assertMarket(model: MarketModel): void {
  expect(sumOf(model, "supplyShares"), "L1").to.equal(model.supplyShares);
  expect(sumOf(model, "borrowShares"), "L1").to.equal(model.borrowShares);
  expect(model.borrowed <= model.supplied, "L2").to.equal(true);
  expect(model.cash + model.borrowed >= model.supplied, "L3").to.equal(true);
  for (const { collateral, borrowShares } of model.positions.values())
    expect(collateral > 0n || borrowShares === 0n, "L4").to.equal(true);
}

const isHealthy = (model: MarketModel, who: string) => {
  const { debt, liquidationLimit } = healthOf(model, who);
  return debt <= liquidationLimit;
};

describe("the model of a market", () => {
  it("keeps its books, and nobody's act makes another unhealthy (L1 to L6)", () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(story, (steps) => {
        let model = newMarket(TERMS, 1_800_000_000n, TERMS.value);
        supply(model, "sam", dollars(500_000n));
        pledge(model, "ada", 100n * SHARE);
        for (const [seconds, next] of steps) {
          model.now += BigInt(seconds);
          const later = structuredClone(model);
          accrue(later);
          const healthy = NAMES.filter((who) => isHealthy(later, who));
          const before = structuredClone(later);
          const amount = amountOf(later, next);
          if (play(later, next, amount) === undefined) continue;
          done.set(next.kind, (done.get(next.kind) ?? 0) + 1);
          model = later;
          assertMarket(model);
          for (const who of healthy) expect(isHealthy(model, who), `L5 ${who}`).to.equal(true);
          if (next.kind === "liquidate") assertLiquidation(before, model, next.who);
        }
      }),
      trials(400),
    );
    for (const kind of "supply withdraw pledge takeBack borrow repay liquidate flag appraise accrue".split(
      " ",
    ))
      expect(done.get(kind) ?? 0, `${kind} never took effect`).to.be.greaterThan(0);
  });

  it("glides to what was appraised, down and up again by the same steps", () => {
    const model = newMarket(TERMS, 0n, 1_000_000n);
    appraise(model, 500_000n);
    model.now = BigInt(DAY);
    expect(valueNow(model)).to.equal(980_000n);
    expect(prices(model).borrow < prices(model).liquidation).to.equal(true);
    appraise(model, 2_000_000n);
    model.now += BigInt(DAY);
    expect(valueNow(model)).to.equal(980_000n + (980_000n * 200n) / 10_200n);
    model.now += 91n * BigInt(DAY);
    expect(prices(model).borrow).to.equal(0n);
  });

  it("bears four percent a year at the target, and ever more above it", () => {
    const model = newMarket(TERMS, 0n, TERMS.value);
    supply(model, "sam", dollars(1_000n));
    model.borrowed = dollars(900n);
    model.now = BigInt(365 * DAY);
    // e^0.04 - 1 of nine hundred dollars.
    expect(Number(interestNow(model))).to.be.closeTo(36_729_697, 100);
    model.borrowed = dollars(1_000n);
    expect(interestNow(model) > dollars(160n)).to.equal(true);
  });

  it("sells at a discount that rises for ten days from a day after the flag, and is over after fourteen", () => {
    const at = (days: bigint) => incentiveOf((77n * WAD) / 100n, 1n, 1n + days * BigInt(DAY));
    const usual = WAD + (69n * WAD) / 1_000n;
    expect([at(0n), at(1n), at(6n), at(11n), at(13n), at(14n)]).to.deep.equal([
      usual,
      usual,
      (usual + 2n * WAD) / 2n,
      2n * WAD,
      2n * WAD,
      usual,
    ]);
  });
});

/** L6: the loan-to-value is no higher, or all collateral is gone and so is the debt. */
function assertLiquidation(before: MarketModel, after: MarketModel, who: string): void {
  const [old, left] = [positionOf(before, who), positionOf(after, who)];
  if (left.collateral === 0n || left.borrowShares === 0n) {
    expect(left.borrowShares, "L6: no debt is left alone").to.equal(0n);
    return;
  }
  const [debtBefore, debtAfter] = [healthOf(before, who).debt, healthOf(after, who).debt];
  // A unit of rounding on either side.
  expect((debtAfter - 1n) * old.collateral <= (debtBefore + 1n) * left.collateral, "L6").to.equal(true);
}

describe("a lending market and its model", () => {
  it("agree to the last unit after any story", async () => {
    const connection = await network.create();
    const { viem, networkHelpers } = connection;
    const accounts = (await viem.getWalletClients()).map(({ account }) => getAddress(account.address));
    const people: Record<string, Address> = Object.fromEntries(
      NAMES.map((name, index) => [name, accounts[index + 1] ?? zeroAddress]),
    );
    const { money, markets, oracle, rateModel, token, params } = await deployMarket(viem, people);
    const of = (name: string) => people[name] ?? zeroAddress;
    const id = keccak256(encodeAbiParameters([paramsType], [params]));
    const client = await viem.getPublicClient();
    const snapshot = await networkHelpers.takeSnapshot();
    const { at } = await oracle.read.appraisalOf([token.address]);
    const { updated } = await markets.read.marketOf([id]);
    const done = new Map<string, number>();
    const refused = new Map<string, number>();
    const now = async () => BigInt(await networkHelpers.time.latest());

    function callOf(next: Step, amount: bigint): Call {
      const to = { address: markets.address, abi: markets.abi };
      if (next.kind === "accrue")
        return { ...to, functionName: next.kind, args: [params], account: of("sam") };
      if (next.kind === "appraise") {
        const args = [token.address, amount];
        return {
          address: oracle.address,
          abi: oracle.abi,
          functionName: next.kind,
          args,
          account: accounts[0],
        };
      }
      const who = of(next.who);
      const by = (functionName: string, args: readonly unknown[], account = who): Call => ({
        ...to,
        functionName,
        args: [params, ...args],
        account,
      });
      if (next.kind === "supply") return by("supply", [amount, 0n, who, "0x"]);
      if (next.kind === "withdraw") return by("withdraw", [0n, amount, who, who]);
      if (next.kind === "pledge") return by("supplyCollateral", [amount, who, "0x"]);
      if (next.kind === "takeBack") return by("withdrawCollateral", [amount, who, who]);
      if (next.kind === "borrow") return by("borrow", [amount, 0n, who, who]);
      if (next.kind === "repay") return by("repay", [0n, amount, who, "0x"], of("sam"));
      if (next.kind === "flag") return by("flag", [who], of("sam"));
      return by("liquidate", [who, amount, "0x"], of("sam"));
    }

    async function act(model: MarketModel, next: Step): Promise<MarketModel> {
      const amount = amountOf(model, next);
      if (amount === 0n) return model;
      if (next.kind === "pledge" && (await token.read.balanceOf([of(next.who)])) < amount) return model;
      const call = callOf(next, amount);
      if (play(structuredClone(model), next, amount) === undefined) {
        const answer = await client.simulateContract(call).then(
          () => "done",
          () => "refused",
        );
        expect(answer, `${next.kind} at ${model.now}`).to.equal("refused");
        refused.set(next.kind, (refused.get(next.kind) ?? 0) + 1);
        return model;
      }
      const later = structuredClone(model);
      later.now += 1n;
      if (play(later, next, amount) === undefined) return model;
      await networkHelpers.time.setNextBlockTimestamp(later.now);
      await (await viem.getWalletClient(call.account ?? zeroAddress)).writeContract(call);
      done.set(next.kind, (done.get(next.kind) ?? 0) + 1);
      return later;
    }

    async function compare(model: MarketModel) {
      const market = await markets.read.marketOf([id]);
      expect(market).to.deep.equal({
        supplied: model.supplied,
        supplyShares: model.supplyShares,
        borrowed: model.borrowed,
        borrowShares: model.borrowShares,
        updated: Number(model.updated),
        regulated: true,
        supplyCap: TERMS.supplyCap,
        borrowCap: TERMS.borrowCap,
      });
      expect(await rateModel.read.rateAtTargetOf([markets.address, id])).to.equal(model.rateAtTarget);
      expect(await money.read.balanceOf([markets.address])).to.equal(model.cash);
      const { borrow: low, liquidation } = prices(model);
      expect(await oracle.read.prices([token.address, money.address])).to.deep.equal([low, liquidation]);
      const touched = structuredClone(model);
      accrue(touched);
      expect((await markets.read.expected([params])).borrowed).to.equal(touched.borrowed);
      let pledged = 0n;
      for (const name of NAMES) {
        const position = positionOf(model, name);
        pledged += position.collateral;
        expect(await markets.read.positionOf([id, of(name)]), name).to.deep.equal({
          ...position,
          flaggedAt: Number(position.flaggedAt),
        });
        const { debt, liquidationLimit, borrowLimit } = healthOf(model, name);
        const health = [debt, liquidationLimit, borrowLimit];
        expect(await markets.read.healthOf([params, of(name)]), name).to.deep.equal(health);
      }
      expect(await token.read.balanceOf([markets.address]), "T8").to.equal(pledged);
    }

    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        await snapshot.restore();
        let model = newMarket(TERMS, BigInt(at), TERMS.value);
        [model.updated, model.now] = [BigInt(updated), await now()];
        const opening: Step[] = [
          { kind: "supply", who: "sam", part: PERMILLE },
          { kind: "pledge", who: "ada", part: PERMILLE },
          { kind: "borrow", who: "ada", part: 800n },
        ];
        for (const each of opening) model = await act(model, each);
        for (const [seconds, next] of steps) {
          await networkHelpers.time.increase(seconds);
          model.now = await now();
          model = await act(model, next);
          await compare(model);
        }
      }),
      trials(40),
    );
    for (const kind of "supply withdraw pledge takeBack borrow repay liquidate flag appraise accrue".split(
      " ",
    ))
      expect(done.get(kind) ?? 0, `${kind} never took effect`).to.be.greaterThan(0);
    for (const kind of ["borrow", "liquidate", "takeBack", "withdraw"])
      expect(refused.get(kind) ?? 0, `${kind} was never refused`).to.be.greaterThan(0);
    await connection.close();
  });
});

const paramsType = {
  type: "tuple",
  components: [
    { name: "loanToken", type: "address" },
    { name: "collateral", type: "address" },
    { name: "oracle", type: "address" },
    { name: "rateModel", type: "address" },
    { name: "lltv", type: "uint256" },
    { name: "dust", type: "uint256" },
  ],
} as const;

/** A write that a story makes, of whichever contract. */
interface Call {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  account: Address | undefined;
}
