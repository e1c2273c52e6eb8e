import { matchOrders, quoteMatch } from "@qti/sdk";
import { getOrders, watchOrders } from "@qti/sdk/exchange/book";
import type { BookOrder } from "@qti/sdk/exchange/wire";
import type { Logger } from "@qti/service/logger";
import { type Address, encodeFunctionData, type TransactionReceipt } from "viem";
import { Backoff } from "../core/backoff.ts";
import type { KeeperClient } from "../core/chain.ts";
import type { Metrics } from "../core/metrics.ts";
import type { Sender } from "../core/sender.ts";
import { crossingPairs, type Pair, pairName } from "./pairs.ts";

const job = "match";
/** More are left for the next round, which begins at once. */
const maxPairsARound = 200;
const firstBackoffMs = 2_000;
const longestBackoffMs = 10 * 60_000;

export type MatcherDeps = {
  client: KeeperClient;
  sender: Sender;
  log: Logger;
  metrics: Metrics;
  apiUrl: string;
  exchange: Address;
  /** Least tip, in the smallest unit of the money. */
  minTip: bigint;
  signal: AbortSignal;
};

/** A pair as the book has it now: when one of the two changes, what failed before says nothing any more. */
const standingOf = (pair: Pair) => `${pairName(pair)} ${pair.ask.updatedAt} ${pair.bid.updatedAt}`;

/** Reads from the receipt of a match what it brought the keeper. */
export function earnedByMatch(receipt: TransactionReceipt): ReadonlyMap<Address, bigint> {
  if (receipt.status !== "success") return new Map();
  const { money, tip } = matchOrders.extractEvent(receipt.logs).args.trade;
  return tip > 0n ? new Map([[money, tip]]) : new Map();
}

/**
 * Matches sellers and buyers of the book whose prices cross. Limit orders cross when they are posted, Dutch orders when
 * their price has come far enough, standing orders when a window opens: all three are pairs that the contract's own quote
 * calls fillable, so one job serves them all. The book is not believed: prices and signatures are judged on chain.
 */
export function createMatcher(deps: MatcherDeps) {
  const { client, sender, log, metrics, apiUrl, exchange, minTip, signal } = deps;
  const book = { url: apiUrl };
  const backoff = new Backoff(firstBackoffMs, longestBackoffMs);

  /** Goes through the book once. */
  async function round(): Promise<void> {
    if (signal.aborted) return;
    const end = metrics.rounds.startTimer({ job });
    try {
      backoff.forget();
      let tried = 0;
      for (const pair of crossingPairs(await openOrders())) {
        if (signal.aborted || tried === maxPairsARound) return;
        if (backoff.holds(standingOf(pair))) continue;
        tried += 1;
        await tryPair(pair);
      }
    } catch (error) {
      if (signal.aborted) return;
      metrics.failures.inc({ job });
      log.warn({ err: error }, "a round did not finish; the next one goes on");
    } finally {
      end();
    }
  }

  async function openOrders(): Promise<BookOrder[]> {
    const found: BookOrder[] = [];
    let after: string | undefined;
    do {
      const page = await getOrders(book, { states: ["open"], first: 100, after, signal });
      found.push(...page.items);
      after = page.nextCursor ?? undefined;
    } while (after !== undefined);
    return found;
  }

  async function tryPair(pair: Pair): Promise<void> {
    const subject = pairName(pair);
    const orders = {
      ask: pair.ask.order,
      askSignature: pair.ask.signature,
      bid: pair.bid.order,
      bidSignature: pair.bid.signature,
    };
    const { issue, assetAmount, tip, refusal } = await quoteMatch(client, orders);
    if (issue !== "none" || assetAmount === 0n || tip < minTip) {
      log.debug({ subject, issue, refusal, tip: String(tip) }, "not matched");
      backoff.failed(standingOf(pair));
      return;
    }
    const call = matchOrders.call({ ...orders, assetAmount, exchange, account: client.account.address });
    const outcome = await sender.send({
      job,
      subject,
      to: call.address,
      data: encodeFunctionData(call),
      earned: earnedByMatch,
    });
    if (outcome.status === "confirmed") backoff.succeeded(standingOf(pair));
    else backoff.failed(standingOf(pair));
    if (outcome.status === "refused") log.info({ subject, err: outcome.cause }, "the match was not sent");
    if (outcome.status === "dryRun") {
      log.info({ subject, gas: String(outcome.gas), tip: String(tip) }, "would match");
    }
  }

  /** Calls `onChange` at every change of the book, so that nobody waits for the next turn. Answers with what ends it. */
  const watch = (onChange: () => void): (() => void) =>
    watchOrders(book, {
      onChange,
      onReset: onChange,
      onReady: onChange,
      onError: (error) => log.debug({ err: error }, "the stream of the book was interrupted"),
    });

  return { round, watch };
}
