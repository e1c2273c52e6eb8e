import { fromBase64, randomBytes, toBase64, toHex } from "../bytes.ts";
import { formatCheckpoint } from "../log/checkpoint.ts";
import { formatHead, headerHash } from "../log/head.ts";
import { recordLeafHash } from "../log/leaf.ts";
import { createNoteSigners, formatVerifierKey, signNote } from "../log/note.ts";
import { consistencyRanges, inclusionRanges, type Range } from "../log/ranges.ts";
import { rootOf } from "../log/tree.ts";
import {
  type Account,
  type PublishedKeys,
  putHeaderBodySchema,
  putKeysBodySchema,
  putRecordBodySchema,
  type RecordRow,
  recordEtag,
} from "../wire.ts";
import { type Answer, apiServer, json, problem, type Received } from "./apiServer.ts";

const origin = "log.example";
const accountHeader = "x-account";

/**
 * A service in memory that keeps records as the real one does, with a log that signs: who asks is who they say. `refuse` may answer in
 * its place; its lists have `pageSize` records on a page.
 */
export async function recordsService({
  refuse = () => undefined,
  pageSize = 50,
}: {
  refuse?: (request: Received) => Answer | undefined;
  pageSize?: number;
} = {}) {
  const signers = await createNoteSigners(origin, { ed25519: randomBytes(32), mlDsa: randomBytes(32) });
  const rows = new Map<string, RecordRow>();
  const leafIndexes = new Map<string, number>();
  const keys: PublishedKeys[] = [];
  const blobs = new Map<string, Uint8Array>();
  const leaves: Uint8Array<ArrayBuffer>[] = [];
  let clock = Date.UTC(2026, 0, 1);
  const now = () => new Date(clock++).toISOString();

  const visible = (row: RecordRow, account: string) =>
    row.owner === account ||
    keys.some((each) => each.account === account && row.readers.includes(each.fingerprint));
  const checkpointOf = async (size: number) =>
    signNote(formatCheckpoint({ origin, size, root: await rootOf(leaves.slice(0, size)) }), signers);
  const rootsOf = (ranges: readonly Range[]) =>
    Promise.all(ranges.map(async ({ start, end }) => toHex(await rootOf(leaves.slice(start, end)))));

  async function proofOf(row: RecordRow): Promise<Answer> {
    const { id, version, revision } = row;
    const [leafIndex, size] = [leafIndexes.get(id) ?? 0, leaves.length];
    const facts = {
      leafHash: await recordLeafHash(row),
      headerHash: await headerHash(fromBase64(row.header)),
    };
    return json({
      head: await signNote(formatHead({ origin, id, version, revision, leafIndex, size, ...facts }), signers),
      checkpoint: await checkpointOf(size),
      inclusion: { index: leafIndex, size, hashes: await rootsOf(inclusionRanges(leafIndex, size)) },
    });
  }

  async function putRecord(id: string, account: Account, { headers, body }: Received): Promise<Answer> {
    const before = rows.get(id);
    if (before !== undefined && before.owner !== account) return problem(404, "Not found");
    if (headers["if-match"] !== (before && recordEtag(before))) return problem(409, "It changed");
    const put = putRecordBodySchema.parse(JSON.parse(String(body)));
    const createdAt = before?.createdAt ?? now();
    const row = { ...put, id, owner: account, revision: 0, createdAt, updatedAt: now() };
    rows.set(id, row);
    leafIndexes.set(id, leaves.push(await recordLeafHash(row)) - 1);
    return json(row);
  }

  function putHeader(id: string, account: Account, { headers, body }: Received): Answer {
    const row = rows.get(id);
    if (row?.owner !== account) return problem(404, "Not found");
    if (headers["if-match"] !== recordEtag(row)) return problem(409, "It changed");
    const { header, readers } = putHeaderBodySchema.parse(JSON.parse(String(body)));
    const next = { ...row, header, readers, revision: row.revision + 1, updatedAt: now() };
    rows.set(id, next);
    return json(next);
  }

  function list(account: string, query: URLSearchParams): Answer {
    const found = [...rows.values()]
      .filter((row) => visible(row, account) && (query.get("space") ?? row.space) === row.space)
      // The latest change first: a list that is read while it changes moves.
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
    const start = Number(query.get("cursor") ?? 0);
    const nextCursor = start + pageSize < found.length ? String(start + pageSize) : null;
    return json({ items: found.slice(start, start + pageSize), nextCursor });
  }

  async function answer(request: Received): Promise<Answer> {
    const refusal = refuse(request);
    if (refusal !== undefined) return refusal;
    const { method, body, headers } = request;
    const url = new URL(request.path, "http://service");
    const account: Account = `0x${String(headers[accountHeader]).slice(2)}`;
    const [, , kind, first = "", second] = url.pathname.split("/");
    const row = rows.get(first);
    const seen = row !== undefined && visible(row, account) ? row : undefined;
    switch (`${method} ${kind}${first && "/x"}${second ? `/${second}` : ""}`) {
      case "PUT keys": {
        const put = putKeysBodySchema.parse(JSON.parse(String(body)));
        keys.unshift({ ...put, createdAt: now(), revokedAt: null });
        return json(keys[0]);
      }
      case "GET keys":
        return json({ items: keys.filter((each) => each.account === url.searchParams.get("account")) });
      case "GET keys/x": {
        const found = keys.find(({ fingerprint }) => fingerprint === first);
        return found ? json(found) : problem(404, "Not found");
      }
      case "PUT blobs/x":
        blobs.set(first, new Uint8Array(body));
        return json({ hash: first, size: body.length });
      case "GET blobs/x": {
        const bytes = blobs.get(first);
        return bytes
          ? { status: 200, type: "application/octet-stream", body: bytes }
          : problem(404, "Not found");
      }
      case "GET records":
        return list(account, url.searchParams);
      case "GET records/x":
        return seen ? json(seen) : problem(404, "Not found");
      case "GET records/x/proof":
        return seen ? proofOf(seen) : problem(404, "Not found");
      case "PUT records/x":
        return putRecord(first, account, request);
      case "PUT records/x/header":
        return putHeader(first, account, request);
      case "GET log":
        return json({
          origin,
          verifierKeys: signers.map(({ key }) => formatVerifierKey(key)),
          size: leaves.length,
        });
      case "GET log/x": {
        const [from, to] = ["from", "to"].map((name) => Number(url.searchParams.get(name)));
        if (from === undefined || to === undefined) return problem(422, "From and to");
        return json({ from, to, hashes: await rootsOf(consistencyRanges(from, to)) });
      }
      default:
        return problem(404, "Not found");
    }
  }

  const server = await apiServer(answer);
  return {
    rows,
    keys,
    blobs,
    received: server.received,
    close: server.close,
    /** The service as somebody reaches it. */
    as: (account: Account) => ({
      url: server.url,
      fetch: (input: string | URL | Request, init?: RequestInit) =>
        fetch(input, {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init?.headers)), [accountHeader]: account },
        }),
    }),
    /** A record's header, put in the place of another one's by a service that lies. */
    swapHeader(id: string, by: string): void {
      const [row, other] = [rows.get(id), rows.get(by)];
      if (row && other) rows.set(id, { ...row, header: toBase64(fromBase64(other.header)) });
    },
  };
}
