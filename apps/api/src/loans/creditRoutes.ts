import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import {
  creditApplicationSchema,
  creditIncomeBodySchema,
  creditIncomeSchema,
  creditIncomesSchema,
  underwritingRulesSchema,
} from "@qti/sdk/loans/applications/wire";
import type { MiddlewareHandler } from "hono";
import { type Address, getAddress } from "viem";
import { z } from "zod";
import type { AppEnv } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Action } from "../identity/abilities.ts";
import { assertAbility } from "../identity/assertAbility.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import type { CreditDesk } from "./creditDesk.ts";

const tags = ["loans"];
const security = sessionSecurity;
const applicationContent = {
  "application/json": { schema: inJson(creditApplicationSchema.meta({ id: "CreditApplication" })) },
};

const rulesRoute = createRoute({
  method: "get",
  path: "/v1/credit/rules",
  tags,
  summary: "By which rule credit lines are given, as numbers",
  responses: {
    200: {
      description: "The rule.",
      content: {
        "application/json": { schema: inJson(underwritingRulesSchema.meta({ id: "UnderwritingRules" })) },
      },
    },
    ...problemAnswers("credit-disabled"),
  },
});

const applyRoute = createRoute({
  method: "post",
  path: "/v1/credit/applications",
  tags,
  summary: "Apply for a credit line, or for a higher limit",
  description:
    "One line a person, whichever of its accounts is signed in. The answer says each reason and what would bring a point more; where it is approved it holds an attestation that anybody may submit within a day. Nothing changes on the chain until then.",
  security,
  middleware: signedIn,
  responses: {
    200: { description: "What became of it.", content: applicationContent },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "credit-disabled",
      "application-quota",
      "chain-unreachable",
      "index-unreachable",
    ),
  },
});

const lastRoute = createRoute({
  method: "get",
  path: "/v1/credit/applications/me",
  tags,
  summary: "The signed-in person's last application",
  security,
  middleware: signedIn,
  responses: {
    200: { description: "As it was answered.", content: applicationContent },
    204: { description: "There was none." },
    ...problemAnswers("sign-in-required", "credit-disabled", "chain-unreachable"),
  },
});

const recordRoute = createRoute({
  method: "post",
  path: "/v1/credit/incomes",
  tags,
  summary: "Record an income that somebody proved",
  description: "For accounts that hold UNDERWRITER. The newest of a person counts, until it ends.",
  security,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: creditIncomeBodySchema.meta({ id: "RecordIncome" }) } },
    },
  },
  responses: {
    201: {
      description: "It is on record.",
      content: { "application/json": { schema: inJson(creditIncomeSchema.meta({ id: "CreditIncome" })) } },
    },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "role-required",
      "step-up-needed",
      "invalid-input",
      "credit-disabled",
      "credit-unknown-person",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const incomesRoute = createRoute({
  method: "get",
  path: "/v1/credit/incomes",
  tags,
  summary: "Incomes on record",
  description: "For accounts that hold UNDERWRITER: the newest of each person, newest first, at most 200.",
  security,
  responses: {
    200: {
      description: "Incomes.",
      content: { "application/json": { schema: inJson(creditIncomesSchema.meta({ id: "CreditIncomes" })) } },
    },
    ...problemAnswers(
      "sign-in-required",
      "role-required",
      "step-up-needed",
      "credit-disabled",
      "chain-unreachable",
    ),
  },
});

export type CreditRouteDeps = {
  /** Absent where this service underwrites nothing. */
  desk: CreditDesk | undefined;
};

/** Applications for credit lines, and what an underwriter has to know for them. */
export function creditRoutes({ desk }: CreditRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const open = () => {
    if (desk === undefined) throw new ProblemError("credit-disabled");
    return desk;
  };
  const accountOf = (c: Parameters<typeof requireSession>[0]): Address =>
    getAddress(requireSession(c).account);
  /** Before a body is read. */
  const may =
    (action: Action): MiddlewareHandler<AppEnv> =>
    async (c, next) => {
      requireSession(c);
      open();
      await assertAbility(c, action, "CreditIncome");
      await next();
    };

  app.openapi(rulesRoute, (c) => c.json(z.encode(underwritingRulesSchema, open().rules()), 200));

  app.openapi(applyRoute, async (c) =>
    c.json(z.encode(creditApplicationSchema, await open().apply(accountOf(c))), 200),
  );

  app.openapi(lastRoute, async (c) => {
    const last = await open().last(accountOf(c));
    return last === undefined ? c.body(null, 204) : c.json(z.encode(creditApplicationSchema, last), 200);
  });

  app.openapi({ ...recordRoute, middleware: [may("create"), jsonBody(1024)] }, async (c) => {
    const income = await open().recordIncome(accountOf(c), c.req.valid("json"));
    return c.json(z.encode(creditIncomeSchema, income), 201);
  });

  app.openapi({ ...incomesRoute, middleware: [may("read")] }, async (c) =>
    c.json(z.encode(creditIncomesSchema, { incomes: await open().incomes() }), 200),
  );

  return app;
}
