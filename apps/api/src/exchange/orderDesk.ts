import { hashOrder, type Order, type OrderIssue, type Refusal, refusals } from "@qti/sdk";
import { assetRegistryAbi } from "@qti/sdk/abis";
import type { BookOrderJson, PostOrderBody } from "@qti/sdk/exchange/wire";
import type { Address, Hex } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { type ProblemCode, ProblemError } from "../core/problem.ts";
import type { Database } from "../database/client.ts";
import { chainTime, noteChainTime } from "./bookClock.ts";
import { Judge, type SignedOrder } from "./judge.ts";
import { JudgeQueue } from "./judgeQueue.ts";
import { issueOf, type MakerFacts, makerFacts } from "./makerFacts.ts";
import type { ExchangeContracts } from "./market.ts";
import { findOrder, insertOrder } from "./orderWrites.ts";
import { type OrderRow, signedOf, toWire } from "./rows.ts";
import type { Verdict } from "./verdict.ts";

export type OrderDeskDeps = {
  db: Database;
  chain: ChainClient;
  clock: Clock;
  contracts: ExchangeContracts;
  /** Orders that one maker may have in the book at a time. */
  ordersPerMaker: number;
};

/**
 * Seconds between the windows of a standing order that the book takes, at least. Each window changes the order and is told to
 * everybody who listens, for the price of one signature.
 */
const shortestInterval = 600;

/** How the api says no for each reason for which an order is not taken into the book. */
const codes: Partial<Record<OrderIssue, ProblemCode>> = {
  invalid: "order-invalid",
  signature: "order-signature",
  cancelled: "order-cancelled",
  epoch: "order-epoch",
  expired: "order-expired",
  filled: "order-filled",
  moneyNotListed: "order-money",
  makerBalance: "order-balance",
  makerAllowance: "order-allowance",
  compliance: "order-compliance",
};

/** Takes signed orders into the book. */
export class OrderDesk {
  readonly #deps: OrderDeskDeps;
  readonly #judges: JudgeQueue;
  /** What is an asset stays one. */
  readonly #assets = new Set<Address>();

  constructor(deps: OrderDeskDeps) {
    this.#deps = deps;
    this.#judges = new JudgeQueue(deps.chain, new Judge({ chain: deps.chain, ...deps.contracts }));
  }

  /**
   * Takes an order. The signature is all the authority there is; the balance and the allowance behind it are what keeps the
   * book from being filled with promises. Sent again it answers with what became of the order.
   *
   * @throws {@link ProblemError} another one for each reason to refuse it, and `chain-unreachable`
   */
  async accept({ order, signature }: PostOrderBody): Promise<{ order: BookOrderJson; created: boolean }> {
    const { db, chain, clock, contracts, ordersPerMaker } = this.#deps;
    if (order.taker === order.maker) {
      throw new ProblemError("invalid-input", {
        errors: [{ field: "order.taker", message: "expected another account than the maker" }],
      });
    }
    if (order.interval > 0 && order.interval < shortestInterval) {
      throw new ProblemError("invalid-input", {
        errors: [{ field: "order.interval", message: `expected at least ${shortestInterval} seconds, or 0` }],
      });
    }
    const hash = hashOrder({ chainId: chain.chain.id, exchange: contracts.exchange, order });
    const known = await findOrder(db, hash);
    if (known !== undefined && !(await this.#needsAnother(known, signature))) {
      return { order: toWire(known, await chainTime(db, clock)), created: false };
    }
    const signed: SignedOrder = { hash, order, signature };
    const { judged, moment } = await this.#ask(() => this.#judges.judge(signed));
    await this.#requireAsset(order.asset);
    await this.#requireGood(order, judged.verdict);
    await noteChainTime(db, clock, moment);
    const kept = await db.transaction((tx) =>
      insertOrder(tx, judged, moment, { at: clock.now(), perMaker: ordersPerMaker }),
    );
    if (kept === undefined) throw new ProblemError("order-quota", { extensions: { limit: ordersPerMaker } });
    return { order: toWire(kept.row, moment.now), created: kept.created };
  }

  /** An account may accept another signature today than when its order came; one that is still good is kept. */
  async #needsAnother(known: OrderRow, signature: Hex): Promise<boolean> {
    if (known.signature === signature || known.holdsUntil === null) return false;
    const { judged } = await this.#ask(() => this.#judges.judge(signedOf(known)));
    return judged.verdict.issue === "signature";
  }

  async #requireAsset(asset: Address): Promise<void> {
    if (this.#assets.has(asset)) return;
    const { chain, contracts } = this.#deps;
    const known = await this.#ask(() =>
      chain.readContract({
        address: contracts.assetRegistry,
        abi: assetRegistryAbi,
        functionName: "isAsset",
        args: [asset],
      }),
    );
    if (!known) throw new ProblemError("order-asset");
    this.#assets.add(asset);
  }

  /** @throws {@link ProblemError} unless it can be filled now, or later without anybody doing anything */
  async #requireGood(order: Order, { state, issue, refusal }: Verdict): Promise<void> {
    if (issue === "none") return;
    const funds = issue === "makerBalance" || issue === "makerAllowance";
    const waits = state === "waiting" || issue === "paused";
    if (!funds && !waits) throw refuse(order, issue, refusals[refusal] ?? "moduleFailed");
    const { chain, contracts } = this.#deps;
    const facts = await this.#ask(() => makerFacts(chain, contracts.exchange, order));
    // While it waits nothing but time was looked at.
    const found = waits ? issueOf(order, facts) : issue;
    if (found !== "none") throw refuse(order, found, facts.refusal, facts, contracts.exchange);
  }

  /** @throws {@link ProblemError} `chain-unreachable` */
  async #ask<answer>(question: () => Promise<answer>): Promise<answer> {
    try {
      return await question();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      await assertChain(this.#deps.chain);
      throw new ProblemError("chain-unreachable", {
        detail: "The chain answers, but the contracts are not where they should be.",
        cause: error,
      });
    }
  }
}

function refuse(
  { sellAmount }: Order,
  issue: OrderIssue,
  refusal: Refusal,
  facts?: MakerFacts,
  spender?: Address,
): ProblemError {
  const extensions: Record<string, string> = { issue };
  if (issue === "compliance") extensions.refusal = refusal;
  if (issue === "makerBalance" && facts) extensions.has = `${facts.balance}`;
  if (issue === "makerAllowance" && facts) extensions.has = `${facts.allowance}`;
  if (extensions.has !== undefined) extensions.needed = `${sellAmount}`;
  if (issue === "makerAllowance" && spender) extensions.spender = spender;
  return new ProblemError(codes[issue] ?? "order-invalid", { extensions });
}
