import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  assertHash,
  BlobDamagedError,
  BlobHashError,
  BlobMissingError,
  type BlobReading,
  type BlobStore,
  type RangeRequest,
  resolveRange,
} from "./blobStore.ts";

/** Blobs up to here are read into memory, verified and delivered from there. */
const inMemoryBytes = 1024 * 1024;
const chunkBytes = 256 * 1024;
/** How long a verified large file is believed to be unchanged while its inode, size and times are. */
const verifiedForMs = 10 * 60_000;
const verifiedEntries = 4096;
/** Temporary files older than this belong to a process that died. */
const abandonedMs = 6 * 60 * 60_000;

/** One folder as a region: `ab/cd/<hash>`, written beside and renamed into place. */
export class FolderBlobStore implements BlobStore {
  readonly name: string;
  readonly #folder: string;
  readonly #temporary: string;
  readonly #verified = new Map<string, { fingerprint: string; at: number }>();

  constructor(name: string, folder: string) {
    this.name = name;
    this.#folder = folder;
    this.#temporary = join(folder, ".incoming");
  }

  /** Makes the folders and removes what a killed process left behind. */
  async open(): Promise<void> {
    await mkdir(this.#temporary, { recursive: true, mode: 0o700 });
    const now = Date.now();
    for (const entry of await readdir(this.#temporary)) {
      const path = join(this.#temporary, entry);
      const found = await stat(path).catch(ignoreMissing);
      if (found !== undefined && now - found.mtimeMs > abandonedMs) await rm(path, { force: true });
    }
  }

  async put(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const target = this.#path(hash);
    // Not created when it is gone as a whole: a region whose disk is not mounted must fail, not fill the disk below it.
    const temporary = join(this.#temporary, randomUUID());
    const file = await open(temporary, "wx", 0o600);
    let renamed = false;
    try {
      const digest = createHash("sha256");
      let size = 0;
      try {
        for await (const chunk of bytes) {
          digest.update(chunk);
          await writeAll(file, chunk);
          size += chunk.byteLength;
        }
        if (digest.digest("hex") !== hash) throw new BlobHashError("the bytes have another hash");
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(temporary, target);
      renamed = true;
      await syncFolder(dirname(target));
      return size;
    } finally {
      if (!renamed) await rm(temporary, { force: true });
    }
  }

  async get(hash: string, range?: RangeRequest): Promise<BlobReading> {
    const file = await open(this.#path(hash), "r").catch(ignoreMissing);
    if (file === undefined) throw new BlobMissingError(`region ${this.name} does not have the blob`);
    let keepOpen = false;
    try {
      const { size } = await file.stat();
      if (size <= inMemoryBytes) {
        const all = await readExactly(file, size);
        if (createHash("sha256").update(all).digest("hex") !== hash) this.#damaged();
        const { start, end } = resolveRange(range, size);
        return { size, start, end, body: all.subarray(start, end + 1) };
      }
      await this.#verify(hash, file);
      const { start, end } = resolveRange(range, size);
      keepOpen = true;
      // A disk that fails in the middle makes the next read verify again, which finds it and takes another region.
      const body = streamFile(file, start, end, () => this.#verified.delete(hash));
      return { size, start, end, body };
    } finally {
      if (!keepOpen) await file.close();
    }
  }

  async head(hash: string): Promise<number | undefined> {
    const found = await stat(this.#path(hash)).catch(ignoreMissing);
    return found?.size;
  }

  async delete(hash: string): Promise<void> {
    this.#verified.delete(hash);
    // The folder must be there: a region that is not mounted has not deleted anything.
    await stat(this.#temporary);
    await rm(this.#path(hash), { force: true });
  }

  async check(): Promise<{ freeBytes: number }> {
    await stat(this.#temporary);
    const { bavail, bsize } = await statfs(this.#folder);
    return { freeBytes: bavail * bsize };
  }

  /** Nothing stays open between calls. */
  close(): void {}

  #path(hash: string): string {
    assertHash(hash);
    return join(this.#folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }

  #damaged(): never {
    throw new BlobDamagedError(`region ${this.name} has other bytes than the hash says`);
  }

  /**
   * Reads a large file through once before the first byte of it is delivered; a part of it cannot be checked by itself. The
   * result is remembered as long as the file looks untouched, so that ranges do not cost a full read each.
   */
  async #verify(hash: string, file: FileHandle): Promise<void> {
    const { ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
    const fingerprint = `${ino}.${size}.${mtimeNs}.${ctimeNs}`;
    const known = this.#verified.get(hash);
    if (known?.fingerprint === fingerprint && Date.now() - known.at < verifiedForMs) return;
    const digest = createHash("sha256");
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (let position = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
      if (bytesRead === 0) break;
      digest.update(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
    if (digest.digest("hex") !== hash) this.#damaged();
    if (this.#verified.size >= verifiedEntries) this.#verified.clear();
    this.#verified.set(hash, { fingerprint, at: Date.now() });
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
    return undefined;
  throw error;
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.byteLength; ) {
    // A file-size limit first shortens a write and only refuses the next one.
    const { bytesWritten } = await file.write(bytes, offset);
    offset += bytesWritten;
  }
}

async function readExactly(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(size);
  let offset = 0;
  while (offset < size) {
    const { bytesRead } = await file.read(all, offset, size - offset, offset);
    if (bytesRead === 0) break;
    offset += bytesRead;
  }
  return all.subarray(0, offset);
}

/** Makes the rename itself durable. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Streams a part of a file and closes it at the end, on an error, or when the reader goes away. */
function streamFile(
  file: FileHandle,
  start: number,
  end: number,
  onFailure: () => void,
): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const wanted = Math.min(chunkBytes, end - position + 1);
        if (wanted > 0) {
          const { bytesRead, buffer } = await file.read(new Uint8Array(wanted), 0, wanted, position);
          if (bytesRead === 0) throw new BlobDamagedError("the file became shorter while it was read");
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
        }
        if (position > end) {
          await file.close();
          controller.close();
        }
      } catch (error) {
        onFailure();
        await file.close();
        controller.error(error);
      }
    },
    cancel: () => file.close(),
  });
}
