import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  afterDelay,
  contracts,
  fund,
  node,
  now,
  type Person,
  pass,
  QTI,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { requirements } from "../core/requirements.ts";
import { AccessManagedUnauthorizedError, AccessManagerNotScheduledError } from "../errors/access.ts";
import {
  CampaignInvalidProofError,
  CampaignNotActiveError,
  CampaignNothingToClaimError,
  CampaignNotOverError,
  CampaignUnknownError,
} from "../errors/campaigns.ts";
import { RootTooEarlyError } from "../errors/income.ts";
import { PauseActiveError } from "../errors/pause.ts";
import {
  ReferralHeldTooShortError,
  ReferralInvalidNonceError,
  ReferralNotFinalError,
  ReferralNotNewcomerError,
  ReferralReferrerNotVerifiedError,
  ReferralSelfError,
} from "../errors/referrals.ts";
import {
  StoreLimitExceededError,
  StoreOutOfStockError,
  StorePriceTooHighError,
  StoreRateTooLowError,
  StoreUnknownItemError,
} from "../errors/store.ts";
import {
  TapDailyCapReachedError,
  TapInvalidSignerError,
  TapNoIdentityError,
  TapNothingToClaimError,
  TapSequenceUsedError,
} from "../errors/taps.ts";
import { ERC20InsufficientBalanceError } from "../errors/tokens.ts";
import { stakeSync } from "../staking/stake.ts";
import { activateCampaign, activateCampaignSync } from "./activateCampaign.ts";
import { bindReferral, bindReferralSync } from "./bindReferral.ts";
import { buildCampaignTree, campaignClaimOf } from "./campaignTree.ts";
import { claimCampaign, claimCampaignSync } from "./claimCampaign.ts";
import { claimReferralBonusSync } from "./claimReferralBonus.ts";
import { claimTaps, claimTapsSync } from "./claimTaps.ts";
import { createCampaignSync } from "./createCampaign.ts";
import { exchangePoints, exchangePointsSync } from "./exchangePoints.ts";
import { extendCampaignSync } from "./extendCampaign.ts";
import { fundCampaignSync } from "./fundCampaign.ts";
import { fundStream, fundStreamSync } from "./fundStream.ts";
import { getBudget } from "./getBudget.ts";
import { getCampaign } from "./getCampaign.ts";
import { getCampaignClaimed } from "./getCampaignClaimed.ts";
import { getItemsBought } from "./getItemsBought.ts";
import { getPoints } from "./getPoints.ts";
import { getPointsChannel } from "./getPointsChannel.ts";
import { getReferral } from "./getReferral.ts";
import { getReferralTerms } from "./getReferralTerms.ts";
import { getReferrerPaid } from "./getReferrerPaid.ts";
import { getStore } from "./getStore.ts";
import { getStoreItem } from "./getStoreItem.ts";
import { getTapTally } from "./getTapTally.ts";
import { getTapTerms } from "./getTapTerms.ts";
import { isRedeemer } from "./isRedeemer.ts";
import { isStream } from "./isStream.ts";
import { nextCampaignId } from "./nextCampaignId.ts";
import { pauseRewardsSync } from "./pauseRewards.ts";
import { previewExchange } from "./previewExchange.ts";
import { previewTapClaim } from "./previewTapClaim.ts";
import { proposeCampaignRootSync } from "./proposeCampaignRoot.ts";
import { redeemItem, redeemItemSync } from "./redeemItem.ts";
import { referralTypedData } from "./referralTypedData.ts";
import { returnUnclaimed, returnUnclaimedSync } from "./returnUnclaimed.ts";
import { revokeVouchersSync } from "./revokeVouchers.ts";
import { setBudget, setBudgetSync } from "./setBudget.ts";
import { setChannel, setChannelSync } from "./setChannel.ts";
import { setRedeemer, setRedeemerSync } from "./setRedeemer.ts";
import { setReferralTerms, setReferralTermsSync } from "./setReferralTerms.ts";
import { setStoreItem, setStoreItemSync } from "./setStoreItem.ts";
import { setStoreRate, setStoreRateSync } from "./setStoreRate.ts";
import { setStream, setStreamSync } from "./setStream.ts";
import { setTapDailyCap, setTapDailyCapSync } from "./setTapDailyCap.ts";
import { setTapOracle, setTapOracleSync } from "./setTapOracle.ts";
import { tapVoucherTypedData } from "./tapVoucherTypedData.ts";
import { unpauseRewards, unpauseRewardsSync } from "./unpauseRewards.ts";
import { vestReferral, vestReferralSync } from "./vestReferral.ts";
import { vetoCampaignSync } from "./vetoCampaign.ts";

