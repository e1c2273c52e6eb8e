import { createServer } from "node:http";
import { createPublicClient, encodeFunctionData, http } from "viem";
import { hardhat } from "viem/chains";
import { afterEach, describe, expect, test } from "vitest";
import { accountOf, contracts, fund, node, QTI, walletOf } from "../../test/support/chain.ts";
import { ERC20InsufficientBalanceError } from "../errors/tokens.ts";
import { TransactionFailedError } from "../errors/transaction.ts";
import { RpcUnreachableError } from "../errors/wallet.ts";
import { approve, approveSync } from "../tokens/approve.ts";
import { transferQti, transferQtiSync } from "../tokens/transferQti.ts";
import { waitForTransaction } from "./waitForTransaction.ts";

const ada = walletOf("ada");
const ben = accountOf("ben").address;
const { qtiToken: token, stakingVault: spender } = contracts;
const value = 0n;

/** Sends a transaction that stays in the pool, at a fee that can be outbid. */
async function sendPending() {
  await node.setAutomine(false);
  const nonce = await ada.getTransactionCount({ address: ada.account.address });
  const hash = await ada.sendTransaction({ to: ben, value: 1n, gas: 21_000n, nonce, ...fee(2n) });
  return { hash, nonce };
}

const fee = (gwei: bigint) => ({ maxFeePerGas: gwei * 10n ** 9n, maxPriorityFeePerGas: gwei * 10n ** 9n });

afterEach(async () => {
  await node.setAutomine(true);
});

