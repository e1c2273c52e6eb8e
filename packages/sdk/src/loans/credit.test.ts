import { CREDIT_TERMS, TIER_CAPS, UNDERWRITING_QUOTA } from "@qti/contracts/ignition/credit.ts";
import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  afterDelay,
  contracts,
  DOLLAR,
  fund,
  node,
  now,
  type Person,
  pass,
  reach as reachSecond,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { requirements } from "../core/requirements.ts";
import { AccessManagedUnauthorizedError, AccessManagerNotScheduledError } from "../errors/access.ts";
import {
  CreditAboveTierCapError,
  CreditInvalidNonceError,
  CreditInvalidSignerError,
  CreditLeverageExceededError,
  CreditLimitExceededError,
  CreditNothingOwedError,
  CreditNotInGoodStandingError,
  CreditNotWritableError,
  CreditPoolsClosedError,
  CreditQuotaExceededError,
  CreditSharesBelowMinimumError,
  CreditStatementOpenError,
  CreditUnknownIdentityError,
} from "../errors/credit.ts";
import { PauseActiveError } from "../errors/pause.ts";
import {
  FirstLossNoNoticeError,
  FirstLossZeroSharesError,
  SeniorNothingToClaimError,
  SeniorNothingToServeError,
  SeniorNotTicketOwnerError,
  SeniorSharesTooFewError,
} from "../errors/pools.ts";
import { ERC4626ExceededMaxRedeemError, ERC4626ExceededMaxWithdrawError } from "../errors/staking.ts";
import { ERC20InsufficientAllowanceError } from "../errors/tokens.ts";
import { EventMissingError } from "../errors/transaction.ts";
import {
  VouchingAboveWorthError,
  VouchingNoneError,
  VouchingNotInvitedError,
  VouchingPausedError,
  VouchingStillNeededError,
} from "../errors/vouching.ts";
import { getStanding } from "../identity/getStanding.ts";
import { approveSync } from "../tokens/approve.ts";
import { accrueCreditSync } from "./credit/accrueCredit.ts";
import { attestCredit, attestCreditSync } from "./credit/attestCredit.ts";
import { creditCalendar } from "./credit/calendar.ts";
import { creditAttestationTypedData } from "./credit/creditAttestationTypedData.ts";
import { drawCredit, drawCreditSync } from "./credit/drawCredit.ts";
import { getCreditBook } from "./credit/getCreditBook.ts";
import { getCreditCohort } from "./credit/getCreditCohort.ts";
import { getCreditLine } from "./credit/getCreditLine.ts";
import { getCreditNonce } from "./credit/getCreditNonce.ts";
import { getCreditTerms } from "./credit/getCreditTerms.ts";
import { getCreditTierCap } from "./credit/getCreditTierCap.ts";
import { getUnderwritingQuota } from "./credit/getUnderwritingQuota.ts";
import { creditDebtAt, creditDueAt, dueAhead } from "./credit/line.ts";
import { repayCredit, repayCreditSync } from "./credit/repayCredit.ts";
import { previewRepayment } from "./credit/repayment.ts";
import { setCreditTerms, setCreditTermsSync } from "./credit/setCreditTerms.ts";
import { setCreditTierCap, setCreditTierCapSync } from "./credit/setCreditTierCap.ts";
import { setUnderwritingQuota, setUnderwritingQuotaSync } from "./credit/setUnderwritingQuota.ts";
import { skimCreditSync } from "./credit/skimCredit.ts";
import { writeOffCredit, writeOffCreditSync } from "./credit/writeOffCredit.ts";
import { pauseLoansSync } from "./pauseLoans.ts";
import { cancelExit, cancelExitSync } from "./pools/cancelExit.ts";
import { cancelNotice, cancelNoticeSync } from "./pools/cancelNotice.ts";
import { claimExit, claimExitSync } from "./pools/claimExit.ts";
import { depositToPool, depositToPoolSync } from "./pools/depositToPool.ts";
import { forgo, forgoSync } from "./pools/forgo.ts";
import { getClaimableExit } from "./pools/getClaimableExit.ts";
import { getCreditPool } from "./pools/getCreditPool.ts";
import { getExitQueue } from "./pools/getExitQueue.ts";
import { getExitTicket } from "./pools/getExitTicket.ts";
import { getNotice } from "./pools/getNotice.ts";
import { getPoolShares } from "./pools/getPoolShares.ts";
import { giveNoticeSync } from "./pools/giveNotice.ts";
import { markdownAt } from "./pools/markdown.ts";
import { previewPoolDeposit } from "./pools/previewPoolDeposit.ts";
import { previewPoolRedeem } from "./pools/previewPoolRedeem.ts";
import { type CreditPool, previewPools } from "./pools/previewPools.ts";
import { queueExit, queueExitSync } from "./pools/queueExit.ts";
import { redeemFromPool, redeemFromPoolSync } from "./pools/redeemFromPool.ts";
import { serveQueue, serveQueueSync } from "./pools/serveQueue.ts";
import { transferPoolSharesSync } from "./pools/transferPoolShares.ts";
import { withdrawFromPool, withdrawFromPoolSync } from "./pools/withdrawFromPool.ts";
import { unpauseLoans, unpauseLoansSync } from "./unpauseLoans.ts";
import { endVouch, endVouchSync } from "./vouching/endVouch.ts";
import { getLinesVouchedBy } from "./vouching/getLinesVouchedBy.ts";
import { getVouch } from "./vouching/getVouch.ts";
import { getVouchers } from "./vouching/getVouchers.ts";
import { inviteVoucherSync } from "./vouching/inviteVoucher.ts";
import { isInvited } from "./vouching/isInvited.ts";
import { unlockVouch, unlockVouchSync } from "./vouching/unlockVouch.ts";
import { vouch, vouchSync } from "./vouching/vouch.ts";

