import type { Address } from "viem";

/** What the oracle says that the person behind an account has earned by taps, in all. */
export type TapVoucher = {
  /** Who is paid; its identity is what counts. */
  account: Address;
  /** Points (6 decimals) ever earned by that identity by taps. */
  earned: bigint;
  /** Rises from claim to claim, by less than 2^20 at once. */
  sequence: bigint;
  /** Unix seconds. */
  deadline: bigint;
};

/** Parameters of {@link tapVoucherTypedData}. */
export type TapVoucherTypedDataParameters = {
  chainId: number;
  /** Address of `TapRewards`. */
  tapRewards: Address;
  voucher: TapVoucher;
};

/**
 * EIP-712 message that the tap oracle signs. Pure; asks nobody.
 *
 * @param parameters - {@link TapVoucherTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 *
 * @example
 * ```ts
 * const signature = await client.signTypedData(tapVoucherTypedData({ chainId, tapRewards, voucher }));
 * ```
 */
export function tapVoucherTypedData({ chainId, tapRewards, voucher }: TapVoucherTypedDataParameters) {
  return {
    domain: { name: "QTI Taps", version: "1", chainId, verifyingContract: tapRewards },
    primaryType: "Voucher",
    types: {
      Voucher: [
        { name: "account", type: "address" },
        { name: "earned", type: "uint256" },
        { name: "sequence", type: "uint64" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: voucher,
  } as const;
}
