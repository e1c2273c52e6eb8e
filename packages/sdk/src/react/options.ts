import { infiniteQueryOptions, queryOptions, skipToken } from "@tanstack/react-query";
import type { QtiClient } from "../core/client.ts";
import type { SubgraphClient, SubgraphOptions } from "../subgraph/createSubgraphClient.ts";
import type { Page, PageParameters } from "../subgraph/page.ts";

/** A key that TanStack Query can hash: it writes JSON, which has no bigint; signals are no part of the question. */
export function plain(parameters: unknown): unknown {
  const text = JSON.stringify(parameters, (key, value: unknown) => {
    if (key === "signal") return undefined;
    return typeof value === "bigint" ? `${value}n` : value;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** First parts of the keys, for invalidating all reads of the chain, of the subgraph or of the order book at once. */
export const qtiKeys = {
  all: ["qti"],
  chain: ["qti", "chain"],
  subgraph: ["qti", "subgraph"],
  book: ["qti", "book"],
} as const;

type Answer<result> = undefined extends result ? Exclude<result, undefined> | null : result;

/** TanStack Query takes undefined for a failure; "nothing there" is an answer. */
export const orNull = <result>(value: result) => (value ?? null) as Answer<result>;

/** Query options of a read of the chain; idle while the client or the parameters are not known. */
export function chainOptions<parameters, result>(
  name: string,
  read: (client: QtiClient, parameters: parameters) => Promise<result>,
) {
  return (client: QtiClient | undefined, parameters: parameters | undefined) =>
    queryOptions({
      queryKey: [...qtiKeys.chain, name, client?.chain?.id, plain(parameters)],
      queryFn:
        client && parameters !== undefined ? async () => orNull(await read(client, parameters)) : skipToken,
    });
}

/** Query options of a question to the subgraph; idle while the client or the parameters are not known. */
export function subgraphOptions<parameters extends SubgraphOptions, result>(
  name: string,
  ask: (subgraph: SubgraphClient, parameters: parameters) => Promise<result>,
) {
  return (subgraph: SubgraphClient | undefined, parameters: parameters | undefined) =>
    queryOptions({
      queryKey: [...qtiKeys.subgraph, name, subgraph?.url, plain(parameters)],
      queryFn:
        subgraph && parameters !== undefined
          ? async ({ signal }) => orNull(await ask(subgraph, { ...parameters, signal }))
          : skipToken,
    });
}

/** Options of a list that is read page after page. */
export function pagesOptions<parameters extends SubgraphOptions & PageParameters<cursor>, item, cursor>(
  name: string,
  ask: (subgraph: SubgraphClient, parameters: parameters) => Promise<Page<item, cursor>>,
) {
  // The cursor of a page goes back into the very function that gave it; TanStack Query only carries it.
  type Cursor = unknown;
  const start: Cursor = undefined;
  return (subgraph: SubgraphClient | undefined, parameters: Omit<parameters, "after"> | undefined) =>
    infiniteQueryOptions({
      queryKey: [...qtiKeys.subgraph, name, "pages", subgraph?.url, plain(parameters)],
      queryFn:
        subgraph && parameters !== undefined
          ? ({ signal, pageParam }) =>
              ask(subgraph, { ...parameters, after: pageParam, signal } as parameters)
          : skipToken,
      initialPageParam: start,
      getNextPageParam: (page: Page<item, cursor>): Cursor => page.next,
    });
}
