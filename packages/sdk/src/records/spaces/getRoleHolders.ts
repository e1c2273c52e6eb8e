import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { hasRoleFunction } from "../../generated/abi/accessManager.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { SubgraphClient, SubgraphOptions } from "../../subgraph/createSubgraphClient.ts";
import { getRoles } from "../../subgraph/getRoles.ts";

/** Parameters of {@link getRoleHolders}. */
export type GetRoleHoldersParameters = ContractsOption &
  SubgraphOptions & {
    /** From `createSubgraphClient`. */
    subgraph: SubgraphClient;
    /** Number of the role: of `roles` or `serviceRoles`. */
    role: bigint;
  };

/**
 * Reads who holds a role. The index is asked who might, and the chain whether each of them does: papers are sealed for them, and an
 * index that made somebody up would be told them.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetRoleHoldersParameters}
 * @returns Accounts, those that have held it longest first.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 * @throws {@link AddressUnknownError} when the address of the access manager is not known on the chain.
 *
 * @example
 * ```ts
 * import { serviceRoles } from "@qti/sdk/identity/sign-in/wire";
 *
 * const officers = await getRoleHolders(client, { subgraph, role: serviceRoles.KYC_OFFICER });
 * ```
 */
export async function getRoleHolders(
  client: QtiClient,
  { subgraph, role, contracts, signal }: GetRoleHoldersParameters,
): Promise<readonly Address[]> {
  const known = { accessManager: addresses.accessManager };
  const [indexed, { accessManager }] = await Promise.all([
    getRoles(subgraph, { signal }),
    resolveContracts(client, known, contracts),
  ]);
  const members = indexed.find((each) => each.role === role)?.members ?? [];
  const held = await Promise.all(
    members.map(async ({ account }) => {
      const [holds] = await read(client, contractCall(accessManager, hasRoleFunction, [role, account]));
      return holds;
    }),
  );
  return members.filter((_, index) => held[index]).map(({ account }) => account);
}
