import type { Hash } from "viem";
import { getBlock } from "viem/actions";
import type { QtiClient } from "../core/client.ts";
import { WitnessMissingError } from "../errors/proofs.ts";
import { getReceiptProof } from "./getReceiptProof.ts";
import { decodeHeader } from "./header.ts";
import type { ReceiptProof } from "./receiptProof.ts";
import { type ReceiptClaim, type ReceiptVerdict, verifyReceiptProof } from "./verifyReceiptProof.ts";

/** Somebody other than the node which says what hash the block has. */
export type Witness = {
  /** Shown beside what it says, e.g. the host of a second node. */
  name: string;
  /** Asked for the block of the same number. */
  client: QtiClient;
};

/** Parameters of {@link proveTransaction}: what is said of the transaction, e.g. a row of the index. */
export type ProveTransactionParameters = Omit<ReceiptClaim, "blockHash" | "transactionHash"> & {
  transactionHash: Hash;
  /** From the index. Without it a witness has to say. */
  blockHash?: Hash | undefined;
  /** Place of the event in its block; the proof is then about this event. */
  logIndex?: number | undefined;
  /** Other nodes that are asked for the hash of the block. */
  witnesses?: readonly Witness[] | undefined;
};

/** A proof, what came of checking it, and who said what of the block. */
export type ProveTransactionReturnType = {
  proof: ReceiptProof;
  verdict: ReceiptVerdict;
  /** `blockHash` is `undefined` where the witness cannot be reached or has no such block yet. */
  witnesses: readonly { name: string; blockHash: Hash | undefined }[];
};

/**
 * Builds the proof of a transaction from one node, checks it here, and compares the hash of the block with what others say: the index,
 * and as many other nodes as are given. `proof` can be saved as JSON and checked later by anybody.
 *
 * @param client - Any viem client; it is not believed.
 * @param parameters - {@link ProveTransactionParameters}
 * @returns {@link ProveTransactionReturnType}
 * @throws {@link TransactionNotMinedError} when the transaction is in no block.
 * @throws {@link BlockNotReproducibleError} when the node's answers do not fit together.
 * @throws {@link TransactionTypeUnknownError} when the block holds a transaction of a type that is not known here.
 * @throws {@link LogNotFoundError} when the transaction has no such event.
 * @throws {@link WitnessMissingError} when nobody but the node itself says which block it is.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const { items } = await getTransactions(subgraph, { account });
 * for (const row of items) {
 *   const { verdict } = await proveTransaction(client, row);
 *   for (const step of verdict.steps) console.log(describeProofStep(step), step.computed);
 * }
 * ```
 */
export async function proveTransaction(
  client: QtiClient,
  parameters: ProveTransactionParameters,
): Promise<ProveTransactionReturnType> {
  const { transactionHash: hash, logIndex, blockHash, witnesses = [], ...claim } = parameters;
  const proof = await getReceiptProof(client, { hash, logIndex });
  const number = decodeHeader(proof.header)?.number ?? 0n;
  const said = await Promise.all(
    witnesses.map(async (witness) => ({
      name: witness.name,
      blockHash: await hashOf(witness.client, number),
    })),
  );
  const heard = said.flatMap((each) => each.blockHash ?? []);
  const trusted = blockHash ?? heard[0];
  if (!trusted) throw new WitnessMissingError();
  const verdict = await verifyReceiptProof(proof, { ...claim, blockHash: trusted, transactionHash: hash });
  return { proof, verdict: confirm(verdict, proof.blockHash, heard), witnesses: said };
}

/** A block that one witness does not know is no block of the chain, or its own is none; either way it is not proven. */
function confirm(verdict: ReceiptVerdict, blockHash: Hash, heard: readonly Hash[]): ReceiptVerdict {
  const steps = [...verdict.steps];
  for (const expected of heard) {
    const step = { name: "witness", holds: expected === blockHash, computed: blockHash, expected } as const;
    steps.push(step);
    if (verdict.proven && !step.holds) return { proven: false, steps, failed: step };
  }
  return { ...verdict, steps };
}

async function hashOf(client: QtiClient, blockNumber: bigint): Promise<Hash | undefined> {
  try {
    return (await getBlock(client, { blockNumber })).hash;
  } catch {
    // A witness that is silent says nothing against the block, and nothing for it.
    return undefined;
  }
}
