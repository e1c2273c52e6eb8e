import {
  approveSync,
  attestCreditSync,
  bindReferralSync,
  creditAttestationTypedData,
  depositToPoolSync,
  drawCreditSync,
  getCreditLine,
  getCreditNonce,
  getStanding,
  getUnderwritingQuota,
  scheduleSync,
  setCreditTierCap,
  setCreditTierCapSync,
  stakeSync,
  transferSync,
} from "@qti/sdk";
import {
  applyForCredit,
  type CreditApplication,
  getCreditApplication,
  getCreditIncomes,
  getUnderwritingRules,
  recordCreditIncome,
  type UnderwritingReason,
} from "@qti/sdk/loans/applications";
import { maxUint256 } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { underwriterKey } from "./support/attester.ts";
import { creditIndex } from "./support/creditIndex.ts";
import { DAY, DOLLAR, type Trader, type World } from "./support/market.ts";
import { ownChain } from "./support/ownChain.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest } from "./support/service.ts";

vi.setConfig({ testTimeout: 120_000 });

const QTI = 10n ** 18n;
const underwriter = privateKeyToAccount(underwriterKey);
let world: World;
let index: Awaited<ReturnType<typeof creditIndex>>;
let stopChain: () => Promise<void>;
beforeAll(async () => {
  ({ world, stop: stopChain } = await ownChain());
  index = await creditIndex();
}, 300_000);
afterAll(async () => {
  await index.stop();
  await stopChain();
});

const serviceHere = (environment: Record<string, string> = {}) =>
  serviceForTest({
    environment: {
      QTI_RPC_URL: world.rpcUrl,
      QTI_CONTRACTS: JSON.stringify(world.contracts),
      QTI_GRAPHQL_URL: index.url,
      ...environment,
    },
  });
const refusal = (code: string) => ({ code: `api-${code}` });

/** Somebody verified, of whom the index knows since when. */
async function member(service: Service, { days = 0, tier = 1 } = {}) {
  const trader = await world.trader({ tier });
  const person = await signIn(service, trader.account);
  await know(trader, days);
  return { trader, person };
}

/** Tells the index since when there is somebody, and which positions are said to be theirs. */
async function know(trader: Trader, days: number, positions: readonly bigint[] = []): Promise<void> {
  const { identity } = await getStanding(trader.wallet, { account: trader.address });
  if (identity === undefined) throw new Error("attest first");
  index.people.set(identity, { createdAt: (await world.now()) - days * DAY, positions });
}

function reasonOf({ reasons }: CreditApplication, reason: UnderwritingReason) {
  const found = reasons.find((one) => one.reason === reason);
  if (found === undefined) throw new Error(`the answer does not speak of ${reason}`);
  return found;
}

/** What an underwriter signs and brings to the chain by hand. */
async function attestByHand(trader: Trader, limit: bigint): Promise<void> {
  const account = trader.address;
  const nonce = await getCreditNonce(trader.wallet, { account });
  const attestation = { account, limit, nonce, deadline: BigInt((await world.now()) + 3_600) };
  const typedData = creditAttestationTypedData({
    chainId: 31_337,
    creditLines: world.address("creditLines"),
    attestation,
  });
  const signature = await underwriter.signTypedData(typedData);
  await attestCreditSync(trader.wallet, { attestation, underwriter: underwriter.address, signature });
}

/** TREASURER waits two days for it. */
async function setCap(tier: number, cap: bigint): Promise<void> {
  const treasurer = world.desk(5);
  const by = { account: treasurer.account.address, creditLines: world.address("creditLines") };
  await scheduleSync(treasurer, { call: setCreditTierCap.call({ ...by, tier, cap }) });
  await world.pass(2 * DAY);
  await setCreditTierCapSync(treasurer, { tier, cap });
}

