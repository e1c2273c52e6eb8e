import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { fingerprintSchema, walletShareSchema } from "@qti/sdk/records/wire";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { RateLimiter, rateLimit } from "../core/rateLimit.ts";
import { refuseInvalid } from "../core/validation.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import { requireLevel } from "../identity/stepUp.ts";
import type { WalletShares } from "./walletShares.ts";

/** An account opens its keys by its wallet once a session. */
const perMinute = 10;

// Without a second factor the wallet would open everything by itself, which is what the share is against.
const steppedUp = requireLevel(2, { newcomers: "refuse" });
const path = "/v1/keys/{fingerprint}/share";
const shared = { tags: ["records"], security: sessionSecurity };
const params = z.object({ fingerprint: fingerprintSchema });
const shareContent = { "application/json": { schema: walletShareSchema.meta({ id: "WalletShare" }) } };

const getRoute = createRoute({
  ...shared,
  path,
  method: "get",
  summary: "The service's share of keys that a wallet opens",
  description:
    "Given only right after a second factor. Together with what the wallet signs it opens the keys, alone nothing.",
  middleware: [signedIn, steppedUp],
  request: { params },
  responses: {
    200: { description: "The share.", content: shareContent },
    ...problemAnswers("sign-in-required", "step-up-needed", "invalid-input"),
  },
});

const putRoute = createRoute({
  ...shared,
  path,
  method: "put",
  summary: "Keep the service's share of one's keys",
  description:
    "Of keys that the account published; the share of before is gone, and the slot that was made with it.",
  middleware: [signedIn, steppedUp, jsonBody(1024)],
  request: { params, body: { required: true, content: shareContent } },
  responses: {
    204: { description: "Kept." },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "too-large",
      "unsupported-media-type",
    ),
  },
});

const deleteRoute = createRoute({
  ...shared,
  path,
  method: "delete",
  summary: "Delete the service's share of one's keys",
  description: "The wallet opens them no more; every other way does.",
  middleware: [signedIn, steppedUp],
  request: { params },
  responses: {
    204: { description: "It is gone." },
    ...problemAnswers("sign-in-required", "step-up-needed", "origin-refused", "invalid-input"),
  },
});

/** The service's half of a wallet as a factor. */
export function walletShareRoutes({
  shares,
  clock,
}: {
  shares: WalletShares;
  clock: Clock;
}): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const limiter = new RateLimiter(perMinute, clock);
  app.use(
    "/v1/keys/:fingerprint/share",
    rateLimit(limiter, (c) => c.get("session")?.account),
  );

  app.openapi(getRoute, async (c) => {
    const { account } = requireSession(c);
    const share = await shares.get(account, c.req.valid("param").fingerprint);
    return c.json({ share: Buffer.from(share).toString("base64") }, 200, { "cache-control": "no-store" });
  });

  app.openapi(putRoute, async (c) => {
    const { account } = requireSession(c);
    const share = Buffer.from(c.req.valid("json").share, "base64");
    await shares.put(account, c.req.valid("param").fingerprint, share);
    return c.body(null, 204);
  });

  app.openapi(deleteRoute, async (c) => {
    const { account } = requireSession(c);
    await shares.delete(account, c.req.valid("param").fingerprint);
    return c.body(null, 204);
  });

  return app;
}
