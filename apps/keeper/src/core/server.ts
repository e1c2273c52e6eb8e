import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import type { Journal } from "./journal.ts";
import type { Metrics } from "./metrics.ts";

export type StatusDeps = {
  journal: Journal;
  metrics: Metrics;
  /** `standby` while another process signs with the same key. */
  state: () => "standby" | "working";
};

/** JSON has no integers of this size. */
const decimals = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

/** What operators and their tools ask: health, metrics for Prometheus, and the books. Nothing here changes anything. */
export function statusApp({ journal, metrics, state }: StatusDeps): Hono {
  const app = new Hono();
  app.get("/health", (c) => c.json({ status: "ok", state: state() }));
  app.get("/metrics", async (c) =>
    c.body(await metrics.registry.metrics(), 200, { "content-type": metrics.registry.contentType }),
  );
  app.get("/accounts", async (c) =>
    c.body(JSON.stringify(await journal.accounts(), decimals), 200, { "content-type": "application/json" }),
  );
  return app;
}

/** Listens. @throws the system's error when the address cannot be bound. */
export async function listen(app: Hono, host: string, port: number) {
  const server = createAdaptorServer({ fetch: app.fetch });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(port, host, listening.resolve);
  await listening.promise;
  server.off("error", listening.reject);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
