import { describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, pass, QTI, walletOf } from "../../test/support/chain.ts";
import { requirements } from "../core/requirements.ts";
import {
  ERC4626ExceededMaxRedeemError,
  ERC4626ExceededMaxWithdrawError,
  StakingSharesBelowMinimumError,
} from "../errors/staking.ts";
import { ERC20InsufficientAllowanceError, ERC20InsufficientBalanceError } from "../errors/tokens.ts";
import { qtiTokenAbi, stakingVaultAbi } from "../generated/abis.ts";
import { approveSync } from "../tokens/approve.ts";
import { getBalances } from "../tokens/getBalances.ts";
import { deposit, depositSync } from "./deposit.ts";
import { getPosition } from "./getPosition.ts";
import { getVault } from "./getVault.ts";
import { previewDeposit } from "./previewDeposit.ts";
import { redeem, redeemSync } from "./redeem.ts";
import { withdraw, withdrawSync } from "./withdraw.ts";

const ada = walletOf("ada");
const account = ada.account.address;
const ben = accountOf("ben").address;
const assets = 100n * QTI;
const { qtiToken: token, stakingVault: spender } = contracts;

/** A permit for `assets`, signed by Ada. */
async function permitOfAda() {
  const [missing] = await requirements(ada, { action: "deposit", assets, owner: account });
  if (missing?.type !== "permit") expect.fail("a permit was expected");
  return missing.apply(await ada.signTypedData(missing.typedData));
}

async function stake() {
  await fund("ada");
  return depositSync(ada, { assets, ...(await permitOfAda()) });
}

describe("deposit", () => {
  test("default", async () => {
    await fund("ada");
    await approveSync(ada, { token, spender, amount: assets });
    const { event } = await depositSync(ada, { assets });
    expect(event.args).toEqual({ sender: account, owner: account, assets, shares: assets * 10n ** 6n });
  });

  test("behavior: with a permit no approval is needed", async () => {
    const { event } = await stake();
    expect(event.args.assets).toBe(assets);
  });

  test("behavior: another may receive the shares", async () => {
    await fund("ada");
    await depositSync(ada, { assets, receiver: ben, ...(await permitOfAda()) });
    expect((await getPosition(node, { account: ben })).assets).toBe(assets);
  });

  test("behavior: a permit that someone else used does no harm", async () => {
    await fund("ada");
    const { permit } = await permitOfAda();
    await walletOf("ben").writeContract({
      address: token,
      abi: qtiTokenAbi,
      functionName: "permit",
      args: [account, spender, assets, permit.deadline, permit.v, permit.r, permit.s],
    });
    const { receipt } = await depositSync(ada, { assets, permit });
    expect(receipt.status).toBe("success");
  });

  test("error: ERC20InsufficientAllowanceError", async () => {
    await fund("ada");
    await expect(deposit(ada, { assets })).rejects.toThrow(ERC20InsufficientAllowanceError);
  });

  test("error: ERC20InsufficientBalanceError", async () => {
    await approveSync(ada, { token, spender, amount: assets });
    await expect(deposit(ada, { assets })).rejects.toThrow(ERC20InsufficientBalanceError);
  });

  test("error: StakingSharesBelowMinimumError", async () => {
    await fund("ada");
    const permit = await permitOfAda();
    const minShares = 101n * 10n ** 24n;
    await expect(deposit(ada, { assets, minShares, ...permit })).rejects.toThrow(
      StakingSharesBelowMinimumError,
    );
  });
});

describe("withdraw", () => {
  test("default", async () => {
    await stake();
    const { event } = await withdrawSync(ada, { assets: 40n * QTI });
    expect(event.args).toMatchObject({ receiver: account, owner: account, assets: 40n * QTI });
    expect((await getBalances(node, { account })).qti).toBe(940n * QTI);
  });

  test("behavior: another may receive the QTI", async () => {
    await stake();
    await withdrawSync(ada, { assets: QTI, receiver: ben });
    expect((await getBalances(node, { account: ben })).qti).toBe(QTI);
  });

  test("error: ERC4626ExceededMaxWithdrawError", async () => {
    await stake();
    await expect(withdraw(ada, { assets: 200n * QTI })).rejects.toThrow(ERC4626ExceededMaxWithdrawError);
  });

  test("error: ERC20InsufficientAllowanceError", async () => {
    await stake();
    await expect(withdraw(walletOf("ben"), { assets: QTI, owner: account })).rejects.toThrow(
      ERC20InsufficientAllowanceError,
    );
  });
});

describe("redeem", () => {
  test("default", async () => {
    await stake();
    await pass(86_400);
    const { shares } = await getPosition(node, { account });
    const { event } = await redeemSync(ada, { shares });
    // The stream of the deployment flows to the only staker.
    expect(event.args.assets).toBeGreaterThan(assets);
    expect((await getPosition(node, { account })).shares).toBe(0n);
  });

  test("error: ERC4626ExceededMaxRedeemError", async () => {
    await stake();
    await expect(redeem(ada, { shares: 10n ** 30n })).rejects.toThrow(ERC4626ExceededMaxRedeemError);
  });
});

describe("getPosition", () => {
  test("default", async () => {
    await stake();
    const position = await getPosition(node, { account });
    expect(position).toMatchObject({ shares: assets * 10n ** 6n, unstakedBalance: 900n * QTI });
    expect(position.assets).toBe(await valueOnChain(position.shares));
  });

  test("behavior: values shares exactly as the vault does, whenever", async () => {
    await stake();
    for (const seconds of [1, 3_599, 86_400, 700_000]) {
      await pass(seconds);
      const { shares, assets: value, sharePrice } = await getPosition(node, { account });
      expect(value).toBe(await valueOnChain(shares));
      expect(sharePrice).toBe(await valueOnChain(10n ** 24n));
    }
  });

  test("behavior: an account that never staked has nothing", async () => {
    expect(await getPosition(node, { account: ben })).toEqual({
      shares: 0n,
      assets: 0n,
      sharePrice: QTI,
      unstakedBalance: 0n,
    });
  });
});

async function valueOnChain(shares: bigint): Promise<bigint> {
  return node.readContract({
    address: spender,
    abi: stakingVaultAbi,
    functionName: "convertToAssets",
    args: [shares],
  });
}

async function streamOnChain(): Promise<bigint> {
  const [left] = await node.readContract({ address: spender, abi: stakingVaultAbi, functionName: "stream" });
  return left;
}

describe("getVault", () => {
  test("default", async () => {
    await stake();
    const vault = await getVault(node);
    expect(vault).toMatchObject({ totalShares: assets * 10n ** 6n, pausedUntil: 0 });
    expect(vault.stream.left).toBe(await streamOnChain());
    expect(vault.stream.left).toBeGreaterThan(0n);
    expect(vault.stream.end).toBeGreaterThan(vault.stream.updated);
  });

  test("behavior: the share price grows with time", async () => {
    await stake();
    const { sharePrice } = await getVault(node);
    await pass(86_400);
    expect((await getVault(node)).sharePrice).toBeGreaterThan(sharePrice);
  });
});

describe("previewDeposit", () => {
  test("default", async () => {
    const shares = await previewDeposit(node, { assets });
    const { event } = await stake();
    expect(event.args.shares).toBe(shares);
  });
});