describe("waitForTransaction", () => {
  test("default", async () => {
    const hash = await approve(ada, { token, spender, amount: QTI });
    const outcome = await waitForTransaction(node, { hash });
    expect(outcome).toMatchObject({ status: "confirmed", hash, repriced: false });
  });

  test("behavior: ends when a pending transaction is mined", async () => {
    const { hash } = await sendPending();
    const waiting = waitForTransaction(node, { hash });
    await node.mine({ blocks: 1 });
    expect((await waiting).status).toBe("confirmed");
  });

  test("behavior: waits for as many confirmations as asked", async () => {
    const hash = await approve(ada, { token, spender, amount: QTI });
    const early = await waitForTransaction(node, { hash, confirmations: 3, timeout: 100 });
    expect(early.status).toBe("timedOut");
    await node.mine({ blocks: 2 });
    expect((await waitForTransaction(node, { hash, confirmations: 3 })).status).toBe("confirmed");
  });

  test("behavior: says why a transaction reverted", async () => {
    const data = encodeFunctionData(
      transferQti.call({ to: ben, amount: QTI, qtiToken: token, account: ada.account.address }),
    );
    await node.setAutomine(false);
    const hash = await ada.sendTransaction({ to: token, data, gas: 100_000n });
    await node.mine({ blocks: 1 });
    const outcome = await waitForTransaction(node, { hash });
    if (outcome.status !== "reverted") expect.fail(outcome.status);
    expect(outcome.error).toBeInstanceOf(ERC20InsufficientBalanceError);
    expect(outcome.receipt.status).toBe("reverted");
  });

  test("behavior: the same call with a higher fee is the same transaction", async () => {
    const { hash, nonce } = await sendPending();
    const waiting = waitForTransaction(node, { hash });
    await firstLook();
    const faster = await ada.sendTransaction({ to: ben, value: 1n, gas: 21_000n, nonce, ...fee(20n) });
    await node.mine({ blocks: 1 });
    const outcome = await waiting;
    if (outcome.status !== "confirmed") expect.fail(outcome.status);
    expect(outcome.repriced).toBe(true);
    expect(outcome.receipt.transactionHash).toBe(faster);
  });

  test("behavior: tells a cancellation", async () => {
    const { hash, nonce } = await sendPending();
    const waiting = waitForTransaction(node, { hash });
    await firstLook();
    await ada.sendTransaction({ to: ada.account.address, value, gas: 21_000n, nonce, ...fee(20n) });
    await node.mine({ blocks: 1 });
    expect((await waiting).status).toBe("cancelled");
  });

  test("behavior: tells a replacement, also when it lies some blocks back and the wait began after it", async () => {
    const { hash, nonce } = await sendPending();
    // As a wallet's library keeps it: with checksums, which nodes do not answer with.
    const sent = { ...(await node.getTransaction({ hash })), from: ada.account.address };
    const other = await ada.sendTransaction({ to: ben, value: 2n, gas: 21_000n, nonce, ...fee(20n) });
    // One by one: Hardhat forgets nonces in blocks that it mines as a bunch.
    for (let block = 0; block < 20; block++) await node.mine({ blocks: 1 });
    const outcome = await waitForTransaction(node, { hash, sent });
    if (outcome.status !== "replaced") expect.fail(outcome.status);
    expect(outcome.receipt?.transactionHash).toBe(other);
  });

  test("behavior: a replacement beyond the reach of a full node is still told", async () => {
    const { hash, nonce } = await sendPending();
    const sent = await node.getTransaction({ hash });
    await ada.sendTransaction({ to: ben, value: 2n, gas: 21_000n, nonce, ...fee(20n) });
    await node.mine({ blocks: 300 });
    expect(await waitForTransaction(node, { hash, sent })).toEqual({
      status: "replaced",
      hash,
      receipt: undefined,
    });
  });

  test("behavior: tells a transaction that the network forgot", async () => {
    const { hash } = await sendPending();
    await node.dropTransaction({ hash });
    expect(await waitForTransaction(node, { hash, dropAfter: 60 })).toEqual({ status: "dropped", hash });
  });

  test("behavior: ends at the timeout", async () => {
    const { hash } = await sendPending();
    expect(await waitForTransaction(node, { hash, timeout: 60 })).toEqual({
      status: "timedOut",
      hash,
      error: undefined,
    });
  });

  test("behavior: an unreachable node is asked until the timeout, and told", async () => {
    const lost = createPublicClient({
      chain: hardhat,
      transport: http("http://127.0.0.1:9", { retryCount: 0 }),
      pollingInterval: 20,
    });
    const outcome = await waitForTransaction(lost, { hash: `0x${"11".repeat(32)}`, timeout: 100 });
    if (outcome.status !== "timedOut") expect.fail(outcome.status);
    expect(outcome.error).toBeInstanceOf(RpcUnreachableError);
  });

  test("behavior: a node that comes back is believed", async () => {
    const hash = await approve(ada, { token, spender, amount: QTI });
    let refusals = 2;
    const gate = createServer((request, response) => {
      if (refusals-- > 0) return void response.writeHead(503).end();
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        void fetch(hardhatUrl(), { method: "POST", body: Buffer.concat(chunks), headers: json }).then(
          async (answer) => {
            response.writeHead(200, json).end(await answer.text());
          },
        );
      });
    });
    const port = await new Promise<number>((resolve) =>
      gate.listen(0, "127.0.0.1", () => {
        const address = gate.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      }),
    );
    const shaky = createPublicClient({
      chain: hardhat,
      transport: http(`http://127.0.0.1:${port}`, { retryCount: 0 }),
      pollingInterval: 20,
    });
    expect((await waitForTransaction(shaky, { hash })).status).toBe("confirmed");
    await new Promise((resolve) => gate.close(resolve));
  });

  test("behavior: a signal ends it at once", async () => {
    const { hash } = await sendPending();
    const controller = new AbortController();
    const waiting = waitForTransaction(node, { hash, signal: controller.signal });
    controller.abort(new DOMException("left the page", "AbortError"));
    await expect(waiting).rejects.toThrow("left the page");
  });
});

describe("the Sync twin", () => {
  test("default", async () => {
    const { receipt, event } = await approveSync(ada, { token, spender, amount: QTI });
    expect(receipt.status).toBe("success");
    expect(event.args.value).toBe(QTI);
  });

  test("error: TransactionFailedError", async () => {
    await fund("ada");
    await node.setAutomine(false);
    const pending = transferQtiSync(ada, { to: ben, amount: QTI, timeout: 50 });
    await expect(pending).rejects.toThrow(TransactionFailedError);
    await expect(pending).rejects.toMatchObject({
      code: "transaction-timedout",
      outcome: { status: "timedOut" },
    });
  });
});

const json = { "content-type": "application/json" };
const hardhatUrl = () => node.transport.url ?? "";

/** Lets a wait see the transaction in the pool, so that it knows what to compare a replacement with. */
async function firstLook() {
  const before = Date.now();
  await expect.poll(() => Date.now() - before, { interval: 10 }).toBeGreaterThan(60);
}
