import { type StaffRole, staffRoles } from "@qti/sdk/identity/sign-in";
import type { Address } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPasskey } from "./support/factors.ts";
import type { Document, Operation } from "./support/openapi.ts";
import { type Person, signIn, Visitor } from "./support/person.ts";
import type { Service } from "./support/service.ts";
import { type AccessManager, startStaffedService } from "./support/staff.ts";

/** Who may call a route. `newcomers` and `roles` ask for a second factor of the last five minutes, from whoever has one. */
type Rule =
  | "anyone"
  | "signed in"
  /** What is not one's own is reached by a role, and then with a second factor. */
  | "signed in, further by role"
  | { newcomers: "pass" | "refuse" }
  | { roles: readonly [StaffRole, ...StaffRole[]] };

const operators = { roles: ["REWARDS_OPERATOR"] } as const;
const underwriters = { roles: ["UNDERWRITER"] } as const;
const protectors = { roles: ["DATA_PROTECTION_OFFICER"] } as const;
const steppedUp = { newcomers: "pass" } as const;
const steppedUpWithFactor = { newcomers: "refuse" } as const;

/** Every route there is. One that is new has to be entered here, and is tried as everybody then. */
const rules: { readonly [route: string]: Rule } = {
  "GET /v1/health": "anyone",

  "GET /v1/session": "anyone",
  "POST /v1/session": "anyone",
  "GET /v1/session/nonce": "anyone",
  "POST /v1/session/passkey/options": "signed in",
  "POST /v1/session/passkey": "signed in",
  "POST /v1/session/totp": "signed in",
  "POST /v1/session/recovery-code": "signed in",
  "GET /v1/sessions": "signed in",
  "DELETE /v1/sessions": "signed in",
  "DELETE /v1/sessions/{id}": "signed in",

  "GET /v1/factors": "signed in",
  "POST /v1/factors/passkeys/options": steppedUp,
  "POST /v1/factors/passkeys": steppedUp,
  "DELETE /v1/factors/passkeys/{id}": steppedUpWithFactor,
  "POST /v1/factors/totp": steppedUp,
  "POST /v1/factors/totp/confirmation": steppedUp,
  "DELETE /v1/factors/totp": steppedUpWithFactor,
  "POST /v1/factors/recovery-codes": steppedUpWithFactor,

  "GET /v1/roles": "signed in",
  "POST /v1/identity/attestations": steppedUp,
  "POST /v1/identity/wallet-links": steppedUp,

  "GET /v1/people/me": "signed in",
  "GET /v1/people/me/export": steppedUp,
  "POST /v1/people/me/erasure": steppedUp,
  "POST /v1/erasures": protectors,
  "GET /v1/access-report": { roles: ["AUDITOR", "DATA_PROTECTION_OFFICER"] },
  "GET /v1/operations": { roles: ["OPERATOR"] },

  "GET /v1/records": "signed in",
  "GET /v1/records/{id}": "signed in, further by role",
  "PUT /v1/records/{id}": "signed in",
  "PUT /v1/records/{id}/header": "signed in",
  "DELETE /v1/records/{id}": "signed in",
  "GET /v1/blobs/{hash}": "signed in, further by role",
  "PUT /v1/blobs/{hash}": "signed in",
  "GET /v1/records/{id}/proof": "signed in, further by role",
  "GET /v1/usage": "signed in",
  "GET /v1/keys": "signed in",
  "GET /v1/keys/{fingerprint}": "signed in",
  "GET /v1/keys/{fingerprint}/share": steppedUpWithFactor,
  "PUT /v1/keys/{fingerprint}/share": steppedUpWithFactor,
  "DELETE /v1/keys/{fingerprint}/share": steppedUpWithFactor,
  "PUT /v1/keys": steppedUp,
  "DELETE /v1/keys/{fingerprint}": steppedUp,

  "GET /v1/log": "anyone",
  "GET /v1/log/checkpoint": "anyone",
  "GET /v1/log/checkpoint/{size}": "anyone",
  "GET /v1/log/consistency": "anyone",
  "GET /v1/log/leaves/{hash}": "anyone",

  "GET /v1/orders": "anyone",
  "POST /v1/orders": "anyone",
  "GET /v1/orders/book": "anyone",
  "GET /v1/orders/stream": "anyone",
  "GET /v1/orders/{hash}": "anyone",

  "GET /v1/taps": "anyone",
  "POST /v1/taps": "anyone",
  "GET /v1/taps/{account}": "anyone",
  "POST /v1/taps/sessions": "anyone",
  "POST /v1/taps/vouchers": "anyone",
  "POST /v1/taps/claims": "anyone",
  "GET /v1/leaderboard": "anyone",
  "GET /v1/leaderboard/me": "signed in",
  "PUT /v1/leaderboard/me": "signed in",
  "DELETE /v1/leaderboard/me": "signed in",
  "POST /v1/referrals": "anyone",
  "POST /v1/referrals/codes": "signed in",
  "GET /v1/referrals/codes/{code}": "anyone",
  "GET /v1/campaigns/trees/{root}": "anyone",
  "GET /v1/campaigns/trees/{root}/{account}": "anyone",
  "POST /v1/campaigns/trees": operators,
  "GET /v1/store/items/{itemId}/codes": operators,
  "POST /v1/store/items/{itemId}/codes": operators,
  "GET /v1/store/orders": "signed in",

  "GET /v1/credit/rules": "anyone",
  "GET /v1/credit/applications/me": "signed in",
  "POST /v1/credit/applications": "signed in",
  "GET /v1/credit/incomes": underwriters,
  "POST /v1/credit/incomes": underwriters,

  // Last, because it ends the sessions that the others are tried with.
  "DELETE /v1/session": "anyone",
};

