import { getAddress } from "viem";
import * as z from "zod/mini";
import { schema } from "../core/schema.ts";
import {
  SubgraphError,
  SubgraphQueryError,
  SubgraphResponseError,
  SubgraphUnreachableError,
} from "../errors/subgraph.ts";
import { integerFields } from "../generated/graphql.ts";
import type { SubgraphDocument } from "./document.ts";

/** Parameters of {@link createSubgraphClient}. */
export type SubgraphClientParameters = {
  /** Where graph-node answers queries, e.g. `http://127.0.0.1:8000/subgraphs/name/subgraph-0`. */
  url: string;
  /** Milliseconds after which a question counts as unanswered. Default 10,000. */
  timeout?: number | undefined;
  /** Sent with every request, e.g. the key of a gateway. */
  headers?: Record<string, string> | undefined;
};

/** Options of one question. */
export type SubgraphOptions = { signal?: AbortSignal | undefined };

/** Asks a subgraph of QTI. */
export type SubgraphClient = {
  url: string;
  request<result, variables>(
    document: SubgraphDocument<result, variables>,
    variables: variables,
    options?: SubgraphOptions,
  ): Promise<result>;
};

const envelope = /* @__PURE__ */ schema(() =>
  z.object({
    data: z.nullish(z.unknown()),
    errors: z.optional(z.array(z.object({ message: z.string() }))),
  }),
);

/**
 * Makes a client for the subgraph. It keeps nothing: caching is for TanStack Query or whoever calls.
 *
 * @param parameters - {@link SubgraphClientParameters}
 * @returns {@link SubgraphClient}; its `request` throws {@link SubgraphUnreachableError}, {@link SubgraphResponseError}
 * or {@link SubgraphQueryError}.
 *
 * @example
 * ```ts
 * const subgraph = createSubgraphClient({ url });
 * const { items } = await getAssets(subgraph, { first: 20 });
 * ```
 */
export function createSubgraphClient(parameters: SubgraphClientParameters): SubgraphClient {
  const { url, timeout = 10_000, headers } = parameters;
  return {
    url,
    async request<result, variables>(
      { query }: SubgraphDocument<result, variables>,
      variables: variables,
      { signal }: SubgraphOptions = {},
    ): Promise<result> {
      const text = await post(
        url,
        JSON.stringify({ query, variables }, integersAsText),
        timeout,
        headers,
        signal,
      );
      let answer: z.infer<ReturnType<typeof envelope>>;
      try {
        answer = envelope().parse(JSON.parse(text, fromText));
      } catch (error) {
        throw new SubgraphResponseError(url, error);
      }
      if (answer.errors?.length) throw new SubgraphQueryError(answer.errors.map(({ message }) => message));
      if (answer.data === null || answer.data === undefined) throw new SubgraphResponseError(url);
      // graph-node answers in the shape of the query, and the query was checked against the schema when it was generated.
      return answer.data as result;
    },
  };
}

async function post(
  url: string,
  body: string,
  timeout: number,
  headers: Record<string, string> | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  const clock = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
      signal: signal ? AbortSignal.any([signal, clock]) : clock,
    });
    if (!response.ok) throw new SubgraphUnreachableError(url, `status ${response.status}`);
    return await response.text();
  } catch (error) {
    // The caller's own abort is no failure of the index.
    signal?.throwIfAborted();
    if (error instanceof SubgraphError) throw error;
    throw new SubgraphUnreachableError(
      url,
      clock.aborted ? `no answer in ${timeout} ms` : "no connection",
      error,
    );
  }
}

/** JSON has no integers of this size: graph-node takes and gives them as text. */
const integersAsText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

const address = /^0x[0-9a-f]{40}$/;

/** And addresses come in small letters only, while everything else in viem's world says them with their checksum. */
function fromText(key: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (integerFields.has(key)) return BigInt(value);
  return address.test(value) ? getAddress(value) : value;
}
