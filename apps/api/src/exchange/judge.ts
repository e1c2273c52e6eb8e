import { type Order, orderIssues } from "@qti/sdk";
import { exchangeAbi, orderQuoterAbi } from "@qti/sdk/abis";
import {
  type Address,
  BaseError,
  ContractFunctionZeroDataError,
  type Hash,
  type Hex,
  HttpRequestError,
  TimeoutError,
  zeroAddress,
} from "viem";
import type { ChainClient } from "../core/chain.ts";
import { ProblemError } from "../core/problem.ts";
import { makerFunds } from "./makerFunds.ts";
import type { Moment } from "./moment.ts";
import { type Answer, type Verdict, verdictOf } from "./verdict.ts";

/** An order with its signature and its hash. */
export type SignedOrder = { hash: Hash; order: Order; signature: Hex };

/** An order with what became of it. */
export type Judged = { signed: SignedOrder; verdict: Verdict };

/** Orders that one call asks about: a node bounds the gas of a call. */
const batch = 40;
/**
 * A chain whose next block would be this much later than its last one makes blocks on demand, and is asked about the next one
 * as well. Elsewhere the next block comes by itself, and is asked only about what opens with it.
 */
const idleSeconds = 30;

/** The block that is asked. */
export type At = { blockNumber: bigint } | { blockTag: "pending" };

export type JudgeDeps = { chain: ChainClient; exchange: Address; orderQuoter: Address };

/** Asks the chain about orders: the quoter knows signature, state, balance, allowance, compliance and time in one call. */
export class Judge {
  readonly #deps: JudgeDeps;

  constructor(deps: JudgeDeps) {
    this.#deps = deps;
  }

  /**
   * A verdict for each order, in their order.
   *
   * @throws {@link ProblemError} `chain-unreachable`; then nothing is known of any of them
   */
  async judge(signed: readonly SignedOrder[], moment: Moment): Promise<Judged[]> {
    const judged: Judged[] = [];
    for (let from = 0; from < signed.length; from += batch) {
      judged.push(...(await this.#judgeBatch(signed.slice(from, from + batch), moment)));
    }
    return judged;
  }

  async #judgeBatch(signed: readonly SignedOrder[], moment: Moment): Promise<Judged[]> {
    const judged = await this.#verdicts(signed, moment, { blockNumber: moment.number });
    const isIdle = moment.now - moment.timestamp >= idleSeconds;
    // Time went on without a block. What has ended has ended; of the rest the next block may say otherwise, except that
    // nothing ends by a transaction that is not in a block yet. What opened after the last block waits for none.
    const live = judged
      .filter(({ verdict: { holdsUntil } }) => holdsUntil !== null && (isIdle || holdsUntil < moment.now))
      .map(({ signed }) => signed);
    const next = await this.#verdicts(live, moment, { blockTag: "pending" });
    const later = new Map(next.map((one) => [one.signed.hash, one]));
    return judged.map((one) => {
      const other = later.get(one.signed.hash);
      const { state } = other?.verdict ?? one.verdict;
      return other === undefined || state === "filled" || state === "cancelled" ? one : other;
    });
  }

  async #verdicts(signed: readonly SignedOrder[], { now }: Moment, at: At): Promise<Judged[]> {
    const answers = await this.#ask(signed, at);
    return signed.map((one, index) => ({
      signed: one,
      verdict: verdictOf(one.order, answers[index] ?? unreadable, now),
    }));
  }

  /** Halves what cannot be asked at once, down to the one order that spoils it. */
  async #ask(signed: readonly SignedOrder[], at: At): Promise<Answer[]> {
    if (signed.length === 0) return [];
    try {
      return await this.#askAtOnce(signed, at);
    } catch (error) {
      if (isUnreachable(error)) throw unreachable(error);
      if (signed.length === 1) {
        await this.#requireAnswers(at);
        return [unreadable];
      }
      const middle = signed.length >> 1;
      return [
        ...(await this.#ask(signed.slice(0, middle), at)),
        ...(await this.#ask(signed.slice(middle), at)),
      ];
    }
  }

  /** A node that cannot answer anything about the block, e.g. because it does not have it, says nothing of an order. */
  async #requireAnswers(at: At): Promise<void> {
    const { chain, exchange } = this.#deps;
    try {
      await chain.readContract({ address: exchange, abi: exchangeAbi, functionName: "feeBps", ...at });
    } catch (error) {
      throw unreachable(error);
    }
  }

  async #askAtOnce(signed: readonly SignedOrder[], at: At): Promise<Answer[]> {
    const { chain, exchange, orderQuoter } = this.#deps;
    const [quotes, states] = await Promise.all([
      chain.readContract({
        address: orderQuoter,
        abi: orderQuoterAbi,
        functionName: "quoteBatch",
        // Nobody in particular takes it.
        args: [signed.map(({ order }) => order), signed.map(({ signature }) => signature), zeroAddress],
        ...at,
      }),
      chain.multicall({
        contracts: signed.map(({ hash }) => ({
          address: exchange,
          abi: exchangeAbi,
          functionName: "orderStateOf" as const,
          args: [hash] as const,
        })),
        allowFailure: false,
        batchSize: 0,
        deployless: true,
        ...at,
      }),
    ]);
    // Of what cannot be taken nobody needs to know them, and its token may be anything: one that burns all gas of a call would
    // take the answers of all others with it.
    const good = signed.filter((_, index) => orderIssues[quotes[index]?.issue ?? -1] === "none");
    const known = await makerFunds(
      chain,
      exchange,
      good.map(({ order }) => order),
      at,
    );
    const funds = new Map(good.map(({ hash }, index) => [hash, known[index]]));
    return quotes.map((quote, index) => ({
      // A reason that this version does not know yet is still one.
      issue: orderIssues[quote.issue] ?? "invalid",
      refusal: quote.refusal,
      sellAmount: quote.sellAmount,
      filled: states[index]?.filled ?? 0n,
      filledWindow: states[index]?.window ?? 0,
      funds: funds.get(signed[index]?.hash ?? "0x") ?? 0n,
    }));
  }
}

const unreachable = (cause: unknown) =>
  new ProblemError("chain-unreachable", { cause, headers: { "retry-after": "5" } });

/** An order that makes the node give up: whoever would fill it would see the same. */
const unreadable: Answer = {
  issue: "invalid",
  refusal: 0,
  sellAmount: 0n,
  filled: 0n,
  filledWindow: 0,
  funds: 0n,
};

/** Whether it says nothing of the order: the node is gone, or there is no quoter where it should be. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof BaseError)) return true;
  const found = error.walk(
    (cause) =>
      cause instanceof HttpRequestError ||
      cause instanceof TimeoutError ||
      cause instanceof ContractFunctionZeroDataError,
  );
  return found !== null;
}
