import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import {
  betweenWords,
  exactTransactionAmount,
  kindsByDomain,
  partyWords,
  transactionAmount,
  transactionWords,
} from "./transaction-words";

const t = translatorFor("en");
const schema = readFileSync(new URL("../../../../subgraph/schema.graphql", import.meta.url), "utf8");
const body = /enum TransactionKind \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? "";
const indexed = [...body.matchAll(/^ {2}([A-Z_]+)$/gm)].flatMap(([, kind]) => (kind ? [kind] : []));

describe("the words for what happened", () => {
  it("exist for every kind that the index knows", () => {
    const known = kindsByDomain.flatMap(({ kinds }) => kinds.map(String));
    expect(indexed.length).toBeGreaterThan(40);
    expect(known.toSorted()).toEqual(indexed.toSorted());
  });

  it("are the kind's own letters where it is new", () => {
    expect(transactionWords("BRIDGE_SENT", t)).toBe("bridge sent");
    expect(partyWords("BRIDGE_SENT", t)).toEqual(["Account", "Other side"]);
    expect(betweenWords("BRIDGE_SENT", t)).toBe("to");
  });

  const dollar = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";
  const config = { contracts: { testDollar: dollar } } as const;
  const row = { amount: undefined, asset: undefined, moneyAmount: undefined, money: undefined };

  it("count an amount in what the kind counts", () => {
    const asset = { symbol: "HBR12" };
    const words = (kind: string, amount: bigint | undefined) =>
      transactionAmount({ ...row, kind, amount, asset }, config, t);
    expect(words("SHARES_TRANSFERRED", 1_500n * 10n ** 15n)).toBe("1.5 HBR12");
    expect(words("VALUATION_STATED", 2_460_000_000_000n)).toBe("$2,460,000");
    expect(words("STAKE_TRANSFERRED", 10n ** 24n)).toBe("1 sQTI");
    expect(words("FEE_SET", 25n)).toBe("0.25 %");
    expect(words("ROLE_GRANTED", 5n)).toBeUndefined();
    expect(words("QTI_TRANSFERRED", undefined)).toBeUndefined();
  });

  it("say what points were exchanged for, which is QTI", () => {
    const qtiToken = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
    const paid = { moneyAmount: 10n ** 16n * 1_250n, money: qtiToken } as const;
    const swap = { ...row, ...paid, amount: 1_250_000_000n, kind: "POINTS_EXCHANGED" };
    const known = { contracts: { ...config.contracts, qtiToken } } as const;
    expect(transactionAmount(swap, known, t)).toBe("1,250 points for 12.5 QTI");
    expect(exactTransactionAmount({ ...swap, moneyAmount: 1n }, known, t)).toBe(
      "1,250 points for 0.000000000000000001 QTI",
    );
  });

  it("say what was paid, alone or for what", () => {
    const paid = { moneyAmount: 2_880_000_000n, money: dollar } as const;
    expect(transactionAmount({ ...row, ...paid, kind: "INCOME_CLAIMED" }, config, t)).toBe("$2,880");
    const sale = { ...row, ...paid, amount: 12n * 10n ** 18n, asset: { symbol: "HBR12" } };
    expect(transactionAmount({ ...sale, kind: "ORDER_FILLED" }, config, t)).toBe("12 HBR12 for $2,880");
    expect(transactionAmount({ ...sale, moneyAmount: 2_495_200_000n, kind: "ORDER_FILLED" }, config, t)).toBe(
      "12 HBR12 for $2,495.20",
    );
    expect(transactionAmount({ ...sale, kind: "ORDER_FILLED" }, { contracts: {} }, t)).toBe(
      "12 HBR12 for 2,880,000,000 units",
    );
  });

  it("cut a figure for the list and not for the record of it", () => {
    const sent = { ...row, kind: "QTI_TRANSFERRED", amount: 1_234_567_890_123_456_789n };
    expect(transactionAmount(sent, config, t)).toBe("1.23 QTI");
    expect(exactTransactionAmount(sent, config, t)).toBe("1.234567890123456789 QTI");
  });
});