describe("the rule", () => {
  it("is told as numbers to everybody, with who signs and for which contract", async () => {
    const service = await serviceHere();
    const rules = await getUnderwritingRules({ url: service.url });
    expect(rules).toMatchObject({
      rule: "qti:underwriting/v1",
      chainId: 31_337,
      creditLines: world.address("creditLines"),
      underwriter: underwriter.address,
      least: 20,
      most: 100,
    });
    expect(rules.reasons.map(({ reason }) => reason)).toEqual(["age", "taps", "stake", "referrer", "income"]);
    expect(rules.limits.map(({ tier }) => tier)).toEqual([1, 2, 3]);
  });

  it("is nobody's where the service has no underwriter's key", async () => {
    const service = await serviceHere({ QTI_UNDERWRITER_KEY: "" });
    await expect(getUnderwritingRules({ url: service.url })).rejects.toMatchObject(
      refusal("credit-disabled"),
    );
  });
});

describe("an application", () => {
  it("of an account that nobody attested says so, and signs nothing", async () => {
    const service = await serviceHere();
    const person = await signIn(service, (await world.stranger()).account);
    const answer = await applyForCredit(person.api);
    expect(answer).toMatchObject({
      outcome: "unverified",
      identity: null,
      score: 0,
      limit: 0n,
      signed: null,
    });
  });

  it("of a newcomer says every reason and what would bring a point more, and signs nothing", async () => {
    const service = await serviceHere();
    const { person } = await member(service, { days: 10 });
    const answer = await applyForCredit(person.api);
    expect(answer).toMatchObject({ outcome: "score", score: 1, limit: 0n, current: 0n, signed: null });
    expect(reasonOf(answer, "age")).toMatchObject({ points: 1, most: 20, next: BigInt(18 * DAY) });
    expect(reasonOf(answer, "income")).toMatchObject({ points: 0, next: 50n * DOLLAR });
    expect(await getCreditApplication(person.api)).toEqual(answer);
  });

  it("of somebody with half a year is approved, and the contract takes what was signed", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service, { days: 181 });
    const { outcome, limit, signed } = await applyForCredit(person.api);
    expect({ outcome, limit }).toEqual({ outcome: "approved", limit: 50n * DOLLAR });
    if (signed === null) throw new Error("nothing was signed");
    await attestCreditSync(trader.wallet, signed);
    const line = await getCreditLine(trader.wallet, { account: trader.address });
    expect(line).toMatchObject({ limit: 50n * DOLLAR, available: 50n * DOLLAR, state: "settled" });
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "enough", signed: null });
  });

  it("is one person's, whichever of its wallets is signed in", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service, { days: 181 });
    const second = await world.stranger();
    await world.link(trader, second);
    const other = await signIn(service, second.account);
    const answer = await applyForCredit(other.api);
    expect(answer).toMatchObject({ outcome: "approved", account: second.address });
    expect(await getCreditApplication(person.api)).toEqual(answer);
    if (answer.signed === null) throw new Error("nothing was signed");
    await attestCreditSync(second.wallet, answer.signed);
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "enough" });
  });

  it("is answered at most twenty times a day for one person, and again the day after", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service);
    for (let time = 0; time < 20; ++time) await applyForCredit(person.api);
    await expect(applyForCredit(person.api)).rejects.toMatchObject(refusal("application-quota"));
    service.clock.advance(DAY * 1_000 + 1);
    const tomorrow = await signIn(service, trader.account);
    expect(await applyForCredit(tomorrow.api)).toMatchObject({ outcome: "score" });
  });

  it("is counted at most twenty times a day also when all of them come at once", async () => {
    const service = await serviceHere();
    const { person } = await member(service);
    const answers = await Promise.allSettled(Array.from({ length: 30 }, () => applyForCredit(person.api)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    for (const answer of answers.filter(({ status }) => status === "rejected"))
      expect(answer).toMatchObject({ reason: refusal("application-quota") });
  });

  it("needs somebody who is signed in", async () => {
    const service = await serviceHere();
    await expect(applyForCredit({ url: service.url })).rejects.toMatchObject(refusal("origin-refused"));
  });

  it("is not answered while the index is away or does not know the person yet, and nothing is kept of it", async () => {
    const away = await serviceHere({ QTI_GRAPHQL_URL: "http://127.0.0.1:9/" });
    const { trader, person } = await member(away);
    await expect(applyForCredit(person.api)).rejects.toMatchObject(refusal("index-unreachable"));
    expect(await getCreditApplication(person.api)).toBeUndefined();
    const here = await serviceHere();
    index.people.clear();
    const again = await signIn(here, trader.account);
    await expect(applyForCredit(again.api)).rejects.toMatchObject(refusal("index-unreachable"));
  });

  it("is not answered by an index that names no time: nobody becomes as old as can be by it", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service);
    const { identity = "0x" } = await getStanding(trader.wallet, { account: trader.address });
    for (const createdAt of [null, "", "0", "-1", "1e3", "yesterday"]) {
      index.people.set(identity, { createdAt });
      await expect(applyForCredit(person.api)).rejects.toMatchObject(refusal("index-unreachable"));
    }
  });

  it("is given no more than what the contract takes for the tier now", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service, { days: 181 });
    await setCap(1, 30n * DOLLAR);
    const { outcome, limit, signed } = await applyForCredit(person.api);
    expect({ outcome, limit }).toEqual({ outcome: "approved", limit: 30n * DOLLAR });
    if (signed === null) throw new Error("nothing was signed");
    await attestCreditSync(trader.wallet, signed);
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "enough", signed: null });
    await setCap(1, 1_000n * DOLLAR);
  });

  it("does not give back what paying late took, until the line had the time to grow back", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service, { days: 400 });
    const { identity = "0x" } = await getStanding(trader.wallet, { account: trader.address });
    const now = await world.now();
    const createdAt = now - 400 * DAY;
    index.people.set(identity, { createdAt, lateAt: now - 119 * DAY });
    const until = now + DAY;
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "late", until, signed: null });
    index.people.set(identity, { createdAt, lateAt: now - 121 * DAY });
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "approved" });
  });

  it("is not taken by an underwriter whose word the contract takes no more", async () => {
    const key = generatePrivateKey();
    const service = await serviceHere({ QTI_UNDERWRITER_KEY: key });
    const { person } = await member(service, { days: 181 });
    await expect(applyForCredit(person.api)).rejects.toMatchObject(refusal("credit-disabled"));
    expect(await getCreditApplication(person.api)).toBeUndefined();
  });
});

