import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { isAttesterFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link isAttester}. */
export type IsAttesterParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * Whether attestations that an account signs count.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsAttesterParameters}
 * @returns `true` while they do.
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const trusted = await isAttester(client, { account });
 * ```
 */
export async function isAttester(client: QtiClient, parameters: IsAttesterParameters): Promise<boolean> {
  const { account, contracts } = parameters;
  const found = await resolveContracts(client, { identityRegistry }, contracts);
  return read(client, contractCall(found.identityRegistry, isAttesterFunction, [account]), parameters);
}