const DAY = 86_400;
const WHOLE = 10n ** 12n;
const [ada, ben, cleo] = [walletOf("ada"), walletOf("ben"), walletOf("cleo")];
const [treasurer, pauser, admin] = [walletOf("treasurer"), walletOf("pauser"), walletOf("admin")];
const [account, lender, first] = [ada.account.address, ben.account.address, cleo.account.address];
const { creditLines, creditBook, testDollar } = contracts;

/** Somebody's word on a limit of Ada's. */
async function attested(limit: bigint, by: Person = "underwriter", whose = account) {
  const nonce = await getCreditNonce(node, { account: whose });
  const attestation = { account: whose, limit, nonce, deadline: BigInt((await now()) + 3_600) };
  const typedData = creditAttestationTypedData({ chainId: hardhat.id, creditLines, attestation });
  const signature = await accountOf(by).signTypedData(typedData);
  return { attestation, underwriter: accountOf(by).address, signature };
}

async function put(who: typeof ben, pool: CreditPool, assets: bigint, minShares?: bigint) {
  const owner = who.account.address;
  const [missing] = await requirements(who, { action: "depositToPool", pool, assets, owner });
  if (missing?.type !== "permit") expect.fail("a permit was expected");
  const { permit } = missing.apply(await who.signTypedData(missing.typedData));
  return depositToPoolSync(who, { pool, assets, minShares, permit });
}

async function pay(amount: bigint, who = ada) {
  const owner = who.account.address;
  const [missing] = await requirements(who, { action: "repayCredit", amount, owner });
  if (missing?.type !== "permit") expect.fail("a permit was expected");
  const { permit } = missing.apply(await who.signTypedData(missing.typedData));
  return repayCreditSync(who, { amount, borrower: account, permit });
}

const lineOf = () => getCreditLine(node, { account });

/** Goes to a second of the calendar of the line's cycle. */
async function reach(moment: keyof ReturnType<typeof creditCalendar>, and = 0) {
  const { start, cycle } = await lineOf();
  await reachSecond(creditCalendar({ start, cycle })[moment] + and);
}

