import { OpenAPIHono } from "@hono/zod-openapi";
import type { StaffRole } from "@qti/sdk/identity/sign-in/wire";
import type { Logger } from "@qti/service/logger";
import { methodNotAllowed } from "hono/method-not-allowed";
import { hexToBytes } from "viem";
import { BlobService } from "./blobs/blobService.ts";
import type { Regions } from "./blobs/regions.ts";
import type { Config } from "./config.ts";
import type { ChainClient } from "./core/chain.ts";
import type { AppEnv, Clock } from "./core/context.ts";
import { Deployment } from "./core/deployment.ts";
import { documentation } from "./core/documentation.ts";
import { sameOriginWrites, webAppCors } from "./core/origin.ts";
import { ProblemError, problemResponse } from "./core/problem.ts";
import { callerAddress, RateLimiter, rateLimit } from "./core/rateLimit.ts";
import { requestLog } from "./core/requestLog.ts";
import { securityHeaders } from "./core/securityHeaders.ts";
import { toProblem } from "./core/toProblem.ts";
import { refuseInvalid } from "./core/validation.ts";
import type { Database } from "./database/client.ts";
import type { Market } from "./exchange/market.ts";
import { orderRoutes } from "./exchange/orderRoutes.ts";
import { healthRoutes } from "./health/healthRoutes.ts";
import { attestationRoutes } from "./identity/attestationRoutes.ts";
import { DemoAttester } from "./identity/attester.ts";
import { ChainRoles } from "./identity/chainRoles.ts";
import { factorRoutes } from "./identity/factorRoutes.ts";
import { factorKindsOf } from "./identity/factors.ts";
import { FactorVault } from "./identity/factorVault.ts";
import { RoleHolders } from "./identity/roleHolders.ts";
import { roleRoutes } from "./identity/roleRoutes.ts";
import { loadSession, SessionCookie } from "./identity/sessionCookie.ts";
import { sessionRoutes } from "./identity/sessionRoutes.ts";
import { SessionStore } from "./identity/sessionStore.ts";
import { stepUpRoutes } from "./identity/stepUpRoutes.ts";
import { openCredit } from "./loans/credit.ts";
import { creditRoutes } from "./loans/creditRoutes.ts";
import { logRoutes } from "./log/logRoutes.ts";
import { openSignedLog } from "./log/signedLog.ts";
import { privacyRoutes } from "./privacy/privacyRoutes.ts";
import type { ShredKeys } from "./privacy/shredKeys.ts";
import { staffRoutes } from "./privacy/staffRoutes.ts";
import { blobRoutes } from "./records/blobRoutes.ts";
import type { HeaderStore } from "./records/headerStore.ts";
import { keyRoutes } from "./records/keyRoutes.ts";
import { recordRoutes } from "./records/recordRoutes.ts";
import { walletShareRoutes } from "./records/walletShareRoutes.ts";
import { WalletShares } from "./records/walletShares.ts";
import { campaignRoutes } from "./rewards/campaignRoutes.ts";
import { memberRoutes } from "./rewards/memberRoutes.ts";
import type { Store } from "./rewards/store.ts";
import { storeRoutes } from "./rewards/storeRoutes.ts";
import { tapRoutes } from "./rewards/tapRoutes.ts";
import { openTaps } from "./rewards/taps.ts";
import { TransportProbe } from "./transport/probe.ts";

export type AppDeps = {
  config: Config;
  db: Database;
  chain: ChainClient;
  regions: Regions;
  /** Headers of records, and the keys whose destruction erases them. */
  headers: HeaderStore;
  shred: ShredKeys;
  log: Logger;
  clock: Clock;
  /** Where this process keeps the order book. */
  market: Market | undefined;
  /** Where this process delivers what was bought in the store. */
  store: Store | undefined;
  /** Called when a region owes a copy or a deletion. */
  onOwed: () => void;
  /** Origins, beside the web app's, from which writes are accepted: the api's own documentation page. */
  ownOrigins: () => readonly string[];
};

/** One peer may stand for many people behind one address, so it gets this many times what one account gets. */
const accountsPerAddress = 5;

