import { KeysNotAuthenticError, RecordMismatchError } from "@qti/sdk/records/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ForeignAuthorError } from "./errors";
import { openNote } from "./notes";
import { adaAccount, browser, chainId, malAccount, type Service, service, stranger } from "./testing";

const text = JSON.stringify({ title: "Safe", text: "Behind the painting." });

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

test("opens what the person wrote, and what somebody wrote for them", async () => {
  const mal = await stranger(at);
  const own = at.keep(await ada.ada.write({ text }));
  const shared = at.keep(await mal.write({ text, recipients: [ada.ada.keys] }));
  for (const row of [own, shared])
    expect((await openNote(ada.records, row, chainId)).note.title).toBe("Safe");
});

test("refuses a record that is said to be the person's own and that another signed", async () => {
  const mal = await stranger(at, adaAccount);
  const forged = at.keep(await mal.write({ text, owner: adaAccount, recipients: [ada.ada.keys] }));
  await expect(openNote(ada.records, forged, chainId)).rejects.toThrow(ForeignAuthorError);
});

test("refuses a record of somebody by keys that are another's, or that did not sign whose they are", async () => {
  const mal = await stranger(at);
  const other = `0x${"d".repeat(40)}` as const;
  const forged = at.keep(await mal.write({ text, owner: other, recipients: [ada.ada.keys] }));
  await expect(openNote(ada.records, forged, chainId)).rejects.toThrow(KeysNotAuthenticError);
  const published = at.keys.get(mal.fingerprint);
  if (published) at.keys.set(mal.fingerprint, { ...published, account: other });
  await expect(openNote(ada.records, forged, chainId)).rejects.toThrow(KeysNotAuthenticError);
  expect(published?.account).toBe(malAccount);
});

test("refuses a record of another kind in the place of a note", async () => {
  const row = at.keep(await ada.ada.write({ text, type: "letter" }));
  await expect(openNote(ada.records, row, chainId)).rejects.toThrow(RecordMismatchError);
});
