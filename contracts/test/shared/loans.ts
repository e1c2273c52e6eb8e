import type { HardhatViemHelpers } from "@nomicfoundation/hardhat-viem/types";
import { type Address, getAddress, maxUint256 } from "viem";
import { deployAssets, FAR, signAttestation } from "./assets.ts";

/** What every test of the credit lines starts with, in 1/10,000 and money units. */
export const CREDIT_TERMS = {
  rateBps: 1_800,
  lateBps: 600,
  minimumBps: 1_000,
  growthBps: 2_000,
  seniorBps: 6_000,
  leverageBps: 40_000,
  floor: 20_000_000n,
} as const;

/** By tier, from 0. */
export const TIER_CAPS = [0n, 1_000_000_000n, 5_000_000_000n, 20_000_000_000n] as const;

const UNDERWRITER = 10n;

export const creditAttestationTypes = {
  CreditAttestation: [
    { name: "account", type: "address" },
    { name: "limit", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** Credit lines with their book, pools and vouching; every role is the deployer's, without delay, and `people` are verified. */
export async function deployCredit(
  viem: HardhatViemHelpers,
  people: Record<string, Address>,
  tiers: Record<string, number>,
) {
  const assets = await deployAssets(viem);
  const { deployer, manager, identities } = assets;
  const treasury = getAddress("0x00000000000000000000000000000000000000fe");
  const money = await viem.deployContract("TestDollar", [deployer.account.address]);
  const book = await viem.deployContract("CreditBook", [
    money.address,
    treasury,
    CREDIT_TERMS,
    manager.address,
  ]);
  const lines = await viem.deployContract("CreditLines", [book.address, identities.address, manager.address]);
  const senior = await viem.deployContract("SeniorPool", [book.address]);
  const junior = await viem.deployContract("FirstLossPool", [book.address]);
  const parts = [book.address, lines.address, junior.address, identities.address] as const;
  const vouching = await viem.deployContract("Vouching", parts);
  await book.write.bind([lines.address, senior.address, junior.address]);
  await lines.write.bindVouching([vouching.address]);
  await lines.write.setUnderwritingQuota([10n ** 18n, 86_400]);
  for (const tier of [1, 2, 3]) await lines.write.setTierCap([tier, TIER_CAPS[tier] ?? 0n]);
  await manager.write.grantRole([UNDERWRITER, deployer.account.address, 0]);

  for (const [name, account] of Object.entries(people)) {
    const signed = await signAttestation(assets, account, { tier: tiers[name] ?? 2 });
    await identities.write.attest([signed.message, signed.signature]);
    await money.write.transfer([account, 10n ** 12n]);
    for (const { address } of [lines, senior, junior])
      await money.write.approve([address, maxUint256], { account });
    await junior.write.approve([vouching.address, maxUint256], { account });
  }

  async function signLimit(account: Address, limit: bigint) {
    const { index } = await identities.read.standingOf([account]);
    const message = { account, limit, nonce: await lines.read.nonceOf([index]), deadline: BigInt(FAR) };
    const signature = await deployer.signTypedData({
      domain: { name: "QTI Credit", version: "1", chainId: 31_337, verifyingContract: lines.address },
      types: creditAttestationTypes,
      primaryType: "CreditAttestation",
      message,
    });
    return [message, deployer.account.address, signature] as const;
  }

  return { ...assets, money, book, lines, senior, junior, vouching, signLimit };
}
