import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCalendar } from "../credit/calendar.ts";
import { WAD } from "../math.ts";
import { markdownAt } from "./markdown.ts";
import { previewPools } from "./previewPools.ts";

const start = 1_800_000_000;
const DAY = 86_400;

describe("markdownAt", () => {
  const { lateAt, defaultAt, writableAt } = creditCalendar({ start, cycle: 1 });

  test("default", () => {
    expect(markdownAt(1_000n, 1, start, lateAt - 1)).toEqual({
      markdown: 0n,
      exitMarkdown: 0n,
      worth: 1_000n,
      exitWorth: 1_000n,
    });
    expect(markdownAt(1_000n, 1, start, lateAt)).toMatchObject({ worth: 1_000n, exitWorth: 750n });
    expect(markdownAt(1_000n, 1, start, defaultAt)).toMatchObject({ markdown: 0n, exitWorth: 750n });
    expect(markdownAt(1_000n, 1, start, defaultAt + 90 * DAY)).toEqual({
      markdown: WAD / 2n,
      exitMarkdown: WAD / 2n,
      worth: 500n,
      exitWorth: 500n,
    });
    expect(markdownAt(1_000n, 1, start, writableAt + DAY)).toMatchObject({ markdown: WAD, worth: 0n });
  });

  test("behavior: it never rises by itself, and who leaves never gets more", () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(days, days, fc.bigInt({ min: 0n, max: 10n ** 18n }), (a, b, debt) => {
        const [first, then] = [Math.min(a, b), Math.max(a, b)].map((day) =>
          markdownAt(debt, 1, start, start + day * DAY),
        );
        expect(then?.worth).toBeLessThanOrEqual(first?.worth ?? 0n);
        expect(then?.exitWorth).toBeLessThanOrEqual(then?.worth ?? 0n);
      }),
    );
  });
});

describe("previewPools", () => {
  // 400 lent, 200 in cash: 450 of it the seniors', 150 the first loss's.
  const book = { cash: 200n, assets: 600n, claim: 450n };

  test("default", () => {
    expect(previewPools({ book, lost: WAD / 4n })).toEqual({
      senior: { before: 450n, after: 450n, loss: 0n },
      firstLoss: { before: 150n, after: 50n, loss: 100n },
      deposit: undefined,
      seniorsLoseFrom: (WAD * 3n) / 8n,
    });
    expect(previewPools({ book, lost: WAD / 2n })).toMatchObject({
      senior: { after: 400n, loss: 50n },
      firstLoss: { after: 0n, loss: 150n },
    });
  });

  test("behavior: a deposit loses like the pool it is in", () => {
    const senior = previewPools({ book, lost: WAD / 2n, deposit: { pool: "senior", assets: 50n } });
    expect(senior.deposit).toEqual({ before: 50n, after: 45n, loss: 5n });
    const first = previewPools({ book, lost: WAD / 4n, deposit: { pool: "firstLoss", assets: 50n } });
    expect(first.deposit).toEqual({ before: 50n, after: 25n, loss: 25n });
    expect(first.seniorsLoseFrom).toBe(WAD / 2n);
  });

  test("behavior: where nothing is lent nothing is lost", () => {
    const empty = { cash: 0n, assets: 0n, claim: 0n };
    const told = previewPools({ book: empty, lost: WAD, deposit: { pool: "firstLoss", assets: 7n } });
    expect(told.deposit).toEqual({ before: 7n, after: 7n, loss: 0n });
    expect(told.seniorsLoseFrom).toBeUndefined();
  });
});
