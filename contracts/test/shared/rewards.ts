import { type Address, encodeAbiParameters, type Hex, keccak256, type TypedDataDefinition } from "viem";

const voucherTypes = {
  Voucher: [
    { name: "account", type: "address" },
    { name: "earned", type: "uint256" },
    { name: "sequence", type: "uint64" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

const referralTypes = {
  Referral: [
    { name: "newcomer", type: "address" },
    { name: "referrer", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What the tap oracle says about one person. */
export type Voucher = {
  account: Address;
  earned: bigint;
  sequence: bigint;
  deadline: bigint;
};

/** Who brought a newcomer, in its own words. */
export type Referral = {
  newcomer: Address;
  referrer: Address;
  nonce: bigint;
  deadline: bigint;
};

/** What signs typed data: a wallet of the network, or an account with a key of its own. */
interface Signer {
  signTypedData(data: TypedDataDefinition): Promise<Hex>;
}

const domainOf = (name: string, { address }: { address: Address }) =>
  ({ name, version: "1", chainId: 31_337, verifyingContract: address }) as const;

export function signVoucher(oracle: Signer, taps: { address: Address }, message: Voucher): Promise<Hex> {
  const domain = domainOf("QTI Taps", taps);
  return oracle.signTypedData({ domain, types: voucherTypes, primaryType: "Voucher", message });
}

export function signReferral(
  newcomer: Signer,
  referrals: { address: Address },
  message: Referral,
): Promise<Hex> {
  const domain = domainOf("QTI Referrals", referrals);
  return newcomer.signTypedData({ domain, types: referralTypes, primaryType: "Referral", message });
}

/** A line of a campaign: what an account gets in all. */
export interface CampaignLine {
  account: Address;
  cumulative: bigint;
}

/** The leaf as `IMerkleDistributor` words it. */
export function campaignLeaf(
  { address }: { address: Address },
  campaignId: bigint,
  { account, cumulative }: CampaignLine,
): Hex {
  const types = ["uint256", "address", "uint256", "address", "uint256"].map((type) => ({ type }));
  const leaf = encodeAbiParameters(types, [31_337n, address, campaignId, account, cumulative]);
  return keccak256(keccak256(leaf));
}
