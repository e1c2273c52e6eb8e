import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./security";

const config = {
  apiUrl: "http://localhost:4000/base",
  graphqlUrl: "http://127.0.0.1:8000/subgraphs/name/subgraph-0",
  rpcUrl: "http://127.0.0.1:8545",
  chainId: 31337,
  contracts: {},
};
const production = { nonce: "abc", config, development: false, secure: false };

describe("contentSecurityPolicy", () => {
  it("lets the page connect to its three services and nowhere else", () => {
    expect(contentSecurityPolicy(production)).toContain(
      "connect-src 'self' http://localhost:4000 http://127.0.0.1:8000 http://127.0.0.1:8545;",
    );
  });

  it("allows neither inline nor evaluated code in production", () => {
    const policy = contentSecurityPolicy(production);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  });

  it("requires Trusted Types in production only", () => {
    expect(contentSecurityPolicy(production)).toContain("require-trusted-types-for 'script'");
    expect(contentSecurityPolicy({ ...production, development: true })).not.toContain("trusted-types");
  });

  it("connects to nothing but itself when the configuration cannot be read", () => {
    expect(contentSecurityPolicy({ ...production, config: undefined })).toContain("connect-src 'self';");
  });

  it("upgrades requests only on pages that came by TLS", () => {
    expect(contentSecurityPolicy(production)).not.toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ ...production, secure: true })).toContain("upgrade-insecure-requests");
  });
});
