import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  currentSessionSchema,
  endedSessionsSchema,
  type Session as SessionJson,
  sessionListSchema,
  sessionSchema,
} from "@qti/sdk/identity/sign-in/wire";
import type { ChainClient } from "../core/chain.ts";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { type RateLimiter, rateLimit } from "../core/rateLimit.ts";
import { refuseInvalid } from "../core/validation.ts";
import { clientKind } from "./client.ts";
import { requireSession, type SessionCookie, signedIn } from "./sessionCookie.ts";
import type { Session, SessionStore } from "./sessionStore.ts";
import { readSignInMessage, refuseSignIn } from "./signInMessage.ts";
import { verifySignature } from "./verifySignature.ts";

const nonceSchema = z
  .strictObject({
    nonce: z.string(),
    expiresAt: z.iso.datetime(),
    domain: z.string().openapi({ description: "What the message must name as its domain." }),
    uri: z.string(),
    chainId: z.int(),
  })
  .openapi("SignInNonce");

const signInSchema = z
  .strictObject({
    message: z.string().min(1).max(4096),
    // Long enough for a smart account that deploys itself (ERC-6492).
    signature: z
      .string()
      .max(32_770)
      .regex(/^0x(?:[0-9a-fA-F]{2})+$/, "expected hex bytes")
      .pipe(z.custom<`0x${string}`>()),
  })
  .openapi("SignIn");

const nonceRoute = createRoute({
  method: "get",
  path: "/v1/session/nonce",
  tags: ["session"],
  summary: "A nonce to sign in with",
  description: "Good for one sign-in within five minutes.",
  responses: {
    200: { description: "The nonce.", content: { "application/json": { schema: nonceSchema } } },
    ...problemAnswers(),
  },
});

const signInRoute = createRoute({
  method: "post",
  path: "/v1/session",
  tags: ["session"],
  summary: "Sign in with a wallet",
  description:
    "Takes a Sign-In with Ethereum message (EIP-4361) and its signature: an ordinary key, ERC-1271 or ERC-6492. The token comes back as an HttpOnly cookie.",
  request: { body: { required: true, content: { "application/json": { schema: signInSchema } } } },
  responses: {
    200: {
      description: "Signed in.",
      content: { "application/json": { schema: z.object({ session: sessionSchema }) } },
    },
    ...problemAnswers(
      "sign-in-refused",
      "origin-refused",
      "invalid-input",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const whoRoute = createRoute({
  method: "get",
  path: "/v1/session",
  tags: ["session"],
  summary: "Who is signed in",
  description: "Answers 200 with null for nobody: not being signed in is no error.",
  responses: {
    200: {
      description: "The session, or null.",
      content: { "application/json": { schema: currentSessionSchema } },
    },
    ...problemAnswers(),
  },
});

const signOutRoute = createRoute({
  method: "delete",
  path: "/v1/session",
  tags: ["session"],
  summary: "Sign out",
  responses: {
    204: { description: "The session has ended, or there was none." },
    ...problemAnswers("origin-refused"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/v1/sessions",
  tags: ["session"],
  summary: "One's sessions, the last used first",
  security: sessionSecurity,
  middleware: [signedIn],
  responses: {
    200: {
      description: "The sessions.",
      content: { "application/json": { schema: sessionListSchema.meta({ id: "SessionList" }) } },
    },
    ...problemAnswers("sign-in-required"),
  },
});

const endRoute = createRoute({
  method: "delete",
  path: "/v1/sessions/{id}",
  tags: ["session"],
  summary: "End one of one's sessions",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    204: { description: "It has ended." },
    ...problemAnswers("sign-in-required", "origin-refused", "invalid-input"),
  },
});

const endOthersRoute = createRoute({
  method: "delete",
  path: "/v1/sessions",
  tags: ["session"],
  summary: "End all of one's sessions but this one",
  description: "Needs no second factor: who fears that somebody else is in has to be quick.",
  security: sessionSecurity,
  middleware: [signedIn],
  responses: {
    200: {
      description: "They have ended.",
      content: { "application/json": { schema: endedSessionsSchema.meta({ id: "EndedSessions" }) } },
    },
    ...problemAnswers("sign-in-required", "origin-refused"),
  },
});

/** A session as its owner is told of it. */
export function sessionToWire(session: Session): SessionJson {
  const { account, chainId, level, steppedUpAt, createdAt, expiresAt } = session;
  return {
    account,
    chainId,
    level,
    steppedUpAt: steppedUpAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

export type SessionRouteDeps = {
  store: SessionStore;
  cookie: SessionCookie;
  chain: ChainClient;
  clock: Clock;
  webOrigin: string;
  signIns: RateLimiter;
  callerOf: Parameters<typeof rateLimit>[1];
};

/** Signing in, asking who is, signing out, and the sessions of an account. */
export function sessionRoutes(deps: SessionRouteDeps): OpenAPIHono<AppEnv> {
  const { store, cookie, chain, clock, webOrigin } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const limited = rateLimit(deps.signIns, deps.callerOf);

  app.openapi({ ...nonceRoute, middleware: [limited] }, async (c) => {
    const { nonce, expiresAt } = await store.issueNonce();
    const web = new URL(webOrigin);
    return c.json(
      {
        nonce,
        expiresAt: expiresAt.toISOString(),
        domain: web.host,
        uri: web.origin,
        chainId: chain.chain.id,
      },
      200,
    );
  });

  app.openapi({ ...signInRoute, middleware: [limited, jsonBody(64 * 1024)] }, async (c) => {
    const { message, signature } = c.req.valid("json");
    const { account, nonce } = readSignInMessage(message, {
      webOrigin,
      chainId: chain.chain.id,
      now: clock.now(),
    });
    // Spent before the signature is looked at: one nonce is one try, whatever comes of it.
    if (!(await store.spendNonce(nonce))) {
      throw refuseSignIn("nonce", "The nonce is unknown, was used before, or has expired.");
    }
    if (!(await verifySignature(chain, { account, message, signature }))) {
      throw refuseSignIn("signature", "The signature is not that of the account in the message.");
    }
    const previous = cookie.read(c);
    if (previous !== undefined) await store.end(previous);
    const { token, session } = await store.start(
      account,
      chain.chain.id,
      clientKind(c.req.header("user-agent")),
    );
    cookie.write(c, token, session.expiresAt);
    return c.json({ session: sessionToWire(session) }, 200);
  });

  app.openapi(whoRoute, (c) => {
    const session = c.get("session");
    return c.json({ session: session === undefined ? null : sessionToWire(session) }, 200);
  });

  app.openapi(signOutRoute, async (c) => {
    const token = cookie.read(c);
    if (token !== undefined) await store.end(token);
    cookie.clear(c);
    return c.body(null, 204);
  });

  app.openapi(listRoute, async (c) => c.json({ items: await store.list(requireSession(c)) }, 200));

  app.openapi(endRoute, async (c) => {
    const session = requireSession(c);
    const { id } = c.req.valid("param");
    // Somebody else's looks exactly like none.
    if (!(await store.endById(session.account, id))) throw new ProblemError("not-found");
    if (id === session.id) cookie.clear(c);
    return c.body(null, 204);
  });

  app.openapi(endOthersRoute, async (c) => c.json({ ended: await store.endOthers(requireSession(c)) }, 200));

  return app;
}
