import type { Address } from "viem";
import { getLogs } from "viem/actions";
import type { QtiClient } from "../../core/client.ts";
import { toQtiError } from "../../core/toQtiError.ts";
import { rootAnchoredEvent } from "../../generated/abi/recordAnchor.ts";
import type { GetAnchorReturnType } from "./getAnchor.ts";

/**
 * Looks for an anchor in what the contract said when it was made: what was replaced is not in its storage any more, and stays in
 * the events for ever.
 *
 * @returns `undefined` when there never was one with this number.
 * @throws what the node says when it does not look through so many blocks.
 */
export async function findAnchor(
  client: QtiClient,
  { address, index, fromBlock = 0n }: { address: Address; index: bigint; fromBlock?: bigint | undefined },
): Promise<GetAnchorReturnType | undefined> {
  try {
    const [found] = await getLogs(client, {
      address,
      event: rootAnchoredEvent,
      args: { index },
      fromBlock,
      strict: true,
    });
    return found?.args;
  } catch (error) {
    throw await toQtiError(error);
  }
}
