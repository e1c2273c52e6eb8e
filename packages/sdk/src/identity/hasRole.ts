import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { hasRoleFunction } from "../generated/abi/accessManager.ts";
import * as addresses from "../generated/addressTables.ts";
import { roles } from "./roles.ts";

/** Parameters of {@link hasRole}. */
export type HasRoleParameters = ContractsOption &
  ReadOptions & { account: Address; role: keyof typeof roles };

/**
 * Whether an account holds a role now. A role with a delay may still have to schedule what it does.
 *
 * @param client - Any viem client.
 * @param parameters - {@link HasRoleParameters}
 * @returns `true` while the account holds the role.
 * @throws {@link AddressUnknownError} when the address of the access manager is not known on the chain.
 *
 * @example
 * ```ts
 * const mayPause = await hasRole(client, { account, role: "pauser" });
 * ```
 */
export async function hasRole(client: QtiClient, parameters: HasRoleParameters): Promise<boolean> {
  const { account, role, contracts } = parameters;
  const { accessManager } = await resolveContracts(
    client,
    { accessManager: addresses.accessManager },
    contracts,
  );
  const [holds] = await read(
    client,
    contractCall(accessManager, hasRoleFunction, [roles[role], account]),
    parameters,
  );
  return holds;
}
