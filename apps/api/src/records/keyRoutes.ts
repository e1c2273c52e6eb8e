import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { KeysNotAuthenticError, verifyPublishedKeys } from "@qti/sdk/records";
import {
  fingerprintSchema,
  keysPageSchema,
  listKeysQuerySchema,
  publishedKeysSchema,
  putKeysBodySchema,
} from "@qti/sdk/records/wire";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import { requireLevel } from "../identity/stepUp.ts";
import { findKeys, listKeys, publishKeys, revokeKeys } from "./keyStore.ts";

// Somebody without a second factor has nothing but the wallet to lose; who has one is asked for it.
const steppedUp = requireLevel(2, { newcomers: "pass" });

const params = z.object({ fingerprint: fingerprintSchema });
const keysContent = { "application/json": { schema: publishedKeysSchema.meta({ id: "PublishedKeys" }) } };

const putRoute = createRoute({
  method: "put",
  path: "/v1/keys",
  tags: ["records"],
  summary: "Publish one's public keys",
  description:
    "The keys sign, together with the account, that they belong to it; so nobody can publish another person's keys as their own. From then on records can name them as a reader.",
  security: sessionSecurity,
  middleware: [signedIn, steppedUp, jsonBody(32 * 1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: putKeysBodySchema.meta({ id: "PutKeys" }) } },
    },
  },
  responses: {
    200: { description: "Published.", content: keysContent },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "key-conflict",
      "quota-exceeded",
      "too-large",
      "unsupported-media-type",
    ),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/keys/{fingerprint}",
  tags: ["records"],
  summary: "Public keys by their fingerprint",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params },
  responses: {
    200: { description: "The keys.", content: keysContent },
    ...problemAnswers("sign-in-required", "invalid-input"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/v1/keys",
  tags: ["records"],
  summary: "Public keys of an account, newest first",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { query: listKeysQuerySchema },
  responses: {
    200: {
      description: "The keys.",
      content: { "application/json": { schema: keysPageSchema.meta({ id: "KeysPage" }) } },
    },
    ...problemAnswers("sign-in-required", "invalid-input"),
  },
});

const revokeRoute = createRoute({
  method: "delete",
  path: "/v1/keys/{fingerprint}",
  tags: ["records"],
  summary: "Revoke one's keys",
  description:
    "Nothing new can be signed by them or shared with them. What was shared before stays readable to its reader.",
  security: sessionSecurity,
  middleware: [signedIn, steppedUp],
  request: { params },
  responses: {
    200: { description: "Revoked, now or before.", content: keysContent },
    ...problemAnswers("sign-in-required", "step-up-needed", "origin-refused", "invalid-input"),
  },
});

/** The directory of public keys that records are sealed for. */
export function keyRoutes({
  db,
  clock,
  chainId,
}: {
  db: Database;
  clock: Clock;
  chainId: number;
}): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(putRoute, async (c) => {
    const { account } = requireSession(c);
    const body = c.req.valid("json");
    if (body.account !== account) throw invalid("account", "must be the account that is signed in");
    if (body.chainId !== chainId) throw invalid("chainId", `must be ${chainId}`);
    try {
      await verifyPublishedKeys(body);
    } catch (error) {
      if (error instanceof KeysNotAuthenticError) throw invalid("signature", error.reason);
      throw error;
    }
    return c.json(await publishKeys(db, clock, body), 200);
  });

  app.openapi(getRoute, async (c) => c.json(await findKeys(db, c.req.valid("param").fingerprint), 200));

  app.openapi(listRoute, async (c) =>
    c.json({ items: await listKeys(db, c.req.valid("query").account) }, 200),
  );

  app.openapi(revokeRoute, async (c) => {
    const { account } = requireSession(c);
    return c.json(await revokeKeys(db, clock, account, c.req.valid("param").fingerprint), 200);
  });

  return app;
}

function invalid(field: string, message: string): ProblemError {
  return new ProblemError("invalid-input", { errors: [{ field, message }] });
}
