import type { AbiEvent, TransactionReceipt } from "viem";
import type { ContractName } from "./addresses.ts";
import type { ContractCall } from "./call.ts";
import type { QtiClient } from "./client.ts";
import { confirm } from "./confirm.ts";
import type { EventOf, Optional, Write, WriteOptions } from "./defineWrite.ts";
import type { WaitOptions } from "./waitForTransaction.ts";

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
    const receipt = await confirm(client, await write(client, ...rest), rest[0] ?? {});
    return { receipt, event: write.extractEvent(receipt.logs) };
  };
}
