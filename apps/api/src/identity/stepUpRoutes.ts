import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import {
  passkeyRequestSchema,
  provePasskeyBodySchema,
  recoveryCodeBodySchema,
  steppedUpSchema,
  totpCodeBodySchema,
} from "@qti/sdk/identity/sign-in/wire";
import type { Context } from "hono";
import type { AppEnv } from "../core/context.ts";
import { jsonBody, jsonProblems } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { refuseInvalid } from "../core/validation.ts";
import { codeProblems, type FactorParts, factorProblems, requireFactors } from "./factorRoutes.ts";
import { PasskeyDesk } from "./passkeyDesk.ts";
import { RecoveryCodeDesk } from "./recoveryCodeDesk.ts";
import { raiseSession, requireSession, type SessionCookie, signedIn } from "./sessionCookie.ts";
import { sessionToWire } from "./sessionRoutes.ts";
import type { SessionStore } from "./sessionStore.ts";
import { TotpDesk } from "./totpDesk.ts";

const raised = {
  description: "The session goes on at level 2, under a new cookie.",
  content: { "application/json": { schema: steppedUpSchema.meta({ id: "SteppedUp" }) } },
};
const shared = { method: "post" as const, tags: ["session"], security: sessionSecurity };
const body = <schema extends z.ZodType>(schema: schema) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const startRoute = createRoute({
  ...shared,
  path: "/v1/session/passkey/options",
  summary: "Options to prove a passkey by",
  description: "For `PublicKeyCredential.parseRequestOptionsFromJSON`; good for one try within five minutes.",
  middleware: [signedIn],
  responses: {
    200: {
      description: "The options.",
      content: { "application/json": { schema: passkeyRequestSchema.meta({ id: "PasskeyRequest" }) } },
    },
    ...problemAnswers(...factorProblems),
  },
});

const passkeyRoute = createRoute({
  ...shared,
  path: "/v1/session/passkey",
  summary: "Give a passkey as the second factor",
  middleware: [signedIn, jsonBody(32 * 1024)],
  request: body(provePasskeyBodySchema.meta({ id: "ProvePasskey" })),
  responses: {
    200: raised,
    ...problemAnswers(...factorProblems, "factor-refused", ...jsonProblems),
  },
});

const totpRoute = createRoute({
  ...shared,
  path: "/v1/session/totp",
  summary: "Give a code of the authenticator app as the second factor",
  description: "Each code works once. Wrong ones make the next wait, longer each time.",
  middleware: [signedIn, jsonBody(1024)],
  request: body(totpCodeBodySchema),
  responses: { 200: raised, ...problemAnswers(...codeProblems) },
});

const recoveryCodeRoute = createRoute({
  ...shared,
  path: "/v1/session/recovery-code",
  summary: "Give a recovery code as the second factor",
  description: "Each code works once. Wrong ones make the next wait, longer each time.",
  middleware: [signedIn, jsonBody(1024)],
  request: body(recoveryCodeBodySchema.meta({ id: "RecoveryCode" })),
  responses: { 200: raised, ...problemAnswers(...codeProblems) },
});

export type StepUpRouteDeps = { factors: FactorParts; sessions: SessionStore; cookie: SessionCookie };

/** Giving a second factor. */
export function stepUpRoutes({ factors, sessions, cookie }: StepUpRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const parts = () => requireFactors(factors);
  const raise = async (c: Context<AppEnv>) => ({
    session: sessionToWire(await raiseSession(c, sessions, cookie)),
  });

  app.openapi(startRoute, async (c) =>
    c.json(await new PasskeyDesk(parts()).startProof(requireSession(c)), 200),
  );

  app.openapi(passkeyRoute, async (c) => {
    await new PasskeyDesk(parts()).prove(requireSession(c), c.req.valid("json").credential);
    return c.json(await raise(c), 200);
  });

  app.openapi(totpRoute, async (c) => {
    await new TotpDesk(parts()).prove(requireSession(c).account, c.req.valid("json").code);
    return c.json(await raise(c), 200);
  });

  app.openapi(recoveryCodeRoute, async (c) => {
    await new RecoveryCodeDesk(parts()).prove(requireSession(c).account, c.req.valid("json").code);
    return c.json(await raise(c), 200);
  });

  return app;
}
