import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pokedEvent, pokeFunction } from "../generated/abi/stakingPool.ts";
import { stakingPool } from "../generated/addressTables.ts";

/** Parameters of {@link pokePosition}. */
export type PokePositionParameters = {
  /** From the `Staked` event, or the index. */
  positionId: bigint;
};

/**
 * Ends the multiplier of a position whose lock is over, which until then still earns by it. What its owner does with the position
 * ends it as well.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link PokePositionParameters}
 * @returns Hash of the transaction.
 * @throws {@link StakingNothingToPokeError} while the lock runs, or when the multiplier has ended.
 * @throws {@link StakingUnknownPositionError} when there is no such position.
 *
 * @example
 * ```ts
 * const hash = await pokePosition(client, { positionId });
 * ```
 */
export const pokePosition = /* @__PURE__ */ defineWrite({
  contracts: { stakingPool },
  call: ({ stakingPool, positionId }: CallParameters<PokePositionParameters, "stakingPool">) =>
    contractCall(stakingPool, pokeFunction, [positionId]),
  event: pokedEvent,
});

/** {@link pokePosition}, then waits: answers with the receipt and the `Poked` event. */
export const pokePositionSync = /* @__PURE__ */ defineSync(pokePosition);
