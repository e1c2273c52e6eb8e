import type { Address } from "viem";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  balanceOfFunction,
  getFrozenTokensFunction,
  unfrozenBalanceOfFunction,
} from "../generated/abi/assetToken.ts";

/** Parameters of {@link getHolding}. */
export type GetHoldingParameters = ReadOptions & {
  /** Address of the asset's token. */
  asset: Address;
  account: Address;
};

/** Share units (18 decimals). */
export type GetHoldingReturnType = {
  balance: bigint;
  /** May exceed the balance. */
  frozen: bigint;
  /** What the account may send. */
  unfrozen: bigint;
};

/**
 * Reads what an account holds of one asset.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetHoldingParameters}
 * @returns {@link GetHoldingReturnType}
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const { unfrozen } = await getHolding(client, { asset, account });
 * ```
 */
export async function getHolding(
  client: QtiClient,
  parameters: GetHoldingParameters,
): Promise<GetHoldingReturnType> {
  const { asset, account } = parameters;
  const [balance, frozen, unfrozen] = await Promise.all([
    read(client, contractCall(asset, balanceOfFunction, [account]), parameters),
    read(client, contractCall(asset, getFrozenTokensFunction, [account]), parameters),
    read(client, contractCall(asset, unfrozenBalanceOfFunction, [account]), parameters),
  ]);
  return { balance, frozen, unfrozen };
}
