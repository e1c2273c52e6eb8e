import { describe, expect, test } from "vitest";
import { type Job, runJobs } from "../src/testing/jobs.ts";

/** A job that notes when it runs and ends when told. */
function jobs() {
  const running = new Set<string>();
  const most = { value: 0 };
  const order: string[] = [];
  const make = (name: string, rest: Partial<Job> = {}): Job => ({
    name,
    needs: [],
    run: async () => {
      running.add(name);
      order.push(name);
      most.value = Math.max(most.value, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(name);
    },
    ...rest,
  });
  return { make, most, order };
}

describe("runJobs", () => {
  test("runs no more jobs at once than there are slots", async () => {
    const { make, most } = jobs();
    const results = await runJobs(
      ["a", "b", "c", "d"].map((name) => make(name)),
      2,
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(["done", "done", "done", "done"]);
    expect(most.value).toBe(2);
  });

  test("behavior: a job starts after what it needs", async () => {
    const { make, order } = jobs();
    await runJobs([make("test", { needs: ["build"] }), make("build")], 2);
    expect(order).toEqual(["build", "test"]);
  });

  test("behavior: a job with all the weight runs alone", async () => {
    const { make } = jobs();
    let beside = 0;
    const count = async () => {
      beside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      beside -= 1;
    };
    let seen = 0;
    const alone: Job = {
      name: "alone",
      needs: [],
      weight: Number.POSITIVE_INFINITY,
      run: async () => {
        seen = beside;
      },
    };
    await runJobs([make("a", { run: count }), alone, make("b", { run: count })], 2);
    expect(seen).toBe(0);
  });

  test("behavior: a failure skips what needs it and nothing else", async () => {
    const { make } = jobs();
    const broken = make("build", { run: () => Promise.reject(new RangeError("no")) });
    const results = await runJobs(
      [broken, make("test", { needs: ["build"] }), make("e2e", { needs: ["test"] }), make("lint")],
      2,
    );
    expect(Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]))).toEqual({
      build: "failed",
      test: "skipped",
      e2e: "skipped",
      lint: "done",
    });
  });
});
