import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeRecord } from "@qti/sdk/records/client";
import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { orphanGraceMs } from "../src/blobs/collector.ts";
import { FolderBlobStore } from "../src/blobs/folderBlobStore.ts";
import { listening, startChild } from "./support/childService.ts";
import { filesBelow } from "./support/everyByte.ts";
import { sha256, signIn } from "./support/person.ts";
import { s3Credentials, s3Server } from "./support/s3Server.ts";
import { freshDatabase, serviceForTest } from "./support/service.ts";

/**
 * Where the process can be killed in the middle of its work without knowing of it: on its way to the database before whatever will
 * last, which is each commit and each writing statement outside of transactions, and once more when a commit was done but not heard
 * of; on its way to a bucket before each request.
 */
type Killer = {
  /** Kills at the point with this number from now on. */
  arm: (point: number, kill: () => void) => void;
  disarm: () => void;
  /** What the process was about to do. */
  killedAt: string | undefined;
  /** True when the process dies here: nothing is to be passed on. */
  passes: (what: string) => boolean;
};

function killer(): Killer {
  let left = Number.POSITIVE_INFINITY;
  let kill = (): void => undefined;
  const self: Killer = {
    killedAt: undefined,
    arm: (point, how) => {
      left = point;
      kill = how;
      self.killedAt = undefined;
    },
    disarm: () => {
      left = Number.POSITIVE_INFINITY;
    },
    passes: (what) => {
      if (left === Number.POSITIVE_INFINITY) return true;
      left -= 1;
      if (left > 0) return true;
      self.disarm();
      self.killedAt = what;
      kill();
      return false;
    },
  };
  return self;
}

/** The statement of a Parse or Query message of PostgreSQL's protocol. */
function statementOf(message: Buffer): string {
  const kind = String.fromCharCode(message[0] ?? 0);
  if (kind !== "P" && kind !== "Q") return "";
  const text = message.subarray(5).toString("latin1").split("\0");
  return (kind === "P" ? text[1] : text[0]) ?? "";
}

