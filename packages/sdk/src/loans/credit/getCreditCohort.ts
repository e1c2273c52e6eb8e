import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { cohortOfFunction } from "../../generated/abi/creditBook.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getCreditCohort}. */
export type GetCreditCohortParameters = ContractsOption &
  ReadOptions & {
    /** The oldest cycle that its lines have not met. */
    cycle: number;
  };

/** All lines whose oldest cycle that is not met is the same, as stored. Money units. */
export type GetCreditCohortReturnType = {
  /** Exactly the sum of its lines'. */
  principal: bigint;
  /** Rounded down, as of `last`. */
  interest: bigint;
  /** Seconds since the start of the calendar. */
  last: number;
  /** Simple interest a year, in 1/10,000. */
  rateBps: number;
  /** What is added a year while late, in 1/10,000. */
  lateBps: number;
  /** The seniors' part of it, in 1/10,000. */
  seniorBps: number;
};

/**
 * Reads what the lines owe whose oldest cycle that is not met is the same.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCreditCohortParameters}
 * @returns {@link GetCreditCohortReturnType}
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const { principal } = await getCreditCohort(client, { cycle: 3 });
 * ```
 */
export async function getCreditCohort(
  client: QtiClient,
  parameters: GetCreditCohortParameters,
): Promise<GetCreditCohortReturnType> {
  const { creditBook } = await resolveContracts(
    client,
    { creditBook: addresses.creditBook },
    parameters.contracts,
  );
  return read(client, contractCall(creditBook, cohortOfFunction, [parameters.cycle]), parameters);
}
