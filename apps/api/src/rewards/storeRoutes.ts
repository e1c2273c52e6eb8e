import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { rewardStoreAbi } from "@qti/sdk/abis";
import { digitsSchema } from "@qti/sdk/exchange/wire";
import {
  itemCodesSchema,
  listStoreOrdersQuerySchema,
  storeLimits,
  storeOrderPageSchema,
  uploadCodesBodySchema,
  uploadedCodesSchema,
} from "@qti/sdk/rewards/store";
import type { MiddlewareHandler } from "hono";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import type { Action } from "../identity/abilities.ts";
import { assertAbility } from "../identity/assertAbility.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import type { Store } from "./store.ts";
import { countCodes, keepCodes } from "./storeCodes.ts";
import { listStoreOrders } from "./storeReads.ts";
import { storeFingerprints } from "./storeSigner.ts";

/** A character of a code may take six bytes of JSON, and most take one. */
const bodyLimit = storeLimits.codes * storeLimits.codeLength * 2;
const params = z.object({ itemId: digitsSchema(256) });

const operatorProblems = [
  "sign-in-required",
  "role-required",
  "step-up-needed",
  "invalid-input",
  "store-disabled",
  "chain-unreachable",
] as const;

const uploadRoute = createRoute({
  method: "post",
  path: "/v1/store/items/{itemId}/codes",
  tags: ["rewards"],
  summary: "Upload codes that buyers of an item are given",
  description:
    "For accounts that hold REWARDS_OPERATOR. Codes are sealed before they are written and never come back: each goes to one buyer, as a record that only the buyer opens. A code that the item has already is not added again, so an upload whose answer was lost is sent again.",
  security: sessionSecurity,
  request: {
    params,
    body: {
      required: true,
      content: { "application/json": { schema: uploadCodesBodySchema.meta({ id: "UploadCodes" }) } },
    },
  },
  responses: {
    200: {
      description: "They are kept.",
      content: { "application/json": { schema: inJson(uploadedCodesSchema.meta({ id: "UploadedCodes" })) } },
    },
    ...problemAnswers(
      ...operatorProblems,
      "origin-refused",
      "upload-quota",
      "too-large",
      "unsupported-media-type",
    ),
  },
});

const countRoute = createRoute({
  method: "get",
  path: "/v1/store/items/{itemId}/codes",
  tags: ["rewards"],
  summary: "How many codes of an item are left, and how many orders wait for",
  description: "For accounts that hold REWARDS_OPERATOR.",
  security: sessionSecurity,
  request: { params },
  responses: {
    200: {
      description: "The numbers.",
      content: { "application/json": { schema: inJson(itemCodesSchema.meta({ id: "ItemCodes" })) } },
    },
    ...problemAnswers(...operatorProblems),
  },
});

const ordersRoute = createRoute({
  method: "get",
  path: "/v1/store/orders",
  tags: ["rewards"],
  summary: "What the account bought in the store, and how each delivery stands",
  description:
    "Newest first. A delivered order names the record that holds its codes; it is opened with the keys that the account had published when it was delivered, and counts only by keys of the store.",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { query: listStoreOrdersQuerySchema },
  responses: {
    200: {
      description: "A page.",
      content: {
        "application/json": { schema: inJson(storeOrderPageSchema.meta({ id: "StoreOrderPage" })) },
      },
    },
    ...problemAnswers("sign-in-required", "invalid-input", "store-disabled", "chain-unreachable"),
  },
});

export type StoreRouteDeps = {
  db: Database;
  chain: ChainClient;
  clock: Clock;
  /** Absent where the contracts or the key of the store are not known. */
  store: Store | undefined;
  /** Codes that one account may upload within a day. */
  codesPerDay: number;
};

/** What lies behind the store: codes come in from operators, orders are seen by who made them. */
export function storeRoutes({ db, chain, clock, store, codesPerDay }: StoreRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const open = () => {
    if (store === undefined) throw new ProblemError("store-disabled");
    return store;
  };

  /** Before the body is read. */
  const may =
    (action: Action): MiddlewareHandler<AppEnv> =>
    async (c, next) => {
      requireSession(c);
      open();
      await assertAbility(c, action, "StoreCodes");
      await next();
    };

  app.openapi({ ...uploadRoute, middleware: [may("create"), jsonBody(bodyLimit)] }, async (c) => {
    const { account: uploader } = requireSession(c);
    const { vault, deployment: place } = open();
    const { itemId } = c.req.valid("param");
    await requireItem(itemId);
    const deployment = await place.current();
    const upload = { deployment, itemId, codes: c.req.valid("json").codes, uploader };
    const added = await keepCodes({ db, vault, clock }, upload, codesPerDay);
    return c.json(
      z.encode(uploadedCodesSchema, { ...(await countCodes(db, deployment, itemId)), added }),
      200,
    );
  });

  app.openapi({ ...countRoute, middleware: [may("read")] }, async (c) => {
    const { deployment } = open();
    const count = await countCodes(db, await deployment.current(), c.req.valid("param").itemId);
    return c.json(z.encode(itemCodesSchema, count), 200);
  });

  app.openapi(ordersRoute, async (c) => {
    const { account } = requireSession(c);
    const { confirmations, deployment: place } = open();
    const [page, deliveredBy] = await Promise.all([
      listStoreOrders(db, { deployment: await place.recent(), account }, c.req.valid("query")),
      storeFingerprints(db),
    ]);
    return c.json({ ...page, confirmations, deliveredBy }, 200);
  });

  return app;

  /** Codes for an item that does not exist would wait for ever. */
  async function requireItem(itemId: bigint): Promise<void> {
    const { rewardStore } = open().contracts;
    const count = await chain
      .readContract({ address: rewardStore, abi: rewardStoreAbi, functionName: "itemCount" })
      .catch(async (cause: unknown) => {
        await assertChain(chain);
        throw new ProblemError("chain-unreachable", { cause });
      });
    if (itemId < count) return;
    throw new ProblemError("invalid-input", {
      errors: [{ field: "param.itemId", message: "the store has no item with this number" }],
    });
  }
}
