import { zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, QTI, walletOf } from "../../test/support/chain.ts";
import { permitTypedData, toPermit } from "../core/permit.ts";
import {
  ERC20InsufficientBalanceError,
  ERC20InvalidReceiverError,
  ERC20InvalidSpenderError,
  ERC2612ExpiredSignatureError,
  ERC2612InvalidSignerError,
} from "../errors/tokens.ts";
import { approve, approveSync } from "./approve.ts";
import { getBalances } from "./getBalances.ts";
import { permit, permitSync } from "./permit.ts";
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

describe("permit", () => {
  async function signed(until = 3_600n) {
    const deadline = (await node.getBlock()).timestamp + until;
    const what = { token, owner: ada, spender, value: QTI, deadline };
    const signature = await accountOf("ada").signTypedData(await permitTypedData(node, what));
    return { ...what, ...toPermit(signature, deadline) };
  }

  test("default", async () => {
    const { event } = await permitSync(walletOf("ben"), await signed());
    expect(event.args).toEqual({ owner: ada, spender, value: QTI });
  });

  test("error: ERC2612InvalidSignerError when it was used already", async () => {
    const once = await signed();
    await permitSync(walletOf("ben"), once);
    await expect(permit(walletOf("ben"), once)).rejects.toThrow(ERC2612InvalidSignerError);
  });

  test("error: ERC2612ExpiredSignatureError", async () => {
    const late = await signed(-1n);
    await expect(permit(walletOf("ben"), late)).rejects.toThrow(ERC2612ExpiredSignatureError);
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