/** A way to the database on which the process can be killed. */
async function wayToDatabase(url: string, at: Killer): Promise<string> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    for (const one of [socket, onward]) {
      sockets.add(one);
      one
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(one);
          socket.destroy();
          onward.destroy();
        });
    }
    let inTransaction = false;
    let wrote = false;
    let committing = false;
    socket.on("data", (chunk: Buffer) => {
      // A client sends a statement and waits, so a piece begins with a message.
      const statement = statementOf(chunk);
      if (/^begin/i.test(statement)) {
        inTransaction = true;
        wrote = false;
      }
      const writes = /^(insert|update|delete)/i.test(statement);
      // That a session was used is no step of the write.
      if (writes && !/^update "sessions"/i.test(statement)) wrote = true;
      // Of a transaction that wrote nothing or was not committed nothing lasts, whichever of its statements was the last.
      const commits = wrote && /^commit/i.test(statement);
      const lasts = inTransaction ? commits : writes;
      if (lasts && !at.passes(`before: ${statement.slice(0, 60)}`)) {
        socket.destroy();
        return;
      }
      committing = commits;
      if (/^(commit|rollback)/i.test(statement)) inTransaction = false;
      onward.write(chunk);
    });
    onward.on("data", (chunk: Buffer) => {
      if (committing && !at.passes("after: commit")) {
        socket.destroy();
        return;
      }
      committing = false;
      socket.write(chunk);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  const address = server.address();
  through.port = String(typeof address === "object" && address !== null ? address.port : 0);
  return through.href;
}

it("an api that is killed at any step of a record's write has all of it or nothing, in the log too, and leaves nothing behind", {
  timeout: 900_000,
}, async () => {
  const databaseUrl = await freshDatabase();
  const at = killer();
  const folder = mkdtempSync(join(tmpdir(), "qti-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const us = await s3Server();
  us.setWeather(({ method, url }) =>
    at.passes(`before: ${method} ${url?.split("?")[0]?.slice(0, 15)}`)
      ? undefined
      : { kind: "refuse", status: 503, code: "SlowDown" },
  );
  const places = {
    QTI_REGIONS: `eu=${join(folder, "eu")},us=${us.place}`,
    QTI_S3_KEYS: JSON.stringify({ us: s3Credentials }),
  };
  const environment = {
    ...places,
    DATABASE_URL: await wayToDatabase(databaseUrl, at),
    QTI_SERVICES: "identity,records",
    // Whatever it writes, it writes for the one who asks: each point is a step of that.
    QTI_HOUSEKEEPING: "off",
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  const count = async (query: string, ...values: string[]): Promise<number> =>
    Number((await client.query<{ count: string }>(query, values)).rows[0]?.count);

  let started = await startChild({ environment });
  const reachable = { ...(await listening(started)) };
  const ada = await (await signIn(reachable)).publish();
  await ada.write("before everything");
  let whole = 1;
  const killedAt: string[] = [];
  for (let point = 1; ; point++) {
    const sealed = await ada.seal(`point ${point}`);
    const { recordId: id } = sealed.manifest;
    at.arm(point, () => started.child.kill("SIGKILL"));
    const answer = await storeRecord(ada.api, { sealed, current: null }).catch(() => undefined);
    at.disarm();
    if (answer !== undefined && at.killedAt === undefined) {
      whole += 1;
      break;
    }
    killedAt.push(at.killedAt ?? "");
    expect(await started.exited).toEqual({ code: null, signal: "SIGKILL" });
    // The database notices that its client is gone, and takes back what was not committed.
    await expect
      .poll(
        () =>
          count(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
          ),
        { timeout: 20_000 },
      )
      .toBe(0);

    const parts = [
      await count("select count(*) from records where id = $1 and leaf_index is not null", id),
      await count("select count(*) from record_headers where record_id = $1", id),
      await count("select count(*) from record_readers where record_id = $1", id),
      await count("select count(*) from record_blobs where record_id = $1", id),
    ];
    const [there] = parts;
    expect(parts, killedAt.at(-1)).toEqual([there, there, there, there]);
    whole += there ?? 0;
    expect(await count("select count(*) from records")).toBe(whole);
    // No leaf without its record, no record without its leaf.
    expect(await count("select size as count from log_state")).toBe(whole);
    expect(await count("select count(*) from log_nodes where level = 0")).toBe(whole);
    expect(
      await count("select count(distinct leaf_index) from records where leaf_index < $1", `${whole}`),
    ).toBe(whole);
    // What counts as stored lies in a region, intact.
    const stored = await client.query<{ hash: string }>("select hash from blobs where stored_at is not null");
    for (const { hash } of stored.rows) {
      const file = join(folder, "eu", hash.slice(0, 2), hash.slice(2, 4), hash);
      expect(sha256(readFileSync(file))).toBe(hash);
    }

    started = await startChild({ environment });
    Object.assign(reachable, await listening(started));
    // The client repeats what it got no answer to.
    const row = await storeRecord(ada.api, { sealed, current: null });
    expect(await ada.read(row.id, ada)).toBe(`point ${point}`);
    if (there === 0) whole += 1;
  }
  for (const step of ["before: commit", "after: commit", "before: PUT", "before: HEAD"])
    expect(
      killedAt.some((point) => point.startsWith(step)),
      `${step} among ${killedAt}`,
    ).toBe(true);
  // The row of the blob, its bytes, that they are stored, and the record.
  expect(killedAt.filter((point) => point === "after: commit")).toHaveLength(3);

  // Uploads that were never used, and halves of them, are gone after their time.
  const abandoned = sha256(Buffer.from("abandoned"));
  at.arm(2, () => started.child.kill("SIGKILL"));
  await ada
    .fetch(`/v1/blobs/${abandoned}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: "abandoned",
    })
    .catch(() => undefined);
  at.disarm();
  started.child.kill("SIGKILL");
  await started.exited;
  const incoming = join(folder, "eu", ".incoming");
  for (const name of readdirSync(incoming)) utimesSync(join(incoming, name), 0, 0);
  await new FolderBlobStore("eu", join(folder, "eu")).open();
  const after = await serviceForTest({ environment: { ...places, DATABASE_URL: databaseUrl } });
  after.clock.advance(2 * orphanGraceMs);
  await after.collect();
  for (let turn = 0; turn < 3; turn++) {
    await after.lookThroughRegions();
    after.clock.advance(2 * 60 * 60_000);
    expect((await after.bringRegionsUp()).failed).toBe(0);
  }
  expect(await count("select count(*) from blobs")).toBe(whole);
  expect(await count("select count(*) from region_outbox")).toBe(0);
  const oughtOf = async (region: string): Promise<string[]> => {
    const { rows } = await client.query<{ hash: string }>(
      `select hash from record_blobs
       union select node from region_leaves where region = $1
       union select root from region_trees where region = $1 and root is not null`,
      [region],
    );
    return rows.map(({ hash }) => hash).sort();
  };
  const lying = filesBelow(join(folder, "eu")).map(({ name }) => name.slice(-64));
  expect(lying.sort()).toEqual(await oughtOf("eu"));
  expect(us.objects().sort()).toEqual(await oughtOf("us"));
});
