import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addPasskeyBodySchema,
  credentialIdSchema,
  factorsSchema,
  passkeyCreationSchema,
  recoveryCodesSchema,
  totpCodeBodySchema,
  totpEnrolmentSchema,
} from "@qti/sdk/identity/sign-in/wire";
import type { AppEnv } from "../core/context.ts";
import { jsonBody, jsonProblems } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { readFactors } from "./factors.ts";
import { PasskeyDesk } from "./passkeyDesk.ts";
import { RecoveryCodeDesk } from "./recoveryCodeDesk.ts";
import { raiseSession, requireSession, type SessionCookie, signedIn } from "./sessionCookie.ts";
import type { SessionStore } from "./sessionStore.ts";
import { requireLevel } from "./stepUp.ts";
import { type FactorDeps, TotpDesk } from "./totpDesk.ts";

// The first factor is added by the wallet alone: there is nothing else yet.
const adding = requireLevel(2, { newcomers: "pass" });
const changing = requireLevel(2, { newcomers: "refuse" });

const factorsContent = { "application/json": { schema: factorsSchema.meta({ id: "Factors" }) } };
const optionsContent = {
  "application/json": { schema: passkeyCreationSchema.meta({ id: "PasskeyCreation" }) },
};
const shared = { tags: ["factors"], security: sessionSecurity };

/** What can be wrong wherever a second factor is sent, and wherever a code is. */
export const factorProblems = ["sign-in-required", "origin-refused", "factors-disabled"] as const;
export const codeProblems = [...factorProblems, "factor-refused", "factor-delayed", ...jsonProblems] as const;

const readRoute = createRoute({
  ...shared,
  method: "get",
  path: "/v1/factors",
  summary: "One's second factors",
  middleware: [signedIn],
  responses: {
    200: { description: "The factors.", content: factorsContent },
    ...problemAnswers("sign-in-required", "factors-disabled"),
  },
});

const startPasskeyRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/factors/passkeys/options",
  summary: "Options to make a passkey by",
  description:
    "For `PublicKeyCredential.parseCreationOptionsFromJSON`; good for one try within five minutes. Without a second factor the wallet is enough, each further one needs one of those that are there.",
  middleware: [signedIn, adding],
  responses: {
    200: { description: "The options.", content: optionsContent },
    ...problemAnswers(...factorProblems, "step-up-needed"),
  },
});

const addPasskeyRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/factors/passkeys",
  summary: "Add a passkey",
  description: "It counts as given: the session goes on at level 2, under a new cookie.",
  middleware: [signedIn, adding, jsonBody(64 * 1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: addPasskeyBodySchema.meta({ id: "AddPasskey" }) } },
    },
  },
  responses: {
    200: { description: "Added.", content: factorsContent },
    ...problemAnswers(
      ...factorProblems,
      "step-up-needed",
      "factor-refused",
      "quota-exceeded",
      ...jsonProblems,
    ),
  },
});

const removePasskeyRoute = createRoute({
  ...shared,
  method: "delete",
  path: "/v1/factors/passkeys/{id}",
  summary: "Remove a passkey",
  description:
    "With the last second factor go the recovery codes and the shares of keys that a wallet opens.",
  middleware: [signedIn, changing],
  request: { params: z.object({ id: credentialIdSchema }) },
  responses: {
    200: { description: "Removed.", content: factorsContent },
    ...problemAnswers(...factorProblems, "step-up-needed", "invalid-input"),
  },
});

const enrolRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/factors/totp",
  summary: "Begin with an authenticator app",
  description: "The secret is shown this once, and waits ten minutes to be confirmed.",
  middleware: [signedIn, adding],
  responses: {
    200: {
      description: "What the app has to know.",
      content: { "application/json": { schema: totpEnrolmentSchema.meta({ id: "TotpEnrolment" }) } },
    },
    ...problemAnswers(...factorProblems, "step-up-needed", "factor-exists"),
  },
});

const confirmRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/factors/totp/confirmation",
  summary: "Confirm the authenticator app by its first code",
  description: "It counts as given: the session goes on at level 2, under a new cookie.",
  middleware: [signedIn, adding, jsonBody(1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: totpCodeBodySchema.meta({ id: "TotpCode" }) } },
    },
  },
  responses: {
    200: { description: "Confirmed.", content: factorsContent },
    ...problemAnswers(...codeProblems, "step-up-needed"),
  },
});

const removeTotpRoute = createRoute({
  ...shared,
  method: "delete",
  path: "/v1/factors/totp",
  summary: "Remove the authenticator app",
  description:
    "With the last second factor go the recovery codes and the shares of keys that a wallet opens.",
  middleware: [signedIn, changing],
  responses: {
    200: { description: "Removed.", content: factorsContent },
    ...problemAnswers(...factorProblems, "step-up-needed"),
  },
});

const recoveryCodesRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/factors/recovery-codes",
  summary: "Make ten recovery codes",
  description: "They are shown this once, and those of before work no more.",
  middleware: [signedIn, changing],
  responses: {
    200: {
      description: "The codes.",
      content: { "application/json": { schema: recoveryCodesSchema.meta({ id: "RecoveryCodes" }) } },
    },
    ...problemAnswers(...factorProblems, "step-up-needed"),
  },
});

/** What second factors are made of; undefined where the service was given no key for them. */
export type FactorParts = (FactorDeps & { webOrigin: string }) | undefined;

export type FactorRouteDeps = {
  db: Database;
  factors: FactorParts;
  sessions: SessionStore;
  cookie: SessionCookie;
};

/** @throws {@link ProblemError} `factors-disabled` */
export function requireFactors(factors: FactorParts): NonNullable<FactorParts> {
  if (factors === undefined) throw new ProblemError("factors-disabled");
  return factors;
}

/** Adding second factors, seeing and removing them. */
export function factorRoutes({ db, factors, sessions, cookie }: FactorRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const parts = () => requireFactors(factors);

  app.openapi(readRoute, async (c) => {
    parts();
    return c.json(await readFactors(db, requireSession(c).account), 200);
  });

  app.openapi(startPasskeyRoute, async (c) =>
    c.json(await new PasskeyDesk(parts()).startRegistration(requireSession(c)), 200),
  );

  app.openapi(addPasskeyRoute, async (c) => {
    const session = requireSession(c);
    const { name, credential } = c.req.valid("json");
    await new PasskeyDesk(parts()).register(session, name, credential);
    await raiseSession(c, sessions, cookie);
    return c.json(await readFactors(db, session.account), 200);
  });

  app.openapi(removePasskeyRoute, async (c) => {
    const { account } = requireSession(c);
    await new PasskeyDesk(parts()).remove(account, c.req.valid("param").id);
    return c.json(await readFactors(db, account), 200);
  });

  app.openapi(enrolRoute, async (c) =>
    c.json(await new TotpDesk(parts()).enrol(requireSession(c).account), 200),
  );

  app.openapi(confirmRoute, async (c) => {
    const { account } = requireSession(c);
    await new TotpDesk(parts()).confirm(account, c.req.valid("json").code);
    await raiseSession(c, sessions, cookie);
    return c.json(await readFactors(db, account), 200);
  });

  app.openapi(removeTotpRoute, async (c) => {
    const { account } = requireSession(c);
    await new TotpDesk(parts()).remove(account);
    return c.json(await readFactors(db, account), 200);
  });

  app.openapi(recoveryCodesRoute, async (c) =>
    c.json({ codes: await new RecoveryCodeDesk(parts()).make(requireSession(c).account) }, 200),
  );

  return app;
}
