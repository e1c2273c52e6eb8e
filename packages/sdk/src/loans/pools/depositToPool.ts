import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import type { PermitSignature } from "../../core/permit.ts";
import { depositEvent, depositFunction, depositWithPermitFunction } from "../../generated/abi/seniorPool.ts";
import type { CreditPool } from "./previewPools.ts";
import { type PoolContract, poolContracts, poolTables } from "./venues.ts";

/** Parameters of {@link depositToPool}. */
export type DepositToPoolParameters = {
  /** Which of the two: seniors lose last, first loss loses first and earns more. */
  pool: CreditPool;
  /** Money units. */
  assets: bigint;
  /** Who gets the shares; the signer when left out. */
  receiver?: Address | undefined;
  /** Least units of shares (12 decimals) to accept. Checked only together with a permit. */
  minShares?: bigint | undefined;
  /** From a requirement of type `permit`; replaces an approval. */
  permit?: PermitSignature | undefined;
};

/**
 * Lends to the people who have credit lines, through the senior or the first-loss pool. `previewPools` says what a wave of defaults would
 * do to it.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link DepositToPoolParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval or permit; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link CreditPoolsClosedError} while a loss is not yet recorded or made good.
 * @throws {@link CreditSharesBelowMinimumError} when it would give less than `minShares`.
 * @throws {@link PauseActiveError} while it is paused.
 *
 * @example
 * ```ts
 * const [missing] = await requirements(client, { action: "depositToPool", pool: "senior", assets, owner });
 * const permit = missing?.type === "permit" ? missing.apply(await client.signTypedData(missing.typedData)) : {};
 * const hash = await depositToPool(client, { pool: "senior", assets, ...permit });
 * ```
 */
export const depositToPool = /* @__PURE__ */ defineWrite({
  contracts: poolTables,
  call: ({
    account,
    pool,
    assets,
    receiver = account,
    minShares = 0n,
    permit,
    ...contracts
  }: CallParameters<DepositToPoolParameters, PoolContract>) => {
    const address = contracts[poolContracts[pool]];
    if (!permit) return contractCall(address, depositFunction, [assets, receiver]);
    const { deadline, v, r, s } = permit;
    return contractCall(address, depositWithPermitFunction, [assets, receiver, minShares, deadline, v, r, s]);
  },
  event: depositEvent,
});

/** {@link depositToPool}, then waits: answers with the receipt and the `Deposit` event. */
export const depositToPoolSync = /* @__PURE__ */ defineSync(depositToPool);
