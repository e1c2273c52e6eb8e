import fc from "fast-check";
import { expect, test } from "vitest";
import { padme } from "./padding.ts";

const lengths = fc.integer({ min: 0, max: 2 ** 42 });

test("a padded length is never shorter, and at most 12 % longer", () => {
  fc.assert(
    fc.property(lengths, (length) => {
      expect(padme(length)).toBeGreaterThanOrEqual(length);
      expect(padme(length)).toBeLessThanOrEqual(Math.ceil(length * 1.12));
    }),
  );
});

test("padding twice is padding once, and order is kept", () => {
  fc.assert(
    fc.property(lengths, lengths, (a, b) => {
      expect(padme(padme(a))).toBe(padme(a));
      expect(padme(Math.min(a, b))).toBeLessThanOrEqual(padme(Math.max(a, b)));
    }),
  );
});

test("lengths of a megabyte fall into few buckets", () => {
  const buckets = new Set(Array.from({ length: 4096 }, (_, i) => padme(1_048_576 + i * 256)));
  expect(buckets.size).toBeLessThanOrEqual(33);
});

test.each([
  [0, 0],
  [1, 1],
  [9, 10],
  [4096, 4096],
  [4097, 4352],
  [1_000_000, 1_015_808],
])("%i bytes become %i", (length, padded) => {
  expect(padme(length)).toBe(padded);
});
