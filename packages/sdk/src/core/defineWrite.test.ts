import { createWalletClient, custom, encodeFunctionData, http, parseGwei } from "viem";
import { describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, QTI, url, walletOf } from "../../test/support/chain.ts";
import { AccountMissingError, EventMissingError } from "../errors/transaction.ts";
import { qti, qtiActions } from "../qti.ts";
import { deposit } from "../staking/deposit.ts";
import { approve } from "../tokens/approve.ts";
import { transferQti, transferQtiSync } from "../tokens/transferQti.ts";
import type { AnyCall } from "./call.ts";

const ada = walletOf("ada");
const to = accountOf("ben").address;
const { qtiToken: token, stakingVault: spender } = contracts;

describe("a write", () => {
  test("default", async () => {
    await fund("ada");
    const hash = await transferQti(ada, { to, amount: QTI });
    expect((await node.getTransactionReceipt({ hash })).status).toBe("success");
  });

  test("behavior: the account and the fees that are given are used", async () => {
    await fund("ada");
    const nobody = createWalletClient({ chain: node.chain, transport: http(url) });
    const fees = { maxFeePerGas: parseGwei("7"), maxPriorityFeePerGas: parseGwei("3"), gas: 99_999n };
    const hash = await transferQti(nobody, { to, amount: QTI, account: accountOf("ada"), ...fees });
    expect(await node.getTransaction({ hash })).toMatchObject(fees);
  });

  test("behavior: an account that only the wallet can sign for works as well", async () => {
    // Hardhat's node holds the keys of its accounts, as a browser wallet does.
    await fund("ada");
    const hash = await transferQti(ada, { to, amount: QTI, account: ada.account.address });
    expect((await node.getTransactionReceipt({ hash })).from).toBe(ada.account.address.toLowerCase());
  });

  test("behavior: a suffix is appended to what is sent", async () => {
    await fund("ada");
    const hash = await transferQti(ada, { to, amount: QTI, dataSuffix: "0xc0ffee" });
    expect((await node.getTransaction({ hash })).input).toMatch(/c0ffee$/);
  });

  test("behavior: nothing is sent when the simulation is refused", async () => {
    const before = await ada.getTransactionCount({ address: ada.account.address });
    await expect(transferQti(ada, { to, amount: QTI })).rejects.toThrow();
    expect(await ada.getTransactionCount({ address: ada.account.address })).toBe(before);
  });

  test("behavior: call is pure data that viem's own actions take", async () => {
    await fund("ada");
    const call = transferQti.call({ to, amount: QTI, qtiToken: token, account: ada.account.address });
    expect(call).toMatchObject({ address: token, functionName: "transfer", args: [to, QTI] });
    const { result } = await node.simulateContract({ ...call, account: ada.account });
    expect(result).toBe(true);
  });

  test("behavior: calls of several actions fit into one batch of the wallet", async () => {
    const account = ada.account.address;
    const sent: unknown[] = [];
    const wallet = createWalletClient({
      account,
      chain: node.chain,
      transport: custom({
        request: async ({ method, params }: { method: string; params: unknown[] }) => {
          if (method === "wallet_sendCalls") sent.push(...params);
          return { id: "0x1" };
        },
      }),
    });
    const calls = [
      approve.call({ token, spender, amount: QTI, account }),
      deposit.call({ stakingVault: spender, assets: QTI, account }),
    ] as const;
    await wallet.sendCalls({ calls });
    const plain: readonly AnyCall[] = calls;
    const expected = plain.map((call) => ({ to: call.address, data: encodeFunctionData(call) }));
    expect(sent).toMatchObject([{ calls: expected }]);
  });

  test("behavior: simulate answers with the result and the call", async () => {
    await fund("ada");
    const { result, request } = await transferQti.simulate(ada, { to, amount: QTI });
    expect(result).toBe(true);
    expect(request.args).toEqual([to, QTI]);
  });

  test("behavior: the gas estimated is the gas used", async () => {
    await fund("ada");
    const estimate = await transferQti.estimateGas(ada, { to, amount: QTI });
    const { receipt } = await transferQtiSync(ada, { to, amount: QTI });
    expect(Number(estimate)).toBeGreaterThanOrEqual(Number(receipt.gasUsed));
    expect(Number(estimate)).toBeLessThan(Number(receipt.gasUsed) * 1.3);
  });

  test("error: AccountMissingError", async () => {
    await expect(transferQti(node, { to, amount: QTI })).rejects.toThrow(AccountMissingError);
  });

  test("error: EventMissingError", () => {
    expect(() => transferQti.extractEvent([])).toThrow(EventMissingError);
  });
});

describe("qti", () => {
  test("default", async () => {
    await fund("ada");
    const bound = qti(ada);
    const { receipt } = await bound.transferQtiSync({ to, amount: QTI });
    expect(receipt.status).toBe("success");
    expect((await bound.getBalances({ account: to })).qti).toBe(QTI);
  });

  test("behavior: the parts of a write come along", async () => {
    await fund("ada");
    const { transferQti: bound } = qti(ada);
    expect((await bound.simulate({ to, amount: QTI })).result).toBe(true);
    expect(await bound.estimateGas({ to, amount: QTI })).toBeGreaterThan(21_000n);
    expect(bound.call).toBe(transferQti.call);
    expect(bound.extractEvent).toBe(transferQti.extractEvent);
  });

  test("behavior: extends a client of viem", async () => {
    const client = node.extend(qtiActions);
    expect((await client.getVault()).totalShares).toBe(0n);
  });
});
