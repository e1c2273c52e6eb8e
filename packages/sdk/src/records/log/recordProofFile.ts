import * as z from "zod";
import type { QtiClient } from "../../core/client.ts";
import { ProofMalformedError } from "../../errors/proofs.ts";
import { AnchorUnknownError } from "../../errors/records.ts";
import { fromHex, toHex0x } from "../bytes.ts";
import { findAnchor } from "../onchain/findAnchor.ts";
import { type GetAnchorReturnType, getAnchor } from "../onchain/getAnchor.ts";
import { accountSchema, hashSchema, inclusionProofSchema, recordIdSchema, versionSchema } from "../wire.ts";
import { type Checkpoint, type LogIdentity, openCheckpoint, readLogKeys } from "./checkpoint.ts";
import { recordLeafHash } from "./leaf.ts";
import { verifyInclusion } from "./verifyInclusion.ts";

const format = "qti/record-proof/v1";

const proofFileSchema = z.strictObject({
  format: z.literal(format),
  log: z.strictObject({ origin: z.string(), verifierKeys: z.array(z.string()).max(8) }),
  /** Whoever gets this can tell that the leaf is this record's, and of no other leaf whose it is. */
  leaf: z.strictObject({
    id: recordIdSchema,
    version: versionSchema,
    manifestHash: hashSchema,
    leafSalt: hashSchema,
  }),
  inclusion: inclusionProofSchema,
  /** Of the size of the inclusion, as the log signed it. */
  checkpoint: z.string(),
  /** Where the root of that size stands on a chain. */
  anchor: z
    .strictObject({
      chainId: z.int().min(1),
      contract: accountSchema,
      index: z.int().min(0),
    })
    .nullable(),
});

/**
 * That a version of a record was in the log, to be shown to others: plain JSON, with everything in it that it takes to check it without
 * the service. `JSON.stringify` writes it, {@link parseRecordProof} reads it.
 */
export type RecordProofFile = z.infer<typeof proofFileSchema>;

/** What of a proof holds. */
export type RecordProofVerdict =
  | {
      proven: true;
      checkpoint: Checkpoint;
      /** Since when it stands on the chain, in Unix seconds; undefined where the chain was not asked. */
      anchoredAt: number | undefined;
    }
  | {
      proven: false;
      /**
       * - `notInLog`: the hashes do not lead from the version to the checkpoint.
       * - `notAnchored`: the chain has no such anchor, or another one.
       * - `replaced`: a later anchor replaced it before anyone preserved it, and the node does not look so far back; ask another node,
       *   give `fromBlock`, or make the proof again, for the later one.
       */
      reason: "notInLog" | "notAnchored" | "replaced";
    };

/**
 * Reads a proof that somebody gave. That it is one says nothing yet: give it to {@link verifyRecordProof}.
 *
 * @throws {@link ProofMalformedError}
 */
export function parseRecordProof(input: unknown): RecordProofFile {
  try {
    return proofFileSchema.parse(typeof input === "string" ? JSON.parse(input) : input);
  } catch (error) {
    throw new ProofMalformedError(
      "record",
      error instanceof Error ? error.message : "It cannot be read.",
      error,
    );
  }
}

/**
 * Checks a proof: from the version to the root that the log signed, and, with a client, from there to the chain. It proves that the
 * version is at least as old as its anchor; not what is in it, for which one has to open the record, and not that nothing newer came.
 *
 * @param parameters.identity What the log is known by, from somebody one trusts. Without it, and without a chain, the proof says only what it
 * says of itself.
 * @param parameters.client A viem client of the chain that the anchor names. Without it nothing is asked of anybody.
 * @param parameters.fromBlock Where to begin to look for an anchor that was replaced since; at the first block by default, which not
 * every node does.
 *
 * @throws {@link CheckpointInvalidError} the log did not sign the checkpoint
 */
export async function verifyRecordProof(
  proof: RecordProofFile,
  {
    identity = proof.log,
    client,
    fromBlock,
  }: {
    identity?: LogIdentity | undefined;
    client?: QtiClient | undefined;
    fromBlock?: bigint | undefined;
  } = {},
): Promise<RecordProofVerdict> {
  const checkpoint = await openCheckpoint(proof.checkpoint, await readLogKeys(identity));
  const { index, size, hashes } = proof.inclusion;
  const leafHash = await recordLeafHash(proof.leaf);
  const isIncluded =
    size === checkpoint.size &&
    (await verifyInclusion({ leafHash, index, size, proof: hashes.map(fromHex) }, checkpoint.root));
  if (!isIncluded) return { proven: false, reason: "notInLog" };
  if (client === undefined) return { proven: true, checkpoint, anchoredAt: undefined };
  const { anchor } = proof;
  if (anchor === null || client.chain?.id !== anchor.chainId) return { proven: false, reason: "notAnchored" };
  const found = await anchorOf(client, anchor, fromBlock);
  if (found === "replaced") return { proven: false, reason: "replaced" };
  const isThere = found?.root === toHex0x(checkpoint.root) && found.size === BigInt(size);
  return isThere
    ? { proven: true, checkpoint, anchoredAt: found.time }
    : { proven: false, reason: "notAnchored" };
}

/** The anchor as the contract keeps it or once announced it; `replaced` where neither can be had. */
async function anchorOf(
  client: QtiClient,
  { contract, index }: NonNullable<RecordProofFile["anchor"]>,
  fromBlock: bigint | undefined,
): Promise<GetAnchorReturnType | "replaced" | undefined> {
  try {
    return await getAnchor(client, { index: BigInt(index), contracts: { recordAnchor: contract } });
  } catch (error) {
    if (!(error instanceof AnchorUnknownError)) throw error;
    return findAnchor(client, { address: contract, index: BigInt(index), fromBlock }).catch(() => "replaced");
  }
}
