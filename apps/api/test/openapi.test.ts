import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problems } from "../src/core/problem.ts";
import { almost, checker, type Document, type Operation, resolved } from "./support/openapi.ts";
import { type Person, signIn, Visitor } from "./support/person.ts";
import { type Service, startService, webOrigin } from "./support/service.ts";

let service: Service;
let ada: Person;
let document: Document;

beforeAll(async () => {
  service = await startService();
  ada = await (await signIn(service)).publish();
  document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Document;
});
afterAll(() => service.stop());

function operations(): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

type Sample = { path: string; headers: Record<string, string>; body: string | undefined };

/** Requests to an operation: right, almost right, and wrong. */
function samples(path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Sample> {
  const given = fc.tuple(
    ...parameters.map(({ schema, required }) => {
      const value = almost(resolved(document, schema)).map((one) =>
        typeof one === "string" ? one : JSON.stringify(one),
      );
      return required ? value : fc.option(value, { nil: undefined });
    }),
  );
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body: fc.Arbitrary<string | undefined> =
    content === undefined
      ? fc.constant(undefined)
      : type === "application/json"
        ? fc.oneof(
            {
              weight: 8,
              arbitrary: almost(resolved(document, content.schema)).map((one) => JSON.stringify(one)),
            },
            { weight: 1, arbitrary: fc.string({ maxLength: 50 }) },
          )
        : fc.string({ maxLength: 500 });
  return fc.tuple(given, body).map(([values, text]) => {
    let target = path;
    const query = new URLSearchParams();
    const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
    for (const [index, parameter] of parameters.entries()) {
      const value = values[index];
      if (value === undefined) continue;
      if (parameter.in === "path")
        target = target.replace(`{${parameter.name}}`, encodeURIComponent(value.toWellFormed()));
      if (parameter.in === "query") query.set(parameter.name, value);
      // What HTTP cannot carry in a header cannot arrive either.
      if (parameter.in === "header" && /^[\x20-\x7e]*$/.test(value)) headers[parameter.name] = value;
    }
    return { path: query.size === 0 ? target : `${target}?${query}`, headers, body: text };
  });
}

/** All of an answer; of a stream, which does not end by itself, what comes first. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get("content-type") !== "text/event-stream") return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

describe("the OpenAPI document", () => {
  it("is of version 3.1 and describes every route of the service", () => {
    expect(document.openapi).toBe("3.1.0");
    const described = operations().map(({ method, path }) => `${method} ${path}`);
    const routed = service.app.routes
      .filter(({ path, method }) => path.startsWith("/v1/") && !path.includes("*") && method !== "ALL")
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(new Set(described)).toEqual(new Set(routed));
  });

  it("says of every route behind sign-in that it is, and nothing else is", async () => {
    for (const { method, path, operation } of operations()) {
      const target = path
        .replace("{id}", crypto.randomUUID())
        .replace("{hash}", "ab".repeat(32))
        .replace("{fingerprint}", `0x${"ab".repeat(32)}`);
      const response = await new Visitor(service).fetch(target, { method });
      const guarded = "security" in operation;
      expect(response.status === 401, `${method} ${path} answered ${response.status}`).toBe(guarded);
    }
  });

  it("names only problems that exist, and each of them is answered by some route or the server", () => {
    const named = new Set(
      operations().flatMap(({ operation }) =>
        Object.values(operation.responses).flatMap(({ description }) =>
          [...description.matchAll(/`([a-z-]+)`:/g)].map((match) => match[1] ?? ""),
        ),
      ),
    );
    const known = new Set(Object.keys(problems));
    expect([...named].filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !named.has(code))).toEqual(["method-not-allowed"]);
  });

  it("holds under requests of every kind: no server error, and no answer that it does not describe", {
    timeout: 240_000,
  }, async () => {
    for (const { method, path, operation } of operations()) {
      const checks = new Map<string, ReturnType<typeof checker>>();
      await fc.assert(
        fc.asyncProperty(samples(path, operation), async (sample) => {
          const response = await ada.fetch(sample.path, {
            method,
            headers: sample.headers,
            ...(sample.body === undefined ? {} : { body: sample.body }),
          });
          const text = await textOf(response);
          const { status } = response;
          const described = operation.responses[status];
          const told = `${method} ${sample.path} answered ${status} ${text}`;
          expect(status, told).toBeLessThan(500);
          expect(described, told).toBeDefined();
          const type = response.headers.get("content-type") ?? "";
          const content = described?.content?.[type];
          if (described?.content !== undefined) expect(content, `${told} as ${type}`).toBeDefined();
          if (content !== undefined && /[/+]json$/.test(type)) {
            const key = `${status} ${type}`;
            const check = checks.get(key) ?? checker(document, content.schema);
            checks.set(key, check);
            expect(check.safeParse(JSON.parse(text)).error, told).toBeUndefined();
          }
          // Signing out is one of the routes: who did signs in again.
          if (method === "DELETE" && path === "/v1/session") ada = await (await signIn(service)).publish();
        }),
        { numRuns: path === "/v1/session" && method === "DELETE" ? 2 : 40, endOnFailure: true },
      );
    }
  });

  it("describes what really comes back when things go right", async () => {
    const row = await ada.write("described");
    const blob = await ada.fetch(`/v1/blobs/${row.payloadHash}`);
    expect(Object.keys(operationOf("get", "/v1/blobs/{hash}").responses["200"]?.content ?? {})).toContain(
      blob.headers.get("content-type"),
    );
    for (const [template, path] of [
      ["/v1/records", "/v1/records"],
      ["/v1/records/{id}", `/v1/records/${row.id}`],
      ["/v1/keys", `/v1/keys?account=${ada.account}`],
      ["/v1/keys/{fingerprint}", `/v1/keys/${ada.keys.public.fingerprint}`],
      ["/v1/usage", "/v1/usage"],
      ["/v1/session", "/v1/session"],
      ["/v1/session/nonce", "/v1/session/nonce"],
      ["/v1/health", "/v1/health"],
    ] as const) {
      const response = await ada.fetch(path);
      expect(response.status).toBe(200);
      const schema =
        operationOf("get", template).responses["200"]?.content?.["application/json"]?.schema ?? {};
      expect(checker(document, schema).safeParse(await response.json()).error, path).toBeUndefined();
    }
  });

  it("describes nobody being signed in as well", async () => {
    const schema =
      operationOf("get", "/v1/session").responses["200"]?.content?.["application/json"]?.schema ?? {};
    const answer = await (await new Visitor(service).fetch("/v1/session")).json();
    expect(answer).toEqual({ session: null });
    expect(checker(document, schema).safeParse(answer).error).toBeUndefined();
  });

  it("allows no origin but the web app's to try it out", () => {
    expect(service.config.webOrigin).toBe(webOrigin);
    expect(document.components.securitySchemes).toMatchObject({
      session: { in: "cookie", name: "qti_session" },
    });
  });
});

function operationOf(method: string, path: string): Operation {
  const operation = document.paths[path]?.[method];
  if (operation === undefined) throw new Error(`${method} ${path} is not described`);
  return operation;
}
