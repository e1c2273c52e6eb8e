import { getAddress } from "viem";
import { sendTransaction } from "viem/actions";
import { describe, expect, test } from "vitest";
import { accountOf, contracts, node, walletOf } from "../../../test/support/chain.ts";
import { dripSync } from "../../devnet/drip.ts";
import { transferQti, transferQtiSync } from "../../tokens/transferQti.ts";
import { proveTransaction } from "../proveTransaction.ts";

describe("proveTransaction on the development chain", () => {
  test("default: a transfer of QTI, from the wallet that signed it to the event", async () => {
    await dripSync(walletOf("ada"));
    const to = accountOf("ben").address;
    const { receipt, event } = await transferQtiSync(walletOf("ada"), { to, amount: 5n });
    const { timestamp } = await node.getBlock({ blockHash: receipt.blockHash });
    const { verdict } = await proveTransaction(node, {
      blockHash: receipt.blockHash,
      blockNumber: receipt.blockNumber,
      timestamp,
      transactionHash: receipt.transactionHash,
      transactionIndex: receipt.transactionIndex,
      sender: accountOf("ada").address,
      logIndex: event.logIndex,
      emitter: event.address,
    });
    expect(verdict).toMatchObject({
      proven: true,
      transaction: { from: accountOf("ada").address, to: getAddress(event.address), value: 0n },
      receipt: { status: "success" },
      log: { address: getAddress(event.address), topics: event.topics, data: event.data, position: 0 },
    });
  });

  test("behavior: a transaction that was mined and refused is proven to be refused", async () => {
    const ada = walletOf("ada");
    const to = accountOf("ben").address;
    const call = transferQti.call({ to, amount: 5n, account: ada.account.address, ...contracts });
    // The node refuses what fails at once only where it mines at once.
    await node.setAutomine(false);
    const hash = await ada.writeContract({ ...call, gas: 100_000n });
    await node.mine({ blocks: 1 });
    await node.setAutomine(true);
    const { blockHash } = await node.getTransactionReceipt({ hash });
    const { verdict } = await proveTransaction(node, { transactionHash: hash, blockHash });
    expect(verdict).toMatchObject({ proven: true, receipt: { status: "reverted", logs: [] } });
  });

  test("behavior: nobody signed what a development node sends for an account without a key", async () => {
    const account = "0x00000000000000000000000000000000000000AA";
    await node.setBalance({ address: account, value: 10n ** 18n });
    await node.impersonateAccount({ address: account });
    const hash = await sendTransaction(node, { account, to: account });
    const { blockHash } = await node.getTransactionReceipt({ hash });
    const { verdict } = await proveTransaction(node, { transactionHash: hash, blockHash, sender: account });
    expect(verdict).toMatchObject({
      proven: false,
      failed: { name: "sender", expected: account.toLowerCase() },
    });
  });
});
