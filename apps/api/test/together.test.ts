import { expect, it } from "vitest";
import { type Outcome, Together } from "../src/core/together.ts";

/** Groups that were done, and the door that lets the one under way end. */
function recorded(most: number) {
  const groups: string[][] = [];
  const doors: (() => void)[] = [];
  const together = new Together<string, string>({
    most,
    keyOf: (work) => work[0] ?? "",
    doAll: async (group): Promise<Outcome<string>[]> => {
      groups.push([...group]);
      const { promise, resolve } = Promise.withResolvers<void>();
      doors.push(resolve);
      await promise;
      if (group.includes("boom")) throw new RangeError("all of them");
      return group.map((work) =>
        work === "x" ? { error: new RangeError("this one") } : { answer: `${work}!` },
      );
    },
  });
  /** Lets the group under way end, and the next one begin. */
  const next = async () => {
    doors.at(-1)?.();
    await new Promise(setImmediate);
  };
  return { groups, together, next };
}

it("whatever comes while a group is under way is the next one, in its order and not above the limit", async () => {
  const { groups, together, next } = recorded(2);
  const first = together.do("a");
  await new Promise(setImmediate);
  const others = ["b", "c", "d"].map((work) => together.do(work));
  for (let turn = 0; turn < 3; turn++) await next();
  expect(await Promise.all([first, ...others])).toEqual(["a!", "b!", "c!", "d!"]);
  expect(groups).toEqual([["a"], ["b", "c"], ["d"]]);
});

it("of two with one key the second waits for the next group", async () => {
  const { groups, together, next } = recorded(9);
  const all = ["a1", "a2", "b1"].map((work) => together.do(work));
  await new Promise(setImmediate);
  await next();
  await next();
  await Promise.all(all);
  expect(groups).toEqual([["a1", "b1"], ["a2"]]);
});

it("one that fails fails alone, unless all do; and those who come later are done", async () => {
  const { together, next } = recorded(9);
  const [good, bad] = [together.do("a"), together.do("x")];
  const refused = expect(bad).rejects.toThrow("this one");
  await new Promise(setImmediate);
  await next();
  expect(await good).toBe("a!");
  await refused;
  const all = [together.do("boom"), together.do("c")].map((one) =>
    expect(one).rejects.toThrow("all of them"),
  );
  await new Promise(setImmediate);
  await next();
  await Promise.all(all);
  const later = together.do("d");
  await new Promise(setImmediate);
  await next();
  expect(await later).toBe("d!");
});
