import { describe, expect, test } from "vitest";
import { fromUtf8, utf8 } from "../bytes.ts";
import { RecordTamperedError, SuiteUnknownError } from "../errors.ts";
import { noteBy, owner, people } from "../testing/people.ts";
import { decodeManifest, encodeManifest } from "./manifest.ts";
import { seal } from "./seal.ts";

const { ada } = await people();

describe("manifest", () => {
  test("error: RecordTamperedError for every form but the canonical one", async () => {
    const { manifest } = await seal(noteBy(ada));
    const text = fromUtf8(encodeManifest(manifest));
    expect(decodeManifest(utf8(text))).toEqual(manifest);
    for (const other of [
      ` ${text}`,
      JSON.stringify(manifest, null, 1),
      JSON.stringify(Object.fromEntries(Object.entries(manifest).reverse())),
      text.replace("{", '{"version":1,'),
      text.replace("{", '{"more":1,'),
      text.replace('"version":1', '"version":1.0'),
      text.replace(owner, owner.toUpperCase().replace("0X", "0x")),
      `\ufeff${text}`,
      "null",
      "{",
      "",
    ]) {
      expect(() => decodeManifest(utf8(other)), other).toThrow(RecordTamperedError);
    }
    expect(() => decodeManifest(Uint8Array.of(0xff, 0xfe))).toThrow(RecordTamperedError);
    const later = text.replace("qti/record/v1", "qti/record/v2");
    expect(() => decodeManifest(utf8(later))).toThrow(SuiteUnknownError);
  });
});
