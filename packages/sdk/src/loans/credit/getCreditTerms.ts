import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { termsOfFunction } from "../../generated/abi/creditBook.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { CreditTerms } from "./line.ts";

/** Parameters of {@link getCreditTerms}. */
export type GetCreditTermsParameters = ContractsOption &
  ReadOptions & {
    /** Number of a cycle, from 1. */
    cycle: number;
  };

/**
 * Reads what credit lines cost in a cycle and how far they go. `getCreditBook` has those of the cycle that runs.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCreditTermsParameters}
 * @returns {@link CreditTerms}
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const { rateBps } = await getCreditTerms(client, { cycle: 3 });
 * ```
 */
export async function getCreditTerms(
  client: QtiClient,
  parameters: GetCreditTermsParameters,
): Promise<CreditTerms> {
  const { creditBook } = await resolveContracts(
    client,
    { creditBook: addresses.creditBook },
    parameters.contracts,
  );
  return read(client, contractCall(creditBook, termsOfFunction, [parameters.cycle]), parameters);
}
