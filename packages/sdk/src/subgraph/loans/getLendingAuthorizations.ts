import type { Address } from "viem";
import {
  type LendingAuthorization_Filter,
  type LendingAuthorizationsQuery,
  lendingAuthorizationsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getLendingAuthorizations}. */
export type GetLendingAuthorizationsParameters = SubgraphOptions & {
  /** Given by this account. */
  authorizer?: Address | undefined;
  /** Given to this account. */
  authorized?: Address | undefined;
  /** Only those that count now, or only the others. */
  isAuthorized?: boolean | undefined;
};

type Row = LendingAuthorizationsQuery["lendingAuthorizations"][number];

/** Permission to act for an account. Unix seconds. */
export type IndexedAuthorization = Omit<Row, "authorizer" | "authorized"> & {
  authorizer: Address;
  authorized: Address;
};

/**
 * Lists who may act for whom in the lending markets, or might once.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingAuthorizationsParameters}
 * @returns A list of {@link IndexedAuthorization}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const given = await getLendingAuthorizations(subgraph, { authorizer: owner, isAuthorized: true });
 * ```
 */
export async function getLendingAuthorizations(
  subgraph: SubgraphClient,
  parameters: GetLendingAuthorizationsParameters = {},
): Promise<readonly IndexedAuthorization[]> {
  const { authorizer, authorized, isAuthorized, signal } = parameters;
  const where: LendingAuthorization_Filter = {
    ...(authorizer === undefined ? {} : { authorizer: authorizer.toLowerCase() }),
    ...(authorized === undefined ? {} : { authorized: authorized.toLowerCase() }),
    ...(isAuthorized === undefined ? {} : { isAuthorized }),
  };
  const { lendingAuthorizations: rows } = await subgraph.request(
    lendingAuthorizationsDocument,
    { where },
    { signal },
  );
  return rows.map(toItem);
}

function toItem({ authorizer, authorized, ...rest }: Row): IndexedAuthorization {
  return { ...rest, authorizer: authorizer.id, authorized: authorized.id };
}