/** Everybody is verified and has dollars; there is first loss and senior money, and Ada may draw 500. */
async function book({ firstLoss = 1_000n, senior = 2_000n, limit = 500n } = {}) {
  await verify("ada", "ben", "cleo");
  await fund("ada", "ben", "cleo");
  if (firstLoss > 0n) await put(cleo, "firstLoss", firstLoss * DOLLAR);
  if (senior > 0n) await put(ben, "senior", senior * DOLLAR);
  if (limit > 0n) await attestCreditSync(ben, await attested(limit * DOLLAR));
}

describe("a credit line", () => {
  test("default", async () => {
    await book();
    expect(await lineOf()).toMatchObject({
      state: "settled",
      limit: 500n * DOLLAR,
      available: 500n * DOLLAR,
    });
    const { event } = await drawCreditSync(ada, { amount: 300n * DOLLAR });
    expect(event.args).toMatchObject({ account, receiver: account, amount: 300n * DOLLAR, cycle: 1 });
    const { terms, start, ...drawn } = await lineOf();
    expect(drawn).toMatchObject({ identity: 1n, state: "current", cycle: 1, due: 0n, writtenOff: false });

    const ahead = dueAhead(drawn, terms, start, drawn.at);
    await reach("statementAt");
    const open = await lineOf();
    expect(open.due).toBe(ahead?.due);
    expect(open.available).toBe(0n);
    await expect(drawCredit(ada, { amount: DOLLAR })).rejects.toThrow(CreditStatementOpenError);

    const cap = await getCreditTierCap(node, { tier: 2 });
    const due = creditDueAt(open, terms, start, open.at + 60);
    const told = await pay(due);
    expect(told.event.args).toMatchObject({ payer: account, state: 1, cycle: 2 });
    const at = await now();
    const preview = previewRepayment({ line: drawn, terms, start, at, amount: due, cap });
    expect(preview.met).toBe(true);
    const met = await lineOf();
    expect(met).toMatchObject({
      state: "current",
      limit: preview.line.limit,
      principal: preview.line.principal,
    });
    // Three fifths of the limit were used for the whole cycle: it grows by three fifths of 20 %.
    expect(Number(met.limit) / Number(500n * DOLLAR)).toBeCloseTo(1.12, 3);
    expect(await getCreditCohort(node, { cycle: 2 })).toMatchObject({
      principal: met.principal,
      rateBps: CREDIT_TERMS.rateBps,
    });
  });

  test("behavior: the pure functions say what the contract says, to the second and to the unit", async () => {
    await book();
    await drawCreditSync(ada, { amount: 123_456_789n });
    const { terms, start, ...drawn } = await lineOf();
    for (const [moment, and] of [
      ["statementAt", -1],
      ["statementAt", 0],
      ["dueAt", 0],
      ["lateAt", 0],
      ["lateAt", 4 * DAY],
      ["statementAt", 30 * DAY],
      ["defaultAt", -1],
      ["defaultAt", 0],
      ["defaultAt", 77 * DAY + 5],
    ] as const) {
      await reach(moment, and);
      const line = await lineOf();
      expect(line.at).toBe(await now());
      const { total } = creditDebtAt(drawn, terms, start, line.at);
      expect(line.principal + line.interest).toBe(total);
      expect(line.due).toBe(creditDueAt(drawn, terms, start, line.at));
      const { cash, assets, debt } = await getCreditBook(node);
      // The book rounds each step of a cohort down.
      expect(total - debt).toBeLessThanOrEqual(1n);
      const { worth } = markdownAt(debt, line.cycle, start, line.at);
      expect(assets - cash).toBe(worth);
    }
  });

  test("behavior: late it is halved, and who owes can pay everything at any time", async () => {
    await book();
    await drawCreditSync(ada, { amount: 100n * DOLLAR });
    await reach("lateAt");
    expect(await lineOf()).toMatchObject({ state: "delinquent" });
    await pay(200n * DOLLAR);
    expect(await lineOf()).toMatchObject({ state: "settled", cycle: 0, limit: 250n * DOLLAR, principal: 0n });
  });

  test("behavior: another pays, with an approval", async () => {
    await book();
    await drawCreditSync(ada, { amount: 100n * DOLLAR });
    const amount = 10n * DOLLAR;
    await expect(repayCredit(ben, { amount, borrower: account })).rejects.toThrow(
      ERC20InsufficientAllowanceError,
    );
    const asked = { action: "repayCredit", amount, owner: lender, prefer: "approval" } as const;
    const [missing] = await requirements(ben, asked);
    if (missing?.type !== "approval") expect.fail("an approval was expected");
    await approveSync(ben, { token: testDollar, spender: creditLines, amount });
    expect(missing.call.args).toEqual([creditLines, amount]);
    const { event } = await repayCreditSync(ben, { amount, borrower: account });
    expect(event.args.payer).toBe(lender);
  });

  test("error: CreditLimitExceededError, CreditNotInGoodStandingError and CreditLeverageExceededError", async () => {
    await book({ firstLoss: 50n });
    await expect(drawCredit(ada, { amount: 501n * DOLLAR })).rejects.toThrow(CreditLimitExceededError);
    await expect(drawCredit(ada, { amount: 201n * DOLLAR })).rejects.toThrow(CreditLeverageExceededError);
    await expect(drawCredit(walletOf("holder"), { amount: 1n })).rejects.toThrow(
      CreditNotInGoodStandingError,
    );
    await expect(repayCredit(ada, { amount: 1n })).rejects.toThrow(CreditNothingOwedError);
  });
});

