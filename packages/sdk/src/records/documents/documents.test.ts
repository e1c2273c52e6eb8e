import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomBytes, toHex0x } from "../bytes.ts";
import { RecordInputError } from "../errors.ts";
import { commitDocument, verifyDocument } from "./commitDocument.ts";
import { documentsRoot } from "./documentsRoot.ts";

const bytes32 = () => toHex0x(randomBytes(32));

describe("commitDocument", () => {
  test("the document verifies, whether it comes as bytes or as a file; nothing else does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.uint8Array(), async (bytes, other) => {
        const document = new Uint8Array(bytes);
        const commitment = await commitDocument(document);
        expect(await verifyDocument(new Blob([document]), commitment)).toBe(true);
        expect(await verifyDocument(document, { ...commitment, salt: bytes32() })).toBe(false);
        expect(await verifyDocument(document, { ...commitment, hash: bytes32() })).toBe(false);
        fc.pre(Buffer.compare(bytes, other) !== 0);
        expect(await verifyDocument(other, commitment)).toBe(false);
      }),
    );
  });

  test("two commitments to one document cannot be told to be of the same", async () => {
    const document = new TextEncoder().encode("deed");
    const [one, two] = await Promise.all([commitDocument(document), commitDocument(document)]);
    expect(one.hash).not.toBe(two.hash);
    expect(one.salt).not.toBe(two.salt);
  });

  test("the hash is the one that the documentation says", async () => {
    const salt = `0x${"11".repeat(32)}` as const;
    const inner = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("deed"));
    const input = Buffer.concat([
      Buffer.from("qti/document/v1\0"),
      Buffer.from(salt.slice(2), "hex"),
      Buffer.from(inner),
    ]);
    const hash = toHex0x(new Uint8Array(await crypto.subtle.digest("SHA-256", input)));
    expect(await verifyDocument(new TextEncoder().encode("deed"), { salt, hash })).toBe(true);
  });

  test("error: RecordInputError for a salt or hash that is not 32 bytes", async () => {
    const document = new Uint8Array();
    await expect(verifyDocument(document, { salt: "0x12", hash: bytes32() })).rejects.toThrow(
      RecordInputError,
    );
    await expect(verifyDocument(document, { salt: bytes32(), hash: "0x" })).rejects.toThrow(RecordInputError);
  });
});

describe("documentsRoot", () => {
  // Certificate transparency's own test tree (RFC 6962 implementations share it) has leaves of other lengths; these roots were
  // computed from the definition in section 2.1, written out by hand below for each shape.
  const hash = async (prefix: number, ...parts: string[]) => {
    const input = Buffer.concat([
      Buffer.from([prefix]),
      ...parts.map((part) => Buffer.from(part.slice(2), "hex")),
    ]);
    return toHex0x(new Uint8Array(await crypto.subtle.digest("SHA-256", input)));
  };

  test("of nothing is SHA-256 of nothing", async () => {
    expect(await documentsRoot([])).toBe(
      "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("trees of one, two, three, four, five and seven documents have the shape of RFC 6962", async () => {
    const documents = Array.from({ length: 7 }, bytes32);
    const [a = "", b = "", c = "", d = "", e = "", f = "", g = ""] = await Promise.all(
      documents.map((document) => hash(0, document)),
    );
    const ab = await hash(1, a, b);
    const abcd = await hash(1, ab, await hash(1, c, d));
    expect(await documentsRoot(documents.slice(0, 1))).toBe(a);
    expect(await documentsRoot(documents.slice(0, 2))).toBe(ab);
    expect(await documentsRoot(documents.slice(0, 3))).toBe(await hash(1, ab, c));
    expect(await documentsRoot(documents.slice(0, 4))).toBe(abcd);
    expect(await documentsRoot(documents.slice(0, 5))).toBe(await hash(1, abcd, e));
    expect(await documentsRoot(documents)).toBe(await hash(1, abcd, await hash(1, await hash(1, e, f), g)));
  });

  test("another order, or another document, is another root", async () => {
    const documents = [bytes32(), bytes32(), bytes32()];
    const root = await documentsRoot(documents);
    expect(await documentsRoot([...documents].reverse())).not.toBe(root);
    expect(await documentsRoot([...documents.slice(0, 2), bytes32()])).not.toBe(root);
  });

  test("error: RecordInputError names the hash that is none", async () => {
    await expect(documentsRoot([bytes32(), "0x1"])).rejects.toMatchObject({ field: "hashes.1" });
    await expect(documentsRoot(["1"])).rejects.toThrow(RecordInputError);
  });
});
