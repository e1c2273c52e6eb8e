import type { Address, Hex } from "viem";
import type { FunctionArguments } from "../core/call.ts";
import type { tokenizeFunction } from "../generated/abi/assetRegistry.ts";

/** Kinds of real-world assets, in the order of the contracts' enum. */
export const assetClasses = [
  "realEstate",
  "privateCredit",
  "commodity",
  "equity",
  "fund",
  "art",
  "carbon",
  "other",
] as const;

/** Kind of real-world asset, as its issuer says. */
export type AssetClass = (typeof assetClasses)[number];

/** States of an asset, in the order of the contracts' enum. */
export const assetStates = ["none", "draft", "active", "matured", "retired"] as const;

/** Where an asset is in its life. It only moves forward. */
export type AssetState = (typeof assetStates)[number];

/** One set of transfer rules. Zero means "no such rule" for cap, holders and lock-up. */
export type AssetRules = {
  /** Least tier of a receiver, 1 to 3. */
  minTier: number;
  /** Most accounts that may hold at a time. */
  maxHolders: number;
  /** Unix seconds; before it shares move only from or to the issuer. */
  lockedUntil: number;
  /** Most share units (18 decimals) that one identity may hold over all its accounts. */
  capPerIdentity: bigint;
};

/** What an issuer says of an asset. */
export type AssetTerms = {
  /** At most 64 bytes. */
  name: string;
  /** At most 12 bytes. */
  symbol: string;
  class: AssetClass;
  /** ISO 3166-1 numeric country whose law governs it. */
  jurisdiction: number;
  /** Whole shares; the token has 18 decimals. */
  shares: bigint;
  /** Stated value of the whole asset in US dollars with 6 decimals. */
  valuation: bigint;
  /** From `encodeMetadata`; at most 8,192 bytes. */
  metadataURI: string;
  /** Root of the salted hashes of the documents; zero for none. */
  documentsRoot: Hex;
  /** Compliance module that decides about transfers; that of the deployment when left out. */
  module?: Address | undefined;
  rules: AssetRules;
  /** ISO 3166-1 numeric codes that may not receive shares. */
  blockedCountries: readonly number[];
  /** 32 bytes that, with the issuer, decide the address of the token. */
  salt: Hex;
};

type ContractTerms = FunctionArguments<typeof tokenizeFunction>[0];

/** Terms in the contracts' shape. */
export function toContractTerms(terms: AssetTerms, complianceModule: Address): ContractTerms {
  return { ...terms, class: assetClasses.indexOf(terms.class), module: terms.module ?? complianceModule };
}
