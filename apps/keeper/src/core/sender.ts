import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@qti/service/logger";
import {
  type Address,
  type Hex,
  keccak256,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from "viem";
import type { KeeperClient } from "./chain.ts";
import type { Attempt, Ending, Journal, Pending } from "./journal.ts";
import type { Metrics } from "./metrics.ts";

/** Something a job wants done. */
export type Wish = {
  job: string;
  /** What it is for; stands in the journal. */
  subject: string;
  to: Address;
  data: Hex;
  /** What the transaction brought in, read from its receipt. */
  earned: (receipt: TransactionReceipt) => ReadonlyMap<Address, bigint>;
};

/** How a wish ended. */
export type Outcome =
  | { status: "confirmed" | "reverted"; receipt: TransactionReceipt }
  /** Never sent: the contract would refuse it, or it would cost more than allowed. */
  | { status: "refused"; cause: unknown }
  /** The nonce was used by another transaction of the same key. */
  | { status: "lost" }
  /** It would have been sent. */
  | { status: "dryRun"; gas: bigint };

export type Limits = {
  /** Most gas of one transaction. */
  gas: bigint;
  /** Most wei a unit of gas may cost. */
  feePerGas: bigint;
  /** Blocks, the one with the transaction included, after which it counts as final. */
  confirmations: number;
  /** How long to wait before the fees are raised. */
  raiseAfterMs: number;
  pollMs: number;
};

export type SenderDeps = {
  client: KeeperClient;
  journal: Journal;
  log: Logger;
  metrics: Metrics;
  limits: Limits;
  /** Simulates and signs nothing. */
  dryRun: boolean;
  signal: AbortSignal;
};

/** Gas used can differ from the estimate when other transactions come first. */
const gasMargin = (estimate: bigint) => (estimate * 5n) / 4n;
/** Nodes take a replacement from 10 % more on. */
const raised = (fee: bigint) => fee + fee / 4n + 1n;

/** The price of gas is above what the keeper may pay. */
export class FeeCeilingError extends Error {
  override name = "FeeCeilingError";
  constructor(fee: bigint, ceiling: bigint) {
    super(
      `Gas costs ${fee} wei a unit, and the keeper pays ${ceiling} at most. It tries again when gas is cheaper.`,
    );
  }
}

/** A transaction would use more gas than the keeper may spend on one. */
export class GasLimitError extends Error {
  override name = "GasLimitError";
  constructor(gas: bigint, limit: bigint) {
    super(
      `The transaction needs ${gas} gas, and the keeper's limit is ${limit}. Raise QTI_KEEPER_MAX_GAS if that is meant.`,
    );
  }
}

/**
 * Signs and sends, one transaction at a time, each to its end.
 *
 * Nothing is ever done twice: the nonce and the signed bytes are in the journal before the node hears of them. Whatever
 * kills this process, the next one finds the row and either finds those bytes mined, sends the same bytes again, or
 * learns that the nonce is gone.
 */
export class Sender {
  readonly #deps: SenderDeps;
  /** How the receipts of each job are read that was sent here. */
  readonly #earned = new Map<string, Wish["earned"]>();

  constructor(deps: SenderDeps) {
    this.#deps = deps;
  }

  /** Brings to its end what an earlier process left behind. @param earnedOf reads the receipts of a job. */
  async finish(earnedOf: (job: string) => Wish["earned"]): Promise<void> {
    for (const pending of await this.#deps.journal.unfinished()) {
      const { job, subject, nonce } = pending;
      this.#deps.log.info({ job, subject, nonce }, "going on with a transaction of before");
      await this.#settle(pending, earnedOf(job));
    }
  }

  /** @throws whatever the node throws; what was under way is brought to its end before anything else is sent */
  async send(wish: Wish): Promise<Outcome> {
    this.#earned.set(wish.job, wish.earned);
    // A node that failed in the middle left it: its nonce is taken, and nobody else will look after it.
    await this.finish((job) => this.#earned.get(job) ?? wish.earned);
    const outcome = await this.#send(wish);
    this.#deps.metrics.transactions.inc({ job: wish.job, outcome: outcome.status });
    return outcome;
  }

  async #send({ job, subject, to, data, earned }: Wish): Promise<Outcome> {
    const { client, journal, limits, dryRun, log } = this.#deps;
    let gas: bigint;
    try {
      gas = gasMargin(await client.estimateGas({ account: client.account, to, data, blockTag: "pending" }));
    } catch (cause) {
      return { status: "refused", cause };
    }
    if (gas > limits.gas) return { status: "refused", cause: new GasLimitError(gas, limits.gas) };
    const fees = await client.estimateFeesPerGas();
    if (fees.maxFeePerGas > limits.feePerGas) {
      return { status: "refused", cause: new FeeCeilingError(fees.maxFeePerGas, limits.feePerGas) };
    }
    if (dryRun) return { status: "dryRun", gas };

    // Everything of before has ended, so the next nonce is the number of transactions mined.
    const nonce = await client.getTransactionCount({ address: client.account.address, blockTag: "latest" });
    const undone = await journal.undo(nonce);
    if (undone > 0) log.warn({ undone, nonce }, "the chain was reorganised: taken out of the books");
    const planned = { job, subject, nonce, to, data, gas };
    const pending = await journal.open(planned, await this.#sign(planned, fees));
    return this.#settle(pending, earned);
  }

  async #sign(
    { nonce, to, data, gas }: Pick<Pending, "nonce" | "to" | "data" | "gas">,
    { maxFeePerGas, maxPriorityFeePerGas }: Pick<Attempt, "maxFeePerGas" | "maxPriorityFeePerGas">,
  ): Promise<Omit<Attempt, "sentAt">> {
    const { client } = this.#deps;
    const raw = await client.account.signTransaction({
      type: "eip1559",
      chainId: client.chain.id,
      nonce,
      to,
      data,
      gas,
      maxFeePerGas,
      maxPriorityFeePerGas,
    });
    return { hash: keccak256(raw), raw, maxFeePerGas, maxPriorityFeePerGas };
  }

  /** Broadcasts until one of the signed forms is mined deep enough, or the nonce is gone. */
  async #settle(begun: Pending, earned: Wish["earned"]): Promise<Outcome> {
    const { client, journal, limits, log, signal } = this.#deps;
    let pending = begun;
    await this.#broadcast(pending);
    for (;;) {
      const receipt = await this.#receiptOf(pending);
      if (receipt !== undefined) {
        const depth = (await client.getBlockNumber({ cacheTime: 0 })) - receipt.blockNumber + 1n;
        if (depth >= BigInt(limits.confirmations)) return this.#close(pending, receipt, earned(receipt));
      } else if (await this.#isLost(pending)) {
        log.error({ subject: pending.subject, nonce: pending.nonce }, "the nonce was used by somebody else");
        await journal.close(pending, { state: "lost" });
        return { status: "lost" };
      } else {
        pending = await this.#raiseIfSlow(pending);
        await this.#broadcast(pending);
      }
      await wait(limits.pollMs, undefined, { signal });
    }
  }

  async #close(
    pending: Pending,
    receipt: TransactionReceipt,
    earned: ReadonlyMap<Address, bigint>,
  ): Promise<Outcome> {
    const { journal, metrics, log } = this.#deps;
    const { job, subject } = pending;
    const status = receipt.status === "success" ? "confirmed" : "reverted";
    const { blockNumber: block, gasUsed, effectiveGasPrice: gasPrice } = receipt;
    const ending: Ending = { state: status, block, gasUsed, gasPrice, earned };
    await journal.close(pending, ending);
    metrics.spent.inc({ job }, Number(gasUsed * gasPrice));
    for (const [token, amount] of earned) metrics.earned.inc({ job, token }, Number(amount));
    log.info({ job, subject, hash: receipt.transactionHash, gasUsed: String(gasUsed) }, status);
    return { status, receipt };
  }

  async #receiptOf(pending: Pending): Promise<TransactionReceipt | undefined> {
    for (const { hash } of pending.attempts) {
      try {
        return await this.#deps.client.getTransactionReceipt({ hash });
      } catch (error) {
        if (!(error instanceof TransactionReceiptNotFoundError)) throw error;
      }
    }
    return undefined;
  }

  /** Asked after the receipts: a nonce that counts as used without any of ours mined belongs to another transaction. */
  async #isLost(pending: Pending): Promise<boolean> {
    const { client } = this.#deps;
    const used = await client.getTransactionCount({ address: client.account.address, blockTag: "latest" });
    return used > pending.nonce && (await this.#receiptOf(pending)) === undefined;
  }

  async #raiseIfSlow(pending: Pending): Promise<Pending> {
    const { journal, limits, log } = this.#deps;
    const [newest] = pending.attempts;
    if (newest === undefined || Date.now() - newest.sentAt.getTime() < limits.raiseAfterMs) return pending;
    const maxFeePerGas = raised(newest.maxFeePerGas);
    // At the ceiling it waits as it is.
    if (maxFeePerGas > limits.feePerGas) return pending;
    const fees = { maxFeePerGas, maxPriorityFeePerGas: raised(newest.maxPriorityFeePerGas) };
    log.warn({ subject: pending.subject, nonce: pending.nonce }, "not mined yet: raising the fees");
    return journal.replace(pending, await this.#sign(pending, fees));
  }

  /** The same bytes as often as one likes: a node that has them says so, and that is no failure. */
  async #broadcast(pending: Pending): Promise<void> {
    const { client, log, metrics } = this.#deps;
    const [newest] = pending.attempts;
    if (newest === undefined) return;
    try {
      await client.sendRawTransaction({ serializedTransaction: newest.raw });
      metrics.attempts.inc({ job: pending.job });
    } catch (error) {
      // Known already, or mined already, or the node is gone: the receipt, or the next turn, tells which.
      log.debug({ err: error, nonce: pending.nonce }, "the node did not take the transaction");
    }
  }
}
