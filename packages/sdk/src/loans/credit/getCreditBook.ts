import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import {
  balanceFunction,
  currentCycleFunction,
  freeCashFunction,
  moneyFunction,
  oldestCycleFunction,
  pausedUntilFunction,
  payableJuniorFunction,
  queuedSharesFunction,
  startFunction,
  termsOfFunction,
} from "../../generated/abi/creditBook.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { CreditTerms } from "./line.ts";

/** Parameters of {@link getCreditBook}. */
export type GetCreditBookParameters = ContractsOption & ReadOptions;

/** The book of all credit lines as of a block. Money units. */
export type GetCreditBookReturnType = {
  /** The token that is lent. */
  money: Address;
  /** Unix seconds at which the first cycle began. */
  start: number;
  /** Number of the cycle that runs. */
  cycle: number;
  /** Oldest cycle that still counts. */
  oldestCycle: number;
  /** Of the cycle that runs. */
  terms: CreditTerms;
  cash: bigint;
  /** What is lent, with interest, and not marked down altogether. */
  debt: bigint;
  /** Cash and what the debt counts as. */
  assets: bigint;
  /** The same with at least a quarter of what is late taken off. */
  exitAssets: bigint;
  /** What seniors have a claim to. */
  claim: bigint;
  /** What the pools are worth. */
  senior: bigint;
  junior: bigint;
  /** What seniors would leave with. */
  seniorExit: bigint;
  /** Cash that the queue of the senior pool may still claim at most, and its shares. */
  queued: bigint;
  queuedShares: bigint;
  /** What may be lent, or paid out past the queue. */
  freeCash: bigint;
  /** What the first-loss pool could pay now. */
  payableJunior: bigint;
  /** Debt that the first loss may carry. */
  leverageLimit: bigint;
  /** What could be drawn by all lines together now, as far as the book goes. */
  drawable: bigint;
  /** Whether the pools take deposits, as far as losses go: nothing is missing that seniors have a claim to. */
  isOpen: boolean;
  /** Unix seconds until which draws, deposits and vouches are paused; 0 or past when they are not. */
  pausedUntil: number;
};

/**
 * Reads the book of the credit lines: all cash, all debt, who owns what, and the terms that hold now.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetCreditBookParameters}
 * @returns {@link GetCreditBookReturnType}
 * @throws {@link AddressUnknownError} when the book's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { senior, junior, debt } = await getCreditBook(client);
 * ```
 */
export async function getCreditBook(
  client: QtiClient,
  parameters: GetCreditBookParameters = {},
): Promise<GetCreditBookReturnType> {
  const { creditBook } = await resolveContracts(
    client,
    { creditBook: addresses.creditBook },
    parameters.contracts,
  );
  const cycle = await read(client, contractCall(creditBook, currentCycleFunction, []), parameters);
  const [balance, terms, money, start, oldestCycle, freeCash, payableJunior, queuedShares, pausedUntil] =
    await Promise.all([
      read(client, contractCall(creditBook, balanceFunction, []), parameters),
      read(client, contractCall(creditBook, termsOfFunction, [cycle]), parameters),
      read(client, contractCall(creditBook, moneyFunction, []), parameters),
      read(client, contractCall(creditBook, startFunction, []), parameters),
      read(client, contractCall(creditBook, oldestCycleFunction, []), parameters),
      read(client, contractCall(creditBook, freeCashFunction, []), parameters),
      read(client, contractCall(creditBook, payableJuniorFunction, []), parameters),
      read(client, contractCall(creditBook, queuedSharesFunction, []), parameters),
      read(client, contractCall(creditBook, pausedUntilFunction, []), parameters),
    ]);
  const { debt, assets, claim, junior } = balance;
  const leverageLimit = (junior * BigInt(terms.leverageBps)) / 10_000n;
  const carried = leverageLimit > debt ? leverageLimit - debt : 0n;
  return {
    money,
    start,
    cycle,
    oldestCycle,
    terms,
    ...balance,
    queuedShares,
    freeCash,
    payableJunior,
    leverageLimit,
    drawable: carried < freeCash ? carried : freeCash,
    isOpen: assets >= claim,
    pausedUntil,
  };
}
