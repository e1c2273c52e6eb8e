import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Abi, type Address, getAddress, zeroAddress } from "viem";
import { CREDIT_TERMS } from "../../ignition/credit.ts";
import { deployCredit, TIER_CAPS } from "../shared/loans.ts";
import { trials } from "../shared/trials.ts";
import {
  addLine,
  attest,
  balanceOf,
  type CreditModel,
  cancelExit,
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
  supply,
  vouch,
  writeOff,
} from "./creditModel.ts";

const DAY = 86_400;
const PERMILLE = 1_000n;
const STATES = ["settled", "current", "grace", "delinquent", "default"] as const;
const TIERS = { ada: 1, ben: 2, cleo: 3 };

const borrower = fc.constantFrom("ada", "ben", "cleo");
const owner = fc.constantFrom("sam", "vic");
const part = fc.oneof(fc.constantFrom(0n, 1n, PERMILLE), fc.bigInt(0n, PERMILLE));
const one = <K extends string>(kind: K) => fc.constant(kind);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: one("attest"), who: borrower, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("draw"), who: borrower, part }) },
  { weight: 5, arbitrary: fc.record({ kind: one("meet"), who: borrower }) },
  { weight: 3, arbitrary: fc.record({ kind: one("repay"), who: borrower, part }) },
  { weight: 4, arbitrary: fc.record({ kind: one("writeOff"), who: borrower }) },
  { weight: 2, arbitrary: fc.record({ kind: one("depositSenior"), who: owner, part }) },
  { weight: 2, arbitrary: fc.record({ kind: one("redeemSenior"), who: owner, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("queueExit"), who: owner, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("serveQueue") }) },
  { weight: 3, arbitrary: fc.record({ kind: one("cancelExit") }) },
  { weight: 2, arbitrary: fc.record({ kind: one("depositJunior"), who: owner, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("giveNotice"), who: owner, part }) },
  { weight: 6, arbitrary: fc.record({ kind: one("redeemJunior"), who: owner, part }) },
  { weight: 3, arbitrary: fc.record({ kind: one("vouch"), who: borrower, part }) },
  { weight: 4, arbitrary: fc.record({ kind: one("endVouch"), who: borrower }) },
  { weight: 1, arbitrary: fc.record({ kind: one("setTerms"), part }) },
  { weight: 1, arbitrary: fc.record({ kind: one("donate"), part }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const wait = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(1, DAY, 5 * DAY, 10 * DAY, 30 * DAY) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 30 * DAY, max: 250 * DAY }) },
);
const story = fc.array(fc.tuple(wait, step), { minLength: 15, maxLength: 40, size: "max" });

