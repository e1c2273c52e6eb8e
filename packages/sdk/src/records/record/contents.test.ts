import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, randomBytes, utf8 } from "../bytes.ts";
import { RecordTamperedError } from "../errors.ts";
import { flipped } from "../testing/people.ts";
import { decodeContents, encodeContents } from "./contents.ts";

describe("contents", () => {
  const manifest = utf8("{}");
  const body = utf8("body");
  const signature = randomBytes(3309);
  const good = encodeContents({ manifest, body, signature });

  test("parts come out as they went in", () => {
    expect(decodeContents(good)).toEqual({ manifest, body, signature });
  });

  test("error: RecordTamperedError for another beginning, length, or a padding that is not empty", () => {
    const longer = concat(good, new Uint8Array(256));
    for (const wrong of [
      new Uint8Array(),
      good.slice(0, 11),
      flipped(good, 0),
      flipped(good, 5),
      flipped(good, 9),
      flipped(good, good.length - 1),
      good.slice(0, -1),
      longer,
    ]) {
      expect(() => decodeContents(wrong)).toThrow(RecordTamperedError);
    }
  });

  test("whatever was decrypted, the answer is contents or RecordTamperedError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => decodeContents(concat(utf8("QTI1"), bytes))).toThrow(RecordTamperedError);
      }),
    );
  });
});
