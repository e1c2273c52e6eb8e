/** A GraphQL query with the types of what it takes and answers; the types exist for the checker alone. */
export type SubgraphDocument<result, variables> = {
  query: string;
  /** Never set. */
  types?: (variables: variables) => result;
};
