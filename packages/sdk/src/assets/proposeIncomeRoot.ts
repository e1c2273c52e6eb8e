import type { Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { proposeRootFunction, rootProposedEvent } from "../generated/abi/incomeDistributor.ts";
import { incomeDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link proposeIncomeRoot}. */
export type ProposeIncomeRootParameters = {
  /** From `payIncome`, or the index. */
  paymentId: Hash;
  /** Of the tree of claims. */
  root: Hash;
  /** Sum of the claims. */
  total: bigint;
  /** How the claims are computed, or where they can be read. */
  uri: string;
};

/**
 * Proposes another list for a payment whose first was vetoed. The full day runs again.
 *
 * @param client - A viem client with the account of the issuer.
 * @param parameters - {@link ProposeIncomeRootParameters}
 * @returns Hash of the transaction.
 * @throws {@link IncomeNotIssuerError} when the account is not the issuer.
 * @throws {@link RootPendingError} when a list waits already.
 *
 * @example
 * ```ts
 * const hash = await proposeIncomeRoot(issuerClient, { paymentId, root, total, uri: "qti:income/v1" });
 * ```
 */
export const proposeIncomeRoot = /* @__PURE__ */ defineWrite({
  contracts: { incomeDistributor },
  call: ({
    incomeDistributor,
    paymentId,
    root,
    total,
    uri,
  }: CallParameters<ProposeIncomeRootParameters, "incomeDistributor">) =>
    contractCall(incomeDistributor, proposeRootFunction, [paymentId, root, total, uri]),
  event: rootProposedEvent,
});

/** {@link proposeIncomeRoot}, then waits: answers with the receipt and the `RootProposed` event. */
export const proposeIncomeRootSync = /* @__PURE__ */ defineSync(proposeIncomeRoot);
