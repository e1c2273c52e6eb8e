import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import type { PermitWithValue } from "../../core/permit.ts";
import { repaidEvent, repayFunction, repayWithPermitFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketAmount } from "./amount.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link repayLoan}. */
export type RepayLoanParameters = MarketAmount & {
  /** What the market is. */
  params: MarketParams;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitWithValue | undefined;
};

/**
 * Pays back a debt in a market, anyone for anyone. Say `maxUint256` shares to pay all of it: debt grows each second.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RepayLoanParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketInvalidAmountsError} when both or neither of `assets` and `shares` are given.
 * @throws {@link MarketExceedsPositionError} when less is owed.
 * @throws {@link MarketZeroAmountError} when nothing is owed.
 *
 * @example
 * ```ts
 * const [missing] = await requirements(client, { action: "repayLoan", params, assets: debt + debt / 1_000n, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const hash = await repayLoan(client, { params, shares: 2n ** 256n - 1n, ...permit });
 * ```
 */
export const repayLoan = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    assets = 0n,
    shares = 0n,
    params,
    owner = account,
    permit,
  }: CallParameters<RepayLoanParameters, "lendingMarkets">) =>
    permit
      ? contractCall(lendingMarkets, repayWithPermitFunction, [params, assets, shares, owner, permit])
      : contractCall(lendingMarkets, repayFunction, [params, assets, shares, owner, "0x"]),
  event: repaidEvent,
});

/** {@link repayLoan}, then waits: answers with the receipt and the `Repaid` event. */
export const repayLoanSync = /* @__PURE__ */ defineSync(repayLoan);
