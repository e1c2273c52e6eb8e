import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { listOracleFunction, oracleListedEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";

/** Parameters of {@link listMarketOracle}. */
export type ListMarketOracleParameters = {
  /** Where prices come from; trusted code. */
  oracle: Address;
  /** `false` takes it off the list. */
  listed: boolean;
};

/**
 * Lets markets be created with an oracle, or no more. Those that are there keep theirs.
 *
 * @param client - A viem client whose account holds RISK; its 72 hours must have passed since scheduling.
 * @param parameters - {@link ListMarketOracleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await listMarketOracle(riskClient, { oracle: address, listed: true });
 * ```
 */
export const listMarketOracle = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({ lendingMarkets, oracle, listed }: CallParameters<ListMarketOracleParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, listOracleFunction, [oracle, listed]),
  event: oracleListedEvent,
});

/** {@link listMarketOracle}, then waits: answers with the receipt and the `OracleListed` event. */
export const listMarketOracleSync = /* @__PURE__ */ defineSync(listMarketOracle);
