import { generateKeys } from "@qti/sdk/records";
import { ApiProblemError, KeysLockedError } from "@qti/sdk/records/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findDocuments } from "./documents";
import { browser, chainId, type Service, service, stranger } from "./testing";

const asset = `0x${"a".repeat(40)}` as const;
const zero = `0x${"0".repeat(64)}`;

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
  const { attachment } = await ada.records.worker.sealAttachment({
    blob: new Blob(["deed"]),
    name: "deed.txt",
  });
  at.keep(
    await ada.ada.write({
      text: JSON.stringify({ asset, salt: zero, hash: zero }),
      space: "documents",
      type: "asset-document",
      attachments: [attachment],
    }),
  );
});
afterEach(() => ada.records.worker.close());

const names = async () => (await findDocuments(ada.records, asset, chainId)).map(({ file }) => file.name);

test("finds the documents of the asset", async () => {
  expect(await names()).toEqual(["deed.txt"]);
});

test("a record that a stranger placed hides no document, whatever is wrong with it", async () => {
  const mal = await stranger(at);
  const document = { space: "documents", type: "asset-document" };
  const elsewhere = (await generateKeys()).keys.public;
  const unopenable = await mal.write({ text: "{}", ...document, recipients: [elsewhere] });
  at.keep({ ...unopenable, row: { ...unopenable.row, readers: [mal.fingerprint, ada.ada.fingerprint] } });
  at.keep(await mal.write({ text: "no JSON", ...document, recipients: [ada.ada.keys] }));
  at.keep(await mal.write({ text: "{}", ...document, type: "other", recipients: [ada.ada.keys] }));
  const gone = at.keep(await mal.write({ text: "{}", ...document, recipients: [ada.ada.keys] }));
  at.blobs.delete(gone.payloadHash);
  expect(await names()).toEqual(["deed.txt"]);
});

test("a service that refuses, or closed keys, are no empty list", async () => {
  const { api } = ada.records;
  const refusing = {
    ...api,
    fetch: async (input: string | URL | Request, init?: RequestInit) =>
      String(input).includes("/v1/blobs/")
        ? Response.json(
            { title: "Sign in", status: 401 },
            { status: 401, headers: { "content-type": "application/problem+json" } },
          )
        : at.api.fetch(input, init),
  };
  await expect(findDocuments({ ...ada.records, api: refusing }, asset, chainId)).rejects.toThrow(
    ApiProblemError,
  );
  await ada.records.worker.lock();
  await expect(names()).rejects.toThrow(KeysLockedError);
});
