import type { ServerResponse } from "node:http";
import { getAddress, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { serve } from "../../../test/support/rpc.ts";
import { ApiProblemError, ApiResponseError, ApiUnreachableError } from "../../core/api/errors.ts";
import type { Api } from "../../core/api/request.ts";
import type { Order } from "../order.ts";
import { type BookOrder, bookOrderSchema, orderSchema } from "../wire.ts";
import { getOrder } from "./getOrder.ts";
import { getOrderBook } from "./getOrderBook.ts";
import { getOrders } from "./getOrders.ts";
import { postOrder } from "./postOrder.ts";
import { type OrderChange, watchOrders } from "./watchOrders.ts";

const of = (digit: string) => getAddress(`0x${digit.repeat(40)}`);
const asset = of("b");
const money = of("c");
const order: Order = {
  maker: of("a"),
  taker: zeroAddress,
  asset,
  money,
  sellAmount: 10n ** 19n,
  buyStart: 950_000_000n,
  buyEnd: 950_000_000n,
  start: 1_800_000_000,
  duration: 86_400,
  interval: 0,
  count: 1,
  flags: 1,
  epoch: 0n,
  salt: 1n,
};
const hash = `0x${"1".repeat(64)}` as const;
const found: BookOrder = {
  hash,
  order,
  signature: "0x00",
  side: "ask",
  state: "open",
  issue: "none",
  refusal: 0,
  price: 95_000_000n,
  fillable: 10n ** 19n,
  wanted: 950_000_000n,
  filled: 0n,
  window: 0,
  opensAt: 1_800_000_000,
  closesAt: 1_800_086_400,
  endsAt: 1_800_086_400,
  createdAt: "2027-01-15T08:00:00Z",
  updatedAt: "2027-01-15T08:00:00Z",
};
const row = z.encode(bookOrderSchema, found);
const page = { items: [{ ...row, newer: true }], nextCursor: "next", at: 1_800_000_001, position: "7" };

type Asked = { method: string; url: string; body: string };

/** An API that answers each request with the next answer, the last one again and again. */
async function answering<result>(
  answers: readonly (
    | { status?: number; body: object }
    | ((response: ServerResponse, asked: Asked) => void)
  )[],
  use: (book: Api, asked: Asked[]) => Promise<result>,
): Promise<result> {
  const asked: Asked[] = [];
  return serve(
    (request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const question = { method: request.method ?? "", url: request.url ?? "", body };
        asked.push(question);
        const answer =
          answers[Math.min(asked.length, answers.length) - 1] ?? expect.fail("an answer is there");
        if (typeof answer === "function") return answer(response, question);
        response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
        response.end(JSON.stringify(answer.body));
      });
    },
    (url) => use({ url }, asked),
  );
}

const problem = (status: number, code: string) => ({
  status,
  body: { type: "about:blank", title: "No.", status, code, next: "Do this." },
});

describe("postOrder", () => {
  test("default", () =>
    answering([{ status: 201, body: row }], async (book, asked) => {
      expect(await postOrder(book, { order, signature: "0x00" })).toEqual(found);
      expect(asked).toMatchObject([{ method: "POST", url: "/v1/orders" }]);
      const { order: sent, ...rest } = JSON.parse(asked[0]?.body ?? "");
      expect(orderSchema.parse(sent)).toEqual(order);
      expect(rest).toEqual({ signature: "0x00" });
    }));

  test("error: ApiProblemError repeats why the book does not take it", () =>
    answering([problem(422, "order-balance")], async (book) => {
      const error = await postOrder(book, { order, signature: "0x00" }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ApiProblemError);
      expect(error).toMatchObject({ code: "api-order-balance", next: "Do this.", status: 422 });
    }));

  test("error: ApiUnreachableError", async () => {
    await expect(postOrder({ url: "http://127.0.0.1:9" }, { order, signature: "0x00" })).rejects.toThrow(
      ApiUnreachableError,
    );
  });
});

describe("getOrders", () => {
  test("default", () =>
    answering([{ body: page }], async (book, asked) => {
      expect(await getOrders(book)).toEqual({ ...page, items: [found] });
      expect(asked[0]?.url).toBe("/v1/orders");
    }));

  test("behavior: asks for what was asked", () =>
    answering([{ body: page }], async (book, asked) => {
      await getOrders(book, {
        asset,
        side: "ask",
        states: ["open", "waiting"],
        sort: "price",
        first: 5,
        after: "a/b",
      });
      expect(Object.fromEntries(new URL(asked[0]?.url ?? "", book.url).searchParams)).toEqual({
        asset,
        side: "ask",
        state: "open,waiting",
        sort: "price",
        first: "5",
        after: "a/b",
      });
    }));

  test("error: ApiResponseError for an answer of another form", () =>
    answering([{ body: { items: [{ ...row, price: 95 }] } }], async (book) => {
      await expect(getOrders(book)).rejects.toThrow(ApiResponseError);
    }));

  test("error: ApiResponseError for orders of another market, another maker or the other side", () =>
    answering([{ body: page }], async (book) => {
      const [maker, taker] = [order.maker, zeroAddress];
      const asked = { asset, money, maker, taker, side: "ask" } as const;
      expect((await getOrders(book, asked)).items).toEqual([found]);
      for (const field of ["asset", "money", "maker", "taker"])
        await expect(getOrders(book, { ...asked, [field]: of("e") })).rejects.toThrow(ApiResponseError);
      await expect(getOrders(book, { ...asked, side: "bid" })).rejects.toThrow(ApiResponseError);
    }));

  test("behavior: giving up is no failure of the service", () =>
    answering([{ body: page }], async (book) => {
      const signal = AbortSignal.abort(new Error("enough"));
      await expect(getOrders(book, { signal })).rejects.toThrow("enough");
    }));
});

