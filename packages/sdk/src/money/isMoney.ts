import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { isMoneyFunction } from "../generated/abi/exchange.ts";
import { type MoneyVenue, venueTables } from "./venues.ts";

/** Parameters of {@link isMoney}. */
export type IsMoneyParameters = ContractsOption &
  ReadOptions & {
    /** Whose list. */
    venue: MoneyVenue;
    /** The token. */
    money: Address;
  };

/**
 * Whether a contract takes a token as money.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsMoneyParameters}
 * @returns `true` while it is listed.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const tradable = await isMoney(client, { venue: "exchange", money });
 * ```
 */
export async function isMoney(client: QtiClient, parameters: IsMoneyParameters): Promise<boolean> {
  const { venue, money, contracts } = parameters;
  const found = await resolveContracts(client, venueTables, contracts);
  return read(client, contractCall(found[venue], isMoneyFunction, [money]), parameters);
}
