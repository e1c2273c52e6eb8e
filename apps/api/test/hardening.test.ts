import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problems } from "../src/core/problem.ts";
import { listen } from "../src/server.ts";
import { type Person, problemOf, signIn, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService, webOrigin } from "./support/service.ts";

let service: Service;
let ada: Person;
beforeAll(async () => {
  service = await startService();
  ada = await (await signIn(service)).publish();
});
afterAll(() => service.stop());

/** Sends bytes as they are and collects what comes back until the connection ends. */
function send(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
    socket.on("error", reject);
  });
}

describe("a write", () => {
  it.each([
    ["another site", "https://evil.example"],
    ["another port", "http://localhost:3998"],
    ["a file", "null"],
    ["a longer name", `${webOrigin}.evil.example`],
    ["another scheme", webOrigin.replace("http:", "https:")],
  ])("that %s causes is refused, whatever cookie it carries", async (_, origin) => {
    const response = await ada.fetch("/v1/session", { method: "DELETE", headers: { origin } });
    expect(await problemOf(response)).toMatchObject({ status: 403, code: "origin-refused" });
    expect((await ada.fetch("/v1/usage")).status).toBe(200);
  });

  it("without an origin is refused", async () => {
    const response = await fetch(`${service.url}/v1/session`, {
      method: "DELETE",
      headers: { cookie: ada.cookie ?? "" },
    });
    expect(await problemOf(response)).toMatchObject({ code: "origin-refused" });
  });

  it("that a form of another site could send is refused for its media type as well", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const response = await ada.fetch("/v1/session", {
        method: "POST",
        headers: { "content-type": type },
        body: '{"message":"m","signature":"0x00"}',
      });
      expect(await problemOf(response)).toMatchObject({ status: 415, code: "unsupported-media-type" });
    }
  });
});

