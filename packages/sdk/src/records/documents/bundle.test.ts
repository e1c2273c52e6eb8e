import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProofMalformedError } from "../../errors/proofs.ts";
import { randomBytes, toHex0x } from "../bytes.ts";
import { RecordInputError, RecordsAbortedError } from "../errors.ts";
import { commitDocument } from "./commitDocument.ts";
import { createDocumentBundle, selectDocuments } from "./createDocumentBundle.ts";
import { type DocumentBundle, parseDocumentBundle } from "./documentBundle.ts";
import { documentsRoot } from "./documentsRoot.ts";
import { proveDocument } from "./proveDocument.ts";

const asset = "0xA51c1fc2f0D1a1b8494Ed1FE312d7C3a78Ed91C0";
const chainId = 31337;

async function bundleOf(files: readonly Uint8Array[]): Promise<DocumentBundle> {
  const documents = await Promise.all(
    files.map(async (file, index) => ({
      name: `Paper ${index + 1}.pdf`,
      mediaType: "application/pdf",
      size: file.length,
      ...(await commitDocument(file)),
    })),
  );
  return createDocumentBundle({ asset, chainId, documents });
}

const text = (words: string) => new TextEncoder().encode(words);
const papers = ["deed", "survey", "lease"].map(text);
const committedAt = (root: `0x${string}`, index = 0n) => ({ root, index, timestamp: 1_795_354_183n });
const looking = (root: `0x${string}`) => ({ asset, chainId, roots: [committedAt(root)] }) as const;

