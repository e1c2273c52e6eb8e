import { type Address, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { ReadClient } from "@/lib/transactions/flow";

/** The question of ERC-7943, of which only this one function is needed here. */
const abi = parseAbi(["function canReceive(address account) view returns (bool)"]);

/** Whether an account may hold an asset at all. */
export function mayReceive(client: ReadClient, asset: Address, account: Address): Promise<boolean> {
  return readContract(client, { address: asset, abi, functionName: "canReceive", args: [account] });
}
