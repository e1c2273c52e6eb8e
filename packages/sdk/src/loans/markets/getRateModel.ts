import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { termsFunction } from "../../generated/abi/interestRateModel.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { RateTerms } from "./rates.ts";

/** Parameters of {@link getRateModel}. */
export type GetRateModelParameters = ContractsOption &
  ReadOptions & {
    /** Of a market; the one of the deployment when left out. */
    rateModel?: Address | undefined;
  };

/**
 * Reads the bounds and the pace of a rate model, which are fixed for ever.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetRateModelParameters}
 * @returns {@link RateTerms}
 * @throws {@link AddressUnknownError} when none is given and the deployment's is not known on the chain.
 *
 * @example
 * ```ts
 * const { target, steepness } = await getRateModel(client);
 * ```
 */
export async function getRateModel(
  client: QtiClient,
  parameters: GetRateModelParameters = {},
): Promise<RateTerms> {
  const model =
    parameters.rateModel ??
    (await resolveContracts(client, { interestRateModel: addresses.interestRateModel }, parameters.contracts))
      .interestRateModel;
  return read(client, contractCall(model, termsFunction, []), parameters);
}