describe("a stake", () => {
  async function stakes(trader: Trader, lock: number, amount: bigint): Promise<bigint> {
    const holder = world.desk(9);
    await transferSync(holder, { asset: world.address("qtiToken"), to: trader.address, amount });
    const spender = world.address("stakingPool");
    await approveSync(trader.wallet, { token: world.address("qtiToken"), spender, amount: maxUint256 });
    const { event } = await stakeSync(trader.wallet, { amount, lock });
    return event.args.positionId;
  }

  it("counts when it is locked for thirty days and was held for as long, and is the person's", async () => {
    const service = await serviceHere();
    const { trader, person } = await member(service);
    const locked = await stakes(trader, 1, 500n * QTI);
    const loose = await stakes(trader, 0, 500n * QTI);
    await know(trader, 0, [locked, loose]);
    expect(reasonOf(await applyForCredit(person.api), "stake").measure).toBe(0n);
    await world.pass(30 * DAY);
    const held = reasonOf(await applyForCredit(person.api), "stake");
    expect(held).toMatchObject({ measure: 500n * QTI, points: 10 });

    // An index that names another's positions, or one twice, makes nobody richer.
    const { trader: liar, person: lying } = await member(service);
    await know(liar, 0, [locked, locked, 999n]);
    expect(reasonOf(await applyForCredit(lying.api), "stake").measure).toBe(0n);
    await know(trader, 0, [locked, locked]);
    expect(reasonOf(await applyForCredit(person.api), "stake").measure).toBe(500n * QTI);
  });
});

