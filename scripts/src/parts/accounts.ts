import { toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { RequirementError } from "../errors.ts";

/** Hardhat's well-known development mnemonic. Its keys are public: they are worth nothing on any real chain. */
export const mnemonic = "test test test test test test test test test test test junk";

/** The last of Hardhat's accounts: nobody else of the demo signs with it once the keeper runs, so no nonce is ever taken from under it. */
export const keeperAccount = 19;

/** The private key of a development account. */
export function privateKeyOf(index: number): `0x${string}` {
  const { privateKey } = mnemonicToAccount(mnemonic, { addressIndex: index }).getHdKey();
  if (privateKey === null) throw new RequirementError(`Account ${index} has no private key.`);
  return toHex(privateKey);
}
