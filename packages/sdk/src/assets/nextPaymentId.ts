import type { Address, Hash } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { paymentCountFunction, paymentIdOfFunction } from "../generated/abi/incomeDistributor.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link nextPaymentId}. */
export type NextPaymentIdParameters = ContractsOption & ReadOptions & { asset: Address };

/**
 * Name of the next income payment of an asset: the tree of its claims is bound to it, so it is asked before paying. Only the
 * asset's issuer can use it up.
 *
 * @param client - Any viem client.
 * @param parameters - {@link NextPaymentIdParameters}
 * @returns 32 bytes.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const paymentId = await nextPaymentId(client, { asset });
 * ```
 */
export async function nextPaymentId(client: QtiClient, parameters: NextPaymentIdParameters): Promise<Hash> {
  const { asset, contracts } = parameters;
  const { incomeDistributor } = await resolveContracts(
    client,
    { incomeDistributor: addresses.incomeDistributor },
    contracts,
  );
  const number = await read(
    client,
    contractCall(incomeDistributor, paymentCountFunction, [asset]),
    parameters,
  );
  return read(client, contractCall(incomeDistributor, paymentIdOfFunction, [asset, number]), parameters);
}