describe("who brought somebody", () => {
  it("stands for it with the cycles of its own line, and with none once it is late", async () => {
    const service = await serviceHere();
    const { trader: referrer } = await member(service, { tier: 3 });
    const { index: identity } = await getStanding(referrer.wallet, { account: referrer.address });
    index.record(identity, 2);
    const newcomer = await world.stranger();
    await bindReferralSync(newcomer.wallet, { referrer: referrer.address });
    await world.attest(newcomer.address, { tier: 1 });
    await know(newcomer, 0);
    const person = await signIn(service, newcomer.account);
    expect(reasonOf(await applyForCredit(person.api), "referrer")).toMatchObject({ measure: 2n, points: 2 });

    index.record(identity, 9, 1);
    expect(reasonOf(await applyForCredit(person.api), "referrer").points).toBe(0);

    index.record(identity, 2);
    await lend(5_000n * DOLLAR);
    await attestByHand(referrer, 300n * DOLLAR);
    await drawCreditSync(referrer.wallet, { amount: 100n * DOLLAR });
    await world.pass(60 * DAY);
    expect(reasonOf(await applyForCredit(person.api), "referrer").points).toBe(0);
    const late = await signIn(service, referrer.account);
    await know(referrer, 400);
    expect(await applyForCredit(late.api)).toMatchObject({ outcome: "late", signed: null });
  });

  async function lend(amount: bigint): Promise<void> {
    const lender = await world.trader();
    for (const pool of ["senior", "firstLoss"] as const) {
      const spender = world.address(pool === "senior" ? "seniorPool" : "firstLossPool");
      await approveSync(lender.wallet, { token: world.dollar, spender, amount: maxUint256 });
      await depositToPoolSync(lender.wallet, { pool, assets: amount });
    }
  }
});

describe("an income", () => {
  it("is recorded by an underwriter alone, counts until it ends, and the newest is the one", async () => {
    const service = await serviceHere();
    // The chain of this file is months ahead of the computer's clock by now.
    const now = Math.floor(service.clock.now().getTime() / 1_000);
    service.clock.advance(((await world.now()) - now) * 1_000);
    const { trader, person } = await member(service);
    const desk = await signIn(service, underwriter);
    const account = trader.address;
    const until = (await world.now()) + 100 * DAY;
    const income = { account, monthly: 1_000n * DOLLAR, until };
    await expect(recordCreditIncome(person.api, income)).rejects.toMatchObject(refusal("role-required"));
    await expect(getCreditIncomes(person.api)).rejects.toMatchObject(refusal("role-required"));

    await recordCreditIncome(desk.api, income);
    expect(reasonOf(await applyForCredit(person.api), "income")).toMatchObject({ points: 20 });
    service.clock.advance(1_000);
    await recordCreditIncome(desk.api, { ...income, monthly: 100n * DOLLAR });
    expect(reasonOf(await applyForCredit(person.api), "income")).toMatchObject({ points: 2 });
    expect(await getCreditIncomes(desk.api)).toMatchObject([{ account, monthly: 100n * DOLLAR }]);

    await world.pass(101 * DAY);
    expect(reasonOf(await applyForCredit(person.api), "income")).toMatchObject({ points: 0 });
  });

  it("of nobody, or for longer than a year, is refused with what is wrong", async () => {
    const service = await serviceHere();
    const desk: Person = await signIn(service, underwriter);
    const { address: account } = await world.stranger();
    const until = Math.floor(service.clock.now().getTime() / 1_000) + DAY;
    await expect(recordCreditIncome(desk.api, { account, monthly: 1n, until })).rejects.toMatchObject(
      refusal("credit-unknown-person"),
    );
    const { address } = (await member(service)).trader;
    const tooLong = { account: address, monthly: 1n, until: until + 400 * DAY };
    await expect(recordCreditIncome(desk.api, tooLong)).rejects.toMatchObject(refusal("invalid-input"));
  });
});

describe("the quota of underwriters", () => {
  it("stops approvals until it begins anew, and says when", async () => {
    const service = await serviceHere();
    const { trader: greedy } = await member(service, { tier: 3 });
    const { left, resetsAt } = await quota(greedy);
    await attestByHand(greedy, left);
    const { person } = await member(service, { days: 200 });
    const answer = await applyForCredit(person.api);
    expect(answer).toMatchObject({ outcome: "quota", until: resetsAt, signed: null });
    await world.pass(resetsAt - (await world.now()));
    expect(await applyForCredit(person.api)).toMatchObject({ outcome: "approved" });
  });

  async function quota({ wallet }: Trader) {
    const found = await getUnderwritingQuota(wallet);
    if (found === undefined) throw new Error("the deployment sets a quota");
    return found;
  }
});
