import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { staffRoles } from "@qti/sdk/identity/sign-in/wire";
import { accountSchema, recordIdSchema } from "@qti/sdk/records/wire";
import { count, isNotNull, isNull } from "drizzle-orm";
import type { AppEnv } from "../core/context.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { requireAbility } from "../identity/assertAbility.ts";
import { signedIn } from "../identity/sessionCookie.ts";
import { logSize } from "../log/logStore.ts";
import { blobs, recordHeaders, records, regionOutbox } from "../records/tables.ts";
import { type ReportDeps, reportAccess } from "./accessReport.ts";
import { erasures } from "./tables.ts";

const findingsSchema = z.strictObject({
  count: z.int().min(0),
  first: z.array(z.strictObject({ record: recordIdSchema, account: accountSchema })).max(200),
});
const reportSchema = z
  .strictObject({
    spaces: z.array(
      z.strictObject({
        space: z.string(),
        role: z.enum(staffRoles),
        records: z.int().min(0),
        excess: findingsSchema.describe("Readers who do not hold the role."),
        lacking: findingsSchema.describe("Holders of the role who are no readers."),
      }),
    ),
  })
  .openapi("AccessReport");
const operationsSchema = z
  .strictObject({
    records: z.int().min(0),
    blobs: z.int().min(0),
    leaves: z.int().min(0),
    owed: z
      .array(z.strictObject({ region: z.string(), action: z.enum(["put", "delete"]), blobs: z.int().min(1) }))
      .describe("What regions still have to copy or delete."),
    unsealedHeaders: z.int().min(0),
    erasuresUnderWay: z.int().min(0),
  })
  .openapi("Operations");

const reportRoute = createRoute({
  method: "get",
  path: "/v1/access-report",
  tags: ["privacy"],
  summary: "Where roles and readers disagree",
  description:
    "Of records that are for a role: who can open them without it, and who holds it and cannot. For auditors and data-protection officers; nothing of what is in a record, nor whose it is.",
  security: sessionSecurity,
  middleware: [signedIn, requireAbility("read", "AccessReport")],
  responses: {
    200: { description: "By space.", content: { "application/json": { schema: reportSchema } } },
    ...problemAnswers("sign-in-required", "role-required", "step-up-needed", "chain-unreachable"),
  },
});

const operationsRoute = createRoute({
  method: "get",
  path: "/v1/operations",
  tags: ["privacy"],
  summary: "How much there is, and what is owed to regions",
  description: "Numbers only, for operators.",
  security: sessionSecurity,
  middleware: [signedIn, requireAbility("read", "Operations")],
  responses: {
    200: { description: "Of this moment.", content: { "application/json": { schema: operationsSchema } } },
    ...problemAnswers("sign-in-required", "role-required", "step-up-needed", "chain-unreachable"),
  },
});

/** What roles of the staff may see of the whole, without any content. */
export function staffRoutes(deps: ReportDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  const { db } = deps;

  app.openapi(reportRoute, async (c) => {
    const spaces = await reportAccess(deps);
    return c.json(reportSchema.parse({ spaces }), 200);
  });

  app.openapi(operationsRoute, async (c) => {
    const [all, stored, leaves, owed, unsealedHeaders, erasuresUnderWay] = await Promise.all([
      db.$count(records),
      db.$count(blobs, isNotNull(blobs.storedAt)),
      logSize(db),
      db
        .select({ region: regionOutbox.region, action: regionOutbox.action, blobs: count() })
        .from(regionOutbox)
        .groupBy(regionOutbox.region, regionOutbox.action)
        .orderBy(regionOutbox.region, regionOutbox.action),
      db.$count(recordHeaders, isNull(recordHeaders.keyId)),
      db.$count(erasures, isNull(erasures.finishedAt)),
    ]);
    return c.json({ records: all, blobs: stored, leaves, owed, unsealedHeaders, erasuresUnderWay }, 200);
  });

  return app;
}
