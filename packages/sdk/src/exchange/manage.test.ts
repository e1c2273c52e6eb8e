import { describe, expect, test } from "vitest";
import { accountOf, contracts, node, pass, walletOf } from "../../test/support/chain.ts";
import { AccessManagedUnauthorizedError, AccessManagerNotScheduledError } from "../errors/access.ts";
import { ExchangeFeeTooHighError, ExchangePausedError } from "../errors/exchange.ts";
import { scheduleSync } from "../identity/schedule.ts";
import { getExchange } from "./getExchange.ts";
import { pauseExchange, pauseExchangeSync } from "./pauseExchange.ts";
import { setFee, setFeeSync } from "./setFee.ts";
import { setFeeRecipient, setFeeRecipientSync } from "./setFeeRecipient.ts";
import { unpauseExchange, unpauseExchangeSync } from "./unpauseExchange.ts";

const { exchange } = contracts;
const [treasurer, admin] = [walletOf("treasurer"), walletOf("admin")];
const account = treasurer.account.address;
const feeRecipient = accountOf("ada").address;
const HOUR = 3600;

describe("setFee", () => {
  test("default", async () => {
    await scheduleSync(treasurer, { call: setFee.call({ exchange, feeBps: 40, account }) });
    await pass(48 * HOUR);
    const { event } = await setFeeSync(treasurer, { feeBps: 40 });
    expect(event.args.feeBps).toBe(40);
    expect((await getExchange(node)).feeBps).toBe(40);
  });

  test("error: AccessManagerNotScheduledError", async () => {
    await expect(setFee(treasurer, { feeBps: 40 })).rejects.toThrow(AccessManagerNotScheduledError);
  });

  test("error: ExchangeFeeTooHighError", async () => {
    await scheduleSync(treasurer, { call: setFee.call({ exchange, feeBps: 101, account }) });
    await pass(48 * HOUR);
    await expect(setFee(treasurer, { feeBps: 101 })).rejects.toThrow(ExchangeFeeTooHighError);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(setFee(walletOf("ben"), { feeBps: 1 })).rejects.toThrow(AccessManagedUnauthorizedError);
  });
});

describe("setFeeRecipient", () => {
  test("default", async () => {
    await scheduleSync(admin, { call: setFeeRecipient.call({ exchange, feeRecipient, account }) });
    await pass(72 * HOUR);
    const { event } = await setFeeRecipientSync(admin, { feeRecipient });
    expect(event.args.recipient).toBe(feeRecipient);
    expect((await getExchange(node)).feeRecipient).toBe(feeRecipient);
  });

  test("error: AccessManagedUnauthorizedError", async () => {
    await expect(setFeeRecipient(treasurer, { feeRecipient })).rejects.toThrow(
      AccessManagedUnauthorizedError,
    );
  });
});

describe("pauseExchange", () => {
  test("default", async () => {
    const { event } = await pauseExchangeSync(walletOf("pauser"));
    const { timestamp } = await node.getBlock();
    expect(event.args.until).toBe(Number(timestamp) + 14 * 24 * HOUR);
    expect((await getExchange(node)).pausedUntil).toBe(event.args.until);
  });

  test("behavior: only the administrator ends it early", async () => {
    await pauseExchangeSync(walletOf("pauser"));
    await expect(unpauseExchange(walletOf("pauser"))).rejects.toThrow(AccessManagedUnauthorizedError);
    await scheduleSync(admin, { call: unpauseExchange.call({ exchange, account }) });
    await pass(72 * HOUR);
    await unpauseExchangeSync(admin);
    expect((await getExchange(node)).pausedUntil).toBe(0);
  });

  test("error: ExchangePausedError, so that a pause is not stretched", async () => {
    await pauseExchangeSync(walletOf("pauser"));
    await expect(pauseExchange(walletOf("pauser"))).rejects.toThrow(ExchangePausedError);
  });
});
