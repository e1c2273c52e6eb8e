import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { orderQuoterAbi } from "@qti/sdk/abis";
import { type BookOrder, orderPageSchema } from "@qti/sdk/exchange/wire";
import { createLogger } from "@qti/service/logger";
import {
  type Address,
  createClient,
  custom,
  decodeFunctionData,
  encodeFunctionResult,
  getAddress,
  publicActions,
  walletActions,
  zeroAddress,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../config.ts";
import type { KeeperClient } from "../core/chain.ts";
import { createMetrics } from "../core/metrics.ts";
import type { Outcome, Wish } from "../core/sender.ts";
import { createMatcher, type MinTip } from "./matcher.ts";

const account = (digits: string) => getAddress(`0x${digits.padStart(40, "0")}`);
const [exchange, orderQuoter, asset, dollar, shells] = ["e", "f", "a", "d", "5"].map((digit) =>
  account(digit.repeat(40)),
) as [Address, Address, Address, Address, Address];
let serial = 0;

/** An order as the book tells of it, new each time. */
function order(side: "ask" | "bid", maker: Address, price: bigint, money = dollar): BookOrder {
  serial += 1;
  const time = "2026-01-01T00:00:00.000Z";
  const terms = { sellAmount: 1n, buyStart: 1n, buyEnd: 1n, start: 0, duration: 1, interval: 0, count: 1 };
  const flags = side === "bid" ? 3 : 1;
  return {
    hash: `0x${serial.toString(16).padStart(64, "0")}`,
    order: { maker, taker: zeroAddress, asset, money, ...terms, flags, epoch: 0n, salt: BigInt(serial) },
    signature: "0x",
    side,
    price,
    ...({ state: "open", issue: "none", refusal: 0, fillable: 1n, wanted: 1n, filled: 0n } as const),
    ...{ window: 0, opensAt: 0, closesAt: 1, endsAt: 1, createdAt: time, updatedAt: time },
  };
}

type Scene = {
  /** The book, each time it is asked for. */
  book: () => BookOrder[];
  /** Accounts with code. */
  smart?: Address[];
  /** Whether the chain says when it is asked that the two can be matched. */
  fits?: (ask: Address, bid: Address) => boolean;
  outcome?: Outcome["status"];
  minTip?: MinTip;
};

/** A matcher between a book and a chain that say what a test wants; answers with what it sent. */
async function scene({ book, smart = [], fits = () => true, outcome = "confirmed", minTip = 0n }: Scene) {
  const server = createServer((_, response) => {
    const page = { items: book(), nextCursor: null, at: 0, position: "0" };
    response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify(z.encode(orderPageSchema, page)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const quote = (data: `0x${string}`) => {
    const { args } = decodeFunctionData({ abi: orderQuoterAbi, data });
    const [ask, , bid] = args as unknown as [{ maker: Address }, unknown, { maker: Address }];
    const good = fits(ask.maker, bid.maker);
    const amounts = { askProceeds: 1n, bidCost: 4n, fee: 0n, tip: 3n, refusal: 0 };
    return encodeFunctionResult({
      abi: orderQuoterAbi,
      functionName: "quoteMatch",
      result: { issue: good ? 0 : 1, assetAmount: good ? 1n : 0n, ...amounts },
    });
  };
  const client = createClient({
    account: privateKeyToAccount(`0x${"1".repeat(64)}`),
    chain: { ...hardhat, contracts: { orderQuoter: { address: orderQuoter } } },
    transport: custom({
      request: async ({ method, params }: { method: string; params: [{ data: `0x${string}` } & string] }) =>
        method === "eth_getCode"
          ? smart.some((one) => one.toLowerCase() === params[0].toLowerCase())
            ? "0x01"
            : "0x"
          : quote(params[0].data),
    }),
  })
    .extend(publicActions)
    .extend(walletActions) as unknown as KeeperClient;
  const sent: string[] = [];
  const send = async ({ subject }: Wish): Promise<Outcome> => {
    sent.push(subject);
    return { status: outcome } as Outcome;
  };
  const matcher = createMatcher({
    client,
    sender: { send },
    log: createLogger("keeper", "silent"),
    metrics: createMetrics(),
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchange,
    minTip,
    signal: new AbortController().signal,
  });
  return { matcher, sent };
}

test("a smart account whose match failed on the chain is left alone, whatever it signs next; people are not", async () => {
  const [smart, person, other] = [account("1"), account("2"), account("3")];
  const book = () => [order("ask", smart, 1n), order("bid", person, 2n), order("ask", other, 2n)];
  const { matcher, sent } = await scene({ book, smart: [smart], outcome: "reverted" });
  await matcher.round();
  expect(sent).toHaveLength(2);
  await matcher.round();
  await matcher.round();
  // New orders each time: of the smart account none is tried again.
  expect(sent).toHaveLength(4);
});

test("a flood of orders that cross and never match keeps nobody else from its turn", async () => {
  const [seller, buyer, honestSeller, honestBuyer] = [account("1"), account("2"), account("3"), account("4")];
  const flood = Array.from({ length: 40 }, () => [order("ask", seller, 1n), order("bid", buyer, 9n)]).flat();
  const honest = [order("ask", honestSeller, 4n), order("bid", honestBuyer, 5n)] as const;
  const { matcher, sent } = await scene({
    book: () => [...flood, ...honest],
    fits: (ask, bid) => ask === honestSeller && bid === honestBuyer,
  });
  await matcher.round();
  expect(sent).toEqual([`${honest[0].hash}:${honest[1].hash}`]);
});

test("what counts as enough is said for each money, and for money that is not named nothing is sent", async () => {
  const enough = async (minTip: string) => {
    const pairs = [dollar, shells].map(
      (money) => [order("ask", account("1"), 1n, money), order("bid", account("2"), 2n, money)] as const,
    );
    const config = readConfig({
      DATABASE_URL: "postgres://localhost/keeper",
      QTI_RPC_URL: "http://localhost:1",
      QTI_API_URL: "http://localhost:2",
      QTI_CONTRACTS: JSON.stringify({ exchange, orderQuoter }),
      QTI_KEEPER_KEY: `0x${"1".repeat(64)}`,
      QTI_KEEPER_MIN_TIP: minTip,
    });
    const { matcher, sent } = await scene({ book: () => pairs.flat(), minTip: config.minTip });
    await matcher.round();
    return pairs.map(([ask, bid]) => sent.includes(`${ask.hash}:${bid.hash}`));
  };
  // The tip is 3 units.
  expect(await enough("3")).toEqual([true, true]);
  expect(await enough("4")).toEqual([false, false]);
  expect(await enough(JSON.stringify({ [dollar.toLowerCase()]: "3" }))).toEqual([true, false]);
  expect(await enough(JSON.stringify({ [dollar]: "3", [shells]: "4" }))).toEqual([true, false]);
  await expect(enough('{"nobody":"3"}')).rejects.toThrow("QTI_KEEPER_MIN_TIP");
});
