import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { RecordInputError } from "../errors.ts";
import { indexedDbLogMemory, type LogMemory, processLogMemory } from "./memory.ts";

const memories: [string, () => LogMemory][] = [
  ["the process", processLogMemory],
  ["IndexedDB", () => indexedDbLogMemory({ factory: new IDBFactory() })],
];

describe.each(memories)("the memory of %s", (_, open) => {
  test("keeps what was written, key by key", async () => {
    const memory = open();
    expect(await memory.read("a")).toBeUndefined();
    await memory.update("a", () => "one");
    await memory.update("b", () => "two");
    expect([await memory.read("a"), await memory.read("b")]).toEqual(["one", "two"]);
    await memory.update("a", () => undefined);
    expect(await memory.read("a")).toBe("one");
  });

  test("hands every update what the one before left, however many come at once", async () => {
    const memory = open();
    await Promise.all(
      Array.from({ length: 20 }, () => memory.update("count", (before = "0") => `${Number(before) + 1}`)),
    );
    expect(await memory.read("count")).toBe("20");
  });
});

test("error: RecordInputError where there is no IndexedDB", async () => {
  await expect(indexedDbLogMemory().read("a")).rejects.toThrow(RecordInputError);
});
