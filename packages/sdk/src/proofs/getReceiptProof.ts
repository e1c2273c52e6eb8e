import { type Hash, type Hex, keccak256 } from "viem";
import { getChainId } from "viem/actions";
import type * as z from "zod/mini";
import type { QtiClient } from "../core/client.ts";
import { toQtiError } from "../core/toQtiError.ts";
import {
  BlockNotReproducibleError,
  LogNotFoundError,
  TransactionNotMinedError,
  TransactionTypeUnknownError,
} from "../errors/proofs.ts";
import { encodeHeader } from "./encodeHeader.ts";
import { encodeReceipt } from "./receipt.ts";
import type { ReceiptProof } from "./receiptProof.ts";
import { type RpcBlock, type RpcReceipt, rpcBlock, rpcReceipt, rpcReceipts } from "./rpc.ts";
import { encodeTransaction } from "./transaction.ts";
import { proveInTrie } from "./trie.ts";

/** Parameters of {@link getReceiptProof}. */
export type GetReceiptProofParameters = {
  /** Hash of the transaction. */
  hash: Hash;
  /** Place of an event in its block, as nodes and the index count it: the proof is then about this event. */
  logIndex?: number | undefined;
};

/**
 * Builds the proof that a transaction and its receipt are in their block, from what a node says of the block. Nothing the node says is
 * believed: what does not lead to the hash of the block is refused here, and `verifyReceiptProof` checks the rest anew.
 *
 * It reads every transaction and every receipt of the block, in two requests; in one a receipt where the node has no
 * `eth_getBlockReceipts`, as Hardhat's has none.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetReceiptProofParameters}
 * @returns {@link ReceiptProof}
 * @throws {@link TransactionNotMinedError} when the transaction is in no block.
 * @throws {@link BlockNotReproducibleError} when the node's answers do not fit together.
 * @throws {@link TransactionTypeUnknownError} when the block holds a transaction of a type that is not known here.
 * @throws {@link LogNotFoundError} when the transaction has no such event.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const proof = await getReceiptProof(client, { hash });
 * ```
 */
export async function getReceiptProof(
  client: QtiClient,
  parameters: GetReceiptProofParameters,
): Promise<ReceiptProof> {
  const { hash, logIndex } = parameters;
  const own = await ask(
    () => client.request({ method: "eth_getTransactionReceipt", params: [hash] }),
    rpcReceipt(),
  );
  if (!own) throw new TransactionNotMinedError(hash);
  // A receipt of another transaction would prove that other one.
  if (own.transactionHash.toLowerCase() !== hash.toLowerCase())
    throw new BlockNotReproducibleError("receipts", own.blockHash);
  const [chainId, block] = await Promise.all([
    client.chain?.id ?? getChainId(client),
    ask(() => client.request({ method: "eth_getBlockByHash", params: [own.blockHash, true] }), rpcBlock()),
  ]);
  // Between the two answers another block may have taken its place.
  if (!block) throw new TransactionNotMinedError(hash);
  const header = encodeHeader(block);
  if (keccak256(header) !== block.hash || block.hash !== own.blockHash)
    throw new BlockNotReproducibleError("header", own.blockHash);
  const transactionIndex = Number(own.transactionIndex);
  const transactions = proveInTrie(encodeTransactions(block), transactionIndex);
  if (transactions.root !== block.transactionsRoot)
    throw new BlockNotReproducibleError("transactions", block.hash);
  const receipts = proveInTrie((await getReceipts(client, block)).map(encodeReceipt), transactionIndex);
  if (receipts.root !== block.receiptsRoot) throw new BlockNotReproducibleError("receipts", block.hash);
  return {
    format: "qti/receipt-proof/v1",
    chainId,
    blockHash: block.hash,
    transactionHash: own.transactionHash,
    transactionIndex,
    header,
    transaction: transactions.nodes,
    receipt: receipts.nodes,
    ...(logIndex === undefined ? {} : { log: findLog(own, logIndex) }),
  };
}

function encodeTransactions(block: RpcBlock): readonly Hex[] {
  return block.transactions.map((transaction) => {
    const encoded = encodeTransaction(transaction);
    if (!encoded) throw new TransactionTypeUnknownError(transaction.type ?? "0x0");
    return encoded;
  });
}

/** The receipt counts its events from 0; nodes count through the block. */
function findLog(receipt: RpcReceipt, logIndex: number): NonNullable<ReceiptProof["log"]> {
  const position = receipt.logs.findIndex((log) => Number(log.logIndex) === logIndex);
  const log = receipt.logs[position];
  if (!log) throw new LogNotFoundError(logIndex, receipt.transactionHash);
  return { position, address: log.address, topics: log.topics, data: log.data };
}

async function getReceipts(client: QtiClient, block: RpcBlock): Promise<readonly RpcReceipt[]> {
  const { hash, transactions } = block;
  try {
    const all = rpcReceipts().parse(await client.request({ method: "eth_getBlockReceipts", params: [hash] }));
    if (all.length === transactions.length) return all;
  } catch {
    // Not every node has it; those that have none answer with errors of every kind.
  }
  const found: RpcReceipt[] = [];
  for (let start = 0; start < transactions.length; start += ABREAST) {
    const some = transactions.slice(start, start + ABREAST);
    found.push(...(await Promise.all(some.map((transaction) => getReceipt(client, transaction.hash, hash)))));
  }
  return found;
}

/** Requests under way at a time: public nodes refuse more. */
const ABREAST = 16;

async function getReceipt(client: QtiClient, transaction: Hash, block: Hash): Promise<RpcReceipt> {
  const receipt = await ask(
    () => client.request({ method: "eth_getTransactionReceipt", params: [transaction] }),
    rpcReceipt(),
  );
  // Mined anew somewhere else in the meantime, with this block gone.
  if (receipt?.blockHash !== block) throw new BlockNotReproducibleError("receipts", block);
  return receipt;
}

async function ask<schema extends z.ZodMiniType>(
  request: () => Promise<unknown>,
  answer: schema,
): Promise<z.infer<schema>> {
  try {
    return answer.parse(await request());
  } catch (error) {
    throw await toQtiError(error);
  }
}