describe("another origin", () => {
  it("is given no permission to read answers, the web app is, with its cookie", async () => {
    const evil = await ada.fetch("/v1/records", { headers: { origin: "https://evil.example" } });
    expect(evil.headers.get("access-control-allow-origin")).toBeNull();
    const app = await ada.fetch("/v1/records");
    expect(app.headers.get("access-control-allow-origin")).toBe(webOrigin);
    expect(app.headers.get("access-control-allow-credentials")).toBe("true");
    expect(app.headers.get("vary")).toContain("Origin");
  });

  it("is told so before it writes", async () => {
    const ask = (origin: string) =>
      fetch(`${service.url}/v1/records/x`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "PUT",
          "access-control-request-headers": "content-type,if-match",
        },
      });
    const app = await ask(webOrigin);
    expect(app.status).toBe(204);
    expect(app.headers.get("access-control-allow-origin")).toBe(webOrigin);
    expect(app.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(app.headers.get("access-control-allow-headers")).toContain("if-match");
    expect((await ask("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("every answer", () => {
  it.each(["/v1/health", "/v1/session", "/v1/records", "/nothing", "/openapi.json", "/docs"])(
    "of %s carries the headers that keep browsers from doing harm",
    async (path) => {
      const { headers } = await fetch(`${service.url}${path}`);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  it("of a problem names the request, so that it can be found in the log", async () => {
    const response = await fetch(`${service.url}/nothing`);
    const problem = await problemOf(response);
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    expect(service.logs.some((line) => line.includes(problem.requestId ?? ""))).toBe(true);
  });
});

describe("hostile JSON", () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Visitor(service).fetch("/v1/session", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  it.each<[string, BodyInit]>([
    ["nothing", ""],
    ["half an object", '{"message":'],
    ["two values", "{}{}"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ["a byte order mark alone", "\ufeff"],
    ["single quotes", "{'message':1}"],
    ["NaN", "NaN"],
  ])("that is %s is refused as malformed", async (_, body) => {
    expect(await problemOf(await post(body))).toMatchObject({ status: 400, code: "malformed-request" });
  });

  it.each<[string, string]>([
    ["null", "null"],
    ["a number", "1e999"],
    ["an array", "[]"],
    ["deep nesting", "[".repeat(20_000) + "]".repeat(20_000)],
    ["deep objects", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`],
    ["a prototype", '{"__proto__":{"admin":true},"message":"m","signature":"0x00"}'],
    ["a constructor", '{"constructor":{"prototype":{"x":1}},"message":"m","signature":"0x00"}'],
    ["fields of other types", '{"message":{"toString":1},"signature":["0x00"]}'],
    ["unknown fields", '{"message":"m","signature":"0x00","level":2}'],
  ])("that is %s is refused as invalid", async (_, body) => {
    expect(await problemOf(await post(body))).toMatchObject({ status: 422, code: "invalid-input" });
    expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
  });

  it("that is too large is refused, announced or not", async () => {
    const body = `{"message":"${"x".repeat(100_000)}"}`;
    expect(await problemOf(await post(body))).toMatchObject({
      status: 413,
      code: "too-large",
      limit: 65_536,
    });
    const unannounced: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: { "content-type": "application/json", origin: webOrigin },
      body: new Blob([body]).stream(),
      duplex: "half",
    };
    const streamed = await fetch(`${service.url}/v1/session`, unannounced);
    expect(await problemOf(streamed)).toMatchObject({ status: 413, code: "too-large" });
  });

  it("does not repeat values back", async () => {
    const problem = await problemOf(await post('{"message":"<script>","signature":"<img src=x>"}'));
    expect(JSON.stringify(problem)).not.toContain("<");
  });
});

describe("addresses", () => {
  it.each([
    "/v1/records/../session",
    "/v1/records/%2e%2e/%2e%2e/etc/passwd",
    "/v1/records/..%2f..%2fetc%2fpasswd",
    "/v1/records/%00",
    "/v1/records/%",
    "/v1/records/'%20or%201=1",
    "/v1/records/00000000-0000-0000-0000-00000000000Z",
    "/docs/..%2f..%2fpackage.json",
    "/docs/../package.json",
    "/docs/__proto__",
    "/docs/constructor",
    "/docs/swagger-ui-bundle.js.map",
    "/problems/__proto__",
    "//evil.example/",
    "/v1//records",
  ])("such as %s lead nowhere", async (path) => {
    const answer = await send(
      service.port,
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${ada.cookie}\r\nconnection: close\r\n\r\n`,
    );
    const status = Number(answer.split(" ")[1]);
    if (path === "/v1/records/../session") expect(status).toBe(200);
    else expect([400, 404, 422]).toContain(status);
    expect(answer).not.toContain("root:");
  });

  it("that exist answer another method with 405 and those they know", async () => {
    for (const [method, path, allow] of [
      ["POST", "/v1/health", "GET, HEAD"],
      ["PATCH", "/v1/session", "GET, HEAD, POST, DELETE"],
      ["POST", "/v1/records", "GET, HEAD"],
      ["POST", `/v1/records/${crypto.randomUUID()}`, "GET, HEAD, PUT, DELETE"],
    ] as const) {
      const response = await ada.fetch(path, { method });
      expect(await problemOf(response)).toMatchObject({ status: 405, code: "method-not-allowed" });
      expect(response.headers.get("allow")?.split(", ").sort()).toEqual(allow.split(", ").sort());
    }
  });
});

describe("a connection", () => {
  it("with too many header bytes is answered with 431", async () => {
    const answer = await send(
      service.port,
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"header-fields-too-large"');
  });

  it.each([
    ["no HTTP", "hello\r\n\r\n"],
    ["no host", "GET /v1/health HTTP/1.1\r\n\r\n"],
    ["a broken length", "POST /v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: x\r\n\r\n"],
    [
      "two lengths, as smugglers send them",
      "POST /v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
  ])("that speaks %s is answered with 400 and closed", async (_, text) => {
    expect(await send(service.port, text)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("that sends its headers too slowly, or nothing at all, is answered with 408 or closed", async () => {
    const hasty = await listen(service.app, "127.0.0.1", 0, {
      headersMs: 100,
      requestMs: 200,
      silenceMs: 300,
      checkEveryMs: 20,
    });
    const slow = await send(hasty.port, "GET /v1/health HTTP/1.1\r\nhost: localhost\r\nx:");
    expect(slow).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow).toContain('"code":"request-timeout"');
    const silent = await send(hasty.port, "");
    expect(silent === "" || silent.startsWith("HTTP/1.1 408 ")).toBe(true);
    const body = await send(
      hasty.port,
      `PUT /v1/blobs/${"ab".repeat(32)} HTTP/1.1\r\nhost: localhost\r\norigin: ${webOrigin}\r\ncookie: ${ada.cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nx`,
    );
    expect(body).not.toMatch(/^HTTP\/1\.1 200/);
    await hasty.stop(100);
  });

  it("that sends its body too slowly is answered with 408", async () => {
    const { Hono } = await import("hono");
    const { jsonBody } = await import("../src/core/jsonBody.ts");
    const { toProblem } = await import("../src/core/toProblem.ts");
    const { problemResponse } = await import("../src/core/problem.ts");
    const app = new Hono();
    app.onError((error) => problemResponse(toProblem(error)));
    app.post("/", jsonBody(1_000, 50), (c) => c.text("read"));
    const response = await app.request("/", {
      method: "POST",
      headers: { "content-type": "application/json" },
      // A body whose end never comes.
      body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) }),
      ...{ duplex: "half" },
    });
    expect(await problemOf(response)).toMatchObject({ status: 408, code: "request-timeout" });
  });
});

describe("rates", () => {
  it("of one account are limited, those of another are not touched", async () => {
    const own = await serviceForTest({ environment: { QTI_RATE_PER_MINUTE: "10" } });
    const [one, two] = [await signIn(own), await signIn(own)];
    const answers = [];
    for (let index = 0; index < 12; index++) answers.push(await one.fetch("/v1/usage"));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    const [first] = refused;
    if (first === undefined) throw new Error("nothing was refused");
    expect(Number(first.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await problemOf(first)).toMatchObject({ code: "rate-limited" });
    expect((await two.fetch("/v1/usage")).status).toBe(200);
    own.clock.advance(60_000);
    expect((await one.fetch("/v1/usage")).status).toBe(200);
  });

  it("of signing in are limited by address, so that nobody floods the nonces", async () => {
    const own = await serviceForTest({ environment: { QTI_SIGN_INS_PER_MINUTE: "5" } });
    const visitor = new Visitor(own);
    const statuses = [];
    for (let index = 0; index < 7; index++) statuses.push((await visitor.fetch("/v1/session/nonce")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    // A header that anybody can write changes nothing without a proxy of our own.
    const forged = await visitor.fetch("/v1/session/nonce", {
      headers: { "x-forwarded-for": "203.0.113.9" },
    });
    expect(forged.status).toBe(429);
  });

  it("behind a proxy of our own count by the address that it saw", async () => {
    const environment = { QTI_SIGN_INS_PER_MINUTE: "1", QTI_PROXY_HOPS: "1" };
    const own = await serviceForTest({ environment });
    const from = async (forwarded: string) =>
      (await new Visitor(own).fetch("/v1/session/nonce", { headers: { "x-forwarded-for": forwarded } }))
        .status;
    expect(await from("203.0.113.9")).toBe(200);
    expect(await from("203.0.113.10")).toBe(200);
    expect(await from("198.51.100.1, 203.0.113.9")).toBe(429);
  });

  it("by IPv6 count by network: whoever has one address has the others as well", async () => {
    const environment = { QTI_SIGN_INS_PER_MINUTE: "1", QTI_PROXY_HOPS: "1" };
    const own = await serviceForTest({ environment });
    const from = async (forwarded: string) =>
      (await new Visitor(own).fetch("/v1/session/nonce", { headers: { "x-forwarded-for": forwarded } }))
        .status;
    expect(await from("2001:db8:0:7::1")).toBe(200);
    expect(await from("2001:DB8::7:ffff:0:0:2")).toBe(429);
    expect(await from("2001:0db8:0:0007:1:2:192.0.2.1")).toBe(429);
    expect(await from("2001:db8:0:8::1")).toBe(200);
    expect(await from("::1")).toBe(200);
    expect(await from("::ffff:203.0.113.9")).toBe(200);
    expect(await from("203.0.113.9")).toBe(429);
  });
});

describe("the documentation", () => {
  it("is served from here alone, under a policy without inline scripts", async () => {
    const page = await fetch(`${service.url}/docs`);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain("'unsafe-inline'");
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links) {
      const asset = await fetch(`${service.url}${link}`);
      expect(asset.status).toBe(200);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(0);
    }
  });

  it("explains every problem that can be answered", async () => {
    const html = await (await fetch(`${service.url}/problems`)).text();
    for (const code of Object.keys(problems)) {
      expect(html).toContain(`id="${code}"`);
      const link = await fetch(`${service.url}/problems/${code}`, { redirect: "manual" });
      expect(link.headers.get("location")).toBe(`/problems#${code}`);
    }
  });
});
