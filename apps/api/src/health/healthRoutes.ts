import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Regions } from "../blobs/regions.ts";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { AppEnv } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import type { TransportProbe } from "../transport/probe.ts";

const checkSchema = z.strictObject({
  ok: z.boolean(),
  /** How long the answer took. */
  ms: z.number(),
});

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
    regions: z.record(z.string(), checkSchema),
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
    const [negotiated, database, rpc, ...checks] = await Promise.all([
      transport.read(),
      timed(() => db.execute(sql`select 1`)),
      timed(() => assertChain(chain)),
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
        regions.stores.map((store, index) => [store.name, checks[index] ?? { ok: false, ms: 0 }]),
      ),
      transport: negotiated,
    };
    return ready ? c.json(body, 200) : c.json(body, 503);
  });
  return app;
}
