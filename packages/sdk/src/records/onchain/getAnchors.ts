import type { Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { anchorAtFunction, anchorCountFunction } from "../../generated/abi/recordAnchor.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getAnchors}. */
export type GetAnchorsParameters = ContractsOption &
  ReadOptions & {
    /** First index to read; the newest `count` when left out. */
    from?: bigint | undefined;
    /** Most roots to read. Default 10. */
    count?: number | undefined;
  };

/** A root of the log of records. */
export type RecordRoot = {
  index: bigint;
  root: Hex;
  /** Leaves under it. */
  size: bigint;
  /** Unix seconds. */
  time: number;
};

/** How many roots there are, and those asked for, oldest first. */
export type GetAnchorsReturnType = { total: bigint; anchors: readonly RecordRoot[] };

/**
 * Reads roots of the log of records that stand on the chain.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetAnchorsParameters}
 * @returns {@link GetAnchorsReturnType}
 * @throws {@link AddressUnknownError} when the address of the anchor contract is not known on the chain.
 *
 * @example
 * ```ts
 * const { anchors } = await getAnchors(client, { count: 1 });
 * ```
 */
export async function getAnchors(
  client: QtiClient,
  parameters: GetAnchorsParameters = {},
): Promise<GetAnchorsReturnType> {
  const { recordAnchor } = await resolveContracts(
    client,
    { recordAnchor: addresses.recordAnchor },
    parameters.contracts,
  );
  const total = await read(client, contractCall(recordAnchor, anchorCountFunction, []), parameters);
  const count = BigInt(parameters.count ?? 10);
  const from = parameters.from ?? (total > count ? total - count : 0n);
  const until = from + count < total ? from + count : total;
  const indexes = Array.from(
    { length: Math.max(0, Number(until - from)) },
    (_, offset) => from + BigInt(offset),
  );
  const anchors = await Promise.all(
    indexes.map(async (index) => ({
      index,
      ...(await read(client, contractCall(recordAnchor, anchorAtFunction, [index]), parameters)),
    })),
  );
  return { total, anchors };
}
