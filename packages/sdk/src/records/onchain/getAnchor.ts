import type { Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { anchorAtFunction, anchorCountFunction } from "../../generated/abi/recordAnchor.ts";
import { recordAnchor as recordAnchors } from "../../generated/addressTables.ts";

/** Parameters of {@link getAnchor}. */
export type GetAnchorParameters = ContractsOption &
  ReadOptions & {
    /** Number of an anchor that was preserved; the newest one when left out. */
    index?: bigint | undefined;
  };

/** A root of the log of records that stands on the chain. */
export type GetAnchorReturnType = {
  index: bigint;
  root: Hex;
  /** Leaves under it. */
  size: bigint;
  /** Unix seconds. */
  time: number;
};

/**
 * Reads a root of the log of records. The newest one covers every leaf of those before it, so the chain keeps only that
 * and those that someone preserved; the subgraph lists all.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetAnchorParameters}
 * @returns {@link GetAnchorReturnType}; `undefined` when nothing was ever anchored.
 * @throws {@link AnchorUnknownError} when the anchor with that index was not preserved.
 *
 * @example
 * ```ts
 * const newest = await getAnchor(client);
 * ```
 */
export async function getAnchor(
  client: QtiClient,
  parameters: GetAnchorParameters = {},
): Promise<GetAnchorReturnType | undefined> {
  const { recordAnchor } = await resolveContracts(
    client,
    { recordAnchor: recordAnchors },
    parameters.contracts,
  );
  const readCount = () => read(client, contractCall(recordAnchor, anchorCountFunction, []), parameters);
  const count = await readCount();
  if (count === 0n) return undefined;
  const index = parameters.index ?? count - 1n;
  try {
    return {
      index,
      ...(await read(client, contractCall(recordAnchor, anchorAtFunction, [index]), parameters)),
    };
  } catch (error) {
    // The newest of a moment ago was replaced between the two reads.
    if (parameters.index === undefined && (await readCount()) !== count) return getAnchor(client, parameters);
    throw error;
  }
}
