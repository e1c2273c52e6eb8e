import type { Address } from "viem";
import { getBlock } from "viem/actions";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { toQtiError } from "../../core/toQtiError.ts";
import { startFunction, termsOfFunction } from "../../generated/abi/creditBook.ts";
import { availableToFunction, lineOfIdentityFunction } from "../../generated/abi/creditLines.ts";
import * as addresses from "../../generated/addressTables.ts";
import { identityNumber } from "../../rewards/identityNumber.ts";
import { type CreditState, creditCycleAt, creditStates } from "./calendar.ts";
import type { CreditFigures, CreditTerms } from "./line.ts";

/** Parameters of {@link getCreditLine}. */
export type GetCreditLineParameters = ContractsOption &
  ReadOptions & {
    /** Any account of the person. */
    account: Address;
  };

/** The credit line of a person as of a block. Money units, Unix seconds. */
export type GetCreditLineReturnType = CreditFigures & {
  /** Number of the identity; 0n when the account has none. */
  identity: bigint;
  state: CreditState;
  /** What has to be paid now for the closed statements to be met. */
  due: bigint;
  /** What the account could draw now, as far as its line and its standing go. Cash and leverage are the book's. */
  available: bigint;
  /** Cycle before which no limit can be given again; 0 for none. */
  barredUntil: number;
  /** The book carries the debt no more; it is still owed. */
  writtenOff: boolean;
  /** When the first cycle of the calendar began. */
  start: number;
  /** Terms of the line's cycle; of the one that runs when nothing is owed. */
  terms: CreditTerms;
  at: number;
};

/**
 * Reads the credit line of a person, whichever of its accounts is asked for, with all that the pure functions need to say what
 * comes next: `dueAhead`, `creditSchedule`, `creditReminders`.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCreditLineParameters}
 * @returns {@link GetCreditLineReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { terms: lineTerms, start, ...line } = await getCreditLine(client, { account });
 * const next = dueAhead(line, lineTerms, start, line.at);
 * ```
 */
export async function getCreditLine(
  client: QtiClient,
  parameters: GetCreditLineParameters,
): Promise<GetCreditLineReturnType> {
  const { account, contracts } = parameters;
  const tables = { creditBook: addresses.creditBook, creditLines: addresses.creditLines };
  const { creditBook, creditLines } = await resolveContracts(client, tables, contracts);
  // What is owed is owed as of a second, so block and figures have to be one.
  const { number: blockNumber, timestamp } = await blockOf(client, parameters);
  const at = Number(timestamp);
  const [identity, available, start] = await Promise.all([
    identityNumber(client, { account, contracts, blockNumber }),
    read(client, contractCall(creditLines, availableToFunction, [account]), { blockNumber }),
    read(client, contractCall(creditBook, startFunction, []), { blockNumber }),
  ]);
  const { state, ...line } = await read(
    client,
    contractCall(creditLines, lineOfIdentityFunction, [identity]),
    { blockNumber },
  );
  const cycle = line.cycle === 0 ? creditCycleAt(start, at) : line.cycle;
  const terms = await read(client, contractCall(creditBook, termsOfFunction, [cycle]), { blockNumber });
  return { ...line, identity, available, start, terms, at, state: creditStates[state] ?? "default" };
}

async function blockOf(client: QtiClient, { blockNumber }: ReadOptions) {
  try {
    return await getBlock(client, blockNumber === undefined ? {} : { blockNumber });
  } catch (error) {
    throw await toQtiError(error);
  }
}
