/**
 * A wallet as one of two factors that open record keys; the other is a share of the service's. Apart from the rest of records, which need no
 * chain library.
 *
 * @module
 */
import { type Hex, recoverTypedDataAddress, type TypedDataDefinition } from "viem";
import { type Bytes, equalBytes, fromHex } from "../bytes.ts";
import { KeySlotError } from "../errors.ts";
import type { Account } from "../wire.ts";

export {
  createWalletShare,
  deleteWalletShare,
  getWalletShare,
  putWalletShare,
  type WalletShareParameters,
} from "./walletShare.ts";

/** Whose wallet, and on which chain it says that it signs. */
export type WalletFactorParameters = { account: Account; chainId: number };

const types = {
  UnlockRecords: [
    { name: "purpose", type: "string" },
    { name: "account", type: "address" },
  ],
} as const;

/**
 * What the wallet signs, always the same for an account. It says what it is for: a person who is shown it elsewhere should not sign it,
 * and without the service's share it opens nothing.
 */
export function walletFactorMessage({ account, chainId }: WalletFactorParameters) {
  return {
    domain: { name: "QTI records", version: "1", chainId },
    types,
    primaryType: "UnlockRecords",
    message: {
      purpose: "One of two factors that unlock your record keys. Sign this only in QTI.",
      account,
    },
  } as const satisfies TypedDataDefinition;
}

type Sign = (message: ReturnType<typeof walletFactorMessage>) => Promise<Hex>;

/**
 * Finds out whether a wallet can be a factor at all, by having it sign the same twice, and gives the factor.
 *
 * Wallets that keep to RFC 6979 answer the same each time. Others do not, and a slot made with them could never be opened again:
 * some hardware wallets and every threshold (MPC) wallet choose a new nonce each time, passkey accounts sign other bytes each time, smart
 * accounts answer with something that is no signature of an own key. All of these are refused here.
 *
 * @param sign - Has the account sign the message, e.g. viem's `signTypedData`; asked twice.
 * @throws {@link KeySlotError} `wallet-varies` or `wallet-foreign`
 */
export async function createWalletFactor(parameters: WalletFactorParameters, sign: Sign): Promise<Bytes> {
  const first = await readWalletFactor(parameters, sign);
  if (equalBytes(first, await readWalletFactor(parameters, sign))) return first;
  throw new KeySlotError({ reason: "wallet-varies" });
}

/**
 * Has the wallet sign once, to open a slot that was made before.
 *
 * @param sign - Has the account sign the message.
 * @throws {@link KeySlotError} `wallet-foreign` when it is not the signature of the account's own key
 */
export async function readWalletFactor(parameters: WalletFactorParameters, sign: Sign): Promise<Bytes> {
  const message = walletFactorMessage(parameters);
  const signature = await sign(message);
  // r and s only: wallets write the last byte in different ways.
  if (!/^0x[0-9a-f]{130}$/i.test(signature)) throw new KeySlotError({ reason: "wallet-foreign" });
  const signer = await recoverTypedDataAddress({ ...message, signature }).catch((cause: unknown) => {
    throw new KeySlotError({ reason: "wallet-foreign", cause });
  });
  if (signer.toLowerCase() !== parameters.account.toLowerCase())
    throw new KeySlotError({ reason: "wallet-foreign" });
  return fromHex(signature.toLowerCase()).slice(0, 64);
}
