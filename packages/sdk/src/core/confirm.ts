import type { Hash, TransactionReceipt } from "viem";
import { TransactionFailedError } from "../errors/transaction.ts";
import type { QtiClient } from "./client.ts";
import { type WaitOptions, waitForTransaction } from "./waitForTransaction.ts";

/** Waits until a transaction has done what it was sent for. @throws {@link TransactionFailedError} when it has not */
export async function confirm(
  client: QtiClient,
  hash: Hash,
  { confirmations, timeout, pollingInterval, dropAfter, signal }: WaitOptions,
): Promise<TransactionReceipt> {
  const outcome = await waitForTransaction(client, {
    hash,
    confirmations,
    timeout,
    pollingInterval,
    dropAfter,
    signal,
  });
  if (outcome.status !== "confirmed") throw new TransactionFailedError(outcome);
  return outcome.receipt;
}
