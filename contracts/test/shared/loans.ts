import type { HardhatViemHelpers } from "@nomicfoundation/hardhat-viem/types";
import { type Address, getAddress, maxUint256 } from "viem";
import { APPRAISAL_TERMS, TIER_CAPS as CAPS, CREDIT_TERMS, RATE_TERMS } from "../../ignition/credit.ts";
import { deployAssets, FAR, shares, signAttestation, terms, tokenizeAndActivate } from "./assets.ts";

const WAD = 10n ** 18n;

/** By tier, from 0. */
export const TIER_CAPS = [0n, CAPS[1], CAPS[2], CAPS[3]] as const;

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

/** What the market of {@link deployMarket} is, in wad and money units. */
export const MARKET_TERMS = {
  lltv: (77n * WAD) / 100n,
  dust: 100_000_000n,
  supplyCap: 10n ** 13n,
  borrowCap: 8n * 10n ** 12n,
  rate: RATE_TERMS,
  glide: APPRAISAL_TERMS,
  shares: 1_000n,
  value: 2_500_000_000_000n,
} as const;

/** A market of dollars against shares of flats, which the deployer appraises; each of `people` has some of both. */
export async function deployMarket(viem: HardhatViemHelpers, people: Record<string, Address>) {
  const assets = await deployAssets(viem);
  const { deployer, manager, identities, registry, module } = assets;
  const authority = manager.address;
  const money = await viem.deployContract("TestDollar", [deployer.account.address]);
  const parts = [registry.address, identities.address, authority] as const;
  const markets = await viem.deployContract("LendingMarkets", parts);
  const oracle = await viem.deployContract("AppraisalOracle", [registry.address, authority]);
  const rateModel = await viem.deployContract("InterestRateModel", [MARKET_TERMS.rate]);
  await identities.write.setSystemContract([markets.address, true]);
  await module.write.setPledges([markets.address]);
  await money.write.approve([markets.address, 1n]);
  await markets.write.listMoney([money.address, 1n]);
  await markets.write.listOracle([oracle.address, true]);
  await markets.write.listRateModel([rateModel.address, true]);

  const issuer = deployer.account.address;
  const issued = await signAttestation(assets, issuer);
  await identities.write.attest([issued.message, issued.signature]);
  const flats = terms(module.address);
  const asset = await registry.read.predictAsset([issuer, flats.salt]);
  for (const data of tokenizeAndActivate(registry, asset, flats)[0])
    await deployer.sendTransaction({ to: registry.address, data });
  const token = await viem.getContractAt("AssetToken", asset);
  await oracle.write.setTerms([asset, MARKET_TERMS.glide]);
  await oracle.write.appraise([asset, MARKET_TERMS.value]);

  const params = {
    loanToken: money.address,
    collateral: asset,
    oracle: oracle.address,
    rateModel: rateModel.address,
    lltv: MARKET_TERMS.lltv,
    dust: MARKET_TERMS.dust,
  };
  await markets.write.createMarket([params, MARKET_TERMS.supplyCap, MARKET_TERMS.borrowCap]);
  for (const account of Object.values(people)) {
    const signed = await signAttestation(assets, account);
    await identities.write.attest([signed.message, signed.signature]);
    await money.write.transfer([account, 10n ** 15n]);
    await token.write.transfer([account, shares(200)]);
    for (const { address, abi } of [money, token]) {
      const wallet = await viem.getWalletClient(account);
      const args = [markets.address, maxUint256] as const;
      await wallet.writeContract({ address, abi, functionName: "approve", args });
    }
  }
  return { ...assets, money, markets, oracle, rateModel, token, params };
}
