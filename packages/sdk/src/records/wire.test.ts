import { build } from "esbuild";
import { expect, test } from "vitest";
import { people } from "./testing/people.ts";
import {
  accountSchema,
  fingerprintSchema,
  hashSchema,
  putKeysBodySchema,
  readersSchema,
  recipientSchema,
  recordEtag,
  recordIdSchema,
  recordLimits,
  spaceSchema,
  verifierSchema,
} from "./wire.ts";

const { ada } = await people();

test("keys have the form that the wire says", () => {
  expect(recipientSchema.safeParse(ada.public.recipient).success).toBe(true);
  expect(verifierSchema.safeParse(ada.public.verifier).success).toBe(true);
  expect(fingerprintSchema.safeParse(ada.public.fingerprint).success).toBe(true);
});

test.each([
  ["hash in capitals", hashSchema, "A".repeat(64)],
  ["hash that is short", hashSchema, "a".repeat(63)],
  ["hash with a newline behind it", hashSchema, `${"a".repeat(64)}\n`],
  ["fingerprint without 0x", fingerprintSchema, "a".repeat(64)],
  ["id in capitals", recordIdSchema, "A0000000-0000-4000-8000-000000000000"],
  ["id that is a path", recordIdSchema, "../../../../../../../../../../etc/passwd"],
  ["space with a slash", spaceSchema, "notes/x"],
  ["space that is empty", spaceSchema, ""],
  ["classical recipient", recipientSchema, "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"],
  ["reader named twice", readersSchema, [ada.public.fingerprint, ada.public.fingerprint]],
  ["no reader", readersSchema, []],
  [
    "too many readers",
    readersSchema,
    Array.from({ length: 65 }, (_, i) => `0x${String(i).padStart(64, "0")}`),
  ],
  ["unknown field", putKeysBodySchema, { ...ada.public, more: 1 }],
])("refuses a %s", (_, schema, value) => {
  expect(schema.safeParse(value).success).toBe(false);
});

test("accounts become lower case", () => {
  expect(accountSchema.parse(`0x${"AB".repeat(20)}`)).toBe(`0x${"ab".repeat(20)}`);
});

test("an entity tag names version and revision", () => {
  expect(recordEtag({ version: 3, revision: 2 })).toBe('"3.2"');
});

test("the largest header fits, and so does the largest attachment as a blob", () => {
  const header = 1627 + (recordLimits.readers - 1) * 1557;
  expect(header).toBeLessThanOrEqual(recordLimits.headerBytes);
  expect(recordLimits.attachmentBytes * 1.12).toBeLessThan(recordLimits.blobBytes);
});

/** What a bundler takes in for an entry, by package. */
async function packagesOf(entry: string, splitting = false) {
  const { metafile } = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    splitting,
    format: "esm",
    platform: "browser",
    outdir: "unused",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return new Set(inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
}

test("a page that uses records loads no cryptography, and no chain library", async () => {
  expect(await packagesOf("./client.ts")).toEqual(new Set(["zod", "@scure/base"]));
});

test("the shapes cost zod and nothing else; checking a header costs neither", async () => {
  expect(await packagesOf("./wire.ts")).toEqual(new Set(["zod"]));
  expect(await packagesOf("./header.ts")).toEqual(new Set(["@scure/base"]));
});

test("records themselves load no chain library", async () => {
  const packages = await packagesOf("./index.ts");
  for (const name of ["viem", "wagmi", "react"]) expect(packages).not.toContain(name);
});