/** What the ones who try have: nothing; a wallet; a second factor, given long ago or just now. */
const levels = ["wallet", "stale", "fresh"] as const;
type Actor = {
  name: string;
  role: StaffRole | undefined;
  level: "nobody" | (typeof levels)[number];
  visitor: Visitor;
};

const guards = ["sign-in-required", "role-required", "step-up-needed"] as const;
type Guard = (typeof guards)[number] | "passed";

let service: Service;
let document: Document;
const actors: Actor[] = [];
const accounts: { actor: Actor; person: Person }[] = [];
let manager: AccessManager;

beforeAll(async () => {
  ({ service, manager } = await startStaffedService());
  document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Document;
  actors.push({ name: "nobody", role: undefined, level: "nobody", visitor: new Visitor(service) });
  for (const role of [undefined, ...staffRoles]) {
    for (const level of levels) {
      const person = await signIn(service);
      if (level !== "wallet") await addPasskey(person);
      const actor = { name: `${role ?? "no role"}, ${level}`, role, level, visitor: person };
      actors.push(actor);
      accounts.push({ actor, person });
    }
  }
  await manager.grant(
    accounts.flatMap(({ actor: { role }, person }) =>
      role === undefined ? [] : [{ role, account: person.account as Address }],
    ),
  );
}, 180_000);
afterAll(() => service.stop());

/** Sets what is fresh and what is not, however long the test takes. */
async function setLevels(): Promise<void> {
  const of = (level: Actor["level"]) =>
    accounts.filter(({ actor }) => actor.level === level).map(({ person }) => person.account);
  const set = "update sessions set stepped_up_at = $1 where account = any($2)";
  const now = service.clock.now().getTime();
  await service.pool.query(set, [new Date(now), of("fresh")]);
  await service.pool.query(set, [new Date(now - 301_000), of("stale")]);
}

function expected(rule: Rule, { role, level }: Actor): Guard {
  if (rule === "anyone") return "passed";
  if (level === "nobody") return "sign-in-required";
  if (rule === "signed in" || rule === "signed in, further by role") return "passed";
  if ("roles" in rule && (role === undefined || !rule.roles.includes(role))) return "role-required";
  if (level === "stale") return "step-up-needed";
  return level === "wallet" && "newcomers" in rule && rule.newcomers === "refuse"
    ? "step-up-needed"
    : "passed";
}

