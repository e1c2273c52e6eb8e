import { generateKeys, signKeys } from "@qti/sdk/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Authenticator } from "./support/authenticator.ts";
import {
  AuthenticatorApp,
  addPasskey,
  addTotp,
  creationOptions,
  factorsOf,
  post,
  proofOptions,
  provePasskey,
  recoveryCodesOf,
} from "./support/factors.ts";
import { type Person, problemOf, signIn, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const fiveMinutes = 5 * 60_000;

async function publish(person: Person): Promise<Response> {
  const { keys } = await generateKeys();
  return person.json("PUT", "/v1/keys", await signKeys(keys, { account: person.account, chainId: 31337 }));
}

async function levelOf(person: Visitor): Promise<{ level: number; steppedUpAt: string | null } | null> {
  const { session } = (await (await person.fetch("/v1/session")).json()) as {
    session: { level: number; steppedUpAt: string | null } | null;
  };
  return session === null ? null : { level: session.level, steppedUpAt: session.steppedUpAt };
}

describe("a passkey", () => {
  it("is added by the wallet alone when it is the first, and raises the session", async () => {
    const ada = await signIn(service);
    expect(await levelOf(ada)).toEqual({ level: 1, steppedUpAt: null });
    const key = await addPasskey(ada);
    expect(await levelOf(ada)).toMatchObject({ level: 2, steppedUpAt: expect.any(String) });
    expect(await factorsOf(ada)).toMatchObject({
      passkeys: [{ id: key.id, name: "A key", lastUsedAt: null }],
      totp: null,
      recoveryCodes: { left: 0 },
    });
  });

  it("is added by a second factor of the last five minutes when it is a further one, and removed so", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const first = await addPasskey(ada);
    own.clock.advance(fiveMinutes + 1_000);
    const refused = await problemOf(await post(ada, "/v1/factors/passkeys/options"));
    expect(refused).toMatchObject({
      status: 403,
      code: "step-up-needed",
      factors: ["passkey"],
      withinSeconds: 300,
    });
    const path = `/v1/factors/passkeys/${first.id}`;
    expect(await problemOf(await ada.fetch(path, { method: "DELETE" }))).toMatchObject({
      code: "step-up-needed",
    });
    expect((await provePasskey(ada, first)).status).toBe(200);
    await addPasskey(ada);
    expect((await ada.fetch(path, { method: "DELETE" })).status).toBe(200);
    expect((await factorsOf(ada)).passkeys).toHaveLength(1);
  });

  it("raises another session of its account too", async () => {
    const ada = await signIn(service);
    const key = await addPasskey(ada);
    const elsewhere = await signIn(service, ada.wallet);
    expect(await levelOf(elsewhere)).toMatchObject({ level: 1 });
    expect((await provePasskey(elsewhere, key)).status).toBe(200);
    expect(await levelOf(elsewhere)).toMatchObject({ level: 2 });
    expect((await factorsOf(ada)).passkeys[0]?.lastUsedAt).not.toBeNull();
  });

  it.each<[string, Parameters<Authenticator["get"]>[1]]>([
    ["without verification of its person", { verified: false }],
    ["for another site", { origin: "https://evil.example" }],
    ["for another host", { host: "evil.example" }],
    ["over another challenge", { challenge: Buffer.alloc(32).toString("base64url") }],
    ["with a counter that went back, as a copy's would", { counter: 1 }],
  ])("is refused %s", async (_, overrides) => {
    const ada = await signIn(service);
    const key = await addPasskey(ada);
    const credential = key.get(await proofOptions(ada), overrides);
    expect(await problemOf(await post(ada, "/v1/session/passkey", { credential }))).toMatchObject({
      status: 403,
      code: "factor-refused",
    });
  });

  it.each<[string, Parameters<Authenticator["create"]>[1]]>([
    ["without verification of its person", { verified: false }],
    ["for another site", { origin: "https://evil.example" }],
    ["for another host", { host: "evil.example" }],
    ["over another challenge", { challenge: Buffer.alloc(32).toString("base64url") }],
  ])("is not added %s", async (_, overrides) => {
    const ada = await signIn(service);
    const credential = new Authenticator().create(await creationOptions(ada), overrides);
    const response = await post(ada, "/v1/factors/passkeys", { name: "A key", credential });
    expect(await problemOf(response)).toMatchObject({ code: "factor-refused" });
    expect(await levelOf(ada)).toMatchObject({ level: 1 });
  });

  it("proves once by one challenge, within five minutes, and in the session that asked", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const key = await addPasskey(ada);
    const options = await proofOptions(ada);
    const proof = { credential: key.get(options) };
    const elsewhere = await signIn(own, ada.wallet);
    expect((await post(elsewhere, "/v1/session/passkey", proof)).status).toBe(403);
    expect((await post(ada, "/v1/session/passkey", proof)).status).toBe(200);
    expect(await problemOf(await post(ada, "/v1/session/passkey", proof))).toMatchObject({
      code: "factor-refused",
    });
    const late = { credential: key.get(await proofOptions(ada)) };
    own.clock.advance(fiveMinutes + 1_000);
    expect((await post(ada, "/v1/session/passkey", late)).status).toBe(403);
  });

  it("of somebody else raises nobody, and cannot be added as one's own", async () => {
    const [ada, mallory] = [await signIn(service), await signIn(service)];
    const key = await addPasskey(ada);
    expect((await provePasskey(mallory, key)).status).toBe(403);
    const credential = key.create(await creationOptions(mallory));
    expect((await post(mallory, "/v1/factors/passkeys", { name: "Mine", credential })).status).toBe(403);
    expect((await factorsOf(mallory)).passkeys).toEqual([]);
  });

  it("brings no results of extensions: those of PRF would be keys", async () => {
    const ada = await signIn(service);
    const credential = {
      ...new Authenticator().create(await creationOptions(ada)),
      clientExtensionResults: { prf: { results: { first: "AAAA" } } },
    };
    const response = await post(ada, "/v1/factors/passkeys", { name: "A key", credential });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: "invalid-input" });
  });
});

