import type * as z from "zod";
import { openStream } from "../attachments/openStream.ts";
import { sealStream } from "../attachments/sealStream.ts";
import { chunksOf } from "../attachments/streams.ts";
import type { Bytes } from "../bytes.ts";
import { commitDocument, verifyDocument } from "../documents/commitDocument.ts";
import {
  AttachmentTooLargeError,
  RecordInputError,
  RecordsAbortedError,
  RecordsWorkerError,
} from "../errors.ts";
import { signKeys, verifyPublishedKeys } from "../keys/signKeys.ts";
import { passkeySlot } from "../keys/slots/passkeySlot.ts";
import { passphraseSlot } from "../keys/slots/passphraseSlot.ts";
import { recoverySlot } from "../keys/slots/recoverySlot.ts";
import type { SlotWrapper } from "../keys/slots/slot.ts";
import { walletSlot } from "../keys/slots/walletSlot.ts";
import type { KeyStore } from "../keys/store/keyStore.ts";
import { open } from "../record/open.ts";
import { rewrap } from "../record/rewrap.ts";
import { seal } from "../record/seal.ts";
import { recordLimits } from "../wire.ts";
import { packError } from "./errorWire.ts";
import {
  type Method,
  messageData,
  methods,
  type RecordsPort,
  type RecordsRequest,
  type RecordsResponse,
  requestSchema,
} from "./protocol.ts";
import { withOpener } from "./retired.ts";
import { createSession, type Session } from "./session.ts";

type Call = { signal: AbortSignal; onProgress(bytes: number): void };
type Handler = (params: unknown, call: Call) => Promise<unknown>;

/** Answers requests that come through a port, with keys of its own. What a Worker runs. */
export function serveRecords(port: RecordsPort, store: KeyStore): void {
  const handlers = handlersOf(createSession(store));
  const running = new Map<number, AbortController>();

  function answer(response: RecordsResponse): void {
    port.postMessage(response, response.kind === "result" ? buffersOf(response.value) : []);
  }

  async function run({ id, method, params }: Extract<RecordsRequest, { kind: "call" }>): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const handler = handlers.get(method);
      if (handler === undefined) throw new RecordsWorkerError({ reason: `There is no method ${method}.` });
      const value = await handler(params, {
        signal: controller.signal,
        onProgress: (bytes) => answer({ kind: "progress", id, bytes }),
      });
      if (controller.signal.aborted) throw new RecordsAbortedError();
      answer({ kind: "result", id, value });
    } catch (error) {
      answer({ kind: "error", id, error: packError(error) });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener("message", (event) => {
    const request = requestSchema.safeParse(messageData(event));
    // What is no request has no id to answer to; on our own port it can only be noise of the environment.
    if (!request.success) return;
    if (request.data.kind === "cancel") running.get(request.data.id)?.abort();
    else void run(request.data);
  });
  port.start?.();
}

