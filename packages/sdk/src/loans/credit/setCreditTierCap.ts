import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { setTierCapFunction, tierCapSetEvent } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";

/** Parameters of {@link setCreditTierCap}. */
export type SetCreditTierCapParameters = {
  /** 1 to 3. */
  tier: number;
  /** Money units. */
  cap: bigint;
};

/**
 * Sets the most that a limit may be for a tier of verification. Limits above a lowered cap stay and do not grow.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetCreditTierCapParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link CreditInvalidCapError} when there is no such tier, or the cap is too large.
 *
 * @example
 * ```ts
 * const hash = await setCreditTierCap(treasurerClient, { tier: 1, cap: 1_000n * 10n ** 6n });
 * ```
 */
export const setCreditTierCap = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({ creditLines, tier, cap }: CallParameters<SetCreditTierCapParameters, "creditLines">) =>
    contractCall(creditLines, setTierCapFunction, [tier, cap]),
  event: tierCapSetEvent,
});

/** {@link setCreditTierCap}, then waits: answers with the receipt and the `TierCapSet` event. */
export const setCreditTierCapSync = /* @__PURE__ */ defineSync(setCreditTierCap);
