import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import {
  appraisalOfFunction,
  glideOfFunction,
  termsOfFunction,
} from "../../generated/abi/appraisalOracle.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getAppraisal}. */
export type GetAppraisalParameters = ContractsOption & ReadOptions & { asset: Address };

/** What an asset is worth, in US dollars with 6 decimals for all shares issued. */
export type GetAppraisalReturnType = {
  /** Now, on its way to `target`. */
  value: bigint;
  /** What was appraised last. */
  target: bigint;
  /** Where the glide began, at Unix second `since`. */
  from: bigint;
  since: number;
  /** Unix seconds of the last appraisal. */
  appraisedAt: number;
  /** Unix seconds after which nobody borrows by it. */
  borrowableUntil: number;
  /** Most that the price moves in a day, both ways, in 1/10,000. */
  dailyBps: number;
  /** Seconds after an appraisal until which one may borrow by it. */
  borrowMaxAge: number;
};

/**
 * Reads the last appraisal of an asset and where its price stands on the way there.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetAppraisalParameters}
 * @returns {@link GetAppraisalReturnType}; `undefined` when it was never appraised.
 * @throws {@link AddressUnknownError} when the oracle's address is not known on the chain.
 *
 * @example
 * ```ts
 * const appraisal = await getAppraisal(client, { asset });
 * show(appraisal?.value, appraisal?.target);
 * ```
 */
export async function getAppraisal(
  client: QtiClient,
  parameters: GetAppraisalParameters,
): Promise<GetAppraisalReturnType | undefined> {
  const { appraisalOracle } = await resolveContracts(
    client,
    { appraisalOracle: addresses.appraisalOracle },
    parameters.contracts,
  );
  const args = [parameters.asset] as const;
  const [appraisal, value, terms] = await Promise.all([
    read(client, contractCall(appraisalOracle, appraisalOfFunction, args), parameters),
    read(client, contractCall(appraisalOracle, glideOfFunction, args), parameters),
    read(client, contractCall(appraisalOracle, termsOfFunction, args), parameters),
  ]);
  const { at: appraisedAt, from, target, since } = appraisal;
  if (appraisedAt === 0) return undefined;
  const borrowableUntil = appraisedAt + terms.borrowMaxAge;
  return { value, target, from, since, appraisedAt, borrowableUntil, ...terms };
}
