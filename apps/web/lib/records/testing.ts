import type { KeyEntry } from "@qti/sdk";
import { keyDirectoryAbi } from "@qti/sdk/abis";
import { generateKeys, type Keyring, type SealedRecord, seal, signKeys } from "@qti/sdk/records";
import type { RecordRow } from "@qti/sdk/records/client";
import * as client from "@qti/sdk/records/client";
import type { PublishedKeys, PutHeaderBody, PutKeysBody, PutRecordBody } from "@qti/sdk/records/wire";
import {
  createClient,
  custom,
  decodeFunctionData,
  defineChain,
  encodeFunctionResult,
  type Hex,
  zeroHash,
} from "viem";
import type { ReadClient } from "@/lib/transactions/flow";
import { serveRecords } from "../../../../packages/sdk/src/records/worker/serveRecords.ts";
import type { Records } from "./context";

/** Accounts of the tests. */
export const adaAccount = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
export const malAccount = `0x${"e".repeat(40)}` as const;
export const chainId = 31337;

type Sealing = Omit<Parameters<client.RecordsWorker["seal"]>[0], "owner" | "previous"> & {
  owner: `0x${string}`;
  previous: RecordRow["manifestHash"] | null;
};
type Text = Partial<Omit<Sealing, "body">> & { text: string };

/** Somebody with keys, who seals records of whatever kind, honest or not. */
export type Person = {
  fingerprint: `0x${string}`;
  keys: client.KeyPublic;
  write(parameters: Text): Promise<{ sealed: SealedRecord; row: RecordRow }>;
};

function personOf(
  keys: client.KeyPublic,
  account: `0x${string}`,
  sealIt: (p: Sealing) => Promise<SealedRecord>,
): Person {
  return {
    keys,
    fingerprint: keys.fingerprint,
    write: async ({ text, ...more }) => {
      const sealed = await sealIt({
        body: new TextEncoder().encode(text),
        type: "note",
        space: "notes",
        recordId: client.newRecordId(),
        version: 1,
        previous: null,
        owner: account,
        chainId,
        recipients: [],
        ...more,
      });
      const { manifest } = sealed;
      const now = new Date().toISOString();
      const row: RecordRow = {
        id: manifest.recordId,
        owner: manifest.owner,
        suite: manifest.suite,
        space: manifest.space,
        version: manifest.version,
        author: manifest.author,
        header: client.toBase64(sealed.header),
        payloadHash: sealed.payloadHash,
        manifestHash: sealed.manifestHash,
        attachments: sealed.attachments,
        readers: sealed.readers,
        leafSalt: sealed.leafSalt,
        revision: 0,
        createdAt: now,
        updatedAt: now,
      };
      return { sealed, row };
    },
  };
}

/** A service that answers as a test says, with whatever it was made to keep. */
export function service() {
  const rows = new Map<string, RecordRow>();
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  const keys = new Map<string, PublishedKeys>();
  const shares = new Map<string, string>();
  /** Whether the account gave a second factor: without one, shares are neither given nor taken. */
  const session = { steppedUp: true };
  const problem = (status: number, code?: string) =>
    Response.json(
      { title: "It is so", status, ...(code !== undefined && { code }) },
      { status, headers: { "content-type": "application/problem+json" } },
    );

  async function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const path = new URL(String(input)).pathname;
    const last = path.split("/").at(-1) ?? "";
    const method = init?.method ?? "GET";
    if (path === "/v1/keys" && method === "PUT") {
      const body: PutKeysBody = JSON.parse(String(init?.body));
      const kept = keys.get(body.fingerprint) ?? {
        ...body,
        createdAt: new Date().toISOString(),
        revokedAt: null,
      };
      keys.set(body.fingerprint, kept);
      return Response.json(kept);
    }
    if (path === "/v1/keys") {
      const account = new URL(String(input)).searchParams.get("account");
      return Response.json({
        items: [...keys.values()].filter((each) => each.account === account).reverse(),
      });
    }
    if (path.startsWith("/v1/keys/") && last === "share") {
      const of = path.split("/").at(-2) ?? "";
      if (!session.steppedUp) return problem(403, "step-up-needed");
      const share = shares.get(of);
      if (method === "PUT") shares.set(of, JSON.parse(String(init?.body)).share);
      else if (share === undefined) return problem(404);
      if (method === "DELETE") shares.delete(of);
      return method === "GET" ? Response.json({ share }) : new Response(null, { status: 204 });
    }
    if (path.startsWith("/v1/keys/")) {
      const held = keys.get(last);
      const found = held && method === "DELETE" ? { ...held, revokedAt: new Date().toISOString() } : held;
      if (found) keys.set(last, found);
      return found ? Response.json(found) : problem(404);
    }
    if (path.startsWith("/v1/blobs/")) {
      if (method === "PUT") {
        const bytes = new Uint8Array(await new Response(init?.body).arrayBuffer());
        blobs.set(last, bytes);
        return Response.json({ hash: last, size: bytes.length });
      }
      const found = blobs.get(last);
      return found ? new Response(found) : problem(404);
    }
    if (path === "/v1/records") return Response.json({ items: [...rows.values()], nextCursor: null });
    const now = new Date().toISOString();
    if (path.endsWith("/header")) {
      const id = path.split("/").at(-2) ?? "";
      const row = rows.get(id);
      if (!row) return problem(404);
      const body: PutHeaderBody = JSON.parse(String(init?.body));
      const next = { ...row, ...body, revision: row.revision + 1 };
      rows.set(id, next);
      return Response.json(next);
    }
    if (method === "DELETE") {
      rows.delete(last);
      return new Response(null, { status: 204 });
    }
    if (method === "PUT") {
      const kept = rows.get(last);
      const asked = new Headers(init?.headers).get("if-match");
      if (asked !== (kept ? client.recordEtag(kept) : null)) return problem(409);
      const body: PutRecordBody = JSON.parse(String(init?.body));
      const row = {
        id: last,
        owner: adaAccount,
        ...body,
        revision: 0,
        createdAt: kept?.createdAt ?? now,
        updatedAt: now,
      } as const;
      rows.set(last, row);
      return Response.json(row);
    }
    return problem(404);
  }

  return {
    rows,
    blobs,
    keys,
    shares,
    session,
    api: { url: "http://service.test", fetch: answer },
    keep({ sealed, row }: { sealed: SealedRecord; row: RecordRow }): RecordRow {
      rows.set(row.id, row);
      blobs.set(row.payloadHash, sealed.payload);
      return row;
    },
  };
}
export type Service = ReturnType<typeof service>;

