import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { type RecoveryStatement, readStatement, writeStatement } from "./recovery-statement";

const t = translatorFor("en");
const statement: RecoveryStatement = {
  lost: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
  successor: "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
  deadline: 1_797_000_000n,
  signature: `0x${"ab".repeat(65)}`,
};
const read = (changes: object) =>
  readStatement(JSON.stringify({ ...JSON.parse(writeStatement(statement)), ...changes }), t);

describe("a statement of recovery", () => {
  it("is read as it was written", () => {
    expect(readStatement(writeStatement(statement), t)).toEqual({ ok: true, statement });
  });

  it("may have its addresses in small letters", () => {
    expect(read({ lost: statement.lost.toLowerCase() })).toEqual({ ok: true, statement });
  });

  it.each([
    { deadline: "-1" },
    { deadline: 5 },
    { lost: "0x12" },
    { signature: "0x" },
    { signature: "0xabc" },
    { successor: statement.lost },
    { successor: null },
  ])("is refused with a sentence when it says %j", (changes) => {
    const result = read(changes);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem).toMatch(/\.$/);
  });

  it.each(["", "hello", "[]", "null", "{"])("is not found in %j", (text) => {
    expect(readStatement(text, t).ok).toBe(false);
  });
});