/** A request that is right enough to reach the guards, and asks for nothing that is there. */
async function attempt(route: string, { requestBody }: Operation, { visitor }: Actor): Promise<Guard> {
  const [method = "", template = ""] = route.split(" ");
  const path = template
    .replace("{id}", template.includes("passkeys") ? "AAAA" : crypto.randomUUID())
    .replace("{hash}", "ab".repeat(32))
    .replace("{size}", "1")
    .replace("{fingerprint}", `0x${"ab".repeat(32)}`)
    .replace("{root}", `0x${"ab".repeat(32)}`)
    .replace("{account}", `0x${"12".repeat(20)}`)
    .replace("{code}", "AAAAAAAA")
    .replace("{itemId}", "1");
  const [type] = Object.keys(requestBody?.content ?? {});
  const response = await visitor.fetch(path, {
    method,
    ...(type === undefined ? {} : { headers: { "content-type": type }, body: "{}" }),
  });
  if (response.headers.get("content-type") !== "application/problem+json") {
    await response.body?.cancel();
    return "passed";
  }
  const { code } = (await response.json()) as { code: string };
  return guards.find((guard) => guard === code) ?? "passed";
}

const routes = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

describe("who may call what", () => {
  it("is written down for every route that the document names, and for no other", () => {
    expect(
      routes()
        .map(({ route }) => route)
        .sort(),
    ).toEqual(Object.keys(rules).sort());
  });

  it("is what the document says of each route", () => {
    for (const { route, operation } of routes()) {
      const rule = rules[route];
      const said = Object.values(operation.responses)
        .map(({ description }) => description)
        .join(" ");
      const guarded = typeof rule === "object";
      expect(said.includes("`sign-in-required`"), route).toBe(rule !== "anyone");
      const further = rule === "signed in, further by role";
      expect(said.includes("`step-up-needed`"), route).toBe(guarded || further);
      expect(said.includes("`role-required`"), route).toBe(guarded && "roles" in rule);
    }
  });

  it("holds for every route, every role and every level", { timeout: 300_000 }, async () => {
    const operations = new Map(routes().map(({ route, operation }) => [route, operation]));
    const wrong: string[] = [];
    for (const [route, rule] of Object.entries(rules)) {
      const operation = operations.get(route);
      if (operation === undefined) continue;
      await setLevels();
      await Promise.all(
        actors.map(async (actor) => {
          const [got, want] = [await attempt(route, operation, actor), expected(rule, actor)];
          if (got !== want) wrong.push(`${route} as ${actor.name}: ${got} instead of ${want}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  });
});

describe("roles", () => {
  it("are those of the chain, and end with it within seconds", async () => {
    const ada = await signIn(service);
    const held = async () => (await (await ada.fetch("/v1/roles")).json()) as { roles: string[] };
    expect(await held()).toEqual({ roles: [], abilities: [] });
    await manager.grant([{ role: "UNDERWRITER", account: ada.account }]);
    expect(await held()).toEqual({
      roles: ["UNDERWRITER"],
      abilities: [
        { action: "create", subject: "CreditIncome" },
        { action: "read", subject: "CreditIncome" },
        { action: "fetch", subject: "LoanRecord" },
      ],
    });
    await manager.revoke("UNDERWRITER", ada.account);
    expect(await held()).toEqual({ roles: [], abilities: [] });
  });

  it.each(["AUDITOR", "OPERATOR", "DATA_PROTECTION_OFFICER", "KYC_OFFICER", "APPRAISER"] as const)(
    "of %s show nobody's records, ciphertext or incomes",
    async (role) => {
      const [ada, holder] = [await (await signIn(service)).publish(), await signIn(service)];
      await manager.grant([{ role, account: holder.account }]);
      const row = await ada.write("not for the staff");
      const statuses = await Promise.all(
        [`/v1/records/${row.id}`, `/v1/blobs/${row.payloadHash}`, "/v1/credit/incomes"].map(
          async (path) => (await holder.fetch(path)).status,
        ),
      );
      expect(statuses).toEqual([404, 404, 403]);
    },
  );
});
