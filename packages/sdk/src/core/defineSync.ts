import type { AbiEvent, TransactionReceipt } from "viem";
import { TransactionFailedError } from "../errors/transaction.ts";
import type { ContractName } from "./addresses.ts";
import type { ContractCall } from "./call.ts";
import type { QtiClient } from "./client.ts";
import type { EventOf, Optional, Write, WriteOptions } from "./defineWrite.ts";
import { type WaitOptions, waitForTransaction } from "./waitForTransaction.ts";

/** The twin of a write that waits. */
export type Sync<parameters, event extends AbiEvent> = (
  client: QtiClient,
  ...rest: Optional<parameters & WriteOptions & WaitOptions>
) => Promise<{ receipt: TransactionReceipt; event: EventOf<event> }>;

/** Makes the twin of a write that waits for the receipt and reads the event in it. */
export function defineSync<
  parameters,
  names extends ContractName,
  call extends ContractCall,
  event extends AbiEvent,
>(write: Write<parameters, names, call, event>): Sync<parameters, event> {
  return async (client, ...rest) => {
    const { confirmations, timeout, pollingInterval, dropAfter, signal }: WaitOptions = rest[0] ?? {};
    const hash = await write(client, ...rest);
    const outcome = await waitForTransaction(client, {
      hash,
      confirmations,
      timeout,
      pollingInterval,
      dropAfter,
      signal,
    });
    if (outcome.status !== "confirmed") throw new TransactionFailedError(outcome);
    return { receipt: outcome.receipt, event: write.extractEvent(outcome.receipt.logs) };
  };
}