const DAY = 86_400;
const POINT = 10n ** 6n;
const [ada, ben] = [walletOf("ada"), walletOf("ben")];
const [operator, treasurer, admin] = [walletOf("operator"), walletOf("treasurer"), walletOf("admin")];
const [account, other] = [ada.account.address, ben.account.address];
const { tapRewards, merkleDistributor: distributor, referralRegistry, rewardStore } = contracts;

/** A voucher of the oracle, or of who claims to be it. */
async function vouched(earned: bigint, sequence = 1n, by: Person = "tapOracle", whose = account) {
  const voucher = { account: whose, earned, sequence, deadline: BigInt((await now()) + 3_600) };
  const typedData = tapVoucherTypedData({ chainId: hardhat.id, tapRewards, voucher });
  return { voucher, signature: await accountOf(by).signTypedData(typedData) };
}

/** Ada is verified and has points. */
async function withPoints(points: bigint) {
  await verify("ada");
  await claimTapsSync(ada, await vouched(points));
}

describe("claimTaps", () => {
  test("default", async () => {
    await verify("ada");
    const signed = await vouched(300n * POINT);
    expect(await previewTapClaim(node, { account, earned: 300n * POINT })).toBe(300n * POINT);
    const { event } = await claimTapsSync(ben, signed);
    expect(event.args).toMatchObject({
      account,
      amount: 300n * POINT,
      total: 300n * POINT,
      submitter: other,
    });
    expect(await getPoints(node, { account })).toBe(300n * POINT);
    const today = Math.floor((await now()) / DAY);
    expect(await getTapTally(node, { account })).toEqual({
      identity: 1n,
      sequence: 1,
      day: today,
      firstDay: today,
      today: 300n * POINT,
      total: 300n * POINT,
      early: 300n * POINT,
    });
  });

  test("behavior: pays what was not claimed before, within the day's cap; the rest comes the next day", async () => {
    await withPoints(600n * POINT);
    const { event } = await claimTapsSync(ada, await vouched(1_500n * POINT, 2n));
    expect(event.args.amount).toBe(400n * POINT);
    await expect(claimTaps(ada, await vouched(1_500n * POINT, 3n))).rejects.toThrow(TapDailyCapReachedError);
    await pass(DAY);
    const { event: next } = await claimTapsSync(ada, await vouched(1_500n * POINT, 3n));
    expect(next.args.amount).toBe(500n * POINT);
  });

  test("error: TapInvalidSignerError", async () => {
    await verify("ada");
    await expect(claimTaps(ada, await vouched(POINT, 1n, "ben"))).rejects.toThrow(TapInvalidSignerError);
  });

  test("error: TapNoIdentityError", async () => {
    await expect(claimTaps(ada, await vouched(POINT))).rejects.toThrow(TapNoIdentityError);
    expect(await previewTapClaim(node, { account, earned: POINT })).toBe(0n);
  });

  test("error: TapNothingToClaimError and TapSequenceUsedError", async () => {
    await withPoints(POINT);
    await expect(claimTaps(ada, await vouched(POINT, 2n))).rejects.toThrow(TapNothingToClaimError);
    await expect(claimTaps(ada, await vouched(2n * POINT, 1n))).rejects.toThrow(TapSequenceUsedError);
  });
});

describe("revokeVouchers", () => {
  test("default", async () => {
    await verify("ada");
    await revokeVouchersSync(operator, { holder: account, sequence: 5n });
    await expect(claimTaps(ada, await vouched(POINT, 5n))).rejects.toThrow(TapSequenceUsedError);
    expect((await claimTapsSync(ada, await vouched(POINT, 6n))).event.args.amount).toBe(POINT);
  });
});

