import type { IndexedTransaction } from "@qti/sdk/subgraph";
import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { historyCsv } from "./history-csv";

const t = translatorFor("en");
const ada = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const row: IndexedTransaction = {
  id: "0x01",
  domain: "ASSETS",
  kind: "SHARES_TRANSFERRED",
  account: ada,
  counterparty: "0x71bE63f3384f5fb98995898A86B02Fb2426c5788",
  asset: { asset: ada, name: "Mill, on the Linge", symbol: "MILL1" },
  amount: 1_234_000_000_000_000_000_001n,
  token: ada,
  moneyAmount: 2_880_500_000n,
  fee: 7_200_000n,
  money: ada,
  role: undefined,
  sequence: 26_000_003n,
  sender: ada,
  blockNumber: 26n,
  blockHash: `0x${"0b".repeat(32)}`,
  timestamp: 1_795_354_184n,
  transactionHash: `0x${"0a".repeat(32)}`,
  transactionIndex: 0,
  logIndex: 3,
  emitter: ada,
};

/** The first row by the heads of its columns. */
function columns(transaction: IndexedTransaction): Record<string, string> {
  const [head = [], line = []] = historyCsv([transaction], { contracts: { testDollar: ada } }, t);
  expect(line.length).toBe(head.length);
  return Object.fromEntries(head.map((name, index) => [name, line[index] ?? ""]));
}

describe("historyCsv", () => {
  it("says an amount exactly, and as people write it, without grouping", () => {
    expect(columns(row)).toMatchObject({
      time: "2026-11-22T13:29:44Z",
      amount_units: "1234000000000000000001",
      amount: "1234.000000000000000001",
      unit: "MILL1",
      decimals: "18",
      money_units: "2880500000",
      money_amount: "2880.5",
      fee_units: "7200000",
      what: "Shares sent",
    });
  });

  it("leaves empty what a row does not have", () => {
    const none = undefined;
    const bare = { ...row, amount: none, counterparty: none, asset: none, token: none, moneyAmount: none };
    expect(columns({ ...bare, kind: "ROLE_GRANTED", domain: "IDENTITY" })).toMatchObject({
      amount_units: "",
      amount: "",
      unit: "",
      decimals: "",
      counterparty: "",
      asset_name: "",
    });
  });
});
