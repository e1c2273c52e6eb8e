import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MessageOverrides, problemOf, signIn, signInMessage, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const wallet = privateKeyToAccount(generatePrivateKey());

async function attempt(overrides: MessageOverrides = {}, signer = wallet): Promise<Response> {
  const visitor = new Visitor(service);
  const message = await signInMessage(visitor, wallet, overrides);
  return visitor.json("POST", "/v1/session", { message, signature: await signer.signMessage({ message }) });
}

describe("signing in", () => {
  it("starts a session for the account that signed", async () => {
    const person = await signIn(service, wallet);
    const { session } = (await (await person.fetch("/v1/session")).json()) as { session: unknown };
    expect(session).toMatchObject({ account: wallet.address.toLowerCase(), chainId: 31337, level: 1 });
  });

  it("hands the token out as a cookie that scripts and other sites cannot use", async () => {
    const response = await attempt();
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^qti_session=[A-Za-z0-9_-]{43};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).toContain("Path=/");
    // The web app of this test is on http.
    expect(cookie).not.toContain("Secure");
    expect(await response.text()).not.toContain(cookie?.slice(12, 55));
  });

  it("binds the cookie to https and the host where the web app is on https", async () => {
    const secure = await serviceForTest({ environment: { QTI_WEB_ORIGIN: "https://app.example" } });
    const visitor = new Visitor(secure);
    const message = await signInMessage(visitor, wallet);
    const response = await visitor.fetch("/v1/session", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "https://app.example" },
      body: JSON.stringify({ message, signature: await wallet.signMessage({ message }) }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-qti_session=.*; Secure/);
    expect(response.headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  it("stores tokens and nonces hashed", async () => {
    const person = await signIn(service, wallet);
    await person.fetch("/v1/session/nonce");
    const token = person.cookie?.split("=")[1] ?? "";
    const stored = JSON.stringify([
      (await service.pool.query("select * from sessions")).rows,
      (await service.pool.query("select * from sign_in_nonces")).rows,
    ]);
    expect(stored).not.toContain(token);
  });

  it("accepts a nonce once: a replayed message is refused", async () => {
    const visitor = new Visitor(service);
    const message = await signInMessage(visitor, wallet);
    const body = { message, signature: await wallet.signMessage({ message }) };
    expect((await visitor.json("POST", "/v1/session", body)).status).toBe(200);
    const replayed = await problemOf(await visitor.json("POST", "/v1/session", body));
    expect(replayed).toMatchObject({ status: 401, code: "sign-in-refused", reason: "nonce" });
  });

  it("lets only one of many simultaneous replays in", async () => {
    const visitor = new Visitor(service);
    const message = await signInMessage(visitor, wallet);
    const body = { message, signature: await wallet.signMessage({ message }) };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => new Visitor(service).json("POST", "/v1/session", body)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it("spends the nonce on a wrong signature too", async () => {
    const visitor = new Visitor(service);
    const message = await signInMessage(visitor, wallet);
    const stranger = privateKeyToAccount(generatePrivateKey());
    const wrong = { message, signature: await stranger.signMessage({ message }) };
    expect(await problemOf(await visitor.json("POST", "/v1/session", wrong))).toMatchObject({
      reason: "signature",
    });
    const right = { message, signature: await wallet.signMessage({ message }) };
    expect(await problemOf(await visitor.json("POST", "/v1/session", right))).toMatchObject({
      reason: "nonce",
    });
  });

  it("refuses a nonce that has expired", async () => {
    const own = await serviceForTest();
    const visitor = new Visitor(own);
    const message = await signInMessage(visitor, wallet);
    own.clock.advance(5 * 60_000 + 1);
    const body = { message, signature: await wallet.signMessage({ message }) };
    expect(await problemOf(await visitor.json("POST", "/v1/session", body))).toMatchObject({
      reason: "nonce",
    });
  });

  it.each<[string, MessageOverrides, string]>([
    ["another domain", { domain: "evil.example" }, "domain"],
    ["another port of the same host", { domain: "localhost:3998" }, "domain"],
    ["another scheme", { scheme: "https" }, "domain"],
    ["another uri", { uri: "http://evil.example/" }, "uri"],
    ["another chain", { chainId: 1 }, "chain"],
    ["an expiration in the past", { expirationTime: new Date(Date.now() - 1000) }, "time"],
    ["a beginning in the future", { notBefore: new Date(Date.now() + 86_400_000) }, "time"],
    ["a nonce of its own", { nonce: "0123456789abcdef" }, "nonce"],
  ])("refuses a message with %s", async (_, overrides, reason) => {
    expect(await problemOf(await attempt(overrides))).toMatchObject({
      status: 401,
      code: "sign-in-refused",
      reason,
    });
  });

  it.each<[string, (message: string) => string]>([
    ["fields twice", (message) => `${message}\nNonce: aaaaaaaaaaaaaaaa`],
    ["text before the fields", (message) => message.replace("\nURI:", "\nURI: http://evil.example\nURI:")],
    ["carriage returns", (message) => message.replaceAll("\n", "\r\n")],
    ["something else altogether", () => "hello"],
  ])("refuses a message with %s, whoever signed it", async (_, change) => {
    const visitor = new Visitor(service);
    const message = change(await signInMessage(visitor, wallet));
    const body = { message, signature: await wallet.signMessage({ message }) };
    expect(await problemOf(await visitor.json("POST", "/v1/session", body))).toMatchObject({
      reason: "format",
    });
  });

  it.each(["0x", "0x00", `0x${"ff".repeat(65)}`, `0x${"00".repeat(16_000)}`])(
    "refuses a signature that is none (%#)",
    async (signature) => {
      const visitor = new Visitor(service);
      const message = await signInMessage(visitor, wallet);
      const problem = await problemOf(await visitor.json("POST", "/v1/session", { message, signature }));
      expect([401, 422]).toContain(problem.status);
    },
  );

  it("ends the session before it, when the same browser signs in again", async () => {
    const person = await signIn(service);
    const before = person.cookie;
    const message = await signInMessage(person, person.wallet);
    const signature = await person.wallet.signMessage({ message });
    await person.json("POST", "/v1/session", { message, signature });
    const old = new Visitor(service);
    old.cookie = before;
    expect(await (await old.fetch("/v1/session")).json()).toEqual({ session: null });
  });

  it("keeps the newest sessions of an account and ends the oldest beyond twenty", async () => {
    const own = await serviceForTest();
    const people = [];
    for (let index = 0; index < 22; index++) {
      own.clock.advance(1);
      people.push(await signIn(own, wallet));
    }
    const alive = await Promise.all(
      people.map(
        async (person) =>
          ((await (await person.fetch("/v1/session")).json()) as { session: unknown }).session,
      ),
    );
    expect(alive.slice(0, 2)).toEqual([null, null]);
    expect(alive.slice(2).every((session) => session !== null)).toBe(true);
  });
});

describe("a session", () => {
  it("is nobody's for who has no cookie, an unknown one, or junk", async () => {
    for (const cookie of [
      undefined,
      `qti_session=${"A".repeat(43)}`,
      "qti_session=' or 1=1 --",
      "qti_session=",
    ]) {
      const visitor = new Visitor(service);
      visitor.cookie = cookie;
      const response = await visitor.fetch("/v1/session");
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ session: null });
    }
  });

  it("expires after twelve hours", async () => {
    const own = await serviceForTest();
    const person = await signIn(own);
    own.clock.advance(12 * 60 * 60_000 + 1);
    expect(await (await person.fetch("/v1/session")).json()).toEqual({ session: null });
    expect((await person.fetch("/v1/records")).status).toBe(401);
  });

  it("ends when its owner signs out, and only then", async () => {
    const person = await signIn(service);
    const { cookie } = person;
    const response = await person.fetch("/v1/session", { method: "DELETE" });
    expect(response.status).toBe(204);
    const thief = new Visitor(service);
    thief.cookie = cookie;
    expect(await (await thief.fetch("/v1/session")).json()).toEqual({ session: null });
  });

  it("survives a restart of the process, since it lives in the database", async () => {
    const first = await startService();
    const person = await signIn(first);
    const environment = { DATABASE_URL: first.config.databaseUrl };
    const second = await serviceForTest({ environment });
    const visitor = new Visitor(second);
    visitor.cookie = person.cookie;
    expect((await visitor.fetch("/v1/records")).status).toBe(200);
    await first.stop();
  });

  it("cannot be made by someone who can only write to the database", async () => {
    const own = await serviceForTest();
    const token = "A".repeat(43);
    const { createHash } = await import("node:crypto");
    await own.pool.query(
      "insert into sessions (token_hash, account, chain_id, level, created_at, expires_at) values ($1, $2, 31337, 1, now(), now() + interval '1 hour')",
      [createHash("sha256").update(token).digest("hex"), wallet.address.toLowerCase()],
    );
    const visitor = new Visitor(own);
    visitor.cookie = `qti_session=${token}`;
    expect(await (await visitor.fetch("/v1/session")).json()).toEqual({ session: null });
  });
});

describe("while the chain is down", () => {
  const down = { QTI_RPC_URL: "http://127.0.0.1:1" };

  it("people with an ordinary key can sign in", async () => {
    const own = await serviceForTest({ environment: down });
    const person = await signIn(own);
    expect((await person.fetch("/v1/records")).status).toBe(200);
  });

  it("says so, instead of calling a smart account's signature wrong", async () => {
    const own = await serviceForTest({ environment: down });
    const visitor = new Visitor(own);
    const message = await signInMessage(visitor, wallet);
    const stranger = privateKeyToAccount(generatePrivateKey());
    const body = { message, signature: await stranger.signMessage({ message }) };
    const problem = await problemOf(await visitor.json("POST", "/v1/session", body));
    expect(problem).toMatchObject({ status: 503, code: "chain-unreachable" });
  });

  it("health is degraded and names the part", async () => {
    const own = await serviceForTest({ environment: down });
    const response = await new Visitor(own).fetch("/v1/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: "degraded",
      rpc: { ok: false },
      database: { ok: true },
    });
  });
});