describe("terms of taps and points", () => {
  test("default", async () => {
    expect(await getTapTerms(node)).toEqual({
      oracle: accountOf("tapOracle").address,
      dailyCap: 1_000n * POINT,
      pausedUntil: 0,
    });
    expect(await getPointsChannel(node, { channel: account })).toBeUndefined();
    expect(await isRedeemer(node, { redeemer: rewardStore })).toBe(true);
  });

  test("behavior: the treasurer changes oracle and cap after its delay", async () => {
    const by = { account: treasurer.account.address, tapRewards };
    await expect(setTapDailyCap(treasurer, { cap: 1n })).rejects.toThrow(AccessManagerNotScheduledError);
    await afterDelay(treasurer, setTapDailyCap.call({ ...by, cap: 7n }), () =>
      setTapDailyCapSync(treasurer, { cap: 7n }),
    );
    await afterDelay(treasurer, setTapOracle.call({ ...by, oracle: other }), () =>
      setTapOracleSync(treasurer, { oracle: other }),
    );
    expect(await getTapTerms(node)).toMatchObject({ oracle: other, dailyCap: 7n });
  });

  test("behavior: the treasurer sets channels and redeemers", async () => {
    const by = { account: treasurer.account.address, qtiPoints: contracts.qtiPoints };
    const channel = { channel: tapRewards, limit: 9n, period: DAY };
    await afterDelay(treasurer, setChannel.call({ ...by, ...channel }), () =>
      setChannelSync(treasurer, channel),
    );
    const resetsAt = (Math.floor((await now()) / DAY) + 1) * DAY;
    expect(await getPointsChannel(node, { channel: tapRewards })).toEqual({
      limit: 9n,
      used: 0n,
      left: 9n,
      resetsAt,
      period: DAY,
    });
    const redeemer = { redeemer: rewardStore, allowed: false };
    await afterDelay(treasurer, setRedeemer.call({ ...by, ...redeemer }), () =>
      setRedeemerSync(treasurer, redeemer),
    );
    expect(await isRedeemer(node, { redeemer: rewardStore })).toBe(false);
  });
});

describe("referrals", () => {
  /** Ben names Ada, is verified and has held enough for 30 days. */
  async function vesting() {
    await verify("ada");
    await bindReferralSync(ben, { referrer: account });
    await verify("ben");
    await fund("ben");
    const [missing] = await requirements(node, { action: "stake", amount: 100n * QTI, owner: other });
    if (missing?.type !== "permit") expect.fail("a permit was expected");
    const permit = missing.apply(await ben.signTypedData(missing.typedData));
    const { event } = await stakeSync(ben, { amount: 100n * QTI, lock: 1, ...permit });
    return event.args.positionId;
  }

  test("default", async () => {
    const positionId = await vesting();
    expect(await getReferral(node, { newcomer: other })).toMatchObject({
      status: "final",
      referrer: account,
    });
    await expect(vestReferral(ada, { newcomer: other, positionId })).rejects.toThrow(
      ReferralHeldTooShortError,
    );
    await pass(30 * DAY);
    await vestReferralSync(ada, { newcomer: other, positionId });
    await claimTapsSync(ben, await vouched(500n * POINT, 1n, "tapOracle", other));
    expect((await getReferral(node, { newcomer: other })).bonus).toBe(50n * POINT);
    const { event } = await claimReferralBonusSync(ben, { newcomer: other });
    expect(event.args).toMatchObject({ recipient: account, amount: 50n * POINT });
    expect(await getPoints(node, { account })).toBe(50n * POINT);
    expect(await getReferrerPaid(node, { account })).toBe(50n * POINT);
    expect(await getReferral(node, { newcomer: other })).toMatchObject({
      status: "vested",
      paid: 50n * POINT,
      bonus: 0n,
      bonusBps: 1_000,
    });
  });

  test("behavior: by signature, once", async () => {
    await verify("ada");
    const { nonce, status, referrer } = await getReferral(node, { newcomer: other });
    expect([nonce, status, referrer]).toEqual([0n, "none", undefined]);
    const referral = { newcomer: other, referrer: account, nonce, deadline: BigInt((await now()) + 600) };
    const typedData = referralTypedData({ chainId: hardhat.id, referralRegistry, referral });
    const signature = await ben.signTypedData(typedData);
    const { event } = await bindReferralSync(walletOf("cleo"), { referral, signature });
    expect(event.args).toMatchObject({ newcomer: other, referrer: account });
    expect((await getReferral(node, { newcomer: other })).status).toBe("bound");
    await expect(bindReferral(walletOf("cleo"), { referral, signature })).rejects.toThrow(
      ReferralInvalidNonceError,
    );
  });

  test("error: who cannot refer, and who cannot be referred", async () => {
    await expect(bindReferral(ben, { referrer: account })).rejects.toThrow(ReferralReferrerNotVerifiedError);
    await expect(bindReferral(ben, { referrer: other })).rejects.toThrow(ReferralSelfError);
    await verify("ada", "ben");
    await expect(bindReferral(ben, { referrer: account })).rejects.toThrow(ReferralNotNewcomerError);
    await expect(vestReferral(ada, { newcomer: other, positionId: 1n })).rejects.toThrow(
      ReferralNotFinalError,
    );
  });

  test("behavior: the treasurer sets the terms", async () => {
    const { pausedUntil, ...terms } = await getReferralTerms(node);
    expect([pausedUntil, terms]).toEqual([
      0,
      { bonusBps: 1_000, newcomerCap: 2_000n * POINT, referrerCap: 50_000n * POINT, minStake: 100n * QTI },
    ]);
    const changed = { ...terms, bonusBps: 500 };
    const by = { account: treasurer.account.address, referralRegistry };
    await afterDelay(treasurer, setReferralTerms.call({ ...by, ...changed }), () =>
      setReferralTermsSync(treasurer, changed),
    );
    expect((await getReferralTerms(node)).bonusBps).toBe(500);
  });
});

