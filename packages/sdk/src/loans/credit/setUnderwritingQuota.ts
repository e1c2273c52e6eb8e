import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { setUnderwritingQuotaFunction, underwritingQuotaSetEvent } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";

/** Parameters of {@link setUnderwritingQuota}. */
export type SetUnderwritingQuotaParameters = {
  /** Money units a window. */
  limit: bigint;
  /** Seconds of a window, at least an hour. */
  period: number;
};

/**
 * Sets what underwriters may raise limits by, all together, in each window of time.
 *
 * @param client - A viem client whose account holds TREASURER; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetUnderwritingQuotaParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link CreditInvalidQuotaError} when the window is shorter than an hour, or the limit too large.
 *
 * @example
 * ```ts
 * const hash = await setUnderwritingQuota(treasurerClient, { limit: 7_000n * 10n ** 6n, period: 86_400 });
 * ```
 */
export const setUnderwritingQuota = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({ creditLines, limit, period }: CallParameters<SetUnderwritingQuotaParameters, "creditLines">) =>
    contractCall(creditLines, setUnderwritingQuotaFunction, [limit, period]),
  event: underwritingQuotaSetEvent,
});

/** {@link setUnderwritingQuota}, then waits: answers with the receipt and the `UnderwritingQuotaSet` event. */
export const setUnderwritingQuotaSync = /* @__PURE__ */ defineSync(setUnderwritingQuota);
