import { type Address, type Hash, zeroHash } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { paymentOfFunction, pendingRootOfFunction } from "../generated/abi/incomeDistributor.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getPayment}. */
export type GetPaymentParameters = ContractsOption & ReadOptions & { paymentId: Hash };

/** What an issuer paid to the holders of an asset. */
export type GetPaymentReturnType = {
  asset: Address;
  /** Who paid, and who gets back what nobody claims. */
  issuer: Address;
  money: Address;
  /** Money units paid in. */
  amount: bigint;
  /** Money units claimed so far. */
  claimed: bigint;
  /** Block at whose end the holdings count. */
  recordBlock: bigint;
  /** Unix seconds; from then on the rest returns. */
  expiry: number;
  /** Root that holders claim by; `undefined` until it is active. */
  root: Hash | undefined;
  /** List that waits for its time; `undefined` when none does. */
  pending: { root: Hash; total: bigint; readyAt: number; uri: string } | undefined;
  /** The rest was returned. */
  closed: boolean;
};

/**
 * Reads an income payment.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetPaymentParameters}
 * @returns {@link GetPaymentReturnType}
 * @throws {@link IncomeUnknownPaymentError} when there is no such payment.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const { amount, claimed, pending } = await getPayment(client, { paymentId });
 * ```
 */
export async function getPayment(
  client: QtiClient,
  parameters: GetPaymentParameters,
): Promise<GetPaymentReturnType> {
  const { paymentId, contracts } = parameters;
  const { incomeDistributor } = await resolveContracts(
    client,
    { incomeDistributor: addresses.incomeDistributor },
    contracts,
  );
  const [payment, pending] = await Promise.all([
    read(client, contractCall(incomeDistributor, paymentOfFunction, [paymentId]), parameters),
    read(client, contractCall(incomeDistributor, pendingRootOfFunction, [paymentId]), parameters),
  ]);
  return {
    ...payment,
    root: payment.root === zeroHash ? undefined : payment.root,
    pending: pending.readyAt === 0 ? undefined : pending,
  };
}
