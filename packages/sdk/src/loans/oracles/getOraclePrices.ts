import type { Address } from "viem";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { pricesFunction } from "../../generated/abi/appraisalOracle.ts";

/** Parameters of {@link getOraclePrices}. */
export type GetOraclePricesParameters = ReadOptions & {
  /** Of a market. */
  oracle: Address;
  collateral: Address;
  loanToken: Address;
};

/** What one unit of collateral is worth in units of the loan token, times 1e36. */
export type GetOraclePricesReturnType = {
  /** For borrowing, and for taking collateral while in debt; 0 when neither may happen now. */
  borrowPrice: bigint;
  /** For liquidation; 0 when there is no price that anybody may lose a pledge by. */
  liquidationPrice: bigint;
};

/**
 * Reads the prices that a lending market asks its oracle for.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetOraclePricesParameters}; the `params` of a market have them all.
 * @returns {@link GetOraclePricesReturnType}
 * @throws {@link OraclePairUnknownError} when the oracle does not know the pair.
 *
 * @example
 * ```ts
 * const { liquidationPrice } = await getOraclePrices(client, params);
 * ```
 */
export async function getOraclePrices(
  client: QtiClient,
  parameters: GetOraclePricesParameters,
): Promise<GetOraclePricesReturnType> {
  const { oracle, collateral, loanToken } = parameters;
  const call = contractCall(oracle, pricesFunction, [collateral, loanToken]);
  const [borrowPrice, liquidationPrice] = await read(client, call, parameters);
  return { borrowPrice, liquidationPrice };
}
