import type { HardhatViemHelpers } from "@nomicfoundation/hardhat-viem/types";
import type { Address, Hex } from "viem";
import { encodeFunctionData, keccak256, parseEther, toHex, zeroHash } from "viem";

/** Identities, assets and their rules on an in-process network, with every role at the deployer and no delay. */
export async function deployAssets(viem: HardhatViemHelpers) {
  const [deployer] = await viem.getWalletClients();
  if (deployer === undefined) throw new Error("an in-process network has accounts");
  const manager = await viem.deployContract("QtiAccessManager", [deployer.account.address]);
  const identities = await viem.deployContract("IdentityRegistry", [manager.address]);
  const registry = await viem.deployContract("AssetRegistry", [manager.address, identities.address]);
  const module = await viem.deployContract("ComplianceModule", [
    manager.address,
    identities.address,
    registry.address,
  ]);
  await identities.write.setAttester([deployer.account.address, true]);
  await registry.write.setModuleAllowed([module.address, true]);
  return { deployer, manager, identities, registry, module };
}

export type Assets = Awaited<ReturnType<typeof deployAssets>>;

export const attestationTypes = {
  Attestation: [
    { name: "account", type: "address" },
    { name: "identity", type: "bytes32" },
    { name: "country", type: "uint16" },
    { name: "tier", type: "uint8" },
    { name: "validUntil", type: "uint48" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** The end of 2099: later than any chain time that a test reaches. */
export const FAR = 4_102_444_799;

/** A person with a German passport and full verification, unless told otherwise. */
export async function signAttestation(
  viem: HardhatViemHelpers,
  { deployer, identities }: Pick<Assets, "deployer" | "identities">,
  account: Address,
  person: { country?: number; tier?: number; validUntil?: number; identity?: Hex; deadline?: bigint } = {},
) {
  const message = {
    account,
    identity: person.identity ?? keccak256(account),
    country: person.country ?? 276,
    tier: person.tier ?? 2,
    validUntil: person.validUntil ?? FAR,
    nonce: await identities.read.nonces([account]),
    deadline: person.deadline ?? BigInt(FAR),
  };
  const client = await viem.getPublicClient();
  const signature = await deployer.signTypedData({
    domain: {
      name: "QTI Identity",
      version: "1",
      chainId: await client.getChainId(),
      verifyingContract: identities.address,
    },
    types: attestationTypes,
    primaryType: "Attestation",
    message,
  });
  return { message, signature };
}

/** A block of flats in Leipzig: 1,000 shares, full verification, no other rule. */
export function terms(module: Address, name = "Flats in Leipzig") {
  return {
    name,
    symbol: "FLATS",
    class: 0,
    jurisdiction: 276,
    shares: 1_000n,
    valuation: 2_500_000_000_000n,
    metadataURI: "data:application/json,%7B%22name%22%3A%22Flats%22%7D",
    documentsRoot: keccak256(toHex("land register")),
    module,
    rules: { minTier: 2, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
    blockedCountries: [] as number[],
    salt: zeroHash as Hex,
  };
}

export type Terms = ReturnType<typeof terms>;

/** Tokenizes and activates in one transaction, as the web app does. */
export async function tokenizeAndActivate(
  viem: HardhatViemHelpers,
  { registry }: Pick<Assets, "registry">,
  issuer: Address,
  assetTerms: Terms,
) {
  const asset = await registry.read.predictAsset([issuer, assetTerms.salt]);
  const { abi } = registry;
  const hash = await registry.write.multicall(
    [
      [
        encodeFunctionData({ abi, functionName: "tokenize", args: [assetTerms] }),
        encodeFunctionData({ abi, functionName: "activate", args: [asset] }),
      ],
    ],
    { account: issuer },
  );
  return { hash, token: await viem.getContractAt("AssetToken", asset) };
}

export const shares = (count: number) => parseEther(count.toString());
