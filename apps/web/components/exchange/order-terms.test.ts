import { orderIssues } from "@qti/sdk";
import { describe, expect, test } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { emptyDraft, issueWords, mostMoney, readDraft } from "./order-terms";

const draft = { ...emptyDraft, shares: "2.5", price: "100" };
const DAY = 86_400;
const t = translatorFor("en");

describe("readDraft", () => {
  test("a limit order stands for its days at one price", () => {
    expect(readDraft(draft, t)).toEqual({
      ok: true,
      figures: {
        side: "bid",
        kind: "limit",
        shares: 25n * 10n ** 17n,
        price: 100_000_000n,
        endPrice: 100_000_000n,
        duration: 30 * DAY,
        interval: 0,
        count: 1,
      },
    });
  });

  test("a standing order opens for a day, as often and as many times as was said", () => {
    const read = readDraft({ ...draft, kind: "standing", every: "30", times: "6" }, t);
    expect(read).toMatchObject({ ok: true, figures: { duration: DAY, interval: 30 * DAY, count: 6 } });
  });

  test("every field that is wrong is named, and nothing else", () => {
    const read = readDraft({ ...emptyDraft, shares: "0", price: "x", days: "0" }, t);
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(["days", "price", "shares"]);
  });

  test.each([
    ["ask", "90", true],
    ["ask", "110", false],
    ["bid", "110", true],
    ["bid", "90", false],
  ] as const)("the price of a moving %s to %s moves towards the other side: %s", (side, endPrice, ok) => {
    expect(readDraft({ ...draft, side, kind: "moving", endPrice }, t).ok).toBe(ok);
  });

  test("what is worth less than the smallest unit of money is no order", () => {
    const read = readDraft({ ...draft, shares: "0.000000000000000001" }, t);
    expect(read.ok ? {} : read.problems).toHaveProperty("shares");
  });
});

test("mostMoney counts every window at the worst price, rounded up", () => {
  const read = readDraft({ ...draft, kind: "standing", shares: "0.333333333333333333", times: "2" }, t);
  expect(read.ok && mostMoney(read.figures)).toBe(66_666_668n);
});

test("there are words for every reason of the book that concerns a maker", () => {
  const takers = ["none", "takerBalance", "takerAllowance", "notCrossed"];
  expect(
    orderIssues.filter((issue) => !takers.includes(issue)).filter((issue) => !issueWords(issue, t)),
  ).toEqual([]);
});
