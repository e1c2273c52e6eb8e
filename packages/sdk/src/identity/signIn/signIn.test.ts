import { afterEach, describe, expect, test } from "vitest";
import { ApiProblemError } from "../../core/api/errors.ts";
import { type Answer, apiServer, json, type Received } from "../../records/testing/apiServer.ts";
import {
  ApiResponseError,
  addPasskey,
  confirmTotp,
  endOtherSessions,
  endSession,
  enrolTotp,
  FactorDelayedError,
  FactorRefusedError,
  getFactors,
  getPasskeyChallenge,
  getPasskeyRegistration,
  getRoles,
  getSession,
  getSessions,
  makeRecoveryCodes,
  removePasskey,
  removeTotp,
  StepUpNeededError,
  stepUpByPasskey,
  stepUpByRecoveryCode,
  stepUpByTotp,
} from "../signIn.ts";

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: (request: Received) => Answer) {
  const server = await apiServer(answer);
  servers.push(server);
  return server;
}

const at = "2026-11-26T12:00:00.000Z";
const session = {
  account: `0x${"ab".repeat(20)}`,
  chainId: 31337,
  level: 2,
  steppedUpAt: at,
  createdAt: at,
  expiresAt: at,
};
const factors = {
  passkeys: [{ id: "AQID", name: "Laptop", synced: false, createdAt: at, lastUsedAt: null }],
  totp: { createdAt: at, lastUsedAt: null },
  recoveryCodes: { left: 10, createdAt: at, lastUsedAt: null },
};
const credential = {
  id: "AQID",
  rawId: "AQID",
  type: "public-key",
  authenticatorAttachment: "platform",
  response: { clientDataJSON: "AQID" },
  clientExtensionResults: { prf: { results: { first: "the key to everything" } } },
};

function refusal(status: number, code: string, more: object = {}): Answer {
  const body = JSON.stringify({ type: `/problems/${code}`, title: "No", status, code, ...more });
  return { status, type: "application/problem+json", body };
}

describe("sessions", () => {
  test("default", async () => {
    const entry = {
      id: crypto.randomUUID(),
      current: true,
      browser: "firefox",
      system: "linux",
      level: 1,
      steppedUpAt: null,
      createdAt: at,
      lastUsedAt: at,
      expiresAt: at,
    };
    const api = await serve(({ method, path }) => {
      if (path === "/v1/session") return json({ session });
      if (method === "GET") return json({ items: [entry] });
      return path === "/v1/sessions" ? json({ ended: 3 }) : { status: 204 };
    });
    expect(await getSession(api)).toEqual(session);
    expect(await getSessions(api)).toEqual([entry]);
    await endSession(api, { id: entry.id });
    expect(await endOtherSessions(api)).toBe(3);
    expect(api.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/session",
      "GET /v1/sessions",
      `DELETE /v1/sessions/${entry.id}`,
      "DELETE /v1/sessions",
    ]);
  });

  test("behavior: nobody being signed in is no error", async () => {
    expect(await getSession(await serve(() => json({ session: null })))).toBeUndefined();
  });

  test("error: ApiResponseError for another form than expected", async () => {
    const api = await serve(() => json({ items: [{ id: "no uuid" }] }));
    await expect(getSessions(api)).rejects.toThrow(ApiResponseError);
  });
});

describe("roles", () => {
  test("default", async () => {
    const held = { roles: ["UNDERWRITER"], abilities: [{ action: "read", subject: "CreditIncome" }] };
    const api = await serve(() => json(held));
    expect(await getRoles(api)).toEqual(held);
    expect(api.received[0]).toMatchObject({ method: "GET", path: "/v1/roles" });
  });
});