describe("exchangePoints", () => {
  test("default", async () => {
    await withPoints(100n * POINT);
    const minQti = await previewExchange(node, { points: 40n * POINT });
    expect(minQti).toBe((4n * QTI) / 10n);
    const { event } = await exchangePointsSync(ada, { points: 40n * POINT, minQti });
    expect(event.args).toMatchObject({ account, points: 40n * POINT, qti: minQti });
    expect(await getPoints(node, { account })).toBe(60n * POINT);
    expect(await getBudget(node, { spender: rewardStore })).toMatchObject({ used: minQti });
  });

  test("error: StoreRateTooLowError and ERC20InsufficientBalanceError", async () => {
    await withPoints(10n * POINT);
    await expect(exchangePoints(ada, { points: POINT, minQti: QTI })).rejects.toThrow(StoreRateTooLowError);
    await expect(exchangePoints(ada, { points: 11n * POINT, minQti: 0n })).rejects.toThrow(
      ERC20InsufficientBalanceError,
    );
  });

  test("behavior: the treasurer sets the rate", async () => {
    const call = setStoreRate.call({ account: treasurer.account.address, rewardStore, rate: 0n });
    await afterDelay(treasurer, call, () => setStoreRateSync(treasurer, { rate: 0n }));
    expect(await getStore(node)).toMatchObject({ rate: 0n });
    expect(await previewExchange(node, { points: POINT })).toBe(0n);
  });
});

