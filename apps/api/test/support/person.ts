import { createHash } from "node:crypto";
import {
  generateKeys,
  type Keys,
  newRecordId,
  open,
  rewrap,
  type SealedRecord,
  seal,
  signKeys,
} from "@qti/sdk/records";
import {
  getBlob,
  getRecord,
  publishKeys,
  putBlob,
  type RecordsApi,
  shareRecord,
  storeRecord,
  unshareRecord,
} from "@qti/sdk/records/client";
import type { RecordRow } from "@qti/sdk/records/wire";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { type Service, webOrigin } from "./service.ts";

/** What people need of a service: where it is, and how it is configured. */
type Reachable = Pick<Service, "url" | "config">;

/** What a program that stands in for the web app sends with each request. */
export class Visitor {
  readonly service: Reachable;
  cookie: string | undefined;

  constructor(service: Reachable) {
    this.service = service;
  }

  fetch = async (path: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("origin", headers.get("origin") ?? webOrigin);
    if (this.cookie !== undefined) headers.set("cookie", this.cookie);
    const url = typeof path === "string" && path.startsWith("/") ? `${this.service.url}${path}` : path;
    const response = await fetch(url, { ...init, headers });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(";")[0];
    return response;
  };

  json(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  }
}

export type MessageOverrides = Partial<Parameters<typeof createSiweMessage>[0]>;

/** Asks for a nonce and writes the message that the service expects, except for what is overridden. */
export async function signInMessage(
  visitor: Visitor,
  account: PrivateKeyAccount,
  overrides: MessageOverrides = {},
): Promise<string> {
  const nonce = (await (await visitor.fetch("/v1/session/nonce")).json()) as {
    nonce: string;
    domain: string;
    uri: string;
    chainId: number;
  };
  return createSiweMessage({
    address: account.address,
    chainId: nonce.chainId,
    domain: nonce.domain,
    nonce: nonce.nonce,
    uri: nonce.uri,
    version: "1",
    statement: "Sign in to QTI.",
    ...overrides,
  });
}

/** Somebody who is signed in. */
export class Person extends Visitor {
  readonly wallet: PrivateKeyAccount;
  /** Post-quantum keys, after {@link publish}. */
  #keys: Keys | undefined;

  constructor(service: Reachable, wallet: PrivateKeyAccount) {
    super(service);
    this.wallet = wallet;
  }

  get account(): `0x${string}` {
    return this.wallet.address.toLowerCase() as `0x${string}`;
  }

  get keys(): Keys {
    if (this.#keys === undefined) throw new Error("publish first");
    return this.#keys;
  }

  get api(): RecordsApi {
    return { url: this.service.url, fetch: this.fetch };
  }

  /** Makes keys and publishes them. */
  async publish(): Promise<this> {
    const { keys } = await generateKeys();
    this.#keys = keys;
    await publishKeys(this.api, {
      keys: await signKeys(keys, { account: this.account, chainId: this.service.config.chainId }),
    });
    return this;
  }

  /** Seals a note the way the app does; after `previous` as its next version. */
  seal(text: string, readers: readonly Person[] = [], previous?: RecordRow): Promise<SealedRecord> {
    return seal({
      keys: this.keys,
      recordId: previous?.id ?? newRecordId(),
      owner: this.account,
      chainId: this.service.config.chainId,
      space: "notes",
      type: "note",
      version: (previous?.version ?? 0) + 1,
      previous: previous?.manifestHash ?? null,
      body: new TextEncoder().encode(text),
      recipients: readers.map((reader) => reader.keys.public),
    });
  }

  /** Seals and stores a new note. */
  async write(text: string, readers: readonly Person[] = []): Promise<RecordRow> {
    return storeRecord(this.api, { sealed: await this.seal(text, readers), current: null });
  }

  /** Seals and stores the next version of a note. */
  async rewrite(previous: RecordRow, text: string, readers: readonly Person[] = []): Promise<RecordRow> {
    const sealed = await this.seal(text, readers, previous);
    return storeRecord(this.api, { sealed, current: previous });
  }

  /** Rewraps the header for these readers, as sharing and unsharing do. */
  async shareWith(record: RecordRow, readers: readonly Person[]): Promise<RecordRow> {
    const wrapped = await rewrap({
      header: Buffer.from(record.header, "base64"),
      keys: this.keys,
      recipients: readers.map((reader) => reader.keys.public),
    });
    const more = wrapped.readers.length >= record.readers.length;
    return (more ? shareRecord : unshareRecord)(this.api, { record, ...wrapped });
  }

  /** Fetches a record by id and opens it. */
  async read(id: string, author: Person): Promise<string> {
    const record = await getRecord(this.api, { id });
    const payload = await getBlob(this.api, { hash: record.payloadHash });
    const { body } = await open({
      header: Buffer.from(record.header, "base64"),
      payload: new Uint8Array(await payload.arrayBuffer()),
      keys: this.keys,
      author: author.keys.public,
      expected: { recordId: id, version: record.version, space: record.space },
    });
    return new TextDecoder().decode(body);
  }

  /** Uploads bytes as they are. */
  async upload(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const hash = sha256(bytes);
    await putBlob(this.api, { hash, bytes });
    return hash;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export type ProblemAnswer = {
  type: string;
  title: string;
  status: number;
  code: string;
  next: string;
  requestId?: string;
  errors?: { field: string; message: string }[];
  [extension: string]: unknown;
};

/** Reads an answer that has to be a problem, and checks the form that all of them share. */
export async function problemOf(response: Response): Promise<ProblemAnswer> {
  if (response.headers.get("content-type") !== "application/problem+json") {
    throw new Error(`expected a problem, got ${response.status} ${await response.text()}`);
  }
  const problem = (await response.json()) as ProblemAnswer;
  if (problem.status !== response.status) throw new Error("status and problem differ");
  if (problem.type !== `/problems/${problem.code}`) throw new Error("type and code differ");
  return problem;
}

/** Signs somebody in with a wallet of their own. */
export async function signIn(
  service: Reachable,
  wallet = privateKeyToAccount(generatePrivateKey()),
  headers: Record<string, string> = {},
): Promise<Person> {
  const person = new Person(service, wallet);
  const message = await signInMessage(person, wallet);
  const signature = await wallet.signMessage({ message });
  const response = await person.json("POST", "/v1/session", { message, signature }, headers);
  if (response.status !== 200)
    throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  return person;
}