const chain = defineChain({
  id: chainId,
  name: "local",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: ["http://chain.test"] } },
});

/** A chain that does not answer. */
export const silentChain = createClient({
  chain,
  transport: custom({ request: () => Promise.reject(new Error("Nobody there.")) }, { retryCount: 0 }),
});

/** A chain whose key directory has these entries, whoever is asked about. */
export function chainWith(entries: readonly KeyEntry[]): ReadClient {
  const none = { recipient: zeroHash, verifier: zeroHash, validFrom: 0, validUntil: 0, revokedAt: 0 };
  const answerOf = (data: Hex): Hex => {
    const { functionName, args } = decodeFunctionData({ abi: keyDirectoryAbi, data });
    if (functionName === "keysCount")
      return encodeFunctionResult({ abi: keyDirectoryAbi, functionName, result: BigInt(entries.length) });
    const entry = functionName === "keysAt" ? entries[Number(args[1])] : entries.at(-1);
    return encodeFunctionResult({
      abi: keyDirectoryAbi,
      functionName: "keysAt",
      result: entry ?? none,
    });
  };
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method !== "eth_call") throw new Error(`${method} is not answered.`);
    const [{ data }] = params as [{ data: Hex }];
    return answerOf(data);
  };
  return createClient({ chain, transport: custom({ request }, { retryCount: 0 }) });
}

/** An entry of the key directory for keys, in use since the first second of all times. */
export async function entryOf(keys: client.KeyPublic, more: Partial<KeyEntry> = {}): Promise<KeyEntry> {
  const { recipient, verifier } = await client.keyFingerprints(keys);
  return { recipient, verifier, validFrom: 1, validUntil: 0, revokedAt: 0, ...more };
}

/** Somebody else, who holds their keys themselves. `said` is whose keys they claim to be. */
export async function stranger(at: Service, said: `0x${string}` = malAccount): Promise<Person> {
  const { keys } = await generateKeys();
  const now = new Date().toISOString();
  const signed = await signKeys(keys, { account: said, chainId });
  at.keys.set(keys.public.fingerprint, { ...signed, createdAt: now, revokedAt: null });
  return personOf(keys.public, malAccount, (parameters) => seal({ ...parameters, keys }));
}

/** A store in memory, in the form of the browser's. */
export function storageOf(): Pick<Storage, "getItem" | "setItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
  };
}

/** Ada's browser: the true Worker's code over a true channel, with new keys that are published. */
export async function browser(at: Service): Promise<{ records: Records; ada: Person }> {
  const { port1, port2 } = new MessageChannel();
  const keyrings = new Map<string, Keyring>();
  const deviceKeys = new Map<string, CryptoKey>();
  serveRecords(port2, {
    getKeyring: async (account) => keyrings.get(account),
    putKeyring: async (keyring) => {
      keyrings.set(keyring.account, keyring);
    },
    deleteKeyring: async (account) => {
      keyrings.delete(account);
    },
    getDeviceKey: async (id) => deviceKeys.get(id),
    putDeviceKey: async (id, key) => {
      deviceKeys.set(id, key);
    },
    deleteDeviceKey: async (id) => {
      deviceKeys.delete(id);
    },
  });
  const worker = client.createRecordsWorker(port1);
  const { recoveryCode } = await worker.createKeys({ account: adaAccount });
  const { public: keys } = await worker.confirmRecovery({ recoveryCode });
  const now = new Date().toISOString();
  at.keys.set(keys.fingerprint, {
    ...(await worker.signKeys({ chainId })),
    createdAt: now,
    revokedAt: null,
  });
  return {
    records: { client, worker, api: at.api, storage: storageOf(), log: async () => undefined },
    ada: personOf(keys, adaAccount, (parameters) => worker.seal(parameters)),
  };
}
