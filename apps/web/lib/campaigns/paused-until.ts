import { getContracts } from "@qti/sdk";
import { parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { ReadClient } from "@/lib/transactions/flow";

const abi = parseAbi(["function pausedUntil() view returns (uint48)"]);

/** Until when claims and new lists stand still, in Unix seconds; 0 or past while they go on. */
export async function campaignsPausedUntil(client: ReadClient): Promise<number> {
  const { merkleDistributor } = await getContracts(client, { names: ["merkleDistributor"] });
  return readContract(client, { address: merkleDistributor, abi, functionName: "pausedUntil" });
}