describe("attestCredit", () => {
  test("default", async () => {
    await verify("ada");
    const signed = await attested(100n * DOLLAR);
    const { event } = await attestCreditSync(ben, signed);
    expect(event.args).toMatchObject({ identity: 1n, account, limit: 100n * DOLLAR, nonce: 0n });
    expect(await getCreditNonce(node, { account })).toBe(1n);
    const quota = await getUnderwritingQuota(node);
    const { limit } = UNDERWRITING_QUOTA;
    expect(quota).toMatchObject({ limit, used: 100n * DOLLAR, left: limit - 100n * DOLLAR });
    await expect(attestCredit(ben, signed)).rejects.toThrow(CreditInvalidNonceError);
  });

  test("error: of somebody who is no underwriter, above the tier's cap, above the quota, and of nobody", async () => {
    await verify("ada");
    await expect(attestCredit(ben, await attested(DOLLAR, "ben"))).rejects.toThrow(CreditInvalidSignerError);
    await expect(attestCredit(ben, await attested(5_001n * DOLLAR))).rejects.toThrow(CreditAboveTierCapError);
    const nobody = attested(DOLLAR, "underwriter", lender);
    await expect(attestCredit(ben, await nobody)).rejects.toThrow(CreditUnknownIdentityError);
    const by = { account: treasurer.account.address, creditLines };
    const quota = { limit: 50n * DOLLAR, period: DAY };
    await expect(setUnderwritingQuota(treasurer, quota)).rejects.toThrow(AccessManagerNotScheduledError);
    await afterDelay(treasurer, setUnderwritingQuota.call({ ...by, ...quota }), () =>
      setUnderwritingQuotaSync(treasurer, quota),
    );
    await expect(attestCredit(ben, await attested(51n * DOLLAR))).rejects.toThrow(CreditQuotaExceededError);
  });
});

