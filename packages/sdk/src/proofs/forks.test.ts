import { type Hash, keccak256, parseGwei } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { chainOf, emitting } from "../../test/support/blocks.ts";
import { getReceiptProof } from "./getReceiptProof.ts";
import { verifyReceiptProof } from "./verifyReceiptProof.ts";

const gas = 200_000n;
const gasPrice = parseGwei("10");
const fees = { maxFeePerGas: gasPrice, maxPriorityFeePerGas: 1n };

describe("blocks of every fork", () => {
  test.each([
    ["berlin", 15],
    ["london", 16],
    ["merge", 16],
    ["shanghai", 17],
    ["cancun", 20],
    ["prague", 21],
    ["osaka", 21],
  ])(
    "default: %s",
    async (hardfork) => {
      const { node, wallet, mine, close } = await chainOf(hardfork);
      try {
        const plain = { to: wallet.account.address, value: 5n, gas };
        const access = [{ address: wallet.account.address, storageKeys: [keccak256("0x01")] }] as const;
        const sent: Promise<Hash>[] = [
          wallet.sendTransaction({ ...plain, type: "legacy", gasPrice, nonce: 0 }),
          wallet.sendTransaction({ ...plain, type: "eip2930", gasPrice, accessList: access, nonce: 1 }),
          wallet.sendTransaction({ data: emitting(7), gas, gasPrice, type: "legacy", nonce: 2 }),
        ];
        if (hardfork !== "berlin")
          sent.push(wallet.sendTransaction({ ...plain, ...fees, type: "eip1559", nonce: 3 }));
        if (["prague", "osaka"].includes(hardfork)) {
          const other = privateKeyToAccount(keccak256("0x02"));
          const authorization = await other.signAuthorization({ address: plain.to, chainId: 0, nonce: 0 });
          sent.push(
            wallet.sendTransaction({ ...plain, ...fees, authorizationList: [authorization], nonce: 4 }),
          );
        }
        const hashes = await mine(sent);
        const { hash: blockHash, timestamp } = await node.getBlock();
        for (const [transactionIndex, hash] of hashes.entries()) {
          const proof = await getReceiptProof(node, { hash });
          const claim = { blockHash, transactionHash: hash, transactionIndex, blockNumber: 1n, timestamp };
          const verdict = await verifyReceiptProof(proof, { ...claim, sender: wallet.account.address });
          expect(verdict).toMatchObject({ proven: true, receipt: { status: "success" } });
        }
      } finally {
        await close();
      }
    },
    60_000,
  );
});
