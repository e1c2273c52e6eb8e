import { createHash, type Hash } from "node:crypto";
import type { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { errorCode } from "../core/toProblem.ts";
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
/** What is larger is uploaded in parts of this size; S3 takes no smaller ones. A region holds one part of an upload in memory. */
const partBytes = 5 * 1024 * 1024;
/** How long a verified large object is believed to be unchanged while its entity tag, size and time are. */
const verifiedForMs = 10 * 60_000;
const verifiedEntries = 4096;
/** Downloads hold a connection for as long as their readers take. */
const connections = 512;

/** How long the region may be silent; in milliseconds. */
export type S3Timeouts = { connect: number; silence: number };
const defaultTimeouts: S3Timeouts = { connect: 3_000, silence: 20_000 };

export type S3Location = {
  bucket: string;
  /** Before each name; empty, or ends with a slash. */
  prefix: string;
  /** Of a service that is compatible with S3; Amazon's own without it. */
  endpoint: string | undefined;
  region: string;
  /** Whether the bucket is part of the path, or of the host's name. */
  pathStyle: boolean;
  /** Without them: what the environment, the profile or the machine's role gives. */
  credentials:
    | { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined }
    | undefined;
};

/** The region refused, failed, or did not answer in time. Says neither keys nor signatures, which answers of S3 may repeat. */
export class BlobRegionError extends Error {
  override name = "BlobRegionError";
  readonly code: string;
  readonly status: number | undefined;

  constructor(region: string, code: string, status: number | undefined) {
    super(`region ${region} did not do it: ${code}${status === undefined ? "" : ` (${status})`}`);
    this.code = code;
    this.status = status;
  }
}

/**
 * A bucket as a region: each blob is an object under its hash. An object becomes visible with the request that completes it,
 * which is sent only when all bytes were seen and have the hash.
 */
export class S3BlobStore implements BlobStore {
  readonly name: string;
  readonly #client: S3Client;
  readonly #location: S3Location;
  readonly #verified = new Map<string, { fingerprint: string; at: number }>();

  constructor(name: string, location: S3Location, timeouts: S3Timeouts = defaultTimeouts) {
    this.name = name;
    this.#location = location;
    this.#client = new S3Client({
      region: location.region,
      forcePathStyle: location.pathStyle,
      ...(location.endpoint === undefined ? {} : { endpoint: location.endpoint }),
      ...(location.credentials === undefined ? {} : { credentials: withoutUndefined(location.credentials) }),
      // The hash is checked here, over whole blobs; services that are only compatible know no other checksums.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: timeouts.connect,
        socketTimeout: timeouts.silence,
        httpAgent: { maxSockets: connections },
        httpsAgent: { maxSockets: connections },
      },
    });
  }

  async open(): Promise<void> {
    await this.check();
  }

  async put(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    const key = this.#key(hash);
    const digest = createHash("sha256");
    let upload: Multipart | undefined;
    let pending: Uint8Array[] = [];
    let pendingBytes = 0;
    let size = 0;
    try {
      for await (const chunk of bytes) {
        digest.update(chunk);
        size += chunk.byteLength;
        pending.push(chunk);
        pendingBytes += chunk.byteLength;
        if (pendingBytes < partBytes) continue;
        upload ??= await this.#begin(key);
        await this.#sendPart(upload, Buffer.concat(pending));
        pending = [];
        pendingBytes = 0;
      }
      if (digest.digest("hex") !== hash) throw new BlobHashError("the bytes have another hash");
      const rest = Buffer.concat(pending);
      if (upload === undefined) {
        await this.#putWhole(key, hash, rest);
      } else {
        if (rest.byteLength > 0) await this.#sendPart(upload, rest);
        await this.#complete(upload, size);
      }
      return size;
    } catch (error) {
      // Parts that cannot be given up now are left to the bucket's own rule for incomplete uploads.
      if (upload !== undefined) await this.#abort(upload).catch(() => undefined);
      throw error;
    } finally {
      this.#verified.delete(hash);
    }
  }

  async get(hash: string, range?: RangeRequest): Promise<BlobReading> {
    const { body, size, fingerprint, etag } = await this.#getObject(hash);
    if (size <= inMemoryBytes) {
      const all = await this.#collect(body, size);
      if (createHash("sha256").update(all).digest("hex") !== hash) this.#damaged(hash);
      const { start, end } = resolveRange(range, size);
      return { size, start, end, body: all.subarray(start, end + 1) };
    }
    const known = this.#verified.get(hash);
    if (known?.fingerprint === fingerprint && Date.now() - known.at < verifiedForMs) {
      const { start, end } = this.#rangeOrEnd(range, size, body);
      if (end - start + 1 === size) return { size, start, end, body: this.#stream(hash, body, size, true) };
      body.destroy();
      return { size, start, end, body: await this.#part(hash, etag, start, end, size) };
    }
    // Read through once before the first byte is delivered: a part of it cannot be checked by itself.
    const digest = createHash("sha256");
    const seen = await this.#readThrough(body, (chunk) => digest.update(chunk));
    if (seen !== size || digest.digest("hex") !== hash) this.#damaged(hash);
    if (this.#verified.size >= verifiedEntries) this.#verified.clear();
    this.#verified.set(hash, { fingerprint, at: Date.now() });
    const { start, end } = resolveRange(range, size);
    return { size, start, end, body: await this.#part(hash, etag, start, end, size) };
  }

  async head(hash: string): Promise<number | undefined> {
    const key = this.#key(hash);
    try {
      const { ContentLength } = await this.#send((client) =>
        client.send(new HeadObjectCommand(this.#object(key))),
      );
      return ContentLength ?? 0;
    } catch (error) {
      if (!isMissing(error)) throw error;
      // An answer to HEAD has no body that would tell a missing object from a missing bucket.
      await this.check();
      return undefined;
    }
  }

  async delete(hash: string): Promise<void> {
    this.#verified.delete(hash);
    const key = this.#key(hash);
    await this.#send((client) => client.send(new DeleteObjectCommand(this.#object(key))));
  }

  async check(): Promise<{ freeBytes: number }> {
    const { bucket } = this.#location;
    await this.#send((client) => client.send(new HeadBucketCommand({ Bucket: bucket })));
    // A bucket does not say where it ends.
    return { freeBytes: Number.POSITIVE_INFINITY };
  }

  close(): void {
    this.#client.destroy();
  }

  #key(hash: string): string {
    assertHash(hash);
    return `${this.#location.prefix}${hash}`;
  }

  #object(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.#location.bucket, Key: key };
  }

  #damaged(hash: string): never {
    this.#verified.delete(hash);
    throw new BlobDamagedError(`region ${this.name} has other bytes than the hash says`);
  }

  async #send<answer>(request: (client: S3Client) => Promise<answer>): Promise<answer> {
    try {
      return await request(this.#client);
    } catch (error) {
      throw this.#regionError(error);
    }
  }

  #regionError(error: unknown): BlobRegionError {
    if (error instanceof BlobRegionError) return error;
    if (error instanceof S3ServiceException) {
      const status = error.$metadata.httpStatusCode;
      return new BlobRegionError(
        this.name,
        status === 507 || noRoom.test(error.name) ? "EDQUOT" : error.name,
        status,
      );
    }
    const name = error instanceof Error ? error.name : "Error";
    return new BlobRegionError(this.name, errorCode(error) ?? name, undefined);
  }

  async #putWhole(key: string, hash: string, body: Buffer): Promise<void> {
    const checksum = Buffer.from(hash, "hex").toString("base64");
    try {
      await this.#send((client) =>
        // Where the service knows this checksum it refuses bytes that changed on the way.
        client.send(new PutObjectCommand({ ...this.#object(key), Body: body, ChecksumSHA256: checksum })),
      );
    } catch (error) {
      await this.#removeHalf(hash, body.byteLength).catch(() => undefined);
      throw error;
    }
  }

  /** Some services keep what came of an upload that broke off: what has another size is not the blob. */
  async #removeHalf(hash: string, size: number): Promise<void> {
    const found = await this.head(hash);
    if (found !== undefined && found !== size) await this.delete(hash);
  }

  async #begin(key: string): Promise<Multipart> {
    const { UploadId } = await this.#send((client) =>
      client.send(new CreateMultipartUploadCommand(this.#object(key))),
    );
    if (UploadId === undefined) throw new BlobRegionError(this.name, "NoUploadId", undefined);
    return { key, id: UploadId, parts: [] };
  }

  async #sendPart(upload: Multipart, body: Buffer): Promise<void> {
    const PartNumber = upload.parts.length + 1;
    const { ETag } = await this.#send((client) =>
      client.send(
        new UploadPartCommand({
          ...this.#object(upload.key),
          UploadId: upload.id,
          PartNumber,
          Body: body,
          ContentMD5: createHash("md5").update(body).digest("base64"),
        }),
      ),
    );
    if (ETag === undefined) throw new BlobRegionError(this.name, "NoEntityTag", undefined);
    upload.parts.push({ PartNumber, ETag });
  }

  async #complete({ key, id, parts }: Multipart, size: number): Promise<void> {
    await this.#send((client) =>
      client.send(
        new CompleteMultipartUploadCommand({
          ...this.#object(key),
          UploadId: id,
          MultipartUpload: { Parts: parts },
        }),
      ),
    );
    const { ContentLength } = await this.#send((client) =>
      client.send(new HeadObjectCommand(this.#object(key))),
    );
    if (ContentLength !== size) {
      await this.#send((client) => client.send(new DeleteObjectCommand(this.#object(key))));
      throw new BlobRegionError(this.name, "IncompleteObject", undefined);
    }
  }

  async #abort({ key, id }: Multipart): Promise<void> {
    await this.#send((client) =>
      client.send(new AbortMultipartUploadCommand({ ...this.#object(key), UploadId: id })),
    );
  }

  async #getObject(
    hash: string,
  ): Promise<{ body: Readable; size: number; etag: string | undefined; fingerprint: string }> {
    const key = this.#key(hash);
    try {
      const found = await this.#send((client) => client.send(new GetObjectCommand(this.#object(key))));
      const { ContentLength: size, ETag: etag, LastModified, VersionId } = found;
      if (size === undefined) throw new BlobRegionError(this.name, "NoContentLength", undefined);
      const fingerprint = `${etag}.${size}.${LastModified?.getTime()}.${VersionId}`;
      return { body: found.Body as Readable, size, etag, fingerprint };
    } catch (error) {
      if (!(error instanceof BlobRegionError && error.code === "NoSuchKey")) throw error;
      throw new BlobMissingError(`region ${this.name} does not have the blob`);
    }
  }

  /** Bytes of an object that was just verified, if it still is that one. */
  async #part(
    hash: string,
    etag: string | undefined,
    start: number,
    end: number,
    size: number,
  ): Promise<ReadableStream<Uint8Array>> {
    const whole = end - start + 1 === size;
    const found = await this.#send((client) =>
      client.send(
        new GetObjectCommand({
          ...this.#object(this.#key(hash)),
          ...(whole ? {} : { Range: `bytes=${start}-${end}` }),
        }),
      ),
    );
    const body = found.Body as Readable;
    if (found.ETag !== etag || found.ContentLength !== end - start + 1) {
      body.destroy();
      this.#damaged(hash);
    }
    return this.#stream(hash, body, end - start + 1, whole);
  }

  /** Delivers `size` bytes; of a whole blob the last ones only when all of them had the hash. */
  #stream(hash: string, body: Readable, size: number, whole: boolean): ReadableStream<Uint8Array> {
    const digest: Hash | undefined = whole ? createHash("sha256") : undefined;
    const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    let left = size;
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        try {
          const { done, value } = await chunks.next();
          if (done || value.byteLength > left)
            throw new BlobDamagedError(`region ${this.name} ended the blob elsewhere than it said`);
          left -= value.byteLength;
          digest?.update(value);
          if (left === 0 && digest !== undefined && digest.digest("hex") !== hash) this.#damaged(hash);
          controller.enqueue(value);
          if (left === 0) {
            body.destroy();
            controller.close();
          }
        } catch (error) {
          this.#verified.delete(hash);
          body.destroy();
          controller.error(error instanceof BlobDamagedError ? error : this.#regionError(error));
        }
      },
      cancel: () => void body.destroy(),
    });
  }

  #rangeOrEnd(range: RangeRequest | undefined, size: number, body: Readable): { start: number; end: number } {
    try {
      return resolveRange(range, size);
    } catch (error) {
      body.destroy();
      throw error;
    }
  }

  async #collect(body: Readable, size: number): Promise<Uint8Array<ArrayBuffer>> {
    const all = new Uint8Array(size);
    let offset = 0;
    await this.#readThrough(body, (chunk) => {
      all.set(chunk.subarray(0, size - offset), offset);
      offset = Math.min(size, offset + chunk.byteLength);
    });
    return all.subarray(0, offset);
  }

  async #readThrough(body: Readable, take: (chunk: Uint8Array) => unknown): Promise<number> {
    let bytes = 0;
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        bytes += chunk.byteLength;
        take(chunk);
      }
    } catch (error) {
      throw this.#regionError(error);
    }
    return bytes;
  }
}

type Multipart = { key: string; id: string; parts: CompletedPart[] };

/** How services that are compatible with S3 say that there is no room. */
const noRoom = /^(QuotaExceeded|XMinioStorageFull|XMinioAdminBucketQuotaExceeded|InsufficientStorage)$/;

function isMissing(error: unknown): boolean {
  return error instanceof BlobRegionError && error.status === 404;
}

function withoutUndefined({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: NonNullable<S3Location["credentials"]>) {
  return sessionToken === undefined
    ? { accessKeyId, secretAccessKey }
    : { accessKeyId, secretAccessKey, sessionToken };
}
