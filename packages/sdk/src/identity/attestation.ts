import type { Address, Hex } from "viem";

/** What an attester vouches for: one account belongs to one identity of a country and tier, until a time. */
export type Attestation = {
  account: Address;
  /** Keyed hash of the person; tells nothing to whoever has no pepper. */
  identity: Hex;
  /** ISO 3166-1 numeric. */
  country: number;
  /** 1 basic, 2 full, 3 accredited. */
  tier: number;
  /** Unix seconds. */
  validUntil: number;
  /** `getIdentityNonce` of the account. */
  nonce: bigint;
  /** Unix seconds until which the attestation can be submitted. */
  deadline: bigint;
};

/** A second account joins the identity of the first. */
export type WalletLink = {
  account: Address;
  newAccount: Address;
  /** `getIdentityNonce` of `account`. */
  nonce: bigint;
  /** `getIdentityNonce` of `newAccount`. */
  newNonce: bigint;
  /** Unix seconds until which the link can be submitted. */
  deadline: bigint;
};