function handlersOf(session: Session): Map<string, Handler> {
  return new Map([
    handle(methods.status, () => session.status()),
    handle(methods.findKeys, ({ account }) => session.find(account)),
    handle(methods.createKeys, ({ account }) => session.create(account)),
    handle(methods.confirmRecovery, ({ recoveryCode }) => session.confirm(recoveryCode)),
    handle(methods.unlock, ({ account }) => session.unlock(account)),
    handle(methods.restore, (params) => session.restore(params.account, params.backup, wrapperOf(params))),
    // One passphrase at a time: an old one that still opened would not be forgotten.
    handle(methods.addPassphrase, ({ passphrase }) =>
      session.addSlot(passphraseSlot(passphrase), ["passphrase"]),
    ),
    handle(methods.addPasskey, ({ passkey }) => session.addSlot(passkeySlot(passkey))),
    handle(methods.addWallet, ({ wallet }) => session.addSlot(walletSlot(wallet), ["wallet"])),
    handle(methods.removeSlot, ({ id }) => session.removeSlot(id)),
    handle(methods.rotateKeys, () => session.rotate()),
    handle(methods.backup, async () => session.backup()),
    handle(methods.lock, async () => {
      session.lock();
      return undefined;
    }),
    handle(methods.forget, async ({ account }) => {
      await session.forget(account);
      return undefined;
    }),
    handle(methods.signKeys, ({ chainId }) =>
      signKeys(session.keys(), { account: session.account(), chainId }),
    ),
    handle(methods.verifyKeys, ({ published }) => verifyPublishedKeys(published)),
    handle(methods.seal, (params) => seal({ ...params, keys: session.sealer() })),
    handle(methods.open, (params) => withOpener(session.openers(), (keys) => open({ ...params, keys }))),
    handle(methods.rewrap, (params) =>
      withOpener(session.openers(), (opener) => rewrap({ ...params, keys: session.keys(), opener })),
    ),
    handle(methods.sealAttachment, sealAttachment),
    handle(methods.openAttachment, async ({ ciphertext, attachment }, call) =>
      toBlob(
        await openStream({ ciphertext: ciphertext.stream(), attachment, ...call }),
        attachment.mediaType,
      ),
    ),
    handle(methods.commitDocument, ({ document }) => commitDocument(document)),
    handle(methods.verifyDocument, ({ document, ...commitment }) => verifyDocument(document, commitment)),
  ]);
}

function wrapperOf(params: z.output<typeof methods.restore.params>): SlotWrapper {
  if ("passphrase" in params) return passphraseSlot(params.passphrase);
  if ("passkey" in params) return passkeySlot(params.passkey);
  if ("wallet" in params) return walletSlot(params.wallet);
  return recoverySlot(params.recoveryCode);
}

async function sealAttachment(
  {
    blob,
    name,
    mediaType,
    maxBytes = recordLimits.attachmentBytes,
  }: z.output<typeof methods.sealAttachment.params>,
  call: Call,
) {
  // The size of a Blob is known: no need to read it first.
  if (blob.size > maxBytes) throw new AttachmentTooLargeError({ size: blob.size, limit: maxBytes });
  const sealed = await sealStream({
    stream: blob.stream(),
    name,
    mediaType: mediaType ?? blob.type,
    maxBytes,
    ...call,
  });
  const ciphertext = await toBlob(sealed.ciphertext, "application/octet-stream");
  return { ciphertext, attachment: await sealed.attachment };
}

function handle<params extends z.ZodType, result extends z.ZodType>(
  { name, params, result }: Method<params, result>,
  run: (params: z.output<params>, call: Call) => Promise<z.input<result>>,
): [string, Handler] {
  return [
    name,
    async (raw, call) => {
      const parsed = params.safeParse(raw);
      if (parsed.success) return result.parse(await run(parsed.data, call));
      const [issue] = parsed.error.issues;
      throw new RecordInputError({
        field: issue?.path.join(".") || "request",
        reason: issue?.message ?? "It has not the form of a request.",
        cause: parsed.error,
      });
    },
  ];
}

const partBytes = 8 * 1024 * 1024;

/** Collects a stream into a Blob piece by piece: browsers keep Blobs outside of the heap, and large ones on disk. */
async function toBlob(stream: ReadableStream<Bytes>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let chunks: Bytes[] = [];
  let held = 0;
  for await (const chunk of chunksOf(stream)) {
    chunks.push(chunk);
    held += chunk.length;
    if (held < partBytes) continue;
    parts.push(new Blob(chunks));
    chunks = [];
    held = 0;
    await nextTask();
  }
  return new Blob([...parts, ...chunks], { type });
}

/** Lets a message that waits be heard: streams that are quick to answer leave no gap of their own. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Memory that can move to the page and need not be copied: of a result's own byte fields. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((field: unknown) =>
    field instanceof Uint8Array && field.buffer instanceof ArrayBuffer ? [field.buffer] : [],
  );
}