describe("redeemItem", () => {
  const mug = { price: 50n * POINT, stock: 2n, limit: 1, uri: 'data:application/json,{"name":"Mug"}' };

  async function offered() {
    await withPoints(500n * POINT);
    const { itemCount: itemId } = await getStore(node);
    await setStoreItemSync(operator, { itemId, ...mug });
    return itemId;
  }

  test("default", async () => {
    const itemId = await offered();
    expect(await getStoreItem(node, { itemId })).toEqual(mug);
    const { event } = await redeemItemSync(ada, { itemId, maxPoints: mug.price });
    expect(event.args).toMatchObject({ itemId, account, quantity: 1n, points: mug.price, stock: 1n });
    expect((await getStore(node)).orderCount).toBe(event.args.orderId);
    expect(await getItemsBought(node, { account, itemId })).toBe(1n);
  });

  test("error: stock, limit and price", async () => {
    const itemId = await offered();
    const maxPoints = 500n * POINT;
    await expect(redeemItem(ada, { itemId, quantity: 3n, maxPoints })).rejects.toThrow(StoreOutOfStockError);
    await expect(redeemItem(ada, { itemId, quantity: 2n, maxPoints })).rejects.toThrow(
      StoreLimitExceededError,
    );
    await expect(redeemItem(ada, { itemId, maxPoints: 1n })).rejects.toThrow(StorePriceTooHighError);
  });

  test("error: StoreUnknownItemError", async () => {
    await expect(getStoreItem(node, { itemId: 99n })).rejects.toThrow(StoreUnknownItemError);
    await expect(setStoreItem(ada, { itemId: 0n, ...mug })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("campaigns", () => {
  /** A campaign with a list that waits: 30 QTI for Ada, 20 for Ben. */
  async function proposed() {
    const campaignId = await nextCampaignId(node);
    const endsAt = (await now()) + 90 * DAY;
    const { event } = await createCampaignSync(operator, { endsAt, uri: "{}" });
    expect(event.args.campaignId).toBe(campaignId);
    const leaves = [
      { account, cumulative: 30n * QTI },
      { account: other, cumulative: 20n * QTI },
    ];
    const tree = buildCampaignTree({ chainId: hardhat.id, distributor, campaignId, leaves });
    await fundCampaignSync(operator, { campaignId, amount: tree.total });
    const { root, total } = tree;
    await proposeCampaignRootSync(operator, { campaignId, root, total, uri: "u" });
    return { campaignId, endsAt, tree };
  }

  async function active() {
    const campaign = await proposed();
    await pass(DAY);
    await activateCampaignSync(ben, campaign);
    return campaign;
  }

  test("default", async () => {
    const { campaignId, endsAt, tree } = await active();
    const { cumulative, proof } = campaignClaimOf(tree, account) ?? expect.fail("no claim");
    const claim = { campaignId, holder: account, cumulative, proof };
    const { event } = await claimCampaignSync(ben, claim);
    expect(event.args).toMatchObject({ account, recipient: account, amount: 30n * QTI });
    expect(await getCampaignClaimed(node, { campaignId, account })).toBe(30n * QTI);
    expect(await getCampaign(node, { campaignId })).toEqual({
      funded: 50n * QTI,
      claimed: 30n * QTI,
      endsAt,
      closed: false,
      root: tree.root,
      uri: "{}",
      pending: undefined,
    });
    await expect(claimCampaign(ada, claim)).rejects.toThrow(CampaignNothingToClaimError);
    await expect(claimCampaign(ada, { ...claim, cumulative: 99n * QTI })).rejects.toThrow(
      CampaignInvalidProofError,
    );
  });

  test("behavior: a list waits a day, and a guardian can veto it", async () => {
    const { campaignId, tree } = await proposed();
    const { pending } = await getCampaign(node, { campaignId });
    expect(pending).toMatchObject({ root: tree.root, total: 50n * QTI, uri: "u" });
    await expect(activateCampaign(ben, { campaignId })).rejects.toThrow(RootTooEarlyError);
    const claim = { campaignId, holder: account, cumulative: 1n, proof: [] };
    await expect(claimCampaign(ada, claim)).rejects.toThrow(CampaignNotActiveError);
    await vetoCampaignSync(walletOf("guardian"), { campaignId });
    expect((await getCampaign(node, { campaignId })).pending).toBeUndefined();
  });

  test("behavior: may last longer; what nobody claimed returns", async () => {
    const { campaignId, endsAt } = await active();
    await extendCampaignSync(operator, { campaignId, endsAt: endsAt + DAY });
    await expect(returnUnclaimed(ben, { campaignId })).rejects.toThrow(CampaignNotOverError);
    await pass(91 * DAY);
    const { event } = await returnUnclaimedSync(ben, { campaignId });
    expect(event.args.amount).toBe(50n * QTI);
    expect((await getCampaign(node, { campaignId })).closed).toBe(true);
  });

  test("error: CampaignUnknownError", async () => {
    await expect(getCampaign(node, { campaignId: 77n })).rejects.toThrow(CampaignUnknownError);
  });
});

describe("the treasury", () => {
  const by = { account: treasurer.account.address, rewardsTreasury: contracts.rewardsTreasury };

  test("default", async () => {
    const stream = { target: contracts.stakingPool, amount: 5n * QTI };
    const { event } = await afterDelay(treasurer, fundStream.call({ ...by, ...stream }), () =>
      fundStreamSync(treasurer, stream),
    );
    expect(event.args).toEqual(stream);
  });

  test("behavior: budgets", async () => {
    expect(await getBudget(node, { spender: account })).toBeUndefined();
    const budget = { spender: account, limit: 3n, period: DAY };
    await afterDelay(treasurer, setBudget.call({ ...by, ...budget }), () => setBudgetSync(treasurer, budget));
    expect(await getBudget(node, { spender: account })).toMatchObject({ limit: 3n, left: 3n, period: DAY });
  });

  test("behavior: ADMIN lists what may be streamed into", async () => {
    expect(await isStream(node, { target: contracts.stakingPool })).toBe(true);
    const target = { target: other, listed: true };
    const call = setStream.call({ ...by, account: admin.account.address, ...target });
    await afterDelay(admin, call, () => setStreamSync(admin, target));
    expect(await isStream(node, { target: other })).toBe(true);
  });
});

describe("pauseRewards", () => {
  test("default", async () => {
    await withPoints(POINT);
    const { event } = await pauseRewardsSync(walletOf("pauser"), { venue: "rewardStore" });
    expect((await getStore(node)).pausedUntil).toBe(event.args.until);
    await expect(exchangePoints(ada, { points: POINT, minQti: 0n })).rejects.toThrow(PauseActiveError);
    const call = unpauseRewards.call({ ...contracts, venue: "rewardStore", account: admin.account.address });
    await afterDelay(admin, call, () => unpauseRewardsSync(admin, { venue: "rewardStore" }));
    await exchangePointsSync(ada, { points: POINT, minQti: 0n });
  });
});
