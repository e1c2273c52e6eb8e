import type { ProofStep, ProofStepName } from "./verifyReceiptProof.ts";

/** What holds, and what does not. */
const sentences: Record<ProofStepName, readonly [string, string]> = {
  block: ["The header has the hash of the block.", "The header is not that of this block."],
  number: ["The header has this number.", "The header has another number."],
  time: ["The header has this time.", "The header has another time."],
  transaction: [
    "The transaction is where the header's root of transactions leads.",
    "The header's root of transactions does not lead to this transaction.",
  ],
  hash: ["The transaction has this hash.", "The transaction has another hash."],
  index: ["The transaction has this place in the block.", "The transaction has another place in the block."],
  chain: ["The transaction was signed for this chain.", "The transaction was signed for another chain."],
  sender: ["The signature is the sender's.", "The signature is not the sender's."],
  receipt: [
    "The receipt is where the header's root of receipts leads, at the same place.",
    "The header's root of receipts does not lead to this receipt.",
  ],
  status: [
    "The receipt says how the transaction ended.",
    "The receipt does not say how the transaction ended.",
  ],
  event: ["The event is in the receipt.", "The event is not in the receipt."],
  emitter: ["The contract emitted the event.", "Another contract emitted the event."],
  witness: ["Somebody else gives the block the same hash.", "Somebody else gives the block another hash."],
};

/**
 * Says in a sentence what a step of a proof compared, and whether it holds.
 *
 * @param step - One of the `steps` of a verdict.
 * @returns A sentence.
 *
 * @example
 * ```ts
 * const { blockHash, transactionHash } = receipt;
 * const { verdict } = await proveTransaction(client, { blockHash, transactionHash });
 * for (const step of verdict.steps) console.log(step.holds, describeProofStep(step));
 * ```
 */
export function describeProofStep({ name, holds }: Pick<ProofStep, "name" | "holds">): string {
  return sentences[name][holds ? 0 : 1];
}
