import { describe, expect, test } from "vitest";
import {
  accountOf,
  assetOfAda,
  contracts,
  fund,
  node,
  SHARE,
  verify,
  walletOf,
} from "../../test/support/chain.ts";
import {
  RedemptionBelowMinimumError,
  RedemptionNotIssuerError,
  RedemptionNotMaturedError,
  RedemptionNotOpenError,
  RedemptionSharesRemainError,
} from "../errors/redemption.ts";
import { approveSync } from "../tokens/approve.ts";
import { closeRedemption, closeRedemptionSync } from "./closeRedemption.ts";
import { getRedemption } from "./getRedemption.ts";
import { matureSync } from "./mature.ts";
import { openRedemption, openRedemptionSync } from "./openRedemption.ts";
import { previewRedemption } from "./previewRedemption.ts";
import { redeemShares, redeemSharesSync } from "./redeemShares.ts";
import { transferSync } from "./transfer.ts";

const { assetRedemption, testDollar: money } = contracts;
const amount = 1_000_000_003n;
const ben = accountOf("ben").address;

/** Ada's asset of 1,000 shares, of which Ben holds 300, has matured. */
async function matured() {
  const asset = await assetOfAda();
  await verify("ben");
  await fund("ada");
  await transferSync(walletOf("ada"), { asset, to: ben, amount: 300n * SHARE });
  await matureSync(walletOf("ada"), { asset });
  await approveSync(walletOf("ada"), { token: money, spender: assetRedemption, amount });
  return asset;
}

async function open() {
  const asset = await matured();
  await openRedemptionSync(walletOf("ada"), { asset, money, amount });
  return asset;
}

describe("openRedemption", () => {
  test("default", async () => {
    const asset = await matured();
    expect(await getRedemption(node, { asset })).toBeUndefined();
    expect(await previewRedemption(node, { asset, shares: SHARE })).toBe(0n);
    const { event } = await openRedemptionSync(walletOf("ada"), { asset, money, amount });
    expect(event.args).toMatchObject({ asset, amount, supply: 1_000n * SHARE });
    expect(await getRedemption(node, { asset })).toMatchObject({
      amount,
      redeemed: 0n,
      paid: 0n,
      closed: false,
    });
  });

  test("error: RedemptionNotIssuerError", async () => {
    const asset = await matured();
    await expect(openRedemption(walletOf("ben"), { asset, money, amount })).rejects.toThrow(
      RedemptionNotIssuerError,
    );
  });

  test("error: RedemptionNotMaturedError", async () => {
    const asset = await assetOfAda();
    await expect(openRedemption(walletOf("ada"), { asset, money, amount })).rejects.toThrow(
      RedemptionNotMaturedError,
    );
  });
});

describe("redeemShares", () => {
  test("default", async () => {
    const asset = await open();
    const shares = 300n * SHARE;
    const minAmount = await previewRedemption(node, { asset, shares });
    expect(minAmount).toBe(300_000_000n);
    const { event } = await redeemSharesSync(walletOf("ben"), { asset, shares, minAmount });
    expect(event.args).toMatchObject({ account: ben, shares, amount: minAmount });
  });

  test("error: RedemptionBelowMinimumError", async () => {
    const asset = await open();
    const redeem = redeemShares(walletOf("ben"), { asset, shares: SHARE, minAmount: amount });
    await expect(redeem).rejects.toThrow(RedemptionBelowMinimumError);
  });

  test("error: RedemptionNotOpenError", async () => {
    const asset = await matured();
    const redeem = redeemShares(walletOf("ben"), { asset, shares: SHARE, minAmount: 0n });
    await expect(redeem).rejects.toThrow(RedemptionNotOpenError);
  });
});

describe("closeRedemption", () => {
  test("default", async () => {
    const asset = await open();
    await redeemSharesSync(walletOf("ben"), { asset, shares: 300n * SHARE, minAmount: 0n });
    await redeemSharesSync(walletOf("ada"), { asset, shares: 700n * SHARE, minAmount: 0n });
    const { event } = await closeRedemptionSync(walletOf("deployer"), { asset });
    expect(event.args.leftover).toBe(1n);
  });

  test("error: RedemptionSharesRemainError", async () => {
    const asset = await open();
    await expect(closeRedemption(walletOf("deployer"), { asset })).rejects.toThrow(
      RedemptionSharesRemainError,
    );
  });
});
