import { randomBytes } from "node:crypto";
import { createLogger, loggedError } from "@qti/service/logger";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { assertChain, openChain } from "../src/core/chain.ts";
import { ProblemError } from "../src/core/problem.ts";
import { attesterKey } from "./support/attester.ts";
import { sha256, signIn, signInMessage, Visitor } from "./support/person.ts";
import { serviceForTest } from "./support/service.ts";

describe("the log", () => {
  it("has one line a request, as JSON with its id, route, status and time", async () => {
    const service = await serviceForTest();
    const response = await fetch(`${service.url}/v1/health`);
    const line = service.logs.map((text) => JSON.parse(text)).find((entry) => entry.route === "/v1/health");
    expect(line).toMatchObject({
      level: "info",
      method: "GET",
      status: 200,
      requestId: response.headers.get("x-request-id"),
    });
    expect(line.ms).toBeGreaterThanOrEqual(0);
  });

  it("holds no cookie, token, nonce, message, signature, key, body, account, id or stated person, at its most talkative", async () => {
    const service = await serviceForTest();
    const secrets: string[] = [attesterKey, attesterKey.slice(2), "a secret that only this test knows"];
    const wallet = privateKeyToAccount(generatePrivateKey());

    const visitor = new Visitor(service);
    const message = await signInMessage(visitor, wallet);
    const signature = await wallet.signMessage({ message });
    await visitor.json("POST", "/v1/session", { message, signature });
    await visitor.json("POST", "/v1/session", { message, signature });
    await visitor.json("POST", "/v1/session", { message: `${message}x`, signature: "0x1234" });
    secrets.push(
      /Nonce: (\w+)/.exec(message)?.[1] ?? "",
      signature.slice(2),
      visitor.cookie?.split("=")[1] ?? "",
    );

    const ada = await (await signIn(service, wallet)).publish();
    secrets.push(ada.cookie?.split("=")[1] ?? "", ada.account, wallet.address, ada.keys.public.recipient);
    const row = await ada.write("what nobody may know");
    secrets.push(row.id, row.header, row.leafSalt, row.payloadHash);
    await ada.json("PUT", `/v1/records/${row.id}`, row, { "if-match": '"9.9"' });
    await ada.fetch(`/v1/records/${row.id}?secret=in-the-query`);
    secrets.push("in-the-query");
    const person = "Ada Augusta Lovelace 1815";
    await ada.json("POST", "/v1/identity/attestations", { country: 276, tier: 1, person });
    await ada.json("POST", "/v1/identity/attestations", { country: 276, tier: 9, person });
    secrets.push(person);
    const bytes = randomBytes(40);
    await ada.fetch(`/v1/blobs/${sha256(randomBytes(4))}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    });
    // A failure below, whose message would quote the values of its query.
    await service.pool.query("alter table records rename to records_away");
    expect((await ada.fetch(`/v1/records/${row.id}`)).status).toBe(500);
    await service.pool.query("alter table records_away rename to records");
    secrets.push(new URL(service.config.databaseUrl).password);

    const text = service.logs.join("\n");
    expect(text).toContain('"status":500');
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(3);
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  it("says of a failed query what kind and where, and not with which values", async () => {
    const service = await serviceForTest();
    const ada = await signIn(service);
    await service.pool.query("drop table records cascade");
    const response = await ada.fetch("/v1/records");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/records"|select|relation/);
    const line = service.logs.map((entry) => JSON.parse(entry)).find((entry) => entry.err !== undefined);
    expect(JSON.stringify(line.err)).toContain("42P01");
    expect(JSON.stringify(line.err)).not.toContain("select");
  });

  it("redacts the members that are secret, in whatever object they come", () => {
    const lines: string[] = [];
    const log = createLogger("api", "info", { write: (line: string) => void lines.push(line) });
    const secret = "tell nobody";
    log.info(
      { cookie: secret, request: { headers: secret, body: secret, signature: secret }, token: secret },
      "oops",
    );
    log.info({ config: { databaseUrl: secret, demoAttesterKey: secret, sessionSecret: secret } }, "oops");
    expect(lines.join("")).not.toContain(secret);
    expect(lines.join("")).toContain("[redacted]");
  });

  it("says that the node failed, and not at which address nor with which request", async () => {
    const chain = openChain("http://127.0.0.1:9/v2/the-key-of-the-provider", 31337);
    const refused = await assertChain(chain).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemError);
    const text = JSON.stringify(loggedError(refused));
    expect(text).toContain("HTTP request failed.");
    expect(text).toContain('"name":"HttpRequestError"');
    expect(text).not.toContain("the-key-of-the-provider");
    expect(text).not.toContain("eth_chainId");
  });

  it("has no address in any message, nor lines of a message among the frames", () => {
    const secret = "the-key-of-the-provider";
    const cause = Object.assign(new Error("long"), {
      shortMessage: `No answer from wss://node/v3/${secret}.`,
    });
    const outer = new Error(`Failed to parse "https://user:${secret}@node/"\n    at ${secret}`, { cause });
    const logged = loggedError(outer);
    expect(logged.cause?.message).toBe("No answer from [url]");
    expect(logged.message).toMatch(/^Failed to parse "\[url\]"/);
    expect(JSON.stringify(logged.at)).not.toContain(secret);
    expect(logged.at?.length).toBeGreaterThan(0);
  });

  it("follows the causes of an error, and ends with those that never end", () => {
    const error = new Error("outer", { cause: new Error("inner") });
    expect(loggedError(error)).toMatchObject({ message: "outer", cause: { message: "inner" } });
    const cycle = new Error("again");
    cycle.cause = cycle;
    expect(JSON.stringify(loggedError(cycle)).length).toBeLessThan(4_000);
    expect(loggedError("text")).toMatchObject({ name: "string" });
  });
});
