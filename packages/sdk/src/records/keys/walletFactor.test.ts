import { secp256k1 } from "@noble/curves/secp256k1.js";
import { type Hex, hashTypedData } from "viem";
import { generatePrivateKey, privateKeyToAccount, sign } from "viem/accounts";
import { expect, test } from "vitest";
import { fromHex, randomBytes, toHex0x } from "../bytes.ts";
import { createWalletFactor, readWalletFactor, walletFactorMessage } from "./walletFactor.ts";

const key = generatePrivateKey();
const wallet = privateKeyToAccount(key);
const facts = { account: wallet.address, chainId: 31337 } as const;

test("a wallet that signs the same each time is a factor, however it writes the last byte", async () => {
  const factor = await createWalletFactor(facts, (message) => wallet.signTypedData(message));
  expect(factor.length).toBe(64);
  const otherEnd = async (message: ReturnType<typeof walletFactorMessage>): Promise<Hex> => {
    const signature = await wallet.signTypedData(message);
    return `${signature.slice(0, -2) as Hex}${signature.endsWith("1b") ? "00" : "01"}`;
  };
  expect(await readWalletFactor(facts, otherEnd)).toEqual(factor);
  const elsewhere = await readWalletFactor({ ...facts, chainId: 1 }, (message) =>
    wallet.signTypedData(message),
  );
  expect(elsewhere).not.toEqual(factor);
});

test("error: KeySlotError for a wallet that chooses a nonce each time, as MPC wallets do", async () => {
  const varying = async (message: ReturnType<typeof walletFactorMessage>): Promise<Hex> => {
    const options = { prehash: false, format: "recovered", extraEntropy: randomBytes(32) } as const;
    const signature = secp256k1.sign(fromHex(hashTypedData(message)), fromHex(key), options);
    return `${toHex0x(signature.slice(1))}${signature[0] === 0 ? "1b" : "1c"}`;
  };
  await readWalletFactor(facts, varying);
  await expect(createWalletFactor(facts, varying)).rejects.toMatchObject({ reason: "wallet-varies" });
});

test("error: KeySlotError for what no own key of the account signed", async () => {
  const other = privateKeyToAccount(generatePrivateKey());
  const wrapped = `0x${"00".repeat(96)}${"ab".repeat(65)}` as const;
  for (const answer of [other.signTypedData, async () => wrapped, async () => "0x" as const])
    await expect(createWalletFactor(facts, answer)).rejects.toMatchObject({ reason: "wallet-foreign" });
  const message = await sign({ hash: `0x${"1".repeat(64)}`, privateKey: key, to: "hex" });
  await expect(createWalletFactor(facts, async () => message)).rejects.toMatchObject({
    reason: "wallet-foreign",
  });
});

test("what is signed says what it is for, and for whom", () => {
  expect(walletFactorMessage(facts)).toMatchObject({
    domain: { name: "QTI records", chainId: 31337 },
    message: { account: wallet.address, purpose: expect.stringContaining("unlock your record keys") },
  });
});