describe("the credit lines and their model", () => {
  it("agree to the last unit after any story", async () => {
    const connection = await network.create();
    const { viem, networkHelpers } = connection;
    const accounts = (await viem.getWalletClients()).map(({ account }) => getAddress(account.address));
    const [, ada, ben, cleo, sam, vic] = accounts;
    const people: Record<string, Address> = {
      ada: ada ?? zeroAddress,
      ben: ben ?? zeroAddress,
      cleo: cleo ?? zeroAddress,
      sam: sam ?? zeroAddress,
      vic: vic ?? zeroAddress,
    };
    const { money, book, lines, senior, junior, vouching, identities, signLimit } = await deployCredit(
      viem,
      people,
      TIERS,
    );
    const of = (name: string) => people[name] ?? zeroAddress;
    const as = (name: string) => ({ account: of(name) });
    for (const name of ["ada", "ben", "cleo"]) await vouching.write.invite([of("vic"), true], as(name));
    const start = BigInt(await book.read.start());
    const indexes = new Map<string, bigint>();
    for (const name of Object.keys(people))
      indexes.set(name, (await identities.read.standingOf([of(name)])).index);
    const indexOf = (name: string) => indexes.get(name) ?? 0n;
    const client = await viem.getPublicClient();
    const snapshot = await networkHelpers.takeSnapshot();
    const done = new Map<string, number>();
    const refused = new Map<string, number>();

    const now = async () => BigInt(await networkHelpers.time.latest()) - start;
    const share = (whole: bigint, thousandths: bigint) => (whole * thousandths) / PERMILLE;

    /** What a step would do: to the model, and to the contracts. Nothing where it would be asked for nothing. */
    async function plan(model: CreditModel, next: Step) {
      const write = (act: (model: CreditModel) => unknown, call: Call) => ({ act, call });
      if (next.kind === "attest") {
        const limit = share(600n * ONE, next.part);
        const args = await signLimit(of(next.who), limit);
        return write((m) => attest(m, next.who, limit), { at: lines, name: "attest", args, from: "sam" });
      }
      if (next.kind === "draw") {
        const amount = share(lineOf(model, next.who).limit, next.part);
        if (amount === 0n) return undefined;
        const args = [amount, of("sam")] as const;
        return write((m) => draw(m, next.who, amount), { at: lines, name: "draw", args, from: next.who });
      }
      if (next.kind === "meet" || next.kind === "repay") {
        const line = lineNow(model, lineOf(model, next.who));
        // A second passes until it is in a block: a little more than what is due now.
        const amount =
          next.kind === "meet"
            ? dueOf(model, line) + 1_000n
            : share(line.principal + line.interest, next.part);
        if (amount === 0n) return undefined;
        const args = [of(next.who), amount] as const;
        return write((m) => repay(m, next.who, amount), { at: lines, name: "repay", args, from: "vic" });
      }
      if (next.kind === "writeOff") {
        const args = [of(next.who)] as const;
        return write((m) => writeOff(m, next.who), { at: lines, name: "writeOff", args, from: "sam" });
      }
      if (next.kind === "depositSenior" || next.kind === "depositJunior") {
        const isSenior = next.kind === "depositSenior";
        const amount = share(900n * ONE, next.part);
        const args = [amount, of(next.who)] as const;
        const act = (m: CreditModel) => (isSenior ? depositSenior : depositJunior)(m, next.who, amount);
        return write(act, { at: isSenior ? senior : junior, name: "deposit", args, from: next.who });
      }
      if (next.kind === "redeemSenior" || next.kind === "redeemJunior") {
        const isSenior = next.kind === "redeemSenior";
        const noticed = model.notices.get(next.who)?.shares ?? 0n;
        const amount = share(isSenior ? (model.senior.get(next.who) ?? 0n) : noticed, next.part);
        if (amount === 0n) return undefined;
        const args = [amount, of(next.who), of(next.who)] as const;
        const act = (m: CreditModel) => (isSenior ? redeemSenior : redeemJunior)(m, next.who, amount);
        return write(act, { at: isSenior ? senior : junior, name: "redeem", args, from: next.who });
      }
      if (next.kind === "queueExit" || next.kind === "giveNotice") {
        const isSenior = next.kind === "queueExit";
        const amount = share((isSenior ? model.senior : model.junior).get(next.who) ?? 0n, next.part);
        if (amount === 0n) return undefined;
        const act = (m: CreditModel) => (isSenior ? queueExit : giveNotice)(m, next.who, amount);
        return write(act, {
          at: isSenior ? senior : junior,
          name: next.kind,
          args: [amount],
          from: next.who,
        });
      }
      if (next.kind === "serveQueue") {
        if (serveQueue(structuredClone(model)) === 0n) return undefined;
        return write((m) => serveQueue(m), { at: senior, name: "serveQueue", args: [100n], from: "ada" });
      }
      if (next.kind === "cancelExit") {
        const index = model.queue.findIndex(({ shares }) => shares > 0n);
        const ticket = model.queue[index];
        if (ticket === undefined) return undefined;
        const args = [BigInt(index + 1)] as const;
        return write((m) => cancelExit(m, index), {
          at: senior,
          name: "cancelExit",
          args,
          from: ticket.owner,
        });
      }
      if (next.kind === "vouch") {
        const amount = share((model.junior.get("vic") ?? 0n) / 3n, next.part);
        if (lineOf(model, next.who).vouches.length > 0) return undefined;
        // From nothing to a little more than what it may be.
        const limit = share(amount, next.part) / 1_200_000n;
        const args = [of(next.who), amount, limit] as const;
        const act = (m: CreditModel) => vouch(m, "vic", next.who, amount, limit);
        return write(act, { at: vouching, name: "vouch", args, from: "vic" });
      }
      if (next.kind === "endVouch") {
        if (lineOf(model, next.who).vouches.length === 0) return undefined;
        const args = [indexOf(next.who)] as const;
        return write((m) => endVouch(m, "vic", next.who), { at: vouching, name: "end", args, from: "vic" });
      }
      if (next.kind === "setTerms") {
        const [rate, cut] = [500n + next.part, 3_000n + next.part];
        const terms = { ...CREDIT_TERMS, rateBps: Number(rate), seniorBps: Number(cut) };
        return write((m) => setTerms(m, { ...MODEL_TERMS, rate, senior: cut }), {
          at: book,
          name: "setTerms",
          args: [terms],
          from: "deployer",
        });
      }
      const args = [book.address, share(10n * ONE, next.part)] as const;
      return write(() => undefined, { at: money, name: "transfer", args, from: "sam" });
    }

    async function act(model: CreditModel, next: Step): Promise<CreditModel> {
      const planned = await plan(model, next);
      if (planned === undefined) return model;
      const isVoid = next.kind === "setTerms" || next.kind === "donate" || next.kind === "endVouch";
      const wouldDo = (copy: CreditModel) => planned.act(copy) !== undefined || isVoid;
      const {
        at: { address, abi },
        name,
        args,
        from,
      } = planned.call;
      const account = from === "deployer" ? (accounts[0] ?? zeroAddress) : of(from);
      const call = { address, abi, functionName: name, args, account };
      if (!wouldDo(structuredClone(model))) {
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
      if (!wouldDo(later)) return model;
      await networkHelpers.time.setNextBlockTimestamp(start + later.now);
      await (await viem.getWalletClient(account)).writeContract(call);
      done.set(next.kind, (done.get(next.kind) ?? 0) + 1);
      return later;
    }

    /** Who gave notice is patient, and so is who wants to write off what is in default. */
    async function waitUntilReady(model: CreditModel, next: Step) {
      let readyAt = 0n;
      if (next.kind === "redeemJunior") readyAt = model.notices.get(next.who)?.readyAt ?? 0n;
      if (next.kind === "writeOff") {
        const { cycle } = lineOf(model, next.who);
        if (stateOf(cycle, model.now) === "default") readyAt = (30n * cycle + 225n) * BigInt(DAY);
      }
      if (readyAt <= model.now) return;
      await networkHelpers.time.increaseTo(start + readyAt);
      model.now = await now();
    }

    async function compare(model: CreditModel) {
      model.now = await now();
      expect(await book.read.balance()).to.deep.equal(balanceOf(model));
      for (const name of ["ada", "ben", "cleo"]) {
        const line = lineNow(model, lineOf(model, name));
        expect(await lines.read.lineOf([of(name)]), name).to.deep.equal({
          principal: line.principal,
          interest: line.interest,
          limit: line.limit,
          cycle: Number(line.cycle),
          paidPrincipal: line.paidPrincipal,
          paidInterest: line.paidInterest,
          barredUntil: Number(line.barredUntil),
          writtenOff: line.writtenOff,
          state: STATES.indexOf(stateOf(line.cycle, model.now)),
          due: dueOf(model, line),
        });
        expect((await vouching.read.vouchersOf([indexOf(name)])).length).to.equal(line.vouches.length);
      }
      for (const name of ["sam", "vic"]) {
        expect(await senior.read.balanceOf([of(name)])).to.equal(model.senior.get(name) ?? 0n);
        expect(await junior.read.balanceOf([of(name)])).to.equal(model.junior.get(name) ?? 0n);
        expect(await senior.read.claimableOf([of(name)])).to.equal(model.claimable.get(name) ?? 0n);
      }
      expect(await senior.read.totalSupply()).to.equal(supply(model.senior));
      expect(await junior.read.totalSupply()).to.equal(supply(model.junior));
    }

    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        await snapshot.restore();
        let model = newCredit(MODEL_TERMS, [...TIER_CAPS]);
        for (const [name, tier] of Object.entries(TIERS)) addLine(model, name, tier);
        model.now = await now();
        const opening: Step[] = [
          { kind: "depositSenior", who: "sam", part: PERMILLE },
          { kind: "depositJunior", who: "vic", part: PERMILLE / 3n },
          { kind: "attest", who: "ada", part: PERMILLE },
          { kind: "attest", who: "cleo", part: PERMILLE },
        ];
        for (const each of opening) model = await act(model, each);
        for (const [seconds, next] of steps) {
          await networkHelpers.time.increase(seconds);
          model.now = await now();
          await waitUntilReady(model, next);
          model = await act(model, next);
          await compare(model);
        }
      }),
      trials(80),
    );
    const kinds =
      "attest draw meet repay writeOff depositSenior redeemSenior queueExit serveQueue cancelExit depositJunior";
    for (const kind of `${kinds} giveNotice redeemJunior vouch endVouch setTerms donate`.split(" "))
      expect(done.get(kind) ?? 0, `${kind} never took effect`).to.be.greaterThan(0);
    for (const kind of ["attest", "draw", "writeOff", "vouch"])
      expect(refused.get(kind) ?? 0, `${kind} was never refused`).to.be.greaterThan(0);
    await connection.close();
  });
});

const MODEL_TERMS = {
  rate: BigInt(CREDIT_TERMS.rateBps),
  late: BigInt(CREDIT_TERMS.lateBps),
  minimum: BigInt(CREDIT_TERMS.minimumBps),
  growth: BigInt(CREDIT_TERMS.growthBps),
  senior: BigInt(CREDIT_TERMS.seniorBps),
  leverage: BigInt(CREDIT_TERMS.leverageBps),
  floor: CREDIT_TERMS.floor,
};

/** A write that a story makes, of whichever contract. */
interface Call {
  at: { address: Address; abi: Abi };
  name: string;
  args: readonly unknown[];
  from: string;
}
