/**
 * Proof that a transaction and its receipt are in their block, made from what a node says and checked without believing it.
 *
 * @module
 */
export { describeProofStep } from "./describeProofStep.ts";
export { type GetReceiptProofParameters, getReceiptProof } from "./getReceiptProof.ts";
export type { ProvenBlock } from "./header.ts";
export {
  type ProveTransactionParameters,
  type ProveTransactionReturnType,
  proveTransaction,
  type Witness,
} from "./proveTransaction.ts";
export type { ProvenLog, ProvenReceipt } from "./receipt.ts";
export { parseReceiptProof, type ReceiptProof } from "./receiptProof.ts";
export type { ProvenTransaction } from "./transaction.ts";
export {
  type ProofStep,
  type ProofStepName,
  type ReceiptClaim,
  type ReceiptVerdict,
  verifyReceiptProof,
} from "./verifyReceiptProof.ts";
