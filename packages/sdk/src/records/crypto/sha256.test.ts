import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { createSha256 } from "./sha256.ts";

afterEach(() => vi.unstubAllGlobals());

const chunks = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 });

test.each(["Node's hash", "JavaScript"])("any chunks hash as their bytes do at once, by %s", (by) => {
  if (by === "JavaScript") vi.stubGlobal("process", undefined);
  fc.assert(
    fc.property(chunks, (parts) => {
      const hash = createSha256();
      for (const part of parts) hash.update(part);
      expect(hash.digest()).toEqual(sha256(Buffer.concat(parts)));
    }),
  );
});
