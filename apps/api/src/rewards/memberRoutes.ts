import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import {
  leaderboardMeSchema,
  leaderboardNameBodySchema,
  referralCodeAnswerSchema,
} from "@qti/sdk/rewards/taps/wire";
import { getAddress } from "viem";
import type { AppEnv, Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import { codeOf } from "./referralCodes.ts";
import type { Taps } from "./taps.ts";

const tags = ["rewards"];
const security = sessionSecurity;
const me = {
  200: {
    description: "How the person is shown.",
    content: { "application/json": { schema: leaderboardMeSchema.meta({ id: "LeaderboardMe" }) } },
  },
};

const readRoute = createRoute({
  method: "get",
  path: "/v1/leaderboard/me",
  tags,
  summary: "By which name the signed-in person is shown",
  security,
  middleware: signedIn,
  responses: { ...me, ...problemAnswers("sign-in-required", "taps-disabled", "chain-unreachable") },
});

const joinRoute = createRoute({
  method: "put",
  path: "/v1/leaderboard/me",
  tags,
  summary: "Be shown on the leaderboard",
  description: "One name a person, of whoever had it first; names that look alike are the same.",
  security,
  middleware: [signedIn, jsonBody(1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: leaderboardNameBodySchema.meta({ id: "LeaderboardName" }) } },
    },
  },
  responses: {
    ...me,
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "invalid-input",
      "taps-disabled",
      "tap-no-identity",
      "name-taken",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const leaveRoute = createRoute({
  method: "delete",
  path: "/v1/leaderboard/me",
  tags,
  summary: "Be shown no more, from now on",
  security,
  middleware: signedIn,
  responses: {
    204: { description: "The name is deleted." },
    ...problemAnswers("sign-in-required", "origin-refused", "taps-disabled", "chain-unreachable"),
  },
});

const codeRoute = createRoute({
  method: "post",
  path: "/v1/referrals/codes",
  tags,
  summary: "The signed-in account's referral code",
  description: "Made when it is first asked for; it stays the same.",
  security,
  middleware: signedIn,
  responses: {
    200: {
      description: "The code.",
      content: {
        "application/json": { schema: inJson(referralCodeAnswerSchema.meta({ id: "ReferralCode" })) },
      },
    },
    ...problemAnswers("sign-in-required", "origin-refused", "chain-unreachable"),
  },
});

export type MemberRouteDeps = {
  db: Database;
  deployment: Deployment;
  clock: Clock;
  taps: Taps | undefined;
};

/** What only the signed-in person may do about itself. */
export function memberRoutes({ db, deployment, clock, taps }: MemberRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const leaderboards = () => {
    if (taps === undefined) throw new ProblemError("taps-disabled");
    return taps.leaderboards;
  };
  const accountOf = (c: Parameters<typeof requireSession>[0]) => getAddress(requireSession(c).account);

  app.openapi(readRoute, async (c) => c.json({ name: await leaderboards().nameOf(accountOf(c)) }, 200));

  app.openapi(joinRoute, async (c) => {
    const { name } = c.req.valid("json");
    await leaderboards().join(accountOf(c), name);
    return c.json({ name }, 200);
  });

  app.openapi(leaveRoute, async (c) => {
    await leaderboards().leave(accountOf(c));
    return c.body(null, 204);
  });

  app.openapi(codeRoute, async (c) => {
    const referrer = accountOf(c);
    return c.json({ code: await codeOf({ db, deployment, clock }, referrer), referrer }, 200);
  });

  return app;
}
