import { zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, QTI, walletOf } from "../../test/support/chain.ts";
import {
  ERC20InsufficientBalanceError,
  ERC20InvalidReceiverError,
  ERC20InvalidSpenderError,
} from "../errors/tokens.ts";
import { approve, approveSync } from "./approve.ts";
import { getBalances } from "./getBalances.ts";
import { transferQti, transferQtiSync } from "./transferQti.ts";

const ada = accountOf("ada").address;
const ben = accountOf("ben").address;
const { qtiToken: token, stakingVault: spender } = contracts;

describe("approve", () => {
  test("default", async () => {
    const { event } = await approveSync(walletOf("ada"), { token, spender, amount: QTI });
    expect(event.args).toEqual({ owner: ada, spender, value: QTI });
  });

  test("error: ERC20InvalidSpenderError", async () => {
    await expect(approve(walletOf("ada"), { token, spender: zeroAddress, amount: QTI })).rejects.toThrow(
      ERC20InvalidSpenderError,
    );
  });
});

describe("transferQti", () => {
  test("default", async () => {
    await fund("ada");
    const { event } = await transferQtiSync(walletOf("ada"), { to: ben, amount: QTI });
    expect(event.args).toEqual({ from: ada, to: ben, value: QTI });
  });

  test("error: ERC20InsufficientBalanceError", async () => {
    await expect(transferQti(walletOf("ada"), { to: ben, amount: QTI })).rejects.toThrow(
      ERC20InsufficientBalanceError,
    );
  });

  test("error: ERC20InvalidReceiverError", async () => {
    await fund("ada");
    await expect(transferQti(walletOf("ada"), { to: zeroAddress, amount: QTI })).rejects.toThrow(
      ERC20InvalidReceiverError,
    );
  });
});

describe("getBalances", () => {
  test("default", async () => {
    await fund("ada");
    const balances = await getBalances(node, { account: ada });
    expect(balances).toMatchObject({ qti: 1_000n * QTI, sQti: 0n, dollar: 10_000n * 10n ** 6n });
    expect(balances.eth).toBeGreaterThan(0n);
  });

  test("behavior: reads an earlier block when asked", async () => {
    const blockNumber = await node.getBlockNumber();
    await fund("ada");
    expect((await getBalances(node, { account: ada, blockNumber })).qti).toBe(0n);
  });
});
