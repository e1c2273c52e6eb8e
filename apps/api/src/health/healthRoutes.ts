import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Regions } from "../blobs/regions.ts";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { AppEnv } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { regionOutbox, regionTrees } from "../records/tables.ts";
import type { TransportProbe } from "../transport/probe.ts";

const checkSchema = z.strictObject({
  ok: z.boolean(),
  /** How long the answer took. */
  ms: z.number(),
});

const regionSchema = z
  .strictObject({
    ...checkSchema.shape,
    owed: z.int().nullable().openapi({
      description:
        "Copies and deletions that the region still owes, 10000 for that many or more; null when that is not known.",
    }),
    wholeAt: z.iso.datetime().nullable().openapi({
      description: "When the region was last found to hold what it ought to.",
    }),
  })
  .openapi("RegionHealth");

const transportSchema = z
  .strictObject({
    state: z.enum(["post-quantum", "classical", "plain", "unreachable"]),
    /** As TLS names it, e.g. X25519MLKEM768. */
    group: z.string().nullable(),
    protocol: z.string().nullable(),
  })
  .openapi({
    description:
      "What a connection to the api's own public address negotiated within the last minute: a proxy in front may take post-quantum key exchange away without a word. `plain` is no TLS.",
  });

const healthSchema = z
  .strictObject({
    status: z.enum(["ok", "degraded", "down"]).openapi({
      description:
        "`degraded`: signed-in people can work, but the chain or a region does not answer. `down`: take this process out of service.",
    }),
    services: z.array(z.string()),
    database: checkSchema,
    rpc: checkSchema,
    regions: z.record(z.string(), regionSchema),
    transport: transportSchema,
  })
  .openapi("Health");

const healthContent = { "application/json": { schema: healthSchema } };
const route = createRoute({
  method: "get",
  path: "/v1/health",
  tags: ["health"],
  summary: "Whether this process can serve",
  responses: {
    200: { description: "Ready, though perhaps degraded.", content: healthContent },
    503: { description: "Not ready.", content: healthContent },
  },
});

async function timed(check: () => Promise<unknown>): Promise<z.infer<typeof checkSchema>> {
  const started = performance.now();
  // Why it failed is in the service's log when something needed it; a public page is not the place for it.
  const ok = await check().then(
    () => true,
    () => false,
  );
  return { ok, ms: Math.round((performance.now() - started) * 10) / 10 };
}

/** How far regions are behind. Counting ends where it would take long. */
async function regionsBehind(db: Database) {
  const [trees, { rows }] = await Promise.all([
    db.select({ region: regionTrees.region, wholeAt: regionTrees.wholeAt }).from(regionTrees),
    db.execute<{ region: string; owed: number }>(sql`
      select region, count(*)::int as owed from (select region from ${regionOutbox} limit 10000) as counted group by region
    `),
  ]);
  return {
    owed: new Map(rows.map(({ region, owed }) => [region, owed])),
    wholeAt: new Map(trees.map(({ region, wholeAt }) => [region, wholeAt])),
  };
}

export type HealthDeps = {
  db: Database;
  chain: ChainClient;
  regions: Regions;
  services: readonly string[];
  transport: TransportProbe;
};

/** Readiness for orchestrators and balancers. */
export function healthRoutes({ db, chain, regions, services, transport }: HealthDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.openapi(route, async (c) => {
    const [negotiated, database, rpc, behind, ...checks] = await Promise.all([
      transport.read(),
      timed(() => db.execute(sql`select 1`)),
      timed(() => assertChain(chain)),
      regionsBehind(db).catch(() => undefined),
      ...regions.stores.map((store) => timed(() => store.check())),
    ]);
    const working = checks.filter((check) => check.ok).length;
    const ready = database.ok && working >= regions.quorum;
    const whole = rpc.ok && working === checks.length;
    const body: z.infer<typeof healthSchema> = {
      status: ready ? (whole ? "ok" : "degraded") : "down",
      services: [...services],
      database,
      rpc,
      regions: Object.fromEntries(
        regions.stores.map(({ name }, index) => [
          name,
          {
            ...(checks[index] ?? { ok: false, ms: 0 }),
            owed: behind === undefined ? null : (behind.owed.get(name) ?? 0),
            wholeAt: behind?.wholeAt.get(name)?.toISOString() ?? null,
          },
        ]),
      ),
      transport: negotiated,
    };
    return ready ? c.json(body, 200) : c.json(body, 503);
  });
  return app;
}
