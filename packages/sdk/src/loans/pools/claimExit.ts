import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { claimFunction, exitClaimedEvent } from "../../generated/abi/seniorPool.ts";
import { seniorPool } from "../../generated/addressTables.ts";

/** Parameters of {@link claimExit}. */
export type ClaimExitParameters = {
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Pays out what the queue has served to the signer.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link ClaimExitParameters}
 * @returns Hash of the transaction.
 * @throws {@link SeniorNothingToClaimError} when nothing was served.
 *
 * @example
 * ```ts
 * const hash = await claimExit(client);
 * ```
 */
export const claimExit = /* @__PURE__ */ defineWrite({
  contracts: { seniorPool },
  call: ({ seniorPool, account, receiver = account }: CallParameters<ClaimExitParameters, "seniorPool">) =>
    contractCall(seniorPool, claimFunction, [receiver]),
  event: exitClaimedEvent,
});

/** {@link claimExit}, then waits: answers with the receipt and the `ExitClaimed` event. */
export const claimExitSync = /* @__PURE__ */ defineSync(claimExit);
