import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { channelSetEvent, setChannelFunction } from "../generated/abi/qtiPoints.ts";
import { qtiPoints } from "../generated/addressTables.ts";

/** Parameters of {@link setChannel}. */
export type SetChannelParameters = {
  /** The contract through which points are earned. */
  channel: Address;
  /** Points (6 decimals) a window; 0 closes the channel. */
  limit: bigint;
  /** Seconds of a window, at least an hour. */
  period: number;
};

/**
 * Sets how many points can be earned through a contract in each window of time. What was used in the window that runs stays used.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetChannelParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link PointsInvalidQuotaError} when the window is shorter than an hour, or the limit too large.
 *
 * @example
 * ```ts
 * const { tapRewards } = await getContracts(client, { names: ["tapRewards"] });
 * const hash = await setChannel(treasurerClient, { channel: tapRewards, limit: 10n ** 12n, period: 86_400 });
 * ```
 */
export const setChannel = /* @__PURE__ */ defineWrite({
  contracts: { qtiPoints },
  call: ({ qtiPoints, channel, limit, period }: CallParameters<SetChannelParameters, "qtiPoints">) =>
    contractCall(qtiPoints, setChannelFunction, [channel, limit, period]),
  event: channelSetEvent,
});

/** {@link setChannel}, then waits: answers with the receipt and the `ChannelSet` event. */
export const setChannelSync = /* @__PURE__ */ defineSync(setChannel);
