import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindsByDomain, partyWords, transactionAmount, transactionWords } from "./transaction-words";

const schema = readFileSync(new URL("../../../../subgraph/schema.graphql", import.meta.url), "utf8");
const body = /enum TransactionKind \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? "";
const indexed = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].flatMap(([, kind]) => (kind ? [kind] : []));

describe("the words for what happened", () => {
  it("exist for every kind that the index knows", () => {
    const known = kindsByDomain.flatMap(({ kinds }) => kinds.map(({ kind }) => String(kind)));
    expect(indexed.length).toBeGreaterThan(40);
    expect(known.toSorted()).toEqual(indexed.toSorted());
  });

  it("are the kind's own letters where it is new", () => {
    expect(transactionWords("BRIDGE_SENT")).toBe("bridge sent");
    expect(partyWords("BRIDGE_SENT")).toEqual(["Account", "Other side"]);
  });

  it("count an amount in what the kind counts", () => {
    expect(transactionAmount("SHARES_TRANSFERRED", 1_500n * 10n ** 15n, "HBR12")).toBe("1.5 HBR12");
    expect(transactionAmount("VALUATION_STATED", 2_460_000_000_000n, "HBR12")).toBe("$2,460,000");
    expect(transactionAmount("STAKE_TRANSFERRED", 10n ** 24n, undefined)).toBe("1 sQTI");
    expect(transactionAmount("ROLE_GRANTED", 5n, undefined)).toBeUndefined();
    expect(transactionAmount("QTI_TRANSFERRED", undefined, undefined)).toBeUndefined();
  });

  it("cut a figure for the list and not for the record of it", () => {
    const amount = 1_234_567_890_123_456_789n;
    expect(transactionAmount("QTI_TRANSFERRED", amount, undefined)).toBe("1.23 QTI");
    expect(transactionAmount("QTI_TRANSFERRED", amount, undefined, true)).toBe("1.234567890123456789 QTI");
  });
});
