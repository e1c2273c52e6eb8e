import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { canReceiveFunction } from "../generated/abi/identityRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link canReceive}. */
export type CanReceiveParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * Whether an account is verified, in good standing and not expired. An asset may ask for more; `transferRefusal`
 * says that.
 *
 * @param client - Any viem client.
 * @param parameters - {@link CanReceiveParameters}
 * @returns `true` while the account may receive regulated shares.
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * if (!(await canReceive(client, { account }))) showVerification();
 * ```
 */
export async function canReceive(client: QtiClient, parameters: CanReceiveParameters): Promise<boolean> {
  const { identityRegistry } = await resolveContracts(
    client,
    { identityRegistry: addresses.identityRegistry },
    parameters.contracts,
  );
  return read(client, contractCall(identityRegistry, canReceiveFunction, [parameters.account]), parameters);
}
