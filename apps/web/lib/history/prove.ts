import "@/lib/no-eval";
import { type ProofStep, proveTransaction, type Witness } from "@qti/sdk/proofs";
import type { IndexedTransaction } from "@qti/sdk/subgraph";
import { type Hash, keccak256, size } from "viem";
import { exactTime } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import type { ReadClient } from "@/lib/transactions/flow";

/** One line of a proof as people read it. */
export type ProofLine = {
  id: string;
  sentence: string;
  holds: boolean;
  /** What was computed here. */
  computed: string | undefined;
  /** What it should have been, where it is something else. */
  expected: string | undefined;
};

/** A proof and what came of checking it. */
export type CheckedProof = {
  proven: boolean;
  lines: readonly ProofLine[];
  /** The way from the header's root of receipts to the receipt: hash and size of each node. */
  path: readonly { hash: Hash; bytes: number }[];
  /** The proof as a file. */
  file: Blob;
};

/** Has a node make the proof of a row of the history, and checks it here without believing the node. */
export async function prove(
  client: ReadClient,
  row: IndexedTransaction | { transactionHash: Hash },
  witnesses: readonly Witness[],
  t: Translator,
): Promise<CheckedProof> {
  const { proof, verdict } = await proveTransaction(client, { ...claimOf(row), witnesses });
  return {
    proven: verdict.proven,
    lines: verdict.steps.map((step, index) => lineOf(step, index, t)),
    path: proof.receipt.map((node) => ({ hash: keccak256(node), bytes: size(node) })),
    file: new Blob([JSON.stringify(proof, null, 2)], { type: "application/json" }),
  };
}

/** What the index says of the row and the proof can compare. */
function claimOf(row: IndexedTransaction | { transactionHash: Hash }) {
  if (!("blockHash" in row)) return row;
  const { blockHash, blockNumber, timestamp, transactionHash, transactionIndex, sender, emitter, logIndex } =
    row;
  return { blockHash, blockNumber, timestamp, transactionHash, transactionIndex, sender, emitter, logIndex };
}

function lineOf(step: ProofStep, index: number, t: Translator): ProofLine {
  const { name, holds, computed, expected } = step;
  return {
    id: `${index}-${name}`,
    sentence: t(`history.proof.compared.${name}.${holds ? "holds" : "fails"}`),
    holds,
    computed: readable(step, computed, t),
    expected: holds ? undefined : readable(step, expected, t),
  };
}

/** A time as people read it; anything else as it is. */
function readable({ name }: ProofStep, value: string | undefined, t: Translator): string | undefined {
  return name === "time" && value !== undefined && /^\d{1,12}$/.test(value)
    ? exactTime(Number(value), t)
    : value;
}

/** Name under which a proof is saved. */
export const proofFileName = (hash: Hash): string => `qti-proof-${hash.slice(2, 14)}.json`;
