import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addressSchema,
  leaderboardPeriodSchema,
  leaderboardSchema,
  liveTapSessionSchema,
  referralCodeAnswerSchema,
  referralCodeSchema,
  relayedSchema,
  relayReferralBodySchema,
  signedTapVoucherSchema,
  startTapSessionBodySchema,
  tapBatchSchema,
  tapReceiptSchema,
  tapRulesSchema,
  tapStateSchema,
  tapVoucherBodySchema,
} from "@qti/sdk/rewards/taps/wire";
import type { AppEnv, Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { type RateLimiter, rateLimit } from "../core/rateLimit.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { referrerOf } from "./referralCodes.ts";
import { tapRules } from "./tapRules.ts";
import type { Taps } from "./taps.ts";

/** The largest signature in hex, and what it signs. */
const signedLimit = 24 * 1024;
/** As many taps as a batch may have, and its signature. */
const batchLimit = 4 * 1024;

const json = <schema extends z.ZodType>(schema: schema, id: string) => ({
  "application/json": { schema: inJson(schema.meta({ id })) },
});
const body = <schema extends z.ZodType>(schema: schema, id: string) => ({
  body: { required: true, content: { "application/json": { schema: schema.meta({ id }) } } },
});
const writes = ["invalid-input", "taps-disabled", "too-large", "unsupported-media-type"] as const;
const tags = ["rewards"];

const sessionRoute = createRoute({
  method: "post",
  path: "/v1/taps/sessions",
  tags,
  summary: "Let a key in the browser send taps for a wallet",
  description:
    "The wallet signs EIP-712 `TapSession(address account,bytes key,uint256 issuedAt,uint256 expiresAt)`; its hash is the session's id. It ends the session that the person had before, on whatever account of the identity. Sent again it answers the same while the session lives, and starts nothing once it has ended.",
  request: body(startTapSessionBodySchema, "StartTapSession"),
  responses: {
    200: { description: "It takes taps.", content: json(liveTapSessionSchema, "LiveTapSession") },
    ...problemAnswers(
      ...writes,
      "tap-session-clock",
      "tap-session-key",
      "tap-session-signature",
      "tap-session-replayed",
      "chain-unreachable",
    ),
  },
});

const batchRoute = createRoute({
  method: "post",
  path: "/v1/taps",
  tags,
  summary: "Send taps",
  description:
    "A batch is signed by the session's key. What is acknowledged is counted for ever; the same batch again gets the same answer and counts once, so repeat it until an answer comes. A refusal proves that it was not counted. When taps happened is the service's clock's to say; what they say themselves is rhythm, and may cover no more time than has passed.",
  request: body(tapBatchSchema, "TapBatch"),
  responses: {
    200: { description: "What became of it.", content: json(tapReceiptSchema, "TapReceipt") },
    ...problemAnswers(
      ...writes,
      "tap-session-ended",
      "tap-batch-signature",
      "tap-sequence",
      "tap-batch-forgotten",
      "chain-unreachable",
    ),
  },
});

const rulesRoute = createRoute({
  method: "get",
  path: "/v1/taps",
  tags,
  summary: "Every rule of taps as a number",
  responses: {
    200: { description: "The rules.", content: json(tapRulesSchema, "TapRules") },
    ...problemAnswers("taps-disabled", "chain-unreachable"),
  },
});

const stateRoute = createRoute({
  method: "get",
  path: "/v1/taps/{account}",
  tags,
  summary: "Where an account stands",
  description:
    "All accounts of one identity stand at the same place. What a wallet without an identity earned waits, and goes to the identity whose first account it becomes.",
  request: { params: z.object({ account: addressSchema }) },
  responses: {
    200: { description: "Its state.", content: json(tapStateSchema, "TapState") },
    ...problemAnswers("invalid-input", "taps-disabled", "chain-unreachable"),
  },
});

const voucherRoute = createRoute({
  method: "post",
  path: "/v1/taps/vouchers",
  tags,
  summary: "A voucher over all that was earned",
  description:
    "Signed by the tap oracle for `TapRewards.claim`, which pays what was not claimed before, within the daily cap. For the account whose wallet signed the newest session of the person, and no other. Good for an hour; one that is never used costs nothing.",
  request: body(tapVoucherBodySchema, "RequestTapVoucher"),
  responses: {
    200: { description: "Signed.", content: json(signedTapVoucherSchema, "SignedTapVoucher") },
    ...problemAnswers(
      ...writes,
      "tap-no-identity",
      "tap-nothing-to-claim",
      "tap-other-account",
      "chain-unreachable",
    ),
  },
});

const relayProblems = [
  ...writes,
  "relayer-disabled",
  "relay-refused",
  "relay-quota",
  "chain-unreachable",
] as const;

const claimRoute = createRoute({
  method: "post",
  path: "/v1/taps/claims",
  tags,
  summary: "Have a voucher claimed without gas",
  description:
    "Simulated first, then sent by the service's relayer. The same voucher again answers with the same transaction; one that failed on the chain is not sent again.",
  request: body(signedTapVoucherSchema, "ClaimTaps"),
  responses: {
    200: { description: "It was sent, and may still fail.", content: json(relayedSchema, "Relayed") },
    ...problemAnswers(...relayProblems, "tap-no-identity"),
  },
});

const bindRoute = createRoute({
  method: "post",
  path: "/v1/referrals",
  tags,
  summary: "Have a referral bound without gas",
  description: "The newcomer signs EIP-712 `Referral`; simulated first, then sent by the service's relayer.",
  request: body(relayReferralBodySchema, "RelayReferral"),
  responses: {
    200: { description: "It was sent, and may still fail.", content: json(relayedSchema, "Relayed") },
    ...problemAnswers(...relayProblems),
  },
});

const codeRoute = createRoute({
  method: "get",
  path: "/v1/referrals/codes/{code}",
  tags,
  summary: "Whose code it is",
  request: { params: z.object({ code: referralCodeSchema }) },
  responses: {
    200: { description: "Its owner.", content: json(referralCodeAnswerSchema, "ReferralCode") },
    ...problemAnswers("invalid-input", "chain-unreachable"),
  },
});

const leaderboardRoute = createRoute({
  method: "get",
  path: "/v1/leaderboard",
  tags,
  summary: "Who earned most by taps, of those who want to be shown",
  description: "By UTC days: `day` is today, `week` the last seven days, `all` everything.",
  request: { query: z.object({ period: leaderboardPeriodSchema }) },
  responses: {
    200: { description: "Most points first.", content: json(leaderboardSchema, "Leaderboard") },
    ...problemAnswers("invalid-input", "taps-disabled", "chain-unreachable"),
  },
});

export type TapRouteDeps = {
  db: Database;
  /** Of people: codes stand for accounts as it knows them. */
  deployment: Deployment;
  clock: Clock;
  /** Absent where contracts or the oracle's key are not known. */
  taps: Taps | undefined;
  /** What one address may start, ask for and have relayed. */
  starts: RateLimiter;
  callerOf: Parameters<typeof rateLimit>[1];
};

/** What needs no sign-in: signatures are the authority, and what is read is public. */
export function tapRoutes({
  db,
  deployment,
  clock,
  taps,
  starts,
  callerOf,
}: TapRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const open = () => {
    if (taps === undefined) throw new ProblemError("taps-disabled");
    return taps;
  };
  const relayer = () => {
    const { relayer } = open();
    if (relayer === undefined) throw new ProblemError("relayer-disabled");
    return relayer;
  };
  const middleware = [rateLimit(starts, callerOf), jsonBody(signedLimit)];

  app.openapi({ ...sessionRoute, middleware }, async (c) => {
    const live = await open().sessions.start(c.req.valid("json"));
    return c.json(z.encode(liveTapSessionSchema, live), 200);
  });

  app.openapi({ ...batchRoute, middleware: jsonBody(batchLimit) }, async (c) =>
    c.json(await open().desk.accept(c.req.valid("json")), 200),
  );

  app.openapi(rulesRoute, async (c) => {
    const { chain, relayer } = open();
    const caps = await chain.caps();
    const { tapRewards } = chain.contracts;
    const rules = {
      ...tapRules,
      chainId: chain.id,
      tapRewards,
      now: clock.now().getTime(),
      relay: relayer !== undefined,
      dailyCap: caps.day,
      waitingCap: caps.waiting,
    };
    return c.json(z.encode(tapRulesSchema, rules), 200);
  });

  app.openapi(stateRoute, async (c) =>
    c.json(z.encode(tapStateSchema, await open().vouchers.state(c.req.valid("param").account)), 200),
  );

  app.openapi({ ...voucherRoute, middleware }, async (c) => {
    const signed = await open().vouchers.issue(c.req.valid("json").account);
    return c.json(z.encode(signedTapVoucherSchema, signed), 200);
  });

  app.openapi({ ...claimRoute, middleware }, async (c) => {
    const signed = c.req.valid("json");
    const { identity } = await open().chain.standing(signed.voucher.account);
    if (identity === 0n) throw new ProblemError("tap-no-identity");
    return c.json(await relayer().claim(signed, `identity:${identity}`), 200);
  });

  app.openapi({ ...bindRoute, middleware }, async (c) =>
    c.json(await relayer().bind(c.req.valid("json")), 200),
  );

  app.openapi(codeRoute, async (c) => {
    const { code } = c.req.valid("param");
    return c.json({ code, referrer: await referrerOf(db, deployment, code) }, 200);
  });

  app.openapi(leaderboardRoute, async (c) => {
    const board = await open().leaderboards.read(c.req.valid("query").period);
    return c.json(z.encode(leaderboardSchema, board), 200);
  });

  return app;
}
