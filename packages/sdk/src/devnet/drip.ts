import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { dripFunction, drippedEvent } from "../generated/abi/demoFaucet.ts";
import { demoFaucet } from "../generated/addressTables.ts";

/** {@link drip} needs nothing but a signer. */
export type DripParameters = object;

/**
 * Gives the caller 1,000 QTI and 10,000 test dollars, once a day, on a development chain.
 *
 * @param client - A viem client with an account.
 * @returns Hash of the transaction.
 * @throws {@link FaucetTooSoonError} within a day of the last time.
 * @throws {@link AddressUnknownError} on a network without the faucet.
 *
 * @example
 * ```ts
 * const hash = await drip(client);
 * ```
 */
export const drip = /* @__PURE__ */ defineWrite({
  contracts: { demoFaucet },
  call: ({ demoFaucet }: CallParameters<DripParameters, "demoFaucet">) =>
    contractCall(demoFaucet, dripFunction, []),
  event: drippedEvent,
});

/** {@link drip}, then waits: answers with the receipt and the `Dripped` event. */
export const dripSync = /* @__PURE__ */ defineSync(drip);