describe("getOrder", () => {
  test("error: ApiResponseError for another order than was asked for, and for one with the sides swapped", () =>
    answering([{ body: row }, { body: { ...row, side: "bid" } }], async (book) => {
      await expect(getOrder(book, { hash: `0x${"2".repeat(64)}` })).rejects.toThrow(ApiResponseError);
      await expect(getOrder(book, { hash })).rejects.toThrow(ApiResponseError);
    }));

  test("default", () =>
    answering([{ body: row }], async (book, asked) => {
      expect(await getOrder(book, { hash })).toEqual(found);
      expect(asked[0]?.url).toBe(`/v1/orders/${hash}`);
    }));

  test("behavior: undefined for one that the book never had", () =>
    answering([problem(404, "order-unknown")], async (book) => {
      expect(await getOrder(book, { hash })).toBeUndefined();
    }));

  test("error: ApiProblemError for anything else", () =>
    answering([problem(503, "chain-unreachable")], async (book) => {
      await expect(getOrder(book, { hash })).rejects.toThrow(ApiProblemError);
    }));
});

describe("getOrderBook", () => {
  test("default", () => {
    const level = {
      price: "1",
      shares: "2",
      money: "3",
      orders: 1,
      cumulativeShares: "2",
      cumulativeMoney: "3",
    };
    return answering(
      [{ body: { asset, money, asks: [level], bids: [], at: 1, position: "7" } }],
      async (book, asked) => {
        const { asks } = await getOrderBook(book, { asset, money });
        expect(asks).toEqual([
          { price: 1n, shares: 2n, money: 3n, orders: 1, cumulativeShares: 2n, cumulativeMoney: 3n },
        ]);
        expect(asked[0]?.url).toBe(`/v1/orders/book?asset=${asset}&money=${money}`);
      },
    );
  });
});

/** One server-sent event. */
const event = (name: string, id: number, data: object) =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
const ready = (position: number, name = "ready") => event(name, position, { position: `${position}` });

/** A stream that says the given text, then stays open, or ends. */
const stream =
  (text: string, { end = false } = {}) =>
  (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(`retry: 10\n${text}`);
    if (end) response.end();
  };

/** Follows until `enough` things were told. */
function told(book: Api, enough: number, options: { after?: string; silence?: number } = {}) {
  return new Promise<unknown[]>((resolve) => {
    const said: unknown[] = [];
    const say = (thing: unknown) => {
      said.push(thing);
      if (said.length < enough) return;
      stop();
      resolve(said);
    };
    const stop = watchOrders(book, {
      ...options,
      asset,
      onChange: ({ type, position, order: { order: read } }: OrderChange) => say([type, position, read.salt]),
      onReset: (position) => say(["reset", position]),
      onReady: () => say("ready"),
      onError: (error, stopped) => say([error instanceof Error ? error.name : error, stopped]),
    });
  });
}

describe("watchOrders", () => {
  test("default", () =>
    answering([stream(ready(7) + event("added", 8, row) + event("removed", 9, row))], async (book, asked) => {
      expect(await told(book, 3)).toEqual(["ready", ["added", "8", 1n], ["removed", "9", 1n]]);
      expect(asked[0]?.url).toBe(`/v1/orders/stream?asset=${asset}`);
    }));

  test("behavior: after an interruption it goes on where it was", () =>
    answering(
      [stream(ready(7) + event("added", 8, row), { end: true }), stream(ready(8) + event("changed", 9, row))],
      async (book, asked) => {
        expect(await told(book, 4, { after: "6" })).toEqual([
          "ready",
          ["added", "8", 1n],
          "ready",
          ["changed", "9", 1n],
        ]);
        expect(asked.map(({ url }) => new URL(url, book.url).searchParams.get("after"))).toEqual(["6", "8"]);
      },
    ));

  test("behavior: an event may come in pieces, in the middle of a letter too", () => {
    const text = event("added", 8, { ...row, note: "é" });
    const bytes = new TextEncoder().encode(text);
    const cut = bytes.indexOf(0xc3) + 1;
    return answering(
      [
        (response) => {
          stream("")(response);
          response.write(bytes.slice(0, cut), () => setImmediate(() => response.write(bytes.slice(cut))));
        },
      ],
      async (book) => expect(await told(book, 1)).toEqual([["added", "8", 1n]]),
    );
  });

  test("behavior: when what was missed is no longer known, it says so", () =>
    answering([stream(ready(20, "reset"))], async (book) => {
      expect(await told(book, 2, { after: "1" })).toEqual([["reset", "20"], "ready"]);
    }));

  test("behavior: a service in trouble is asked again", () =>
    answering([problem(503, "busy"), problem(429, "too-many-streams"), stream(ready(7))], async (book) => {
      expect(await told(book, 3)).toEqual([["ApiProblemError", false], ["ApiProblemError", false], "ready"]);
    }));

  test("behavior: a question that is refused is not asked again", () =>
    answering([problem(422, "invalid-input")], async (book, asked) => {
      expect(await told(book, 1)).toEqual([["ApiProblemError", true]]);
      expect(asked).toHaveLength(1);
    }));

  test("behavior: silence counts as an interruption", () =>
    answering([stream(""), stream(ready(7))], async (book) => {
      expect(await told(book, 2, { silence: 50 })).toEqual([["ApiUnreachableError", false], "ready"]);
    }));

  test("behavior: an event of another form is an interruption, a name that is not known is passed over", () =>
    answering(
      [stream(event("news", 7, {}) + event("added", 8, { hash })), stream(ready(8))],
      async (book) => {
        expect(await told(book, 2)).toEqual([["ApiResponseError", false], "ready"]);
      },
    ));
});
