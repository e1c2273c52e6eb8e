import { QueryClient, type QueryClientConfig, QueryClientProvider, skipToken } from "@tanstack/react-query";
import { createElement, type FunctionComponent, type PropsWithChildren } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createPublicClient, custom, encodeAbiParameters, http } from "viem";
import { hardhat } from "viem/chains";
import { describe, expect, test } from "vitest";
import { createConfig, WagmiProvider } from "wagmi";
import { serve, signer } from "../../test/support/rpc.ts";
import type { QtiClient } from "../core/client.ts";
import { createSubgraphClient } from "../subgraph/createSubgraphClient.ts";
import * as subgraphEntry from "../subgraph/index.ts";
import * as reactEntry from "./index.ts";
import {
  assetPagesOptions,
  assetsOptions,
  nextDripAtOptions,
  protocolOptions,
  qtiKeys,
  SubgraphProvider,
  useAssetPages,
  useNextDripAt,
  useProtocol,
  useSubgraph,
} from "./index.ts";

const account = signer.address;
const queries = (config: QueryClientConfig = { defaultOptions: { queries: { retry: false } } }) =>
  new QueryClient(config);

/** A node that answers every call with one number. */
const chain = createPublicClient({
  chain: hardhat,
  transport: custom({ request: async () => encodeAbiParameters([{ type: "uint256" }], [7n]) }),
});

/** A subgraph that answers every question the same. */
const asking = <result>(data: object, use: (url: string) => Promise<result>) =>
  serve((_, response) => void response.end(JSON.stringify({ data })), use);

describe("query options of the chain", () => {
  test("default", async () => {
    expect(await queries().fetchQuery(nextDripAtOptions(chain, { account }))).toBe(7n);
  });

  test("behavior: idle while the client or the question is not known", () => {
    expect(nextDripAtOptions(undefined, { account }).queryFn).toBe(skipToken);
    expect(nextDripAtOptions(chain, undefined).queryFn).toBe(skipToken);
  });

  test("behavior: keys tell apart chain and question, and can be hashed", () => {
    const key = (blockNumber: bigint, client: QtiClient = chain) =>
      JSON.stringify(nextDripAtOptions(client, { account, blockNumber }).queryKey);
    expect(key(1n)).toBe(key(1n));
    expect(key(1n)).not.toBe(key(2n));
    expect(key(1n)).not.toBe(
      key(1n, createPublicClient({ chain: { ...hardhat, id: 1 }, transport: http() })),
    );
  });

  test("behavior: all reads of the chain can be invalidated at once", async () => {
    const client = queries();
    const options = nextDripAtOptions(chain, { account });
    await client.fetchQuery(options);
    await client.invalidateQueries({ queryKey: qtiKeys.chain });
    expect(client.getQueryState(options.queryKey)?.isInvalidated).toBe(true);
  });
});

describe("query options of the subgraph", () => {
  test("default", async () => {
    await asking({ assets: [] }, async (url) => {
      const subgraph = createSubgraphClient({ url });
      expect(await queries().fetchQuery(assetsOptions(subgraph, {}))).toEqual({ items: [], next: undefined });
    });
  });

  test("behavior: nothing there is null, which a query may keep", async () => {
    await asking({ protocol: null }, async (url) => {
      expect(await queries().fetchQuery(protocolOptions(createSubgraphClient({ url }), {}))).toBeNull();
    });
  });

  test("behavior: pages follow their cursor", async () => {
    const asked: unknown[] = [];
    const request = async (_: unknown, variables: unknown) => {
      asked.push(variables);
      return { assets: asked.length === 1 ? [{ ...row, assetId: 9n }] : [] };
    };
    const subgraph = { url: "x", request } as Parameters<typeof assetPagesOptions>[0];
    const { pages } = await queries().fetchInfiniteQuery({
      ...assetPagesOptions(subgraph, { first: 1 }),
      pages: 2,
    });
    expect(pages).toHaveLength(2);
    expect(asked).toEqual([
      { first: 1, where: { and: [] } },
      { first: 1, where: { and: [{ assetId_lt: 9n }] } },
    ]);
  });
});

const row = { issuer: { id: account }, class: "ART", state: "ACTIVE" };

const config = createConfig({ chains: [hardhat], transports: { [hardhat.id]: http("http://127.0.0.1:9") } });

function Providers({ children }: PropsWithChildren) {
  return createElement(WagmiProvider, { config }, children);
}

describe("everything that can be asked", () => {
  const started = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`;
  /** Two reads have one name, and the subgraph's is told apart. */
  const named = (ask: string) =>
    ask === "getAsset" ? "indexedAsset" : `${ask[3]?.toLowerCase()}${ask.slice(4)}`;

  test.each(Object.keys(subgraphEntry).filter((name) => name.startsWith("get")))(
    "behavior: %s has query options and a hook",
    (ask) => {
      const name = named(ask);
      expect(reactEntry).toHaveProperty(`${name}Options`);
      expect(reactEntry).toHaveProperty(`use${started(name)}`);
    },
  );

  test("behavior: options and hooks come in pairs", () => {
    const names = Object.keys(reactEntry);
    const alone = names
      .filter((name) => name.endsWith("Options"))
      .filter((name) => !names.includes(`use${started(name.slice(0, -"Options".length))}`));
    expect(alone).toEqual([]);
  });
});

describe("hooks", () => {
  /** Renders as a server does, where a hook shows what the cache holds. */
  function show(
    component: FunctionComponent,
    client: QueryClient,
    subgraph = createSubgraphClient({ url: "x" }),
  ) {
    const inner = createElement(SubgraphProvider, { client: subgraph }, createElement(component));
    return renderToStaticMarkup(
      createElement(Providers, undefined, createElement(QueryClientProvider, { client }, inner)),
    );
  }

  test("default", () => {
    const client = queries();
    client.setQueryData(nextDripAtOptions(config.getClient(), { account }).queryKey, 42n);
    expect(show(() => `at ${useNextDripAt({ account }).data}`, client)).toBe("at 42");
  });

  test("behavior: idle without parameters", () => {
    expect(show(() => useNextDripAt(undefined).fetchStatus, queries())).toBe("idle");
  });

  test("behavior: the subgraph comes from its provider", () => {
    const subgraph = createSubgraphClient({ url: "http://subgraph" });
    const client = queries();
    client.setQueryData(protocolOptions(subgraph, {}).queryKey, null);
    expect(show(() => `${useProtocol().data} ${useSubgraph()?.url}`, client, subgraph)).toBe(
      "null http://subgraph",
    );
  });

  test("behavior: pages start pending", () => {
    expect(show(() => useAssetPages().status, queries())).toBe("pending");
  });
});
