import type { Address } from "viem";
import { type AppraisalHistoryQuery, appraisalHistoryDocument } from "../../generated/graphql.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";

/** Parameters of {@link getAppraisalHistory}. */
export type GetAppraisalHistoryParameters = HistoryParameters & {
  /** The asset. */
  asset: Address;
};

/** One step: US dollars with 6 decimals for all shares; `timestamp` in Unix seconds. */
export type AppraisalStep = AppraisalHistoryQuery["appraisalStats_collection"][number];

/**
 * Reads the appraisals of an asset, oldest first. Steps without one are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAppraisalHistoryParameters}
 * @returns A list of {@link AppraisalStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getAppraisalHistory(subgraph, { asset, interval: "day" });
 * ```
 */
export async function getAppraisalHistory(
  subgraph: SubgraphClient,
  parameters: GetAppraisalHistoryParameters,
): Promise<readonly AppraisalStep[]> {
  const { interval, first = STEPS, from, asset, signal } = parameters;
  const variables = { interval, first, where: { appraised: asset.toLowerCase(), ...startingAt(from) } };
  const { appraisalStats_collection: rows } = await subgraph.request(appraisalHistoryDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
