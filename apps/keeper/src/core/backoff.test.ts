import { expect, test } from "vitest";
import { Backoff } from "./backoff.ts";

function backoffAt() {
  const clock = { now: 1_000_000 };
  return { clock, backoff: new Backoff(100, 1_000, () => clock.now) };
}

test("what never failed is not held", () => {
  expect(backoffAt().backoff.holds("a")).toBe(false);
});

test("each failure doubles the wait, up to the longest", () => {
  const { clock, backoff } = backoffAt();
  for (const wait of [100, 200, 400, 800, 1_000, 1_000]) {
    backoff.failed("a");
    clock.now += wait - 1;
    expect(backoff.holds("a")).toBe(true);
    clock.now += 1;
    expect(backoff.holds("a")).toBe(false);
  }
  expect(backoff.holds("b")).toBe(false);
});

test("a success begins anew", () => {
  const { clock, backoff } = backoffAt();
  backoff.failed("a");
  backoff.failed("a");
  backoff.succeeded("a");
  expect(backoff.holds("a")).toBe(false);
  backoff.failed("a");
  clock.now += 100;
  expect(backoff.holds("a")).toBe(false);
});

test("what has been quiet for long is forgotten, what waits is not", () => {
  const { clock, backoff } = backoffAt();
  backoff.failed("old");
  clock.now += 1_101;
  backoff.failed("new");
  backoff.failed("new");
  backoff.forget();
  expect(backoff.holds("new")).toBe(true);
  backoff.failed("old");
  clock.now += 100;
  // Forgotten: its first wait again, not the second.
  expect(backoff.holds("old")).toBe(false);
});