describe("factors", () => {
  test("default", async () => {
    const descriptors = [{ id: "AQID", type: "public-key", transports: ["internal"] }];
    const creation = {
      challenge: "AQID",
      rp: { id: "localhost", name: "QTI" },
      user: { id: "AQID", name: "0x1", displayName: "" },
      pubKeyCredParams: [{ alg: -7, type: "public-key" }],
      timeout: 60_000,
      excludeCredentials: descriptors,
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      attestation: "none",
    };
    const request = {
      challenge: "AQID",
      rpId: "localhost",
      timeout: 60_000,
      allowCredentials: descriptors,
      userVerification: "required",
    };
    const enrolment = { secret: "JBSWY3DPEHPK3PXP", uri: "otpauth://totp/x", expiresAt: at };
    const api = await serve(({ method, path }) => {
      if (path === "/v1/factors/passkeys/options") return json({ ...creation, hints: [] });
      if (path === "/v1/session/passkey/options") return json(request);
      if (path === "/v1/factors/totp" && method === "POST") return json(enrolment);
      if (path === "/v1/factors/recovery-codes") return json({ codes: ["A", "B"] });
      return path.startsWith("/v1/session/") ? json({ session }) : json(factors);
    });
    expect(await getFactors(api)).toEqual(factors);
    expect(await getPasskeyRegistration(api)).toEqual(creation);
    expect(await addPasskey(api, { name: "Laptop", credential })).toEqual(factors);
    expect(await removePasskey(api, { id: "AQID" })).toEqual(factors);
    expect(await getPasskeyChallenge(api)).toEqual(request);
    expect(await stepUpByPasskey(api, { credential })).toEqual(session);
    expect(await enrolTotp(api)).toEqual(enrolment);
    expect(await confirmTotp(api, { code: "123456" })).toEqual(factors);
    expect(await stepUpByTotp(api, { code: "123456" })).toEqual(session);
    expect(await removeTotp(api)).toEqual(factors);
    expect(await makeRecoveryCodes(api)).toEqual(["A", "B"]);
    expect(await stepUpByRecoveryCode(api, { code: "A" })).toEqual(session);
    expect(api.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/factors",
      "POST /v1/factors/passkeys/options",
      "POST /v1/factors/passkeys",
      "DELETE /v1/factors/passkeys/AQID",
      "POST /v1/session/passkey/options",
      "POST /v1/session/passkey",
      "POST /v1/factors/totp",
      "POST /v1/factors/totp/confirmation",
      "POST /v1/session/totp",
      "DELETE /v1/factors/totp",
      "POST /v1/factors/recovery-codes",
      "POST /v1/session/recovery-code",
    ]);
  });

  test("behavior: results of extensions never leave the page: those of PRF are keys", async () => {
    const api = await serve(({ path }) => json(path.startsWith("/v1/session/") ? { session } : factors));
    await addPasskey(api, { name: "Laptop", credential });
    await stepUpByPasskey(api, { credential });
    for (const { body } of api.received) {
      expect(JSON.parse(String(body)).credential.clientExtensionResults).toEqual({});
      expect(String(body)).not.toContain("everything");
    }
  });

  test("error: StepUpNeededError says which factors the account has", async () => {
    const api = await serve(() => refusal(403, "step-up-needed", { factors: ["passkey", 7, "totp"] }));
    const failing = removeTotp(api);
    await expect(failing).rejects.toThrow(StepUpNeededError);
    await expect(failing).rejects.toThrow(ApiProblemError);
    await expect(failing).rejects.toMatchObject({
      name: "StepUpNeededError",
      factors: ["passkey", "totp"],
      code: "api-step-up-needed",
    });
    const bare = await serve(() => refusal(403, "step-up-needed"));
    await expect(removeTotp(bare)).rejects.toMatchObject({ factors: [] });
  });

  test("error: FactorRefusedError for a code that is wrong", async () => {
    const api = await serve(() => refusal(403, "factor-refused"));
    await expect(stepUpByTotp(api, { code: "000000" })).rejects.toThrow(FactorRefusedError);
  });

  test("error: FactorDelayedError says when to try again, where the service does", async () => {
    const api = await serve(() => refusal(429, "factor-delayed", { retryAt: at }));
    const failing = stepUpByTotp(api, { code: "000000" });
    await expect(failing).rejects.toThrow(FactorDelayedError);
    await expect(failing).rejects.toMatchObject({ retryAt: new Date(at) });
    const bare = await serve(() => refusal(429, "factor-delayed", { retryAt: "soon" }));
    await expect(stepUpByTotp(bare, { code: "000000" })).rejects.toMatchObject({ retryAt: undefined });
  });
});
