import { type Address, encodeAbiParameters, type Hex, keccak256 } from "viem";

/** What a market is, for ever. */
export type MarketParams = {
  /** What is lent. */
  loanToken: Address;
  /** What is pledged. */
  collateral: Address;
  oracle: Address;
  rateModel: Address;
  /** Loan-to-value from which a position can be liquidated, wad. */
  lltv: bigint;
  /** Least worth of the collateral of a debt, in units of the loan token. */
  dust: bigint;
};

/**
 * Id of a lending market: the hash of what it is. Pure.
 *
 * @param params - {@link MarketParams}
 * @returns 32 bytes.
 *
 * @example
 * ```ts
 * const id = marketId(params);
 * ```
 */
export function marketId(params: MarketParams): Hex {
  const { loanToken, collateral, oracle, rateModel, lltv, dust } = params;
  return keccak256(
    encodeAbiParameters(
      [
        { type: "address" },
        { type: "address" },
        { type: "address" },
        { type: "address" },
        { type: "uint256" },
        { type: "uint256" },
      ],
      [loanToken, collateral, oracle, rateModel, lltv, dust],
    ),
  );
}
