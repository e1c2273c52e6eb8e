import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import type { PermitSignature } from "../core/permit.ts";
import { depositEvent, depositFunction, depositWithPermitFunction } from "../generated/abi/stakingVault.ts";
import { stakingVault } from "../generated/addressTables.ts";

/** Parameters of {@link deposit}. */
export type DepositParameters = {
  /** QTI units (18 decimals). */
  assets: bigint;
  /** Who gets the sQTI; the signer when left out. */
  receiver?: Address | undefined;
  /** Least sQTI units (24 decimals) to accept. Checked only together with a permit. */
  minShares?: bigint | undefined;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitSignature | undefined;
};

/**
 * Stakes QTI: deposits into the vault and receives sQTI, whose price grows by streamed rewards.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link DepositParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little QTI.
 * @throws {@link StakingPausedError} while deposits are paused.
 * @throws {@link StakingSharesBelowMinimumError} when the vault would give less than `minShares`.
 *
 * @example
 * ```ts
 * const [missing] = await requirements(client, { action: "deposit", assets, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const hash = await deposit(client, { assets, ...permit });
 * ```
 */
export const deposit = /* @__PURE__ */ defineWrite({
  contracts: { stakingVault },
  call: ({
    stakingVault,
    account,
    assets,
    receiver = account,
    minShares = 0n,
    permit,
  }: CallParameters<DepositParameters, "stakingVault">) =>
    permit
      ? contractCall(stakingVault, depositWithPermitFunction, [
          assets,
          receiver,
          minShares,
          permit.deadline,
          permit.v,
          permit.r,
          permit.s,
        ])
      : contractCall(stakingVault, depositFunction, [assets, receiver]),
  event: depositEvent,
});

/** {@link deposit}, then waits: answers with the receipt and the `Deposit` event. */
export const depositSync = /* @__PURE__ */ defineSync(deposit);