describe("proveDocument", () => {
  test("default: document 2 of 3, since when, whether bytes or file", async () => {
    const bundle = await bundleOf(papers);
    for (const file of [text("survey"), new Blob(["survey"])])
      expect(await proveDocument(file, bundle, looking(bundle.root))).toEqual({
        proven: true,
        document: bundle.documents[1],
        count: 3,
        committed: committedAt(bundle.root),
      });
  });

  test("behavior: each of any documents is proven as the one it is, and nothing else is", async () => {
    const files = fc.uniqueArray(fc.uint8Array({ maxLength: 64 }), {
      minLength: 1,
      maxLength: 20,
      selector: (bytes) => bytes.join(),
    });
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (all, pick, at, by) => {
          const index = pick % all.length;
          const file = new Uint8Array(all[index] ?? []);
          const whole = parseDocumentBundle(JSON.stringify(await bundleOf(all)));
          const handed = selectDocuments(whole, [index]);
          for (const bundle of [whole, handed])
            expect(await proveDocument(file, bundle, looking(bundle.root))).toMatchObject({
              proven: true,
              document: { index },
              count: all.length,
            });
          if (file.length === 0) return;
          file[at % file.length] = (file[at % file.length] ?? 0) ^ by;
          const other = { proven: false, reason: "otherFile" };
          expect(await proveDocument(file, handed, looking(whole.root))).toEqual(other);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("behavior: no hash, no salt, no place can be changed, nor can there be more or fewer documents", async () => {
    const bundle = await bundleOf(papers);
    const file = text("survey");
    const one = selectDocuments(bundle, [1]);
    const [entry] = one.documents;
    if (!entry) return expect.unreachable();
    const reasonOf = async (changed: DocumentBundle) => {
      const verdict = await proveDocument(file, changed, looking(bundle.root));
      return verdict.proven || verdict.reason;
    };
    const other = toHex0x(randomBytes(32));
    const [a, b, c] = bundle.hashes as [`0x${string}`, `0x${string}`, `0x${string}`];
    for (const hashes of [[other, b, c], [a, b, other], [b, a, c], [a, b], [a, b, c, c], [b]])
      expect(await reasonOf({ ...one, hashes })).toBe("damaged");
    expect(await reasonOf({ ...one, root: other })).toBe("damaged");
    const hashes = [a, b];
    expect(await reasonOf({ ...one, hashes, root: await documentsRoot(hashes) })).toBe("notCommitted");
    expect(await reasonOf({ ...one, documents: [{ ...entry, salt: other }] })).toBe("otherFile");
    for (const index of [0, 2, 3])
      expect(await reasonOf({ ...one, documents: [{ ...entry, index }] })).toBe("otherFile");
  });

  test("behavior: a bundle of another asset or chain, or of a root that the asset does not have", async () => {
    const bundle = await bundleOf(papers);
    const file = text("deed");
    const here = looking(bundle.root);
    const elsewhere = { ...here, asset: "0x00000000000000000000000000000000000000AA" } as const;
    expect(await proveDocument(file, bundle, elsewhere)).toEqual({ proven: false, reason: "otherAsset" });
    expect(await proveDocument(file, bundle, { ...here, chainId: 1 })).toEqual({
      proven: false,
      reason: "otherAsset",
    });
    const none = { proven: false, reason: "notCommitted" };
    expect(await proveDocument(file, bundle, { ...here, roots: [] })).toEqual(none);
    expect(await proveDocument(file, bundle, looking(toHex0x(randomBytes(32))))).toEqual(none);
  });

  test("behavior: a root that was stated twice counts from the first time", async () => {
    const bundle = await bundleOf(papers);
    const roots = [committedAt(bundle.root, 4n), committedAt(bundle.root, 2n), committedAt(bundle.root, 3n)];
    const verdict = await proveDocument(text("deed"), bundle, { asset, chainId, roots });
    expect(verdict).toMatchObject({ proven: true, committed: { index: 2n } });
  });

  test("behavior: a large file is read in pieces, says how far it is, and can be left", async () => {
    const size = 24 * 1024 * 1024;
    const file = new Blob(Array.from({ length: 24 }, (_, index) => new Uint8Array(size / 24).fill(index)));
    const document = { name: "Data room.zip", size, ...(await commitDocument(file)) };
    const bundle = await createDocumentBundle({ asset, chainId, documents: [document] });
    const steps: number[] = [];
    const onProgress = (bytes: number) => void steps.push(bytes);
    const verdict = await proveDocument(file, bundle, { ...looking(bundle.root), onProgress });
    expect(verdict).toMatchObject({ proven: true, document: { mediaType: "" } });
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.at(-1)).toBe(size);
    const controller = new AbortController();
    const left = proveDocument(file, bundle, {
      ...looking(bundle.root),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(left).rejects.toThrow(RecordsAbortedError);
  });
});

describe("createDocumentBundle", () => {
  test("default: its root is the one for the chain", async () => {
    const bundle = await bundleOf(papers);
    expect(bundle.root).toBe(await documentsRoot(bundle.hashes));
    expect(bundle).toMatchObject({ asset: asset.toLowerCase(), chainId, format: "qti/documents/v1" });
    expect(bundle.documents.map(({ index, name }) => [index, name])).toEqual([
      [0, "Paper 1.pdf"],
      [1, "Paper 2.pdf"],
      [2, "Paper 3.pdf"],
    ]);
  });

  test("error: RecordInputError for no documents, and for a name that is a text", async () => {
    await expect(createDocumentBundle({ asset, chainId, documents: [] })).rejects.toThrow(RecordInputError);
    const document = { name: "n".repeat(1_001), size: 4, ...(await commitDocument(text("deed"))) };
    const making = createDocumentBundle({ asset, chainId, documents: [document] });
    await expect(making).rejects.toMatchObject({ field: "documents" });
  });
});

describe("selectDocuments", () => {
  test("default: what is handed over tells nothing of the others but their number", async () => {
    const bundle = await bundleOf(papers);
    const handed = selectDocuments(bundle, [2]);
    expect(handed.documents).toEqual([bundle.documents[2]]);
    const written = JSON.stringify(handed);
    for (const { salt, name } of bundle.documents.slice(0, 2)) {
      expect(written).not.toContain(salt);
      expect(written).not.toContain(name);
    }
  });

  test("error: RecordInputError when there is no such document", async () => {
    const bundle = await bundleOf(papers);
    expect(() => selectDocuments(bundle, [3])).toThrow(RecordInputError);
  });
});

describe("parseDocumentBundle", () => {
  test("default: reads what was written", async () => {
    const bundle = await bundleOf(papers);
    expect(parseDocumentBundle(JSON.stringify(bundle, null, 2))).toEqual(bundle);
  });

  test.each([
    ["no JSON", "%PDF-1.7"],
    ["another format", { format: "qti/documents/v2" }],
    ["a field more", { extra: 1 }],
    ["an address with capital letters", { asset }],
    ["a hash that is none", { hashes: ["0x12"] }],
    ["no document", { documents: [] }],
    ["a document after the end of the list", { hashes: [`0x${"ab".repeat(32)}`] }],
  ])("error: ProofMalformedError for %s", async (_, change) => {
    const bundle = await bundleOf(papers);
    const input = typeof change === "string" ? change : { ...bundle, ...change };
    expect(() => parseDocumentBundle(input)).toThrow(ProofMalformedError);
  });
});
