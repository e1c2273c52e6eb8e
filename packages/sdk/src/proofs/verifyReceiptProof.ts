import { type Address, type Hash, type Hex, keccak256 } from "viem";
import { decodeHeader, type ProvenBlock } from "./header.ts";
import { decodeReceipt, type ProvenLog, type ProvenReceipt } from "./receipt.ts";
import type { ReceiptProof } from "./receiptProof.ts";
import { encodeRlp } from "./rlp.ts";
import { decodeTransaction, type ProvenTransaction } from "./transaction.ts";
import { readTrieProof } from "./trie.ts";

/** What is said of a transaction. A row of the index (`IndexedTransaction`) is one. Each field that is given is compared. */
export type ReceiptClaim = {
  /**
   * Hash of the block, from somebody other than who made the proof: the index, a second node. It is the only thing that is trusted.
   */
  blockHash: Hash;
  blockNumber?: bigint | undefined;
  /** Unix seconds. */
  timestamp?: bigint | undefined;
  transactionHash?: Hash | undefined;
  transactionIndex?: number | undefined;
  /** Who signed the transaction. */
  sender?: Address | undefined;
  /** Contract that emitted the event which the proof is about. */
  emitter?: Address | undefined;
};

/** What was compared; `describeProofStep` says it in a sentence. */
export type ProofStepName =
  | "block"
  | "number"
  | "time"
  | "transaction"
  | "hash"
  | "index"
  | "chain"
  | "sender"
  | "receipt"
  | "status"
  | "event"
  | "emitter"
  | "witness";

/** One comparison, to be shown. */
export type ProofStep = {
  name: ProofStepName;
  holds: boolean;
  /** What the bytes of the proof say; `undefined` when they say nothing that can be read. */
  computed: string | undefined;
  /** What it has to be; `undefined` when nothing was stated beforehand. */
  expected: string | undefined;
};

/** What a proof proves, or the first step that does not hold. */
export type ReceiptVerdict =
  | {
      proven: true;
      steps: readonly ProofStep[];
      block: ProvenBlock;
      transaction: ProvenTransaction;
      receipt: ProvenReceipt;
      /** The event that the proof is about; `position` counts the events of the receipt from 0. */
      log: (ProvenLog & { position: number }) | undefined;
    }
  | { proven: false; steps: readonly ProofStep[]; failed: ProofStep };

/**
 * Checks a proof, and trusts nothing but the hash of the block. The header must have that hash; the transaction must be where the
 * header's root of transactions leads, and the receipt at the same place under its root of receipts. Sender, time and events are then
 * read from these bytes.
 *
 * What a block does not commit to is not proven: that the block belongs to the chain (ask more than one for its hash: the index, a
 * second node), and at which place among all events of the block an event stands.
 *
 * @param proof - From `getReceiptProof` or `parseReceiptProof`.
 * @param claim - {@link ReceiptClaim}
 * @returns {@link ReceiptVerdict}. It does not throw, whatever the proof holds.
 *
 * @example
 * ```ts
 * const proof = await getReceiptProof(client, { hash });
 * const verdict = await verifyReceiptProof(proof, { blockHash: receipt.blockHash });
 * if (verdict.proven) console.log(verdict.transaction.from, verdict.receipt.logs);
 * else console.error(verdict.failed.name);
 * ```
 */
export async function verifyReceiptProof(proof: ReceiptProof, claim: ReceiptClaim): Promise<ReceiptVerdict> {
  const compared = new Comparisons();
  try {
    return { proven: true, ...(await read(proof, claim, compared)), steps: compared.steps };
  } catch (error) {
    if (error instanceof Refutation) return { proven: false, failed: error.step, steps: compared.steps };
    throw error;
  }
}

async function read(proof: ReceiptProof, claim: ReceiptClaim, compared: Comparisons) {
  const { header, transactionIndex, log } = proof;
  const hash = compared.same("block", keccak256(header), claim.blockHash, proof.blockHash);
  const block = { hash, ...compared.readable("block", decodeHeader(header)) };
  compared.same("number", block.number, claim.blockNumber);
  compared.same("time", block.timestamp, claim.timestamp);

  /** The value to which the nodes lead from a root of the header. */
  const follow = (name: "transaction" | "receipt", root: Hex, nodes: readonly Hex[]): Hex => {
    compared.same(name, keccak256(nodes[0] ?? "0x"), root);
    return compared.readable(name, readTrieProof(root, transactionIndex, nodes));
  };
  const transactionBytes = follow("transaction", block.transactionsRoot, proof.transaction);
  const transaction = compared.readable("transaction", await decodeTransaction(transactionBytes));
  compared.same("hash", transaction.hash, proof.transactionHash, claim.transactionHash);
  compared.same("index", transactionIndex, claim.transactionIndex);
  // Before EIP-155 a transaction names no chain, and then there is nothing to compare.
  if (transaction.chainId !== undefined) compared.same("chain", transaction.chainId, proof.chainId);
  compared.same("sender", transaction.from, claim.sender);

  const receiptBytes = follow("receipt", block.receiptsRoot, proof.receipt);
  const receipt = compared.readable("receipt", decodeReceipt(receiptBytes));
  compared.same("status", receipt.status ?? "unknown");
  const event = log && receipt.logs[log.position];
  if (log) compared.same("event", digest(event), digest(log));
  if (claim.emitter) {
    const emitted = receipt.logs.find(({ address }) => isSame(address, claim.emitter));
    compared.same("emitter", (event ?? emitted)?.address, claim.emitter);
  }
  return { block, transaction, receipt, log: event && { ...event, position: log.position } };
}

/** An event in one word. */
function digest(log: ProvenLog | undefined): Hash | undefined {
  return log && keccak256(encodeRlp([log.address, log.topics, log.data]));
}

type Value = string | number | bigint | undefined;

/** Hex digits and addresses are the same in capital and small letters. */
const print = (value: Value) => (value === undefined ? undefined : String(value).toLowerCase());
const isSame = (a: Value, b: Value) => print(a) === print(b);

/** Leaves at the first comparison that does not hold; never seen outside. */
class Refutation {
  readonly step: ProofStep;

  constructor(step: ProofStep) {
    this.step = step;
  }
}

/** Writes down what was compared, and stops where something differs. */
class Comparisons {
  readonly steps: ProofStep[] = [];

  /** `computed` has to be there, and to be what was stated of it, if anything was. */
  same<value extends Value>(name: ProofStepName, computed: value | undefined, ...stated: Value[]): value {
    const said = stated.filter((each) => each !== undefined);
    const other = said.find((each) => !isSame(each, computed));
    const step = { name, computed: print(computed), expected: print(other ?? said[0]) };
    if (computed === undefined || other !== undefined) throw this.#refute(step);
    this.steps.push({ ...step, holds: true });
    return computed;
  }

  /** Bytes that cannot be read: the nodes lead nowhere, or a block was made whose hash somebody took for one of the chain. */
  readable<value>(name: ProofStepName, value: value | undefined): value {
    if (value === undefined) throw this.#refute({ name, computed: undefined, expected: undefined });
    return value;
  }

  #refute(step: Omit<ProofStep, "holds">): Refutation {
    const refutation = new Refutation({ ...step, holds: false });
    this.steps.push(refutation.step);
    return refutation;
  }
}
