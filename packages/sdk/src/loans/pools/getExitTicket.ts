import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { ticketOfFunction } from "../../generated/abi/seniorPool.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getExitTicket}. */
export type GetExitTicketParameters = ContractsOption &
  ReadOptions & {
    /** From the event of `queueExit`. */
    ticket: bigint;
  };

/** A place in the queue. */
export type GetExitTicketReturnType = {
  /** Who is paid. */
  owner: Address;
  /** Units of senior shares (12 decimals) that still wait. */
  shares: bigint;
};

/**
 * Reads what of a place in the queue still waits.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetExitTicketParameters}
 * @returns {@link GetExitTicketReturnType}; `undefined` when it was paid or taken back, or never was.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const waiting = await getExitTicket(client, { ticket });
 * ```
 */
export async function getExitTicket(
  client: QtiClient,
  parameters: GetExitTicketParameters,
): Promise<GetExitTicketReturnType | undefined> {
  const { seniorPool } = await resolveContracts(
    client,
    { seniorPool: addresses.seniorPool },
    parameters.contracts,
  );
  const found = await read(
    client,
    contractCall(seniorPool, ticketOfFunction, [parameters.ticket]),
    parameters,
  );
  return found.shares === 0n ? undefined : found;
}
