import type { Hex } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { capsSetEvent, setCapsFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";

/** Parameters of {@link setMarketCaps}. */
export type SetMarketCapsParameters = {
  /** Of the market, as `marketId` says it. */
  id: Hex;
  /** Units of the loan token beyond which no more is lent to it. */
  supplyCap: bigint;
  /** Units of the loan token beyond which no more is borrowed. */
  borrowCap: bigint;
};

/**
 * Sets how much a market takes. A cap below what is there stops more, and asks nothing back.
 *
 * @param client - A viem client whose account holds RISK; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetMarketCapsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link MarketUnknownError} when there is no such market.
 *
 * @example
 * ```ts
 * const hash = await setMarketCaps(riskClient, { id: marketId(params), supplyCap: 10n ** 12n, borrowCap: 0n });
 * ```
 */
export const setMarketCaps = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    id,
    supplyCap,
    borrowCap,
  }: CallParameters<SetMarketCapsParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, setCapsFunction, [id, supplyCap, borrowCap]),
  event: capsSetEvent,
});

/** {@link setMarketCaps}, then waits: answers with the receipt and the `CapsSet` event. */
export const setMarketCapsSync = /* @__PURE__ */ defineSync(setMarketCaps);
