"use client";

import { useQuery } from "@tanstack/react-query";
import { type Hash, TransactionNotFoundError, TransactionReceiptNotFoundError } from "viem";
import { loadActions } from "@/lib/sdk/load";
import type { ReadClient } from "@/lib/transactions/flow";
import { useReadClient } from "./read-client";

/** One transaction as the node has it; `null` when it knows none of this hash. */
export function useChainTransaction(hash: Hash) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "transaction", hash],
    // What is in a block no longer changes, but for reorganisations; what is not is looked for again.
    refetchInterval: ({ state }) => (state.data?.receipt ? false : 4_000),
    queryFn: () => readTransaction(client, hash),
  });
}

async function readTransaction(client: ReadClient, hash: Hash) {
  const { getTransaction, getTransactionReceipt, getBlock } = await loadActions();
  const [transaction, receipt] = await Promise.all([
    getTransaction(client, { hash }).catch(orNull(TransactionNotFoundError)),
    getTransactionReceipt(client, { hash }).catch(orNull(TransactionReceiptNotFoundError)),
  ]);
  if (!transaction) return null;
  if (!receipt) return { transaction, receipt: null, at: null, reason: null };
  const [{ timestamp }, reason] = await Promise.all([
    getBlock(client, { blockHash: receipt.blockHash }),
    receipt.status === "reverted" ? readReason(client, hash) : null,
  ]);
  return { transaction, receipt, at: Number(timestamp), reason };
}

/** Why the contract refused: the node runs the call again to find out. */
async function readReason(client: ReadClient, hash: Hash) {
  const outcome = await (await loadActions()).waitForTransaction(client, { hash });
  return outcome.status === "reverted" ? (outcome.error ?? null) : null;
}

function orNull(expected: new (...given: never[]) => Error) {
  return (error: unknown) => {
    if (error instanceof expected) return null;
    throw error;
  };
}
