import type { TransactionReceipt } from "viem";
import { call, getTransaction } from "viem/actions";
import type { QtiError } from "../errors/base.ts";
import type { QtiClient } from "./client.ts";
import { toQtiError } from "./toQtiError.ts";

/** Receipts do not say why: asks the node to run the call again on the state before its block. */
export async function replayRevert(
  client: QtiClient,
  receipt: TransactionReceipt,
): Promise<QtiError | undefined> {
  try {
    const { from, to, input, value } = await getTransaction(client, { hash: receipt.transactionHash });
    await call(client, { account: from, to, data: input, value, blockNumber: receipt.blockNumber - 1n });
    return undefined;
  } catch (error) {
    return toQtiError(error);
  }
}
