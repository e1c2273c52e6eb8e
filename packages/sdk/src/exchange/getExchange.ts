import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { feeBpsFunction, feeRecipientFunction, pausedUntilFunction } from "../generated/abi/exchange.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getExchange}. */
export type GetExchangeParameters = ContractsOption & ReadOptions;

/** The exchange as it is now. */
export type GetExchangeReturnType = {
  /** What takers pay, in hundredths of a percent of the money side. */
  feeBps: number;
  feeRecipient: Address;
  /** Unix seconds until which trading is paused; 0 or past when it is not. */
  pausedUntil: number;
};

/**
 * Reads fee and pause of the exchange.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetExchangeParameters}
 * @returns {@link GetExchangeReturnType}
 * @throws {@link AddressUnknownError} when the exchange's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { feeBps } = await getExchange(client);
 * ```
 */
export async function getExchange(
  client: QtiClient,
  parameters: GetExchangeParameters = {},
): Promise<GetExchangeReturnType> {
  const { exchange } = await resolveContracts(client, { exchange: addresses.exchange }, parameters.contracts);
  const [feeBps, feeRecipient, pausedUntil] = await Promise.all([
    read(client, contractCall(exchange, feeBpsFunction, []), parameters),
    read(client, contractCall(exchange, feeRecipientFunction, []), parameters),
    read(client, contractCall(exchange, pausedUntilFunction, []), parameters),
  ]);
  return { feeBps, feeRecipient, pausedUntil };
}
