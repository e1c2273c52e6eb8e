import {
  createNoteSigners,
  formatCheckpoint,
  formatHead,
  formatVerifierKey,
  type NoteSigner,
  type RecordHead,
  signNote,
} from "@qti/sdk/records/log";
import { hexToBytes } from "viem";
import type { Config } from "../config.ts";
import { derive } from "../core/sealing.ts";
import type { Database } from "../database/client.ts";
import { readRoot } from "./logStore.ts";

/** Checkpoints that a process keeps, so that a size that many ask for is signed once. */
const kept = 256;

/** The log with its keys: what it says is signed by both of them. */
export class SignedLog {
  readonly origin: string;
  readonly #db: Database;
  readonly #signers: Promise<readonly NoteSigner[]>;
  readonly #checkpoints = new Map<number, Promise<string>>();

  /** @param secret 32 bytes, `QTI_LOG_KEY` */
  constructor(db: Database, origin: string, secret: Uint8Array) {
    this.origin = origin;
    this.#db = db;
    this.#signers = createNoteSigners(origin, {
      ed25519: derive(secret, "qti/log/ed25519/v1"),
      mlDsa: derive(secret, "qti/log/ml-dsa/v1"),
    });
    // Whoever uses them is told.
    this.#signers.catch(() => undefined);
  }

  async verifierKeys(): Promise<string[]> {
    return (await this.#signers).map(({ key }) => formatVerifierKey(key));
  }

  /** The checkpoint of a size that the log has or had. */
  checkpoint(size: number): Promise<string> {
    const known = this.#checkpoints.get(size);
    if (known !== undefined) return known;
    const signed = this.#signCheckpoint(size);
    this.#checkpoints.set(size, signed);
    signed.catch(() => this.#checkpoints.delete(size));
    const [oldest] = this.#checkpoints.keys();
    if (this.#checkpoints.size > kept && oldest !== undefined) this.#checkpoints.delete(oldest);
    return signed;
  }

  async head(head: Omit<RecordHead, "origin">): Promise<string> {
    return signNote(formatHead({ origin: this.origin, ...head }), await this.#signers);
  }

  async #signCheckpoint(size: number): Promise<string> {
    const root = await readRoot(this.#db, size);
    return signNote(formatCheckpoint({ origin: this.origin, size, root }), await this.#signers);
  }
}

/** Where this process was given the log's key. */
export function openSignedLog({ logKey, logOrigin }: Config, db: Database): SignedLog | undefined {
  return logKey === undefined ? undefined : new SignedLog(db, logOrigin, hexToBytes(logKey));
}
