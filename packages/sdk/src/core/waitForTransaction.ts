import type { Address, Hash, Hex, TransactionReceipt } from "viem";
import { getBlockNumber, getTransaction, getTransactionReceipt } from "viem/actions";
import type { QtiError } from "../errors/base.ts";
import type { QtiClient } from "./client.ts";
import { findReplacement } from "./findReplacement.ts";
import { pause } from "./pause.ts";
import { replayRevert } from "./replayRevert.ts";
import { toQtiError } from "./toQtiError.ts";

/** How long and how often to look for a transaction. */
export type WaitOptions = {
  /** Blocks that must hold it, its own included. Default 1. */
  confirmations?: number | undefined;
  /** Milliseconds after which waiting ends with `timedOut`. Default 300,000. */
  timeout?: number | undefined;
  /** Milliseconds between two looks; that of the client when left out. */
  pollingInterval?: number | undefined;
  /** Milliseconds without any node knowing the transaction after which it counts as dropped. Default 60,000. */
  dropAfter?: number | undefined;
  /** Ends waiting at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

/** What is known of a transaction that was sent; enough to recognise who took its place. */
export type SentTransaction = {
  from: Address;
  nonce: number;
  to?: Address | null | undefined;
  value?: bigint | undefined;
  input?: Hex | undefined;
};

/** Parameters of {@link waitForTransaction}. */
export type WaitForTransactionParameters = WaitOptions & {
  hash: Hash;
  /** What was sent, when the caller kept it (say over a reload). Read from the node otherwise. */
  sent?: SentTransaction | undefined;
};

/** How a transaction ended. `hash` is the one that was waited for; the receipt names the one that was mined. */
export type TransactionOutcome =
  | { status: "confirmed"; hash: Hash; receipt: TransactionReceipt; repriced: boolean }
  | {
      status: "reverted";
      hash: Hash;
      receipt: TransactionReceipt;
      repriced: boolean;
      error: QtiError | undefined;
    }
  /** Another transaction of the account took its nonce. */
  | { status: "replaced"; hash: Hash; receipt: TransactionReceipt | undefined }
  /** The account sent nothing to itself with the same nonce, which is how wallets cancel. */
  | { status: "cancelled"; hash: Hash; receipt: TransactionReceipt }
  /** No node knows it and its nonce is still free. */
  | { status: "dropped"; hash: Hash }
  /** Nothing could be said in time; `error` is why the last look failed, if it did. */
  | { status: "timedOut"; hash: Hash; error: QtiError | undefined };

/**
 * Waits until a transaction has ended, one way or another. Never hangs and never throws for what the chain, the
 * wallet or the node does: every end is a value. An unreachable node is asked again until the timeout.
 *
 * @param client - Any viem client.
 * @param parameters - {@link WaitForTransactionParameters}
 * @returns {@link TransactionOutcome}
 *
 * @example
 * ```ts
 * const outcome = await waitForTransaction(client, { hash });
 * if (outcome.status === "confirmed") console.log(outcome.receipt.blockNumber);
 * ```
 */
export async function waitForTransaction(
  client: QtiClient,
  parameters: WaitForTransactionParameters,
): Promise<TransactionOutcome> {
  const { hash, confirmations = 1, timeout = 300_000, dropAfter = 60_000, signal } = parameters;
  const interval = parameters.pollingInterval ?? client.pollingInterval;
  const deadline = Date.now() + timeout;
  let sent = parameters.sent;
  let missingSince: number | undefined;
  let lastError: unknown;

  const look = async (): Promise<TransactionOutcome | undefined> => {
    const receipt = await orUndefined(getTransactionReceipt(client, { hash }));
    if (receipt) return settle(receipt, false);
    const pending = await orUndefined(getTransaction(client, { hash }));
    if (pending) {
      sent = pending;
      missingSince = undefined;
      return undefined;
    }
    const replacement = sent && (await findReplacement(client, sent, hash));
    if (replacement?.kind === "self") return undefined; // Mined between the two questions: the next look finds it.
    if (replacement?.kind === "repriced") return settle(replacement.receipt, true);
    if (replacement?.kind === "cancelled") return { status: "cancelled", hash, receipt: replacement.receipt };
    if (replacement) return { status: "replaced", hash, receipt: replacement.receipt };
    missingSince ??= Date.now();
    return Date.now() - missingSince >= dropAfter ? { status: "dropped", hash } : undefined;
  };

  const settle = async (
    receipt: TransactionReceipt,
    repriced: boolean,
  ): Promise<TransactionOutcome | undefined> => {
    if (confirmations > 1) {
      const head = await getBlockNumber(client, { cacheTime: 0 });
      if (head - receipt.blockNumber + 1n < BigInt(confirmations)) return undefined;
    }
    if (receipt.status === "success") return { status: "confirmed", hash, receipt, repriced };
    return { status: "reverted", hash, receipt, repriced, error: await replayRevert(client, receipt) };
  };

  for (;;) {
    signal?.throwIfAborted();
    try {
      const outcome = await look();
      if (outcome) return outcome;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() + interval > deadline) {
      return {
        status: "timedOut",
        hash,
        error: lastError === undefined ? undefined : await toQtiError(lastError),
      };
    }
    await pause(interval, signal);
  }
}

async function orUndefined<value>(request: Promise<value>): Promise<value | undefined> {
  try {
    return await request;
  } catch (error) {
    // viem throws for "no such transaction", which here is an answer like any other.
    if (error instanceof Error && /^Transaction(Receipt)?NotFoundError$/.test(error.name)) return undefined;
    throw error;
  }
}