describe("an authenticator app", () => {
  it("counts for nothing until it is confirmed, and raises the session then", async () => {
    const ada = await signIn(service);
    const app = await addTotp(service, ada);
    expect(await levelOf(ada)).toMatchObject({ level: 2 });
    expect(await factorsOf(ada)).toMatchObject({ totp: { lastUsedAt: expect.any(String) } });
    const { rows } = await service.pool.query("select sealed from totp_secrets where account = $1", [
      ada.account,
    ]);
    expect(rows[0].sealed.toString("latin1")).not.toContain(app.secret);
    const stranger = await signIn(service);
    await post(stranger, "/v1/factors/totp");
    expect(await factorsOf(stranger)).toMatchObject({ totp: null });
    expect((await publish(stranger)).status).toBe(200);
  });

  it("is confirmed within ten minutes", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const { secret } = (await (await post(ada, "/v1/factors/totp")).json()) as { secret: string };
    own.clock.advance(10 * 60_000 + 1_000);
    const code = await new AuthenticatorApp(own, secret).code();
    expect((await post(ada, "/v1/factors/totp/confirmation", { code })).status).toBe(403);
  });

  it("is one at a time, and removed by a second factor", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    expect(await problemOf(await post(ada, "/v1/factors/totp"))).toMatchObject({ code: "factor-exists" });
    own.clock.advance(fiveMinutes + 1_000);
    expect((await ada.fetch("/v1/factors/totp", { method: "DELETE" })).status).toBe(403);
    expect((await post(ada, "/v1/session/totp", { code: await app.code() })).status).toBe(200);
    expect((await ada.fetch("/v1/factors/totp", { method: "DELETE" })).status).toBe(200);
    expect(await factorsOf(ada)).toMatchObject({ totp: null });
  });

  it("gives codes that work once, none older than one that was used, and none of a clock that is minutes off", async () => {
    const own = await serviceForTest();
    own.clock.stand();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    const give = async (code: string) => (await post(ada, "/v1/session/totp", { code })).status;
    // The code of the confirmation.
    expect(await give(await app.code())).toBe(403);
    own.clock.advance(60_000);
    const [before, now] = [await app.code(-30), await app.code()];
    expect(await give(now)).toBe(200);
    expect(await give(now)).toBe(403);
    expect(await give(before)).toBe(403);
    own.clock.advance(60_000);
    expect(await give(await app.code(90))).toBe(403);
    own.clock.advance(24 * 60 * 60_000);
    const later = await signIn(own, ada.wallet);
    const [slow, fast] = [await app.code(-30), await app.code(30)];
    expect((await post(later, "/v1/session/totp", { code: slow })).status).toBe(200);
    expect((await post(later, "/v1/session/totp", { code: fast })).status).toBe(200);
  });

  it("is used once however many send its code at the same time", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    own.clock.advance(60_000);
    const others = await Promise.all(Array.from({ length: 6 }, () => signIn(own, ada.wallet)));
    const code = await app.code();
    const answers = await Promise.all(others.map((each) => post(each, "/v1/session/totp", { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe("recovery codes", () => {
  it("are ten, shown once, kept as hashes, and each works once, which is recorded", async () => {
    const ada = await signIn(service);
    await addPasskey(ada);
    const codes = await recoveryCodesOf(ada);
    expect(new Set(codes).size).toBe(10);
    const stored = JSON.stringify((await service.pool.query("select * from recovery_codes")).rows);
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(stored).not.toContain(code.replaceAll("-", ""));
    }
    const elsewhere = await signIn(service, ada.wallet);
    const typed = ` ${codes[0]?.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
    expect((await post(elsewhere, "/v1/session/recovery-code", { code: typed })).status).toBe(200);
    expect(await levelOf(elsewhere)).toMatchObject({ level: 2 });
    expect(await factorsOf(ada)).toMatchObject({
      recoveryCodes: { left: 9, lastUsedAt: expect.any(String) },
    });
    expect((await post(elsewhere, "/v1/session/recovery-code", { code: codes[0] })).status).toBe(403);
    const next = await recoveryCodesOf(ada);
    expect((await post(elsewhere, "/v1/session/recovery-code", { code: codes[1] })).status).toBe(403);
    expect((await post(elsewhere, "/v1/session/recovery-code", { code: next[1] })).status).toBe(200);
  });

  it("are nobody's who has no other factor, and go with the last one", async () => {
    const ada = await signIn(service);
    expect(await problemOf(await post(ada, "/v1/factors/recovery-codes"))).toMatchObject({
      code: "step-up-needed",
      factors: [],
    });
    const key = await addPasskey(ada);
    const [code] = await recoveryCodesOf(ada);
    expect((await ada.fetch(`/v1/factors/passkeys/${key.id}`, { method: "DELETE" })).status).toBe(200);
    expect(await factorsOf(ada)).toMatchObject({ recoveryCodes: { left: 0 } });
    expect((await post(ada, "/v1/session/recovery-code", { code })).status).toBe(403);
    // The session is still one that gave a factor a moment ago.
    expect(await levelOf(ada)).toMatchObject({ level: 2 });
    expect(await problemOf(await post(ada, "/v1/factors/recovery-codes"))).toMatchObject({
      code: "step-up-needed",
      factors: [],
    });
  });

  it("of one account are nothing to another", async () => {
    const [ada, mallory] = [await signIn(service), await signIn(service)];
    await addPasskey(ada);
    await addPasskey(mallory);
    const [code] = await recoveryCodesOf(ada);
    const answer = await post(mallory, "/v1/session/recovery-code", { code });
    expect(await problemOf(answer)).toMatchObject({ code: "factor-refused" });
  });
});

describe("what needs a second factor", () => {
  it("asks it of whoever has one, within five minutes, and not of whoever has none", async () => {
    const own = await serviceForTest();
    const newcomer = await signIn(own);
    expect((await publish(newcomer)).status).toBe(200);
    const ada = await signIn(own);
    const key = await addPasskey(ada);
    expect((await publish(ada)).status).toBe(200);
    own.clock.advance(fiveMinutes + 1_000);
    for (const response of [
      await publish(ada),
      await ada.fetch(`/v1/keys/0x${"ab".repeat(32)}`, { method: "DELETE" }),
      await post(ada, "/v1/identity/attestations", { country: 276, tier: 1 }),
      await post(ada, "/v1/identity/wallet-links", { newAccount: newcomer.account }),
    ]) {
      expect(await problemOf(response)).toMatchObject({ code: "step-up-needed", factors: ["passkey"] });
    }
    expect((await provePasskey(ada, key)).status).toBe(200);
    expect((await publish(ada)).status).toBe(200);
  });

  it("names every factor that the account can give", async () => {
    const ada = await signIn(service);
    await addPasskey(ada);
    await addTotp(service, ada);
    await recoveryCodesOf(ada);
    const elsewhere = await signIn(service, ada.wallet);
    expect(await problemOf(await publish(elsewhere))).toMatchObject({
      factors: ["passkey", "totp", "recovery-code"],
    });
  });
});

describe("where no key for second factors was given", () => {
  it("there are none, and says so", async () => {
    const own = await serviceForTest({ environment: { QTI_FACTOR_KEY: "" } });
    const ada = await signIn(own);
    for (const response of [
      await ada.fetch("/v1/factors"),
      await post(ada, "/v1/factors/passkeys/options"),
      await post(ada, "/v1/session/totp", { code: "123456" }),
    ]) {
      expect(await problemOf(response)).toMatchObject({ status: 404, code: "factors-disabled" });
    }
    expect((await publish(ada)).status).toBe(200);
  });
});

describe("whoever attacks", () => {
  it("guesses codes ever more slowly, told until when; others of the account are not held up", async () => {
    const own = await serviceForTest();
    own.clock.stand();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    const codes = await recoveryCodesOf(ada);
    const thief = await signIn(own, ada.wallet);
    const guess = async () => post(thief, "/v1/session/totp", { code: await app.wrongCode() });
    for (let tries = 0; tries < 5; tries++) expect((await guess()).status).toBe(403);
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      const response = await guess();
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 429, code: "factor-delayed" });
      const seconds = Number(response.headers.get("retry-after"));
      expect(new Date(String(problem.retryAt)).getTime()).toBeGreaterThan(own.clock.now().getTime());
      waits.push(seconds);
      own.clock.advance(seconds * 1000 + 1_000);
      expect((await guess()).status).toBe(403);
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    // The right code waits as well, and is not given away by another answer.
    expect((await post(ada, "/v1/session/totp", { code: await app.code() })).status).toBe(429);
    expect((await post(ada, "/v1/session/recovery-code", { code: codes[0] })).status).toBe(200);
    own.clock.advance(480_000 + 1_000);
    expect((await post(ada, "/v1/session/totp", { code: await app.code() })).status).toBe(200);
    expect((await guess()).status).toBe(403);
  });

  it("gains nothing by guessing many codes at the same moment, in many sessions", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    const wrong = await app.wrongCode();
    const thieves = await Promise.all(Array.from({ length: 12 }, () => signIn(own, ada.wallet)));
    const answers = await Promise.all(
      thieves.map((thief) => post(thief, "/v1/session/totp", { code: wrong })),
    );
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it("with a copied cookie is signed out by the very step-up that would have raised it", async () => {
    const ada = await signIn(service);
    const key = await addPasskey(ada);
    const elsewhere = await signIn(service, ada.wallet);
    const thief = new Visitor(service);
    thief.cookie = elsewhere.cookie;
    expect(await levelOf(thief)).toMatchObject({ level: 1 });
    expect((await thief.fetch(`/v1/factors/passkeys/${key.id}`, { method: "DELETE" })).status).toBe(403);
    expect((await provePasskey(elsewhere, key)).status).toBe(200);
    expect(await levelOf(elsewhere)).toMatchObject({ level: 2 });
    expect(await levelOf(thief)).toBeNull();
  });

  it("with a stolen wallet cannot add a factor of its own beside those that are there", async () => {
    const ada = await signIn(service);
    await addPasskey(ada);
    const thief = await signIn(service, ada.wallet);
    for (const path of ["/v1/factors/passkeys/options", "/v1/factors/totp", "/v1/factors/recovery-codes"]) {
      expect(await problemOf(await post(thief, path))).toMatchObject({ code: "step-up-needed" });
    }
  });

  it("who moves the clock back makes no code good again, and no step-up last longer", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    own.clock.advance(60_000);
    const code = await app.code();
    expect((await post(ada, "/v1/session/totp", { code })).status).toBe(200);
    own.clock.advance(-60_000);
    expect((await post(ada, "/v1/session/totp", { code: await app.code() })).status).toBe(403);
    // Given in what is the future now.
    expect(await problemOf(await publish(ada))).toMatchObject({ code: "step-up-needed" });
    own.clock.advance(60_000);
    expect((await post(ada, "/v1/session/totp", { code })).status).toBe(403);
    expect((await publish(ada)).status).toBe(200);
  });

  it("who enumerates hears the same of an account that is known and of one that never was here", async () => {
    const [known, stranger] = [await signIn(service), await signIn(service)];
    await addPasskey(known);
    const unknown = `0x${"12".repeat(20)}`;
    const [first, second] = await Promise.all(
      [known.account, unknown].map(async (account) => {
        const response = await stranger.fetch(`/v1/keys?account=${account}`);
        return { status: response.status, body: await response.json() };
      }),
    );
    expect(first).toEqual(second);
    const key = await addPasskey(await signIn(service));
    const removals = await Promise.all(
      [key.id, new Authenticator().id].map(async (id) =>
        problemOf(await known.fetch(`/v1/factors/passkeys/${id}`, { method: "DELETE" })),
      ),
    );
    const [theirs, none] = removals.map(({ requestId: _, ...problem }) => problem);
    expect(theirs).toEqual(none);
    // Nothing before the wallet's signature depends on who one says to be.
    const nonces = await Promise.all(
      [1, 2].map(async () =>
        Object.keys((await (await new Visitor(service).fetch("/v1/session/nonce")).json()) as object),
      ),
    );
    expect(nonces[0]).toEqual(nonces[1]);
  });

  it("reads no secret, code or key of a factor in the log", async () => {
    const own = await serviceForTest();
    const ada = await signIn(own);
    const app = await addTotp(own, ada);
    const [code = ""] = await recoveryCodesOf(ada);
    own.clock.advance(60_000);
    const six = await app.code();
    await post(ada, "/v1/session/totp", { code: six });
    await post(ada, "/v1/session/recovery-code", { code });
    const logs = own.logs.join("\n");
    for (const secret of [app.secret, code, code.replaceAll("-", ""), ada.cookie?.split("=")[1] ?? "none"]) {
      expect(logs).not.toContain(secret);
    }
  });
});