/** Puts the service together; a test hands in its own database, folders, chain and clock. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { config, db, chain, regions, headers, log, clock } = deps;
  const sessions = new SessionStore(db, clock, config.sessionSecret);
  const cookie = new SessionCookie(config.webOrigin);
  const roles = new ChainRoles({ chain, clock, accessManager: config.accessManager });
  const { accessManager } = config;
  const holders =
    accessManager && new RoleHolders({ chain, roles, accessManager, fromBlock: config.fromBlock });
  const holdersOf = async (role: StaffRole) => (await holders?.of(role)) ?? [];
  const { requestsPerMinute, signInsPerMinute, quotaBytes } = config.limits;
  const byAddress = new RateLimiter(requestsPerMinute * accountsPerAddress, clock);
  const byAccount = new RateLimiter(requestsPerMinute, clock);
  const signIns = new RateLimiter(signInsPerMinute, clock);
  const address = (c: Parameters<typeof callerAddress>[0]) => callerAddress(c, config.proxyHops);

  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.onError((error, c) => {
    const problem = toProblem(error);
    if (problem.status >= 500) c.get("log").error({ err: problem }, "answered with a server error");
    return problemResponse(problem, c.get("requestId"));
  });
  app.notFound((c) => problemResponse(new ProblemError("not-found"), c.get("requestId")));

  app.use(requestLog(log));
  app.use(securityHeaders(config.webOrigin.startsWith("https:")));
  app.use(webAppCors(config.webOrigin));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(
          new ProblemError("method-not-allowed", { headers: { allow: methods.join(", ") } }),
          c.get("requestId"),
        ),
    }),
  );
  app.use("/v1/*", rateLimit(byAddress, address));
  // Before the session is looked up: health answers without the database too.
  const transport = new TransportProbe(clock, () => deps.ownOrigins()[0] ?? "http://localhost");
  app.route("/", healthRoutes({ db, chain, regions, services: [...config.services], transport }));
  if (config.services.has("exchange")) {
    // Before origin and session are looked at: an order carries its authority in itself, and who posts it has no account here.
    const posts = new RateLimiter(config.limits.ordersPerMinute, clock);
    app.route("/", orderRoutes({ db, clock, market: deps.market, posts, callerOf: address }));
  }
  const taps = openTaps(config, { db, chain, clock });
  const { identityRegistry: registry } = config;
  const people = new Deployment({ db, chain, clock }, registry === undefined ? [] : [registry]);
  if (config.services.has("rewards")) {
    // A session's key, an oracle or a newcomer signed what is sent here.
    const starts = new RateLimiter(config.limits.tapStartsPerMinute, clock);
    app.route("/", tapRoutes({ db, deployment: people, clock, taps, starts, callerOf: address }));
  }
  app.use(
    "/v1/*",
    sameOriginWrites(() => [config.webOrigin, ...deps.ownOrigins()]),
  );
  app.use("/v1/*", loadSession(sessions, cookie));
  app.use("/v1/*", async (c, next) => {
    c.set("clock", clock);
    c.set("factorsOf", (account) => factorKindsOf(db, account));
    c.set("rolesOf", (account) => roles.of(account));
    await next();
  });
  app.use(
    "/v1/*",
    rateLimit(byAccount, (c) => c.get("session")?.account),
  );

  if (config.services.has("identity")) {
    app.route(
      "/",
      sessionRoutes({
        store: sessions,
        cookie,
        chain,
        clock,
        webOrigin: config.webOrigin,
        signIns,
        callerOf: address,
      }),
    );
    const { factorKey, webOrigin } = config;
    const factors =
      factorKey === undefined
        ? undefined
        : { db, clock, vault: new FactorVault(hexToBytes(factorKey)), webOrigin };
    app.route("/", factorRoutes({ db, factors, sessions, cookie }));
    app.route("/", stepUpRoutes({ factors, sessions, cookie }));
    app.route("/", roleRoutes());
    const blobs = new BlobService({ db, regions, clock, log, quotaBytes, onOwed: deps.onOwed });
    app.route(
      "/",
      privacyRoutes({
        db,
        headers,
        shred: deps.shred,
        blobs,
        clock,
        chainId: config.chainId,
        signedLog: openSignedLog(config, db),
        log,
        cookie,
      }),
    );
    app.route("/", attestationRoutes({ attester: demoAttester(deps) }));
  }
  if (config.services.has("records")) {
    const blobs = new BlobService({ db, regions, clock, log, quotaBytes, onOwed: deps.onOwed });
    app.route("/", keyRoutes({ db, clock, chainId: config.chainId }));
    app.route("/", walletShareRoutes({ shares: new WalletShares({ db, shred: deps.shred, clock }), clock }));
    app.route("/", blobRoutes({ blobs }));
    app.route("/", staffRoutes({ db, holdersOf }));
    app.route("/", recordRoutes({ db, headers, blobs, clock, quotaBytes }));
    app.route("/", logRoutes({ db, headers, log: openSignedLog(config, db) }));
  }
  if (config.services.has("rewards")) {
    const { campaignContracts: contracts, limits } = config;
    app.route("/", memberRoutes({ db, deployment: people, clock, taps }));
    app.route("/", campaignRoutes({ db, chain, clock, contracts, leavesPerDay: limits.leavesPerDay }));
    app.route("/", storeRoutes({ db, chain, clock, store: deps.store, codesPerDay: limits.codesPerDay }));
  }
  if (config.services.has("loans")) {
    app.route("/", creditRoutes({ desk: openCredit(config, { db, chain, clock }) }));
  }
  app.route("/", documentation(app, cookie.name));
  return app;
}

/** Only where a key was given for it, and there is a registry to sign for. */
function demoAttester({ config, db, chain, clock }: AppDeps): DemoAttester | undefined {
  const { demoAttesterKey: key, identityRegistry: registry } = config;
  if (key === undefined || registry === undefined) return undefined;
  return new DemoAttester({ db, chain, clock, key, registry });
}
