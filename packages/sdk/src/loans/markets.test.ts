import fc from "fast-check";
import { type Address, maxUint256, zeroAddress } from "viem";
import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import {
  accountOf,
  afterDelay,
  assetOfAda,
  attestationOf,
  contracts,
  DOLLAR,
  fund,
  node,
  now,
  pass,
  QTI,
  reach,
  SHARE,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import { contractCall, read } from "../core/call.ts";
import { requirements } from "../core/requirements.ts";
import { setFeedAnswer, setFeedAnswerSync } from "../devnet/setFeedAnswer.ts";
import { AccessManagedUnauthorizedError } from "../errors/access.ts";
import { OwnableUnauthorizedAccountError } from "../errors/library.ts";
import {
  AppraisalInvalidTermsError,
  AppraisalInvalidValueError,
  AppraisalUnknownAssetError,
  LiquidatorSeizedTooLittleError,
  MarketCapExceededError,
  MarketDustError,
  MarketExceedsPositionError,
  MarketExistsError,
  MarketHealthyError,
  MarketInvalidAmountsError,
  MarketInvalidNonceError,
  MarketInvalidParamsError,
  MarketInvalidSignerError,
  MarketNoBorrowPriceError,
  MarketNotEnoughLiquidityError,
  MarketNotListedError,
  MarketNotPermittedError,
  MarketNotRecoveredError,
  MarketOnlyOwnerError,
  MarketOnlyToOwnerError,
  MarketUnauthorizedError,
  MarketUnhealthyError,
  MarketUnknownError,
  OraclePairUnknownError,
  TestFeedOnlySetterError,
} from "../errors/markets.ts";
import { PauseActiveError } from "../errors/pause.ts";
import { UnknownRevertError } from "../errors/revert.ts";
import { ERC20InsufficientAllowanceError } from "../errors/tokens.ts";
import { previewFunction } from "../generated/abi/interestRateModel.ts";
import { attestSync } from "../identity/attest.ts";
import { completeRecoverySync } from "../identity/completeRecovery.ts";
import { getIdentityNonce } from "../identity/getIdentityNonce.ts";
import { proposeRecovery, proposeRecoverySync } from "../identity/proposeRecovery.ts";
import { recoveryTypedData } from "../identity/recoveryTypedData.ts";
import { isMoney } from "../money/isMoney.ts";
import { approveSync } from "../tokens/approve.ts";
import { accrueMarketSync } from "./markets/accrueMarket.ts";
import {
  authorizeMarketsBySignature,
  authorizeMarketsBySignatureSync,
} from "./markets/authorizeMarketsBySignature.ts";
import { borrow, borrowSync } from "./markets/borrow.ts";
import { createMarket, createMarketSync } from "./markets/createMarket.ts";
import { flagPosition, flagPositionSync } from "./markets/flagPosition.ts";
import { getLiquidator } from "./markets/getLiquidator.ts";
import { getMarket } from "./markets/getMarket.ts";
import { getMarketHealth } from "./markets/getMarketHealth.ts";
import { getMarketNonce } from "./markets/getMarketNonce.ts";
import { getMarketPosition } from "./markets/getMarketPosition.ts";
import { getPledged } from "./markets/getPledged.ts";
import { getRateModel } from "./markets/getRateModel.ts";
import { previewHealth } from "./markets/health.ts";
import { isMarketAuthorized } from "./markets/isMarketAuthorized.ts";
import { isMarketOracle } from "./markets/isMarketOracle.ts";
import { isRateModel } from "./markets/isRateModel.ts";
import { liquidate, liquidateSync } from "./markets/liquidate.ts";
import { liquidateByContract, liquidateByContractSync } from "./markets/liquidateByContract.ts";
import { previewLiquidation } from "./markets/liquidation.ts";
import { listMarketOracle, listMarketOracleSync } from "./markets/listMarketOracle.ts";
import { listRateModel, listRateModelSync } from "./markets/listRateModel.ts";
import { marketAuthorizationTypedData } from "./markets/marketAuthorizationTypedData.ts";
import { type MarketParams, marketId } from "./markets/marketId.ts";
import { annualRate, rateAfter } from "./markets/rates.ts";
import { recoverPosition, recoverPositionSync } from "./markets/recoverPosition.ts";
import { repayLoan, repayLoanSync } from "./markets/repayLoan.ts";
import { setMarketAuthorizationSync } from "./markets/setMarketAuthorization.ts";
import { setMarketCaps, setMarketCapsSync } from "./markets/setMarketCaps.ts";
import { marketDebt, marketSupply } from "./markets/shares.ts";
import { supplyCollateral, supplyCollateralSync } from "./markets/supplyCollateral.ts";
import { supplyToMarket, supplyToMarketSync } from "./markets/supplyToMarket.ts";
import { takeFromLiquidator, takeFromLiquidatorSync } from "./markets/takeFromLiquidator.ts";
import { withdrawCollateral, withdrawCollateralSync } from "./markets/withdrawCollateral.ts";
import { withdrawFromMarket, withdrawFromMarketSync } from "./markets/withdrawFromMarket.ts";
import { appraise, appraiseSync } from "./oracles/appraise.ts";
import { getAppraisal } from "./oracles/getAppraisal.ts";
import { getFeedTerms } from "./oracles/getFeedTerms.ts";
import { getOraclePrices } from "./oracles/getOraclePrices.ts";
import { setAppraisalTerms, setAppraisalTermsSync } from "./oracles/setAppraisalTerms.ts";
import { pauseLoansSync } from "./pauseLoans.ts";

const DAY = 86_400;
const WAD = 10n ** 18n;
const [ada, ben, cleo] = [walletOf("ada"), walletOf("ben"), walletOf("cleo")];
const [risk, appraiser, pauser] = [walletOf("risk"), walletOf("appraiser"), walletOf("pauser")];
const [account, lender, other] = [ada.account.address, ben.account.address, cleo.account.address];
const { lendingMarkets, appraisalOracle, feedOracle, interestRateModel, testDollar, qtiToken } = contracts;
const by = { account: risk.account.address, lendingMarkets, appraisalOracle };
const caps = { supplyCap: 1_000_000n * DOLLAR, borrowCap: 900_000n * DOLLAR };

/** Code that answers `allowance` with zero and refuses everything else. */
const allowanceOnly = "0x5f3560e01c63dd62ed3e146011575f5ffd5b60205ff3";

/** QTI, worth two dollars, against dollars. */
const qtiMarket: MarketParams = {
  loanToken: testDollar,
  collateral: qtiToken,
  oracle: feedOracle,
  rateModel: interestRateModel,
  lltv: (77n * WAD) / 100n,
  dust: 10n * DOLLAR,
};

async function create(params: MarketParams) {
  return afterDelay(risk, createMarket.call({ ...by, params, ...caps }), () =>
    createMarketSync(risk, { params, ...caps }),
  );
}

async function allow(token: Address, ...people: (typeof ada)[]) {
  for (const each of people) await approveSync(each, { token, spender: lendingMarkets, amount: maxUint256 });
}

/** The market of QTI: Ben lends 5,000 dollars, Ada has pledged 500 QTI. */
async function marketOfQti() {
  await create(qtiMarket);
  await fund("ada", "ben", "cleo");
  await allow(testDollar, ada, ben, cleo);
  await allow(qtiToken, ada);
  await supplyToMarketSync(ben, { params: qtiMarket, assets: 5_000n * DOLLAR });
  await supplyCollateralSync(ada, { params: qtiMarket, assets: 500n * QTI });
  return qtiMarket;
}

/** A market in shares of Ada's asset, 1,000 of them worth a million dollars; she has pledged 10. */
async function marketOfShares() {
  const asset = await assetOfAda();
  const terms = { asset, dailyBps: 1_000, borrowMaxAge: 90 * DAY };
  await afterDelay(risk, setAppraisalTerms.call({ ...by, ...terms }), () =>
    setAppraisalTermsSync(risk, terms),
  );
  await appraiseSync(appraiser, { asset, value: 1_000_000n * DOLLAR });
  const params = { ...qtiMarket, collateral: asset, oracle: appraisalOracle, lltv: (60n * WAD) / 100n };
  await create(params);
  await verify("ben");
  await fund("ada", "ben", "cleo");
  await allow(testDollar, ada, ben, cleo);
  await allow(asset, ada);
  await supplyToMarketSync(ben, { params, assets: 9_000n * DOLLAR });
  await supplyCollateralSync(ada, { params, assets: 10n * SHARE });
  return { asset, params, id: marketId(params) };
}

async function marketNow(params: MarketParams) {
  return (await getMarket(node, { id: marketId(params) })) ?? expect.fail("there is no such market");
}

describe("createMarket", () => {
  test("default", async () => {
    const { event } = await create(qtiMarket);
    const id = marketId(qtiMarket);
    expect(event.args).toMatchObject({ id, regulated: false });
    expect(await getMarket(node, { id })).toMatchObject({
      id,
      params: qtiMarket,
      ...caps,
      regulated: false,
      supplied: 0n,
      liquidity: 0n,
      utilisation: 0n,
      rateAtTarget: (4n * WAD) / 100n / 31_536_000n,
    });
    expect(await getMarket(node, { id: `0x${"1".repeat(64)}` })).toBeUndefined();
    await expect(
      afterDelay(risk, createMarket.call({ ...by, params: qtiMarket, ...caps }), () =>
        createMarket(risk, { params: qtiMarket, ...caps }),
      ),
    ).rejects.toThrow(MarketExistsError);
  });

  test("behavior: RISK lists what markets are made of, and their caps", async () => {
    expect(await isMarketOracle(node, { oracle: feedOracle })).toBe(true);
    expect(await isRateModel(node, { rateModel: interestRateModel })).toBe(true);
    expect(await isMoney(node, { venue: "lendingMarkets", money: testDollar })).toBe(true);
    await expect(listMarketOracle(ada, { oracle: account, listed: true })).rejects.toThrow(
      AccessManagedUnauthorizedError,
    );
    const off = { oracle: feedOracle, listed: false };
    await afterDelay(risk, listMarketOracle.call({ ...by, ...off }), () => listMarketOracleSync(risk, off));
    await expect(create(qtiMarket)).rejects.toThrow(MarketNotListedError);
    const none = { rateModel: interestRateModel, listed: false };
    await afterDelay(risk, listRateModel.call({ ...by, ...none }), () => listRateModelSync(risk, none));
    expect(await isRateModel(node, { rateModel: interestRateModel })).toBe(false);
  });

  test("behavior: a cap stops more", async () => {
    const params = await marketOfQti();
    const less = { id: marketId(params), supplyCap: 5_100n * DOLLAR, borrowCap: 100n * DOLLAR };
    await afterDelay(risk, setMarketCaps.call({ ...by, ...less }), () => setMarketCapsSync(risk, less));
    await expect(supplyToMarket(ben, { params, assets: 101n * DOLLAR })).rejects.toThrow(
      MarketCapExceededError,
    );
    await expect(borrow(ada, { params, assets: 101n * DOLLAR })).rejects.toThrow(MarketCapExceededError);
  });
});

describe("a market of tokens", () => {
  test("default", async () => {
    const params = await marketOfQti();
    const id = marketId(params);
    const assets = 600n * DOLLAR;
    const { event } = await borrowSync(ada, { params, assets });
    expect(event.args).toMatchObject({ id, account, receiver: account, assets });
    expect(await getMarketPosition(node, { id, account })).toMatchObject({
      collateral: 500n * QTI,
      supplyShares: 0n,
      flaggedAt: 0,
    });

    await pass(30 * DAY);
    const market = await marketNow(params);
    expect(market.at).toBe(await now());
    expect(annualRate(market.borrowRate)).toBeGreaterThan(10n ** 16n / 4n);
    const { borrowShares } = await getMarketPosition(node, { id, account });
    const { debt, liquidationLimit } = await getMarketHealth(node, { params, account });
    expect(marketDebt(borrowShares, market)).toBe(debt);
    expect(debt).toBeGreaterThan(assets);
    expect(liquidationLimit).toBe(770n * DOLLAR);
    const { supplyShares } = await getMarketPosition(node, { id, account: lender });
    expect(marketSupply(supplyShares, market)).toBeGreaterThan(5_000n * DOLLAR);

    await accrueMarketSync(cleo, { params });
    await repayLoanSync(cleo, { params, shares: maxUint256, owner: account });
    await withdrawCollateralSync(ada, { params, assets: 500n * QTI });
    await withdrawFromMarketSync(ben, { params, shares: supplyShares });
    expect(await getMarketPosition(node, { id, account })).toMatchObject({
      borrowShares: 0n,
      collateral: 0n,
    });
  });

  test("behavior: what is missing is said as approvals", async () => {
    await create(qtiMarket);
    await fund("ada");
    const params = qtiMarket;
    await expect(supplyToMarket(ada, { params, assets: 1n })).rejects.toThrow(
      ERC20InsufficientAllowanceError,
    );
    for (const [action, token] of [
      ["supplyToMarket", testDollar],
      ["liquidate", testDollar],
      ["supplyCollateral", qtiToken],
    ] as const) {
      const [missing] = await requirements(ada, { action, params, assets: 7n, owner: account });
      expect(missing).toMatchObject({ type: "approval", call: { to: token, args: [lendingMarkets, 7n] } });
    }
  });

  test("behavior: all of a debt is paid back by a permit for a little more, by anyone", async () => {
    const params = await marketOfQti();
    await borrowSync(ada, { params, assets: 100n * DOLLAR });
    await approveSync(cleo, { token: testDollar, spender: lendingMarkets, amount: 0n });
    const asked = { action: "repayLoan", params, assets: 101n * DOLLAR, owner: other } as const;
    const [missing] = await requirements(cleo, asked);
    if (missing?.type !== "permit") expect.fail("a permit was expected");
    expect(missing.typedData.message).toMatchObject({ spender: lendingMarkets, value: 101n * DOLLAR });
    const permit = missing.apply(await cleo.signTypedData(missing.typedData));
    const { event } = await repayLoanSync(cleo, { params, shares: maxUint256, owner: account, ...permit });
    expect(event.args).toMatchObject({ caller: other, account });
    expect(event.args.assets).toBeGreaterThanOrEqual(100n * DOLLAR);
    const { borrowShares } = await getMarketPosition(node, { id: marketId(params), account });
    expect(borrowShares).toBe(0n);
    await expect(repayLoan(cleo, { params, assets: DOLLAR, ...permit })).rejects.toThrow(
      MarketExceedsPositionError,
    );
  });

  test("behavior: an approval where it is preferred, or the money takes no permits", async () => {
    const params = await marketOfQti();
    const asked = { action: "repayLoan", params, assets: 7n, owner: lender } as const;
    await approveSync(ben, { token: testDollar, spender: lendingMarkets, amount: 0n });
    const [preferred] = await requirements(ben, { ...asked, prefer: "approval" });
    expect(preferred).toMatchObject({
      type: "approval",
      call: { to: testDollar, args: [lendingMarkets, 7n] },
    });
    // An ERC-20 that answers nothing else: no allowance, whatever is asked, and a refusal of what it does not know.
    const loanToken = "0x00000000000000000000000000000000000000e5";
    await node.setCode({ address: loanToken, bytecode: allowanceOnly });
    const other = { ...asked, params: { ...params, loanToken } } as const;
    const [missing] = await requirements(ben, other);
    expect(missing).toMatchObject({ type: "approval", call: { to: loanToken, args: [lendingMarkets, 7n] } });
    await expect(requirements(ben, { ...other, prefer: "permit" })).rejects.toThrow(UnknownRevertError);
    await allow(testDollar, ben);
    expect(await requirements(ben, asked)).toEqual([]);
  });

  test("behavior: the preview knows how far one can go, to the unit", async () => {
    const params = await marketOfQti();
    await borrowSync(ada, { params, assets: 600n * DOLLAR });
    const { borrowPrice, liquidationPrice: price } = await getOraclePrices(node, params);
    const { collateral } = await getMarketPosition(node, { id: marketId(params), account });
    const { debt } = await getMarketHealth(node, { params, account });
    const told = previewHealth({
      collateral,
      debt,
      price,
      borrowPrice,
      lltv: params.lltv,
      dust: params.dust,
    });
    // A unit of debt and a second of interest later it can be no more.
    await expect(borrow(ada, { params, assets: told.borrowMore + 1n })).rejects.toThrow(MarketUnhealthyError);
    await expect(withdrawCollateral(ada, { params, assets: told.takeable + 1n })).rejects.toThrow(
      MarketUnhealthyError,
    );
    await withdrawCollateralSync(ada, { params, assets: told.takeable - QTI / 1_000n });
  });

  test("behavior: a fall makes it ripe, and a liquidation pays what the preview said", async () => {
    const params = await marketOfQti();
    await borrowSync(ada, { params, assets: 700n * DOLLAR });
    await expect(liquidate(cleo, { params, borrower: account })).rejects.toThrow(MarketHealthyError);
    await setFeedAnswerSync(appraiser, { answer: 17n * 10n ** 7n });
    const { liquidationPrice: price } = await getOraclePrices(node, params);
    const id = marketId(params);
    const { collateral, borrowShares } = await getMarketPosition(node, { id, account });
    const asked = { collateral, price, lltv: params.lltv, dust: params.dust };

    const part = await liquidateSync(cleo, { params, borrower: account, shares: borrowShares / 4n });
    const first = part.event.args;
    const told = previewLiquidation({ ...asked, debt: 700n * DOLLAR, repay: first.repaid });
    expect(first.seized).toBe(told?.seized);
    expect(told).toMatchObject({ takesAll: false, badDebt: 0n });

    await setFeedAnswerSync(appraiser, { answer: 10n ** 8n });
    const { debt } = await getMarketHealth(node, { params, account });
    const rest = await getMarketPosition(node, { id, account });
    const lower = (await getOraclePrices(node, params)).liquidationPrice;
    const all = previewLiquidation({ ...asked, collateral: rest.collateral, price: lower, debt });
    expect(all?.takesAll).toBe(true);
    const { event } = await liquidateSync(cleo, { params, borrower: account });
    expect(event.args).toMatchObject({ repaid: all?.repay, seized: rest.collateral });
    // A few seconds of interest have passed.
    expect(event.args.badDebt - (all?.badDebt ?? 0n)).toBeLessThanOrEqual(10n);
    expect(await getMarketPosition(node, { id, account })).toMatchObject({
      borrowShares: 0n,
      collateral: 0n,
    });
  });

  test("behavior: without a price nobody borrows, and a pause stops what is new only", async () => {
    const params = await marketOfQti();
    await borrowSync(ada, { params, assets: 100n * DOLLAR });
    await setFeedAnswerSync(appraiser, { answer: 10n ** 12n });
    await expect(borrow(ada, { params, assets: DOLLAR })).rejects.toThrow(MarketNoBorrowPriceError);
    await expect(setFeedAnswer(ben, { answer: 1n })).rejects.toThrow(TestFeedOnlySetterError);
    expect(await getFeedTerms(node)).toMatchObject({
      collateral: qtiToken,
      sequencer: zeroAddress,
      heartbeat: 365 * DAY,
    });
    await pauseLoansSync(pauser, { venue: "lendingMarkets" });
    await expect(supplyToMarket(ben, { params, assets: 1n })).rejects.toThrow(PauseActiveError);
    await repayLoanSync(ada, { params, assets: DOLLAR });
  });

  test("behavior: another may act for one, by a transaction or by a signature, once", async () => {
    const params = await marketOfQti();
    const act = { params, assets: DOLLAR, owner: account, receiver: other };
    await expect(borrow(cleo, act)).rejects.toThrow(MarketUnauthorizedError);
    const nonce = await getMarketNonce(node, { account });
    const deadline = BigInt((await now()) + 3_600);
    const authorization = { authorizer: account, authorized: other, isAuthorized: true, nonce, deadline };
    const typedData = marketAuthorizationTypedData({ chainId: hardhat.id, lendingMarkets, authorization });
    const signature = await accountOf("ada").signTypedData(typedData);
    const forged = { authorization, signature: await accountOf("ben").signTypedData(typedData) };
    await expect(authorizeMarketsBySignature(cleo, forged)).rejects.toThrow(MarketInvalidSignerError);
    await authorizeMarketsBySignatureSync(cleo, { authorization, signature });
    await expect(authorizeMarketsBySignature(cleo, { authorization, signature })).rejects.toThrow(
      MarketInvalidNonceError,
    );
    expect(await isMarketAuthorized(node, { authorizer: account, authorized: other })).toBe(true);
    await borrowSync(cleo, act);
    await setMarketAuthorizationSync(ada, { authorized: other, isAuthorized: false });
    expect(await isMarketAuthorized(node, { authorizer: account, authorized: other })).toBe(false);
  });

  test("error: amounts, liquidity, dust, positions and markets that do not fit", async () => {
    const params = await marketOfQti();
    const both = { params, assets: 1n, shares: 1n } as unknown as Parameters<typeof borrow>[1];
    await expect(borrow(ada, both)).rejects.toThrow(MarketInvalidAmountsError);
    const stranger = { ...params, dust: 11n };
    await expect(borrow(ada, { params: stranger, assets: 1n })).rejects.toThrow(MarketUnknownError);
    await expect(repayLoan(ada, { params, assets: 1n })).rejects.toThrow(MarketExceedsPositionError);
    await borrowSync(ada, { params, assets: DOLLAR });
    await expect(withdrawFromMarket(ben, { params, assets: 5_000n * DOLLAR })).rejects.toThrow(
      MarketNotEnoughLiquidityError,
    );
    await expect(withdrawCollateral(ada, { params, assets: 498n * QTI })).rejects.toThrow(MarketDustError);
    await expect(flagPosition(cleo, { params, borrower: account })).rejects.toThrow(MarketInvalidParamsError);
    await expect(recoverPosition(cleo, { params, lost: account })).rejects.toThrow(MarketNotRecoveredError);
  });
});

describe("a market of shares", () => {
  test("default", async () => {
    const { asset, params, id } = await marketOfShares();
    expect(await getMarket(node, { id })).toMatchObject({ regulated: true });
    expect(await getPledged(node, { asset, account })).toBe(10n * SHARE);
    // Ten shares of a thousand, worth a million, are worth 10,000 dollars.
    const { liquidationPrice: price, borrowPrice } = await getOraclePrices(node, params);
    expect(previewHealth({ collateral: 10n * SHARE, debt: 0n, price, lltv: params.lltv }).worth).toBe(
      10_000n * DOLLAR,
    );
    expect(borrowPrice).toBe(price);
    await borrowSync(ada, { params, assets: 5_900n * DOLLAR });
    await expect(withdrawCollateral(ada, { params, assets: SHARE, receiver: lender })).rejects.toThrow(
      MarketOnlyToOwnerError,
    );
    const foreign = supplyCollateral(ben, { params, assets: SHARE, owner: account });
    await expect(foreign).rejects.toThrow(MarketOnlyOwnerError);
  });

  test("behavior: a price glides to its appraisal, and only who may hold the shares seizes them", async () => {
    const { asset, params, id } = await marketOfShares();
    await borrowSync(ada, { params, assets: 5_900n * DOLLAR });
    await appraiseSync(appraiser, { asset, value: 800_000n * DOLLAR });
    const fresh = await getAppraisal(node, { asset });
    expect(fresh).toMatchObject({
      from: 1_000_000n * DOLLAR,
      target: 800_000n * DOLLAR,
      appraisedAt: await now(),
      borrowableUntil: (await now()) + 90 * DAY,
      dailyBps: 1_000,
    });
    await reach((fresh?.appraisedAt ?? 0) + DAY);
    expect((await getAppraisal(node, { asset }))?.value).toBe(900_000n * DOLLAR);
    await expect(liquidate(cleo, { params, borrower: account })).rejects.toThrow(MarketNotPermittedError);

    await flagPositionSync(cleo, { params, borrower: account });
    await pass(6 * DAY);
    await fund("ben");
    const { flaggedAt, collateral } = await getMarketPosition(node, { id, account });
    const { debt } = await getMarketHealth(node, { params, account });
    const { liquidationPrice: price } = await getOraclePrices(node, params);
    const { event } = await liquidateSync(ben, { params, borrower: account });
    const at = await now();
    const told = previewLiquidation({
      collateral,
      debt,
      price,
      lltv: params.lltv,
      dust: params.dust,
      flaggedAt,
      at,
    });
    expect(told?.incentive).toBeGreaterThan((15n * WAD) / 10n);
    expect(event.args.seized).toBe(told?.seized);
    expect(await getPledged(node, { asset, account })).toBe(collateral - event.args.seized);
  });

  test("behavior: pledge and debt of a lost account move to the one that took its place", async () => {
    const { asset, params, id } = await marketOfShares();
    await borrowSync(ada, { params, assets: 1_000n * DOLLAR });
    const { identityRegistry: registry } = contracts;
    const force = walletOf("complianceForce");
    const nonce = await getIdentityNonce(node, { account: other });
    const lost = { lost: account, successor: other, deadline: BigInt((await now()) + 30 * DAY) };
    const typedData = recoveryTypedData({ chainId: hardhat.id, registry, ...lost, nonce });
    const proposal = { ...lost, signature: await accountOf("cleo").signTypedData(typedData) };
    const call = proposeRecovery.call({ identityRegistry: registry, ...proposal, account: other });
    await afterDelay(force, call, () => proposeRecoverySync(force, proposal));
    await pass(4 * DAY);
    await completeRecoverySync(ben, { lost: account });

    const before = await getMarketPosition(node, { id, account });
    const { event } = await recoverPositionSync(ben, { params, lost: account });
    expect(event.args).toMatchObject({ id, lost: account, successor: other, collateral: 10n * SHARE });
    expect(await getMarketPosition(node, { id, account: other })).toMatchObject({
      collateral: before.collateral,
      borrowShares: before.borrowShares,
    });
    expect(await getPledged(node, { asset, account })).toBe(0n);
    await repayLoanSync(cleo, { params, shares: maxUint256 });
    await withdrawCollateralSync(cleo, { params, assets: 10n * SHARE });
  });

  test("error: of the appraiser and of RISK", async () => {
    const asset = await assetOfAda();
    expect(await getAppraisal(node, { asset })).toBeUndefined();
    await expect(appraise(ada, { asset, value: 1n })).rejects.toThrow(AccessManagedUnauthorizedError);
    await expect(appraise(appraiser, { asset, value: 1n })).rejects.toThrow(AppraisalUnknownAssetError);
    await expect(
      getOraclePrices(node, { oracle: appraisalOracle, collateral: asset, loanToken: testDollar }),
    ).rejects.toThrow(OraclePairUnknownError);
    const terms = { asset, dailyBps: 2_001, borrowMaxAge: DAY };
    await expect(
      afterDelay(risk, setAppraisalTerms.call({ ...by, ...terms }), () => setAppraisalTerms(risk, terms)),
    ).rejects.toThrow(AppraisalInvalidTermsError);
    const good = { ...terms, dailyBps: 2_000 };
    await afterDelay(risk, setAppraisalTerms.call({ ...by, ...good }), () =>
      setAppraisalTermsSync(risk, good),
    );
    await expect(appraise(appraiser, { asset, value: 0n })).rejects.toThrow(AppraisalInvalidValueError);
  });
});

describe("the liquidator", () => {
  test("default", async () => {
    const { asset, params } = await marketOfShares();
    const { liquidator } = contracts;
    const keeper = walletOf("keeper");
    expect(await getLiquidator(node)).toEqual({
      owner: keeper.account.address,
      pendingOwner: zeroAddress,
      markets: lendingMarkets,
    });
    // It is verified as an identity of its own; its owner is not, so shares wait in it.
    await attestSync(ben, await attestationOf(liquidator));
    await fund("keeper");
    await approveSync(keeper, { token: testDollar, spender: liquidator, amount: maxUint256 });
    await borrowSync(ada, { params, assets: 5_900n * DOLLAR });
    await appraiseSync(appraiser, { asset, value: 800_000n * DOLLAR });
    await pass(DAY);

    const act = { params, borrower: account, minSeized: 0n };
    await expect(liquidateByContract(ben, act)).rejects.toThrow(OwnableUnauthorizedAccountError);
    await expect(liquidateByContract(keeper, { ...act, minSeized: 11n * SHARE })).rejects.toThrow(
      LiquidatorSeizedTooLittleError,
    );
    const { event } = await liquidateByContractSync(keeper, act);
    expect(event.args).toMatchObject({ caller: liquidator, borrower: account });
    const { seized } = event.args;
    await expect(takeFromLiquidator(ben, { token: asset, amount: seized })).rejects.toThrow(
      OwnableUnauthorizedAccountError,
    );
    const taken = await takeFromLiquidatorSync(keeper, { token: asset, amount: seized, receiver: lender });
    expect(taken.event.args).toMatchObject({ from: liquidator, to: lender, value: seized });
  });
});

describe("the rate model", () => {
  test("behavior: the pure functions move a rate as the contract does", async () => {
    const terms = await getRateModel(node);
    expect(await getRateModel(node, { rateModel: interestRateModel })).toEqual(terms);
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    await fc.assert(
      fc.asyncProperty(amount, amount, fc.integer({ min: 0, max: 20 * DAY }), async (a, b, elapsed) => {
        const [borrowed, supplied] = a < b ? [a, b] : [b, a];
        const args = [account, marketId(qtiMarket), borrowed, supplied, BigInt(elapsed)] as const;
        const rate = await read(node, contractCall(interestRateModel, previewFunction, args));
        const told = rateAfter({ borrowed, supplied, terms, rateAtTarget: terms.initial, elapsed });
        expect(told.rate).toBe(rate);
      }),
      { numRuns: 60 },
    );
  });
});
