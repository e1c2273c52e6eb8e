import type { Address } from "viem";
import { rolesDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getRoles}. */
export type GetRolesParameters = SubgraphOptions;

/** A role of the access manager and who holds it. */
export type IndexedRole = {
  /** Number, as in `roles`. */
  role: bigint;
  /** What the access manager calls it; empty for ADMIN, which has no label. */
  label: string;
  /** Accounts that hold it, those of longest standing first: at most 1,000 of `memberCount`. */
  members: readonly {
    account: Address;
    /** Seconds between scheduling and doing. */
    delay: bigint;
    /** Holds it from then on. Unix seconds. */
    since: bigint;
  }[];
  memberCount: number;
};

/**
 * Lists the roles that exist and who holds them now.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetRolesParameters}
 * @returns Roles in the order of their numbers.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const guardians = (await getRoles(subgraph)).find(({ role }) => role === roles.guardian)?.members;
 * ```
 */
export async function getRoles(
  subgraph: SubgraphClient,
  { signal }: GetRolesParameters = {},
): Promise<readonly IndexedRole[]> {
  const { roles } = await subgraph.request(rolesDocument, {}, { signal });
  return roles.map(({ roleId, label, members, memberCount }) => ({
    role: roleId,
    label,
    memberCount,
    members: members.map(({ account, delay, since }) => ({ account: account.id, delay, since })),
  }));
}
