import { describe, expect, test } from "vitest";
import { contracts, node, pass, QTI, walletOf } from "../../test/support/chain.ts";
import { requirements } from "../core/requirements.ts";
import { AccessManagedUnauthorizedError } from "../errors/access.ts";
import { MoneyProbeZeroError } from "../errors/money.ts";
import { scheduleSync } from "../identity/schedule.ts";
import { transferQtiSync } from "../tokens/transferQti.ts";
import { delistMoney, delistMoneySync } from "./delistMoney.ts";
import { isMoney } from "./isMoney.ts";
import { listMoney, listMoneySync } from "./listMoney.ts";

const admin = walletOf("admin");
const account = admin.account.address;
const { testDollar, qtiToken } = contracts;
const DELAY = 72 * 3600;

describe("listMoney", () => {
  test("default", async () => {
    const probe = QTI;
    await transferQtiSync(walletOf("holder"), { to: account, amount: probe });
    const what = { venue: "exchange", money: qtiToken, probe } as const;
    await scheduleSync(admin, { call: listMoney.call({ ...contracts, ...what, account }) });
    await pass(DELAY);
    const [missing] = await requirements(node, { action: "listMoney", ...what, owner: account });
    if (missing?.type !== "approval") expect.fail("an approval was expected");
    await admin.writeContract(missing.call);
    const { event } = await listMoneySync(admin, what);
    expect(event.args).toEqual({ money: qtiToken, listed: true });
    expect(event.address.toLowerCase()).toBe(contracts.exchange.toLowerCase());
    expect(await isMoney(node, what)).toBe(true);
    expect(await isMoney(node, { ...what, venue: "incomeDistributor" })).toBe(false);
  });

  test("error: MoneyProbeZeroError", async () => {
    const what = { venue: "assetRedemption", money: qtiToken, probe: 0n } as const;
    await scheduleSync(admin, { call: listMoney.call({ ...contracts, ...what, account }) });
    await pass(DELAY);
    await expect(listMoney(admin, what)).rejects.toThrow(MoneyProbeZeroError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const what = { venue: "exchange", money: qtiToken, probe: 1n } as const;
    await expect(listMoney(walletOf("ben"), what)).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("delistMoney", () => {
  test("default", async () => {
    const what = { venue: "incomeDistributor", money: testDollar } as const;
    expect(await isMoney(node, what)).toBe(true);
    await scheduleSync(admin, { call: delistMoney.call({ ...contracts, ...what, account }) });
    await pass(DELAY);
    const { event } = await delistMoneySync(admin, what);
    expect(event.args.listed).toBe(false);
    expect(await isMoney(node, what)).toBe(false);
    expect(await isMoney(node, { ...what, venue: "exchange" })).toBe(true);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    const what = { venue: "exchange", money: testDollar } as const;
    await expect(delistMoney(walletOf("ben"), what)).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});
