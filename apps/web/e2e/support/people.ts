import { type Hex, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

/** Hardhat's public mnemonic: whoever runs a local chain has these keys. */
const mnemonic = "test test test test test test test test test test test junk";

/** The key of a development account. */
export function privateKeyOf(index: number): Hex {
  const { privateKey } = mnemonicToAccount(mnemonic, { addressIndex: index }).getHdKey();
  if (privateKey === null) throw new Error(`Account ${index} has no private key.`);
  return toHex(privateKey);
}

/** Accounts of the demo's data. */
export const people = { ada: 10, ben: 11, cleo: 12, dana: 13, elif: 14, farid: 15, grace: 16 } as const;

/** Accounts of the demo that owe on a credit line. */
export const borrowers = { elif: 14, noor: 29, oskar: 30, petra: 31, quentin: 32 } as const;

/** Accounts that hold a role from the start; see contracts/ignition/parameters/devnet.json. */
export const desks = {
  attester: 2,
  complianceDesk: 3,
  complianceForce: 4,
  treasurer: 5,
  pauser: 6,
  guardian: 7,
  rewardsOperator: 8,
  qtiHolder: 9,
  tapOracle: 24,
  underwriter: 27,
} as const;

/** Gives an account ether, as only a development node does. */
export async function fund(rpc: string, address: string, wei = 10n ** 19n): Promise<void> {
  await fetch(rpc, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "hardhat_setBalance",
      params: [address, toHex(wei)],
    }),
  });
}
