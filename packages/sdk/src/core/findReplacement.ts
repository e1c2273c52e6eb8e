import type { Hash, TransactionReceipt } from "viem";
import { getBlock, getBlockNumber, getTransactionCount, getTransactionReceipt } from "viem/actions";
import type { QtiClient } from "./client.ts";
import type { SentTransaction } from "./waitForTransaction.ts";

/** What took the nonce of a transaction. */
export type Replacement =
  /** The transaction itself, mined in the meantime. */
  | { kind: "self" }
  /** The same call with another fee, or a cancellation. */
  | { kind: "repriced" | "cancelled"; receipt: TransactionReceipt }
  /** Something else; without a receipt when it lies too far back to be found. */
  | { kind: "replaced"; receipt: TransactionReceipt | undefined };

/** How far back a replacement is looked for: full nodes keep the state of 128 blocks. */
const DEPTH = 127n;

/** Finds the transaction that used the nonce of `sent`, by bisecting the account's nonce over recent blocks. */
export async function findReplacement(
  client: QtiClient,
  sent: SentTransaction,
  hash: Hash,
): Promise<Replacement | undefined> {
  const { from: address, nonce } = sent;
  if ((await getTransactionCount(client, { address })) <= nonce) return undefined;
  const usedAt = async (blockNumber: bigint) =>
    (await getTransactionCount(client, { address, blockNumber }).catch(() => 0)) > nonce;
  let used = await getBlockNumber(client, { cacheTime: 0 });
  let free = used > DEPTH ? used - DEPTH : -1n;
  while (used - free > 1n) {
    const middle = (used + free) / 2n;
    if (middle >= 0n && (await usedAt(middle))) used = middle;
    else free = middle;
  }
  const { transactions } = await getBlock(client, { blockNumber: used, includeTransactions: true });
  const taker = transactions.find((each) => isSame(each.from, address) && each.nonce === nonce);
  if (taker?.hash === hash) return { kind: "self" };
  const receipt = taker && (await getTransactionReceipt(client, { hash: taker.hash }));
  if (!receipt) return { kind: "replaced", receipt: undefined };
  if (isSame(taker.to, taker.from) && taker.value === 0n && taker.input === "0x")
    return { kind: "cancelled", receipt };
  const same = isSame(taker.to, sent.to ?? null) && taker.value === sent.value && taker.input === sent.input;
  return { kind: same ? "repriced" : "replaced", receipt };
}

/** Nodes answer in lower case; callers may hold checksummed addresses. */
function isSame(a: string | null, b: string | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