describe("terms of the credit lines", () => {
  test("default", async () => {
    const { start, terms, cycle, money, isOpen, pausedUntil } = await getCreditBook(node);
    expect({ cycle, money, isOpen, pausedUntil }).toEqual({
      cycle: 1,
      money: testDollar,
      isOpen: true,
      pausedUntil: 0,
    });
    expect(start).toBeLessThanOrEqual(await now());
    expect(terms).toEqual(CREDIT_TERMS);
    expect(await getCreditTerms(node, { cycle: 7 })).toEqual(terms);
    expect(await getCreditTierCap(node, { tier: 1 })).toBe(TIER_CAPS[1]);
  });

  test("behavior: the treasurer changes terms of later cycles, and caps, after its delay", async () => {
    const { terms: before } = await getCreditBook(node);
    const terms = { ...before, rateBps: 1_500 };
    const by = { account: treasurer.account.address, creditBook, creditLines };
    await expect(setCreditTerms(ada, { terms })).rejects.toThrow(AccessManagedUnauthorizedError);
    await afterDelay(treasurer, setCreditTerms.call({ ...by, terms }), () =>
      setCreditTermsSync(treasurer, { terms }),
    );
    expect(await getCreditTerms(node, { cycle: 1 })).toEqual(before);
    expect(await getCreditTerms(node, { cycle: 2 })).toEqual(terms);
    const cap = { tier: 1, cap: 7n * DOLLAR };
    await afterDelay(treasurer, setCreditTierCap.call({ ...by, ...cap }), () =>
      setCreditTierCapSync(treasurer, cap),
    );
    expect(await getCreditTierCap(node, { tier: 1 })).toBe(7n * DOLLAR);
  });

  test("behavior: a pause stops what is new, and no exit", async () => {
    await book();
    await drawCreditSync(ada, { amount: DOLLAR });
    await pauseLoansSync(pauser, { venue: "creditBook" });
    await expect(drawCredit(ada, { amount: DOLLAR })).rejects.toThrow(PauseActiveError);
    await expect(depositToPool(ben, { pool: "senior", assets: DOLLAR })).rejects.toThrow(PauseActiveError);
    expect((await getCreditPool(node, { pool: "senior" })).isOpen).toBe(false);
    await withdrawFromPoolSync(ben, { pool: "senior", assets: DOLLAR });
    await pay(2n * DOLLAR);
    const by = { account: admin.account.address, lendingMarkets: contracts.lendingMarkets, creditBook };
    await expect(unpauseLoans(admin, { venue: "creditBook" })).rejects.toThrow(
      AccessManagerNotScheduledError,
    );
    await afterDelay(admin, unpauseLoans.call({ ...by, venue: "creditBook" }), () =>
      unpauseLoansSync(admin, { venue: "creditBook" }),
    );
    await drawCreditSync(ada, { amount: DOLLAR });
  });

  test("behavior: anyone reckons the book and skims what is nobody's", async () => {
    await book();
    await drawCreditSync(ada, { amount: 100n * DOLLAR });
    await pass(DAY);
    await accrueCreditSync(ben);
    const { claim } = await getCreditBook(node);
    expect(claim).toBeGreaterThan(2_000n * DOLLAR);
    await expect(skimCreditSync(ben)).rejects.toThrow(EventMissingError);
    await withdrawFromPoolSync(ben, { pool: "senior", assets: 5n * DOLLAR, receiver: creditBook });
    expect((await skimCreditSync(ben)).event.args.amount).toBe(5n * DOLLAR);
  });
});

