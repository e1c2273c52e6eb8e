import { describe, expect, it } from "vitest";
import { parseRuntimeConfig } from "./schema";

const environment = {
  QTI_API_URL: "http://localhost:4000",
  QTI_GRAPHQL_URL: "http://127.0.0.1:8000/subgraphs/name/subgraph-0",
  QTI_RPC_URL: "http://127.0.0.1:8545",
  QTI_CHAIN_ID: "31337",
  QTI_CONTRACTS: '{"qtiToken":"0x5FbDB2315678afecb367f032d93F642f64180aa3"}',
};

describe("parseRuntimeConfig", () => {
  it("reads a complete environment", () => {
    expect(parseRuntimeConfig(environment)).toEqual({
      ok: true,
      config: {
        apiUrl: "http://localhost:4000",
        graphqlUrl: "http://127.0.0.1:8000/subgraphs/name/subgraph-0",
        rpcUrl: "http://127.0.0.1:8545",
        chainId: 31337,
        contracts: { qtiToken: "0x5FbDB2315678afecb367f032d93F642f64180aa3" },
      },
    });
  });

  it("names every variable that is missing", () => {
    expect(parseRuntimeConfig({})).toEqual({
      ok: false,
      wrong: ["QTI_API_URL", "QTI_GRAPHQL_URL", "QTI_RPC_URL", "QTI_CHAIN_ID", "QTI_CONTRACTS"],
    });
  });

  it("names a contract map that holds something else than addresses", () => {
    expect(parseRuntimeConfig({ ...environment, QTI_CONTRACTS: '{"qtiToken":"0x12"}' })).toEqual({
      ok: false,
      wrong: ["QTI_CONTRACTS"],
    });
  });

  it("refuses an address that is not http", () => {
    expect(parseRuntimeConfig({ ...environment, QTI_API_URL: "javascript:alert(1)" })).toEqual({
      ok: false,
      wrong: ["QTI_API_URL"],
    });
  });
});
