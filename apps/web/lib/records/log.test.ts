import { VersionRolledBackError } from "@qti/sdk/records/log";
import type { RecordRow } from "@qti/sdk/records/wire";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { Records } from "./context";
import { RecordRolledBackError } from "./errors";
import { createProver, type Prover } from "./log";
import { openNote } from "./notes";
import { browser, chainId, type Service, service } from "./testing";

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

const note = (title: string) => JSON.stringify({ title, text: "Behind the painting." });

/** Records whose log says what a test wants. */
function withLog(verify: () => Promise<RecordRow>): Records {
  const log = {
    verify: async () => ({ record: await verify() }),
    show: () => Promise.reject(new Error("Nobody asked.")),
  } as unknown as Prover;
  return { ...ada.records, log: async () => log };
}

describe("opening a note with a log", () => {
  it("opens what the log says is the latest, also where the list is older", async () => {
    const first = await ada.ada.write({ text: note("First") });
    const listed = at.keep(first);
    const second = await ada.ada.write({
      text: note("Second"),
      recordId: listed.id,
      version: 2,
      previous: listed.manifestHash,
    });
    const latest = at.keep(second);
    const opened = await openNote(
      withLog(async () => latest),
      listed,
      chainId,
    );
    expect(opened.note.title).toBe("Second");
    expect(opened.row).toEqual(latest);
    // What was seen is remembered beside the log: without it the older one is still none.
    await expect(openNote(ada.records, listed, chainId)).rejects.toThrow(RecordRolledBackError);
  });

  it("opens nothing where the service lies", async () => {
    const listed = at.keep(await ada.ada.write({ text: note("First") }));
    const lie = new VersionRolledBackError({ version: 1, seen: 2 });
    const records = withLog(() => Promise.reject(lie));
    await expect(openNote(records, listed, chainId)).rejects.toBe(lie);
  });
});

test("a service without a log has no prover, and one that does not answer is no service without a log", async () => {
  const problem = (code: string, status: number) => async () =>
    Response.json(
      { type: "about:blank", title: "No", status, code },
      { status, headers: { "content-type": "application/problem+json" } },
    );
  const api = (answer: () => Promise<Response>) => ({ url: "http://service.test", fetch: answer });
  expect(await createProver(api(problem("log-disabled", 404)))).toBeUndefined();
  await expect(createProver(api(problem("internal", 500)))).rejects.toMatchObject({ code: "api-internal" });
});