describe("the pools", () => {
  test("default", async () => {
    await book({ firstLoss: 0n, senior: 0n });
    const assets = 100n * DOLLAR;
    const shares = await previewPoolDeposit(node, { pool: "senior", assets });
    const { event } = await put(ben, "senior", assets, shares);
    expect(event.args).toMatchObject({ owner: lender, assets, shares });
    expect(await getPoolShares(node, { pool: "senior", owner: lender })).toEqual({
      shares,
      worth: assets,
      exitWorth: assets,
      redeemable: shares,
    });
    expect(await getCreditPool(node, { pool: "senior" })).toMatchObject({
      address: contracts.seniorPool,
      totalAssets: assets,
      totalShares: shares,
      sharePrice: DOLLAR,
      exitPrice: DOLLAR,
      isOpen: true,
    });
    expect(await previewPoolRedeem(node, { pool: "senior", shares })).toBe(assets);
    await transferPoolSharesSync(ben, { pool: "senior", to: first, shares: WHOLE });
    await redeemFromPoolSync(cleo, { pool: "senior", shares: WHOLE });
    await expect(redeemFromPool(cleo, { pool: "senior", shares: 1n })).rejects.toThrow(
      ERC4626ExceededMaxRedeemError,
    );
    await expect(put(ben, "firstLoss", DOLLAR, 2n * WHOLE)).rejects.toThrow(CreditSharesBelowMinimumError);
  });

  test("behavior: who waits in the queue is paid in turn, and claims", async () => {
    await book({ firstLoss: 500n, senior: 500n });
    await attestCreditSync(ben, await attested(1_000n * DOLLAR));
    await drawCreditSync(ada, { amount: 900n * DOLLAR });
    const { shares } = await getPoolShares(node, { pool: "senior", owner: lender });
    await expect(withdrawFromPool(ben, { pool: "senior", assets: 300n * DOLLAR })).rejects.toThrow(
      ERC4626ExceededMaxWithdrawError,
    );
    await expect(queueExit(ben, { shares: WHOLE - 1n })).rejects.toThrow(SeniorSharesTooFewError);
    const { event } = await queueExitSync(ben, { shares });
    const { ticket } = event.args;
    expect(await getExitTicket(node, { ticket })).toEqual({ owner: lender, shares });
    expect(await getExitQueue(node)).toMatchObject({ head: 1n, tail: 2n, shares, cash: 100n * DOLLAR });
    await expect(cancelExit(ada, { ticket })).rejects.toThrow(SeniorNotTicketOwnerError);
    await expect(claimExit(ben)).rejects.toThrow(SeniorNothingToClaimError);

    await serveQueueSync(cleo);
    const served = await getClaimableExit(node, { owner: lender });
    expect(served).toBeGreaterThan(99n * DOLLAR);
    await expect(serveQueue(cleo)).rejects.toThrow(SeniorNothingToServeError);
    expect((await claimExitSync(ben)).event.args.assets).toBe(served);
    const left = await getExitTicket(node, { ticket });
    const back = await cancelExitSync(ben, { ticket });
    expect(back.event.args.shares).toBe(left?.shares);
    expect(await getExitTicket(node, { ticket })).toBeUndefined();
  });

  test("behavior: the first loss leaves after its notice", async () => {
    await book();
    const { shares } = await getPoolShares(node, { pool: "firstLoss", owner: first });
    await expect(cancelNotice(cleo)).rejects.toThrow(FirstLossNoNoticeError);
    expect(await getNotice(node, { owner: first })).toBeUndefined();
    await giveNoticeSync(cleo, { shares });
    const notice = await getNotice(node, { owner: first });
    expect(notice).toEqual({ shares, readyAt: (await now()) + 60 * DAY, until: (await now()) + 90 * DAY });
    const leave = { pool: "firstLoss", shares: shares / 2n } as const;
    await expect(redeemFromPool(cleo, leave)).rejects.toThrow(ERC4626ExceededMaxRedeemError);
    await pass(60 * DAY);
    await redeemFromPoolSync(cleo, leave);
    expect((await cancelNoticeSync(cleo)).event.args.shares).toBe(shares - shares / 2n);
    await expect(forgo(cleo, { shares: 0n })).rejects.toThrow(FirstLossZeroSharesError);
    await forgoSync(cleo, { shares: WHOLE });
  });

  test("behavior: what a wave of defaults does is what the preview said, and pools close until it is booked", async () => {
    await book({ firstLoss: 150n, senior: 500n });
    await drawCreditSync(ada, { amount: 500n * DOLLAR });
    await reach("defaultAt");
    const before = await getCreditBook(node);
    const { senior, firstLoss } = previewPools({ book: before, lost: 10n ** 18n });
    await reach("writableAt");
    const lost = await getCreditBook(node);
    expect({ senior: lost.senior, junior: lost.junior }).toEqual({
      senior: senior.after,
      junior: firstLoss.after,
    });
    expect(lost.isOpen).toBe(false);
    await expect(depositToPool(ben, { pool: "senior", assets: DOLLAR })).rejects.toThrow(
      CreditPoolsClosedError,
    );
    const { event } = await writeOffCreditSync(ben, { borrower: account });
    expect(event.args).toMatchObject({ identity: 1n, burnt: 0n });
    expect(event.args.seniorLoss).toBe(senior.loss);
    await expect(writeOffCredit(ben, { borrower: account })).rejects.toThrow(CreditNotWritableError);
    expect(await lineOf()).toMatchObject({ state: "default", writtenOff: true });
    expect((await getCreditBook(node)).isOpen).toBe(true);

    const { cycle } = await getCreditBook(node);
    await pay(1_000n * DOLLAR);
    expect(await lineOf()).toMatchObject({
      state: "settled",
      limit: 0n,
      barredUntil: cycle + 12,
      writtenOff: false,
    });
  });
});

