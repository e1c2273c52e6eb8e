import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listening, startChild } from "./support/childService.ts";
import { filesBelow } from "./support/everyByte.ts";
import { problemOf, sha256, signIn } from "./support/person.ts";

describe("when the system takes no more bytes", () => {
  it("the write is answered with 507, nothing of it is kept, and the service goes on", async () => {
    // The limit of the operating system on the size of a file: a write beyond it fails as on a full disk.
    const started = await startChild({ fileLimitKiB: 256 });
    const service = await listening(started);
    const ada = await (await signIn(service)).publish();
    const before = await ada.write("before");

    const bytes = randomBytes(1_000_000);
    const hash = sha256(bytes);
    for (let attempt = 0; attempt < 3; attempt++) {
      const response = await ada.fetch(`/v1/blobs/${hash}`, {
        method: "PUT",
        headers: { "content-type": "application/octet-stream" },
        body: bytes,
      });
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 507, code: "storage-full" });
      expect(problem.next).toContain("Nothing was stored");
    }
    for (const region of ["eu", "us"]) {
      const folder = join(started.folder, region);
      expect(readdirSync(join(folder, ".incoming"))).toEqual([]);
      expect(existsSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).toBe(false);
      expect(filesBelow(folder)).toHaveLength(1);
    }
    expect((await ada.fetch(`/v1/blobs/${hash}`)).status).toBe(404);
    expect(await ada.read(before.id, ada)).toBe("before");
    const after = await ada.write("after");
    expect(await ada.read(after.id, ada)).toBe("after");
    expect(service.child.exitCode).toBeNull();
  });
});
