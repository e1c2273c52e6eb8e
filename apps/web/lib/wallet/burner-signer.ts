import "@/lib/no-eval";
import {
  type Address,
  type Chain,
  createWalletClient,
  type Hex,
  hexToBigInt,
  hexToNumber,
  http,
  type TypedDataDefinition,
} from "viem";
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import * as z from "zod/mini";
import type { BurnerKey } from "./burner-store";
import { WalletRequestError, walletCodes } from "./errors";

/*
 * Everything of the burner wallet that needs elliptic curves. Imported only when a key is made or used, so that
 * visitors with a wallet of their own never load it.
 */

/** Makes a fresh key. */
export function createBurnerKey(label: string): BurnerKey {
  const privateKey = generatePrivateKey();
  return { privateKey, address: privateKeyToAccount(privateKey).address, label };
}

/** The publicly known accounts of every Hardhat chain. Whoever runs one has them, and nothing of value is on them. */
const developmentMnemonic = "test test test test test test test test test test test junk";

/** The key of a person of the demo. */
export function demoPersonKey(index: number, label: string): BurnerKey {
  const account = mnemonicToAccount(developmentMnemonic, { addressIndex: index });
  const bytes = account.getHdKey().privateKey;
  if (!bytes) throw new WalletRequestError(walletCodes.unauthorized, "The demo account has no private key.");
  const privateKey: Hex = `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  return { privateKey, address: account.address, label };
}

const hexText = z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-fA-F]*$/))]);
const transactionSchema = z.object({
  from: hexText,
  to: z.optional(z.nullable(hexText)),
  data: z.optional(hexText),
  value: z.optional(hexText),
  gas: z.optional(hexText),
  nonce: z.optional(hexText),
});

function invalid(): WalletRequestError {
  return new WalletRequestError(walletCodes.invalidParams, "The request to the burner wallet is malformed.");
}

/** Signs a text, given as hexadecimal or plain. */
export async function signPersonal(key: BurnerKey, params: unknown): Promise<Hex> {
  const parsed = z.array(z.string()).safeParse(params);
  const message = parsed.data?.[0];
  if (message === undefined) throw invalid();
  const isHex = /^0x[0-9a-fA-F]*$/.test(message);
  return privateKeyToAccount(key.privateKey).signMessage({
    message: isHex ? { raw: `0x${message.slice(2)}` } : message,
  });
}

/** Signs structured data (EIP-712) given as JSON, as wallets receive it. */
export async function signTypedData(key: BurnerKey, params: unknown): Promise<Hex> {
  const parsed = z.array(z.unknown()).safeParse(params);
  const given = parsed.data?.[1];
  const definition: TypedDataDefinition = typeof given === "string" ? JSON.parse(given) : given;
  if (!definition) throw invalid();
  return privateKeyToAccount(key.privateKey).signTypedData(definition);
}

/** Completes a transaction (nonce, gas, fee), signs it and sends it. */
export async function sendTransaction(key: BurnerKey, params: unknown, chain: Chain): Promise<Hex> {
  const parsed = z.array(transactionSchema).safeParse(params);
  const transaction = parsed.data?.[0];
  if (!transaction) throw invalid();
  const wallet = createWalletClient({
    account: privateKeyToAccount(key.privateKey),
    chain,
    transport: http(chain.rpcUrls.default.http[0]),
  });
  return wallet.sendTransaction({
    ...(transaction.to ? { to: transaction.to satisfies Address } : {}),
    ...(transaction.data ? { data: transaction.data } : {}),
    ...(transaction.value ? { value: hexToBigInt(transaction.value) } : {}),
    ...(transaction.gas ? { gas: hexToBigInt(transaction.gas) } : {}),
    ...(transaction.nonce ? { nonce: hexToNumber(transaction.nonce) } : {}),
  });
}
