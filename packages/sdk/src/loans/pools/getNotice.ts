import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { noticeOfFunction } from "../../generated/abi/firstLossPool.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getNotice}. */
export type GetNoticeParameters = ContractsOption &
  ReadOptions & {
    /** Whose. */
    owner: Address;
  };

/** First-loss shares whose owner gave notice. */
export type GetNoticeReturnType = {
  /** Units (12 decimals). */
  shares: bigint;
  /** Unix seconds from which they can be redeemed. */
  readyAt: number;
  /** Unix seconds at which the notice lapses. */
  until: number;
};

/**
 * Reads the notice of an owner of first-loss shares.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetNoticeParameters}
 * @returns {@link GetNoticeReturnType}; `undefined` when there is none.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const notice = await getNotice(client, { owner });
 * ```
 */
export async function getNotice(
  client: QtiClient,
  parameters: GetNoticeParameters,
): Promise<GetNoticeReturnType | undefined> {
  const { firstLossPool } = await resolveContracts(
    client,
    { firstLossPool: addresses.firstLossPool },
    parameters.contracts,
  );
  const found = await read(
    client,
    contractCall(firstLossPool, noticeOfFunction, [parameters.owner]),
    parameters,
  );
  return found.shares === 0n ? undefined : found;
}
