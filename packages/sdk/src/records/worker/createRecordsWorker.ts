/// <reference lib="dom" />
import type * as z from "zod";
import { QtiError } from "../../errors/base.ts";
import { RecordsAbortedError, RecordsWorkerError } from "../errors.ts";
import { unpackError } from "./errorWire.ts";
import {
  type Method,
  messageData,
  methods,
  type RecordsPort,
  type RecordsRequest,
  responseSchema,
} from "./protocol.ts";

type Params<method extends Method<z.ZodType, z.ZodType>> = z.input<method["params"]>;
type Result<method extends Method<z.ZodType, z.ZodType>> = Promise<z.output<method["result"]>>;
type M = typeof methods;

/** Follow and cancel what takes long. */
export type LongCall = {
  /** Called with the number of bytes done so far. */
  onProgress?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Records from a page's point of view. Keys live in the Worker and never come out; every failure is of the class that it would
 * have without a Worker.
 */
export type RecordsWorker = {
  /** Which implementations are in use, and whose keys are unlocked. */
  status(): Result<M["status"]>;
  /** What this browser keeps for an account, or null. */
  findKeys(params: Params<M["findKeys"]>): Result<M["findKeys"]>;
  /** Makes keys and a recovery code. Nothing is stored before {@link RecordsWorker.confirmRecovery}. */
  createKeys(params: Params<M["createKeys"]>): Result<M["createKeys"]>;
  /** Takes the recovery code back as proof that it was written down, then stores the keys and unlocks them. */
  confirmRecovery(params: Params<M["confirmRecovery"]>): Result<M["confirmRecovery"]>;
  /** Unlocks the keys that this browser keeps for an account. */
  unlock(params: Params<M["unlock"]>): Result<M["unlock"]>;
  /** Brings keys from a backup to this browser, by recovery code, passphrase, passkey, or wallet and share. */
  restore(params: Params<M["restore"]>): Result<M["restore"]>;
  /** Adds a passphrase, or replaces the one there was; answers with the new backup. */
  addPassphrase(params: Params<M["addPassphrase"]>): Result<M["addPassphrase"]>;
  /** Adds a passkey, from {@link createPasskey}; answers with the new backup. */
  addPasskey(params: Params<M["addPasskey"]>): Result<M["addPasskey"]>;
  /** Adds a wallet with the service's share, or replaces the one there was; see {@link createWalletFactor}. */
  addWallet(params: Params<M["addWallet"]>): Result<M["addWallet"]>;
  /** Takes a way to open the keys away, unless fewer than two would be left. */
  removeSlot(params: Params<M["removeSlot"]>): Result<M["removeSlot"]>;
  /**
   * Makes keys that follow the unlocked ones, and a recovery code of their own. Nothing changes before {@link RecordsWorker.confirmRecovery};
   * after it the old ones still open what is theirs, until {@link rotateRecords} has rewrapped it. Other slots have to be added anew.
   */
  rotateKeys(): Result<M["rotateKeys"]>;
  /** The unlocked keys' backup; opens only with recovery code or passphrase. */
  backup(): Result<M["backup"]>;
  lock(): Promise<void>;
  /** Deletes what this browser keeps for an account. */
  forget(params: Params<M["forget"]>): Promise<void>;
  /** Signs the unlocked public keys, ready for {@link publishKeys}. */
  signKeys(params: Params<M["signKeys"]>): Result<M["signKeys"]>;
  /** Proves that published keys signed that they belong to their account; see {@link verifyPublishedKeys}. */
  verifyKeys(params: Params<M["verifyKeys"]>): Result<M["verifyKeys"]>;
  /** See {@link seal}; with the unlocked keys. */
  seal(params: Params<M["seal"]>): Result<M["seal"]>;
  /** See {@link open}; with the unlocked keys. */
  open(params: Params<M["open"]>): Result<M["open"]>;
  /** See {@link rewrap}; with the unlocked keys. */
  rewrap(params: Params<M["rewrap"]>): Result<M["rewrap"]>;
  /** Seals a file. Needs no keys: the attachment's own key goes into the record that it is attached to. */
  sealAttachment(params: Params<M["sealAttachment"]> & LongCall): Result<M["sealAttachment"]>;
  /** Opens a file whole; it is given out only after all of it has proved authentic. */
  openAttachment(params: Params<M["openAttachment"]> & LongCall): Result<M["openAttachment"]>;
  commitDocument(params: Params<M["commitDocument"]>): Result<M["commitDocument"]>;
  verifyDocument(params: Params<M["verifyDocument"]>): Result<M["verifyDocument"]>;
  /** Ends the Worker; what was under way fails with {@link RecordsWorkerError}. */
  close(): void;
};

/** A port that may be ended. */
export type RecordsConnection = RecordsPort & { terminate?(): void; close?(): void };

/**
 * Starts the Worker that keeps the record keys of a page.
 *
 * @param connection the other end where it is not a new Worker of this package, e.g. one of a MessageChannel
 *
 * @example
 * ```ts
 * import { createRecordsWorker } from "@qti/sdk/records/client";
 *
 * const records = createRecordsWorker();
 * const { recoveryCode } = await records.createKeys({ account });
 * ```
 */
export function createRecordsWorker(connection: RecordsConnection = spawn()): RecordsWorker {
  const waiting = new Map<
    number,
    {
      resolve(value: unknown): void;
      reject(error: QtiError): void;
      onProgress?: ((bytes: number) => void) | undefined;
    }
  >();
  let nextId = 0;
  let failure: RecordsWorkerError | undefined;

  function fail(reason: string): void {
    failure ??= new RecordsWorkerError({ reason });
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  }

  connection.addEventListener("message", (event) => {
    const parsed = responseSchema.safeParse(messageData(event));
    if (!parsed.success) return;
    const response = parsed.data;
    const call = waiting.get(response.id);
    if (response.kind === "progress") {
      call?.onProgress?.(response.bytes);
      return;
    }
    waiting.delete(response.id);
    if (response.kind === "result") call?.resolve(response.value);
    else call?.reject(unpackError(response.error));
  });
  connection.addEventListener("error", () => fail("It could not be loaded, or it ended."));
  connection.addEventListener("messageerror", () => fail("A message could not be read."));
  connection.start?.();

  async function call<params extends z.ZodType, result extends z.ZodType>(
    { name, result }: Method<params, result>,
    params: z.input<params>,
    { onProgress, signal }: LongCall = {},
  ): Promise<z.output<result>> {
    if (failure !== undefined) throw failure;
    if (signal?.aborted) throw new RecordsAbortedError({ cause: signal.reason });
    const id = nextId++;
    const send = (request: RecordsRequest) => connection.postMessage(request, []);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(id, { resolve, reject, onProgress });
    const cancel = () => {
      // Whoever cancels need not wait for the Worker to notice.
      reject(new RecordsAbortedError({ cause: signal?.reason }));
      send({ kind: "cancel", id });
    };
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      send({ kind: "call", id, method: name, params });
      const parsed = result.safeParse(await promise);
      if (parsed.success) return parsed.data;
      throw new RecordsWorkerError({
        reason: `Its answer to ${name} has another form.`,
        cause: parsed.error,
      });
    } catch (cause) {
      // What cannot be cloned never leaves the page.
      throw cause instanceof QtiError
        ? cause
        : new RecordsWorkerError({ reason: `It cannot be asked ${name}.`, cause });
    } finally {
      waiting.delete(id);
      signal?.removeEventListener("abort", cancel);
    }
  }

  return {
    status: () => call(methods.status, {}),
    findKeys: (params) => call(methods.findKeys, params),
    createKeys: (params) => call(methods.createKeys, params),
    confirmRecovery: (params) => call(methods.confirmRecovery, params),
    unlock: (params) => call(methods.unlock, params),
    restore: (params) => call(methods.restore, params),
    addPassphrase: (params) => call(methods.addPassphrase, params),
    addPasskey: (params) => call(methods.addPasskey, params),
    addWallet: (params) => call(methods.addWallet, params),
    removeSlot: (params) => call(methods.removeSlot, params),
    rotateKeys: () => call(methods.rotateKeys, {}),
    backup: () => call(methods.backup, {}),
    lock: () => call(methods.lock, {}),
    forget: (params) => call(methods.forget, params),
    signKeys: (params) => call(methods.signKeys, params),
    verifyKeys: (params) => call(methods.verifyKeys, params),
    seal: (params) => call(methods.seal, params),
    open: (params) => call(methods.open, params),
    rewrap: (params) => call(methods.rewrap, params),
    sealAttachment: ({ onProgress, signal, ...params }) =>
      call(methods.sealAttachment, params, { onProgress, signal }),
    openAttachment: ({ onProgress, signal, ...params }) =>
      call(methods.openAttachment, params, { onProgress, signal }),
    commitDocument: (params) => call(methods.commitDocument, params),
    verifyDocument: (params) => call(methods.verifyDocument, params),
    close() {
      fail("It was closed.");
      connection.terminate?.();
      connection.close?.();
    },
  };
}

function spawn(): RecordsConnection {
  // Written out like this, bundlers see it and bundle the Worker by itself: no page pays for it before it is used.
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "qti-records" });
}
