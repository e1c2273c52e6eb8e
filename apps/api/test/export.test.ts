import { newRecordId, seal, sealStream } from "@qti/sdk/records";
import { storeRecord } from "@qti/sdk/records/client";
import { openLog, parseRecordProof, processLogMemory, verifyRecordProof } from "@qti/sdk/records/log";
import { ExportIncompleteError, exportPerson, getPersonSummary, openerOf } from "@qti/sdk/records/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPasskey } from "./support/factors.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";
import { readZip } from "./support/zip.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const fileOf = "a picture of the deed";

/** A record with an attachment. */
async function writeWithFile(person: Person, words: string) {
  const sealed = await sealStream({
    stream: new Blob([fileOf]).stream(),
    name: "../deed of the house.txt",
    mediaType: "text/plain",
  });
  const ciphertext = await new Response(sealed.ciphertext).blob();
  const record = await seal({
    keys: person.keys,
    recordId: newRecordId(),
    owner: person.account,
    chainId: service.config.chainId,
    space: "assets",
    type: "deed",
    version: 1,
    previous: null,
    body: new TextEncoder().encode(JSON.stringify({ words })),
    recipients: [],
    attachments: [await sealed.attachment],
  });
  return storeRecord(person.api, { sealed: record, ciphertexts: [ciphertext], current: null });
}

async function archiveOf(person: Person, api = person.api) {
  const log = await openLog(api, { memory: processLogMemory() });
  const stream = await exportPerson(api, {
    opener: openerOf([person.keys]),
    authors: [person.keys.public],
    log,
  });
  return readZip(new Uint8Array(await new Response(stream).arrayBuffer()));
}

describe("an export", () => {
  it("holds everything of its person, readable and with proofs that hold offline, and nothing of anybody else", {
    timeout: 120_000,
  }, async () => {
    const [ada, ben] = [await (await signIn(service)).publish(), await (await signIn(service)).publish()];
    await addPasskey(ada);
    const note = await ada.write("Ada's note", [ben]);
    const deed = await writeWithFile(ada, "Ada's deed");
    await ben.write("Ben's note", [ada]);

    const files = await archiveOf(ada);
    const all = [...files.values()].map(text).join("\n").toLowerCase();
    expect(text(files.get(`records/notes/${note.id}/body.bin`))).toBe("Ada's note");
    const folder = `records/assets/${deed.id}`;
    expect(JSON.parse(text(files.get(`${folder}/body.json`)))).toEqual({ words: "Ada's deed" });
    // No path of its author's leads out of the archive.
    expect(text(files.get(`${folder}/files/01-__deed of the house.txt`))).toBe(fileOf);
    for (const of of [`records/notes/${note.id}`, folder]) {
      const proof = parseRecordProof(text(files.get(`${of}/proof.json`)));
      expect(await verifyRecordProof(proof)).toMatchObject({ proven: true });
      expect(JSON.parse(text(files.get(`${of}/log.json`)))).toMatchObject({ head: expect.any(String) });
    }
    // Each kind of data of which there is anything, with as many rows as there are.
    const { items } = await getPersonSummary(ada.api);
    for (const { table, rows } of items) {
      if (rows === 0 || table === "records") continue;
      expect(JSON.parse(text(files.get(`data/${table}.json`))), table).toHaveLength(rows);
    }
    expect([...files.keys()].filter((name) => name.startsWith("data/")).sort()).toEqual([
      "data/blob_holders.json",
      "data/passkeys.json",
      "data/published_keys.json",
      "data/sessions.json",
    ]);
    expect(all).not.toContain("ben's note");
    expect(all).not.toContain(ben.account);
    // Who may read her note is part of it; what signs in as her is not.
    expect(all).toContain(ben.keys.public.fingerprint);
    const { rows } = await service.pool.query("select token_hash from sessions where account = $1", [
      ada.account,
    ]);
    expect(all).not.toContain(rows[0].token_hash);
  });

  it("says of a record that does not open why, and has the others all the same", async () => {
    const ada = await (await signIn(service)).publish();
    const [whole, broken] = [await ada.write("whole"), await ada.write("broken")];
    const failing: typeof fetch = async (input, init) =>
      String(input).endsWith(broken.payloadHash)
        ? new Response("no", { status: 503 })
        : ada.fetch(input as string, init);
    const files = await archiveOf(ada, { ...ada.api, fetch: failing });
    expect(text(files.get(`records/notes/${whole.id}/body.bin`))).toBe("whole");
    expect(text(files.get(`records/notes/${broken.id}/problem.txt`))).toContain("503");
    const index = JSON.parse(text(files.get("index.json"))) as { records: { id: string; opened: boolean }[] };
    expect(index.records.find(({ id }) => id === broken.id)?.opened).toBe(false);
  });

  it.each([
    ["before its last line", (lines: string[]) => lines.slice(0, -1)],
    ["in its middle", (lines: string[]) => [...lines.slice(0, 1), ...lines.slice(2)]],
    ["before anything came", () => []],
  ])("that was cut off %s is none", async (_, cut) => {
    const ada = await (await signIn(service)).publish();
    const cutting: typeof fetch = async (input, init) => {
      const answer = await ada.fetch(input as string, init);
      if (!String(input).endsWith("/export")) return answer;
      const lines = (await answer.text()).split("\n").filter((line) => line !== "");
      return new Response(cut(lines).join("\n"), { headers: answer.headers });
    };
    await expect(archiveOf(ada, { ...ada.api, fetch: cutting })).rejects.toThrow(ExportIncompleteError);
  });

  it("asks for a second factor of now before it begins", async () => {
    const ada = await (await signIn(service)).publish();
    await addPasskey(ada);
    await service.pool.query(
      "update sessions set stepped_up_at = now() - interval '1 hour' where account = $1",
      [ada.account],
    );
    await expect(archiveOf(ada)).rejects.toMatchObject({ name: "StepUpNeededError" });
  });
});
