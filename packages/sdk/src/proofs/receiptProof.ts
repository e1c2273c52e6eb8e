import type { Hash, Hex } from "viem";
import * as z from "zod/mini";
import { schema } from "../core/schema.ts";
import { ProofMalformedError } from "../errors/proofs.ts";
import type { ProvenLog } from "./receipt.ts";

const FORMAT = "qti/receipt-proof/v1";

/**
 * Everything that is needed to check that a transaction is in a block, and what came of it, without asking anybody. It is plain JSON:
 * `JSON.stringify` writes the file, {@link parseReceiptProof} reads it.
 */
export type ReceiptProof = {
  format: typeof FORMAT;
  /** Chain of the block. Proven by the transaction's own signature, except for those from before EIP-155. */
  chainId: number;
  blockHash: Hash;
  transactionHash: Hash;
  /** Place of the transaction in its block, from 0. */
  transactionIndex: number;
  /** The block's header in RLP. Its hash is the block's hash. */
  header: Hex;
  /** Nodes of the trie of transactions, from its root, which the header names, to the transaction. */
  transaction: readonly Hex[];
  /** Nodes of the trie of receipts, likewise. */
  receipt: readonly Hex[];
  /** The event that the proof is about, where it is about one. */
  log?: (ProvenLog & { position: number }) | undefined;
};

/** Characters of one node. A receipt of 30,000,000 gas of events has about 7,500,000. */
const LIMIT = 16_000_000;
/** Digits of a key, the root among them: more nodes lead nowhere. */
const DEPTH = 16;

const hex = (bytes?: number) =>
  z.custom<Hex>(
    (value) =>
      typeof value === "string" &&
      value.length <= LIMIT &&
      (bytes === undefined || value.length === 2 + 2 * bytes) &&
      /^0x(?:[0-9a-f]{2})*$/.test(value),
  );
const nodes = () => z.array(hex()).check(z.maxLength(DEPTH));
const count = () => z.int().check(z.nonnegative());

const receiptProof = /* @__PURE__ */ schema(() =>
  z.strictObject({
    format: z.literal(FORMAT),
    chainId: count(),
    blockHash: hex(32),
    transactionHash: hex(32),
    transactionIndex: count(),
    header: hex(),
    transaction: nodes(),
    receipt: nodes(),
    log: z.optional(
      z.strictObject({
        position: count(),
        address: z.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value)),
        topics: z.array(hex(32)).check(z.maxLength(4)),
        data: hex(),
      }),
    ),
  }),
);

/**
 * Reads a proof that somebody saved. That it is one says nothing yet: give it to `verifyReceiptProof`.
 *
 * @param input - Text of the file, or the object that it holds.
 * @returns {@link ReceiptProof}
 * @throws {@link ProofMalformedError} when it is no such proof.
 *
 * @example
 * ```ts
 * const answer = await fetch(url);
 * const proof = parseReceiptProof(await answer.text());
 * ```
 */
export function parseReceiptProof(input: unknown): ReceiptProof {
  try {
    return receiptProof().parse(typeof input === "string" ? JSON.parse(input) : input);
  } catch (error) {
    throw new ProofMalformedError(
      "receipt",
      error instanceof Error ? error.message : "It cannot be read.",
      error,
    );
  }
}