describe("vouching", () => {
  const shares = 200n * WHOLE;
  const limit = 150n * DOLLAR;

  /** Cleo may vouch for Ada, and Vouching may take her shares. */
  async function invited() {
    await book({ limit: 0n });
    await inviteVoucherSync(ada, { voucher: first, invited: true });
    for (const missing of await requirements(cleo, { action: "vouch", shares, owner: first })) {
      if (missing.type !== "approval") expect.fail("an approval was expected");
      await approveSync(cleo, {
        token: contracts.firstLossPool,
        spender: contracts.vouching,
        amount: shares,
      });
    }
    const [borrower, voucher] = await Promise.all(
      [account, first].map(async (each) => (await getStanding(node, { account: each })).index),
    );
    return { identity: borrower ?? 0n, voucher: voucher ?? 0n };
  }

  test("default", async () => {
    const pair = await invited();
    expect(await isInvited(node, pair)).toBe(true);
    expect(await getVouch(node, pair)).toBeUndefined();
    const { event } = await vouchSync(cleo, { borrower: account, shares, limit });
    expect(event.args).toMatchObject({ ...pair, owner: first, added: shares, limit });
    expect(await getVouch(node, pair)).toEqual({ owner: first, shares, limit });
    expect(await getVouchers(node, pair)).toEqual([pair.voucher]);
    expect(await getLinesVouchedBy(node, pair)).toBe(1n);
    expect(await lineOf()).toMatchObject({ limit });

    await drawCreditSync(ada, { amount: 100n * DOLLAR });
    await endVouchSync(cleo, pair);
    expect(await lineOf()).toMatchObject({ limit: 0n });
    await expect(unlockVouch(cleo, pair)).rejects.toThrow(VouchingStillNeededError);
    await pay(200n * DOLLAR);
    expect((await unlockVouchSync(cleo, pair)).event.args.shares).toBe(shares);
    await expect(endVouch(cleo, pair)).rejects.toThrow(VouchingNoneError);
  });

  test("behavior: the vouchers' shares burn first", async () => {
    const pair = await invited();
    await vouchSync(cleo, { borrower: account, shares, limit });
    await drawCreditSync(ada, { amount: 100n * DOLLAR });
    await reach("writableAt");
    const { event } = await writeOffCreditSync(ben, { borrower: account });
    expect(event.args.burnt).toBeGreaterThan(100n * WHOLE);
    expect(event.args.seniorLoss).toBe(0n);
    expect((await getVouch(node, pair))?.shares).toBe(shares - event.args.burnt);
  });

  test("error: VouchingNotInvitedError, VouchingAboveWorthError and VouchingPausedError", async () => {
    await invited();
    const above = { borrower: account, shares, limit: 161n * DOLLAR };
    await expect(vouch(cleo, above)).rejects.toThrow(VouchingAboveWorthError);
    await expect(vouch(cleo, { ...above, borrower: lender })).rejects.toThrow(VouchingNotInvitedError);
    await pauseLoansSync(pauser, { venue: "creditBook" });
    await expect(vouch(cleo, { ...above, limit })).rejects.toThrow(VouchingPausedError);
  });
});
