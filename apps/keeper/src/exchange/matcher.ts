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

/** Name of the job in journal and metrics. */
export const matchJob = "match";
const job = matchJob;
/** More are left for the next round, which begins at once. */
const maxPairsARound = 200;
/** More pages than an honest book of this size needs: an api that never ends would hold a round for ever. */
const maxPages = 1_000;
const firstBackoffMs = 2_000;
const longestBackoffMs = 10 * 60_000;
/** Pairs of the same two makers that may fail in one round: a flood of orders that never match keeps nobody else from its turn. */
const maxFailuresOfTwo = 5;
/** A smart account that made the keeper pay for nothing is left alone at least as long, whatever it signs next. */
const firstDistrustMs = 10 * 60_000;
const longestDistrustMs = 24 * 60 * 60_000;

export type MatcherDeps = {
  client: KeeperClient;
  sender: Pick<Sender, "send">;
  log: Logger;
  metrics: Metrics;
  apiUrl: string;
  exchange: Address;
  minTip: MinTip;
  signal: AbortSignal;
};

/** Least tip, in the smallest unit of the money: one for all moneys, or one for each that is worth the gas. */
export type MinTip = bigint | Readonly<Record<Address, bigint>>;

/** A pair as the book has it now: when one of the two changes, what failed before says nothing any more. */
const standingOf = (pair: Pair) => `${pairName(pair)} ${pair.ask.updatedAt} ${pair.bid.updatedAt}`;

const makersOf = ({ ask, bid }: Pair): [Address, Address] => [ask.order.maker, bid.order.maker];

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
  const distrust = new Backoff(firstDistrustMs, longestDistrustMs);

  /** Undefined for money for which nothing is matched. */
  const leastTip = (money: Address) => (typeof minTip === "bigint" ? minTip : minTip[money]);

  /** Goes through the book once. */
  async function round(): Promise<void> {
    if (signal.aborted) return;
    const end = metrics.rounds.startTimer({ job });
    try {
      backoff.forget();
      distrust.forget();
      const failures = new Map<string, number>();
      let tried = 0;
      for (const pair of crossingPairs(await openOrders())) {
        if (signal.aborted || tried === maxPairsARound) return;
        const makers = makersOf(pair);
        const failed = failures.get(makers.join()) ?? 0;
        if (failed === maxFailuresOfTwo || makers.some((maker) => distrust.holds(maker))) continue;
        if (backoff.holds(standingOf(pair))) continue;
        tried += 1;
        if (!(await tryPair(pair))) failures.set(makers.join(), failed + 1);
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
    let pages = 0;
    do {
      pages += 1;
      const page = await getOrders(book, { states: ["open"], first: 100, after, signal });
      found.push(...page.items.filter(({ order }) => leastTip(order.money) !== undefined));
      after = page.nextCursor ?? undefined;
    } while (after !== undefined && pages < maxPages);
    if (after !== undefined)
      log.warn({ orders: found.length }, "the book did not end; the round goes on with what came");
    return found;
  }

  /** Whether the two were matched. */
  async function tryPair(pair: Pair): Promise<boolean> {
    const subject = pairName(pair);
    const orders = {
      ask: pair.ask.order,
      askSignature: pair.ask.signature,
      bid: pair.bid.order,
      bidSignature: pair.bid.signature,
    };
    const { issue, assetAmount, tip, refusal } = await quoteMatch(client, orders);
    if (issue !== "none" || assetAmount === 0n || tip < (leastTip(pair.ask.order.money) ?? 0n)) {
      log.debug({ subject, issue, refusal, tip: String(tip) }, "not matched");
      backoff.failed(standingOf(pair));
      return false;
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
    if (outcome.status === "reverted") await leaveAlone(makersOf(pair));
    if (outcome.status === "refused") log.info({ subject, err: outcome.cause }, "the match was not sent");
    if (outcome.status === "dryRun") {
      log.info({ subject, gas: String(outcome.gas), tip: String(tip) }, "would match");
    }
    return outcome.status === "confirmed";
  }

  /** Only an account with code can say one thing when it is asked and another in a block, and a new order costs it nothing. */
  async function leaveAlone(makers: readonly Address[]): Promise<void> {
    for (const address of makers) {
      if ((await client.getCode({ address })) === undefined) continue;
      distrust.failed(address);
      log.warn(
        { maker: address },
        "a match with a smart account failed on the chain; its orders are left alone for a while",
      );
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
