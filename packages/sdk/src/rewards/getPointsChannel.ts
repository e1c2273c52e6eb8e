import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { channelOfFunction } from "../generated/abi/qtiPoints.ts";
import * as addresses from "../generated/addressTables.ts";
import { type Quota, toQuota } from "./quota.ts";

/** Parameters of {@link getPointsChannel}. */
export type GetPointsChannelParameters = ContractsOption &
  ReadOptions & {
    /** The contract through which points are earned. */
    channel: Address;
  };

/**
 * Reads how many points can still be earned through a contract in the window that runs.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetPointsChannelParameters}
 * @returns {@link Quota} in points (6 decimals); `undefined` when it was never a channel.
 * @throws {@link AddressUnknownError} when the address of the points is not known on the chain.
 *
 * @example
 * ```ts
 * const { tapRewards } = await getContracts(client, { names: ["tapRewards"] });
 * const quota = await getPointsChannel(client, { channel: tapRewards });
 * show(quota?.left);
 * ```
 */
export async function getPointsChannel(
  client: QtiClient,
  parameters: GetPointsChannelParameters,
): Promise<Quota | undefined> {
  const { qtiPoints } = await resolveContracts(
    client,
    { qtiPoints: addresses.qtiPoints },
    parameters.contracts,
  );
  return toQuota(
    await read(client, contractCall(qtiPoints, channelOfFunction, [parameters.channel]), parameters),
  );
}
