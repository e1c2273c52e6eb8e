import { createTestClient, http, publicActions, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { inject, vi } from "vitest";

const mnemonic = "test test test test test test test test test test test junk";

/** Private key of one of Hardhat's well-known accounts. */
export function keyOf(addressIndex: number): `0x${string}` {
  const { privateKey } = mnemonicToAccount(mnemonic, { addressIndex }).getHdKey();
  return toHex(privateKey ?? new Uint8Array());
}

/** Power over the development chain: blocks, time, the past. */
export const openTestChain = () =>
  createTestClient({
    chain: hardhat,
    mode: "hardhat",
    transport: http(inject("rpcUrl")),
    pollingInterval: 20,
  }).extend(publicActions);

/** Resolves with the first answer that is not undefined, or fails before the test's own time is up. */
export const until = <value>(look: () => Promise<value>) =>
  vi.waitUntil(look, { timeout: 150_000, interval: 25 });
