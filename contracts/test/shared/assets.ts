import type { HardhatViemHelpers, WalletClient } from "@nomicfoundation/hardhat-viem/types";
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
  return { deployer, attester: deployer, manager, identities, registry, module };
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

export const walletLinkTypes = {
  WalletLink: [
    { name: "account", type: "address" },
    { name: "newAccount", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "newNonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What a successor signs, and what the owner of an account that is not lost signs against it. */
export const recoveryTypes = {
  Recovery: [
    { name: "lost", type: "address" },
    { name: "successor", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  RecoveryObjection: [
    { name: "lost", type: "address" },
    { name: "successor", type: "address" },
    { name: "readyAt", type: "uint48" },
  ],
} as const;

/** The EIP-712 domain of a registry of identities on chain 31337. */
export const identityDomain = (verifyingContract: Address) =>
  ({ name: "QTI Identity", version: "1", chainId: 31_337, verifyingContract }) as const;

interface Attester {
  attester: WalletClient;
  identities: { address: Address; read: { nonces(args: readonly [Address]): Promise<bigint> } };
}

/** A person with a German passport and full verification, unless told otherwise. */
export async function signAttestation(
  { attester, identities }: Attester,
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
  const domain = identityDomain(identities.address);
  const signature = await attester.signTypedData({
    domain,
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

/** The two calls that an issuer sends as one transaction, as the web app does. */
export function tokenizeAndActivate(
  { abi }: Pick<Assets["registry"], "abi">,
  asset: Address,
  assetTerms: Terms,
): readonly [readonly [Hex, Hex]] {
  return [
    [
      encodeFunctionData({ abi, functionName: "tokenize", args: [assetTerms] }),
      encodeFunctionData({ abi, functionName: "activate", args: [asset] }),
    ],
  ];
}

export const shares = (count: number) => parseEther(count.toString());
