import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  bookOrderSchema,
  listOrdersQuerySchema,
  orderBookQuerySchema,
  orderBookSchema,
  orderHashSchema,
  orderPageSchema,
  orderStreamQuerySchema,
  postOrderBodySchema,
} from "@qti/sdk/exchange/wire";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { type RateLimiter, rateLimit } from "../core/rateLimit.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import type { OrderDesk } from "./orderDesk.ts";
import type { OrderFeed } from "./orderFeed.ts";
import { listOrders, readBook, readOrder } from "./orderReads.ts";
import { orderStream, StreamGate } from "./orderStream.ts";

/** The largest signature in hex, and the order around it. */
const bodyLimit = 24 * 1024;

const orderContent = { "application/json": { schema: inJson(bookOrderSchema.meta({ id: "BookOrder" })) } };

const postRoute = createRoute({
  method: "post",
  path: "/v1/orders",
  tags: ["exchange"],
  summary: "Offer a signed order",
  description:
    "No sign-in: the maker's signature is the authority. Signature, expiry, asset, money, epoch, balance, allowance and compliance are checked on the chain; each refusal has a code of its own. Windows of a standing order are at least ten minutes apart. The same order sent again answers with what became of it.",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: postOrderBodySchema.meta({ id: "PostOrder" }) } },
    },
  },
  responses: {
    200: { description: "It was in the book before.", content: orderContent },
    201: { description: "It is in the book.", content: orderContent },
    ...problemAnswers(
      "invalid-input",
      "order-invalid",
      "order-signature",
      "order-asset",
      "order-money",
      "order-epoch",
      "order-cancelled",
      "order-filled",
      "order-expired",
      "order-balance",
      "order-allowance",
      "order-compliance",
      "order-quota",
      "exchange-disabled",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/v1/orders",
  tags: ["exchange"],
  summary: "Orders, best price first when a side is asked for, else newest first",
  request: { query: listOrdersQuerySchema },
  responses: {
    200: {
      description: "A page.",
      content: { "application/json": { schema: inJson(orderPageSchema.meta({ id: "OrderPage" })) } },
    },
    ...problemAnswers("invalid-input", "exchange-disabled"),
  },
});

const bookRoute = createRoute({
  method: "get",
  path: "/v1/orders/book",
  tags: ["exchange"],
  summary: "What anybody could take of an asset now, by price",
  description: "All of it at one moment; Dutch orders stand at their price of that moment.",
  request: { query: orderBookQuerySchema },
  responses: {
    200: {
      description: "The book.",
      content: { "application/json": { schema: inJson(orderBookSchema.meta({ id: "OrderBook" })) } },
    },
    ...problemAnswers("invalid-input", "exchange-disabled"),
  },
});

const streamRoute = createRoute({
  method: "get",
  path: "/v1/orders/stream",
  tags: ["exchange"],
  summary: "Changes of the book as they happen",
  description:
    "Server-sent events: `added`, `changed` and `removed` carry the order as it is after the change; `ready` comes first, or `reset` when what was missed is no longer known and the book must be read again. Who was cut off sends `Last-Event-ID` and misses nothing.",
  request: {
    query: orderStreamQuerySchema,
    headers: z.object({
      "last-event-id": z
        .string()
        .max(40)
        .optional()
        .openapi({ description: "The id of the last event that came." }),
    }),
  },
  responses: {
    200: { description: "The stream.", content: { "text/event-stream": { schema: z.string() } } },
    ...problemAnswers("invalid-input", "exchange-disabled", "too-many-streams"),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/orders/{hash}",
  tags: ["exchange"],
  summary: "One order, whatever became of it",
  request: { params: z.object({ hash: orderHashSchema }) },
  responses: {
    200: { description: "The order.", content: orderContent },
    ...problemAnswers("invalid-input", "exchange-disabled"),
  },
});

export type OrderRouteDeps = {
  db: Database;
  clock: Clock;
  /** Absent where the exchange's contracts are not known. */
  market: { desk: OrderDesk; feed: OrderFeed } | undefined;
  /** Orders that one address may post. */
  posts: RateLimiter;
  callerOf: Parameters<typeof rateLimit>[1];
};

/** The order book. */
export function orderRoutes({ db, clock, market, posts, callerOf }: OrderRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const gate = new StreamGate();
  const open = () => {
    if (market === undefined) throw new ProblemError("exchange-disabled");
    return market;
  };

  app.openapi({ ...postRoute, middleware: [rateLimit(posts, callerOf), jsonBody(bodyLimit)] }, async (c) => {
    const { order, created } = await open().desk.accept(c.req.valid("json"));
    return created ? c.json(order, 201) : c.json(order, 200);
  });

  app.openapi(listRoute, async (c) => {
    open();
    return c.json(await listOrders({ db, clock }, c.req.valid("query")), 200);
  });

  app.openapi(bookRoute, async (c) => {
    open();
    return c.json(await readBook({ db, clock }, c.req.valid("query")), 200);
  });

  app.openapi(streamRoute, (c) => {
    const { feed } = open();
    const { after, ...filter } = c.req.valid("query");
    const position = positionOf(c.req.valid("header")["last-event-id"]) ?? positionOf(after);
    const headers = {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Some proxies would keep events until they have enough of them.
      "x-accel-buffering": "no",
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    const leave = gate.enter(callerOf(c) ?? "");
    if (leave === undefined) throw new ProblemError("too-many-streams", { headers: { "retry-after": "30" } });
    return c.body(orderStream(feed, { after: position, filter, onEnd: leave }), 200, headers);
  });

  app.openapi(getRoute, async (c) => {
    open();
    return c.json(await readOrder({ db, clock }, c.req.valid("param").hash), 200);
  });

  return app;
}

/** What is no position of ours, e.g. an empty `Last-Event-ID` of a client that heard nothing yet, says nothing. */
function positionOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? Number(text) : undefined;
}
