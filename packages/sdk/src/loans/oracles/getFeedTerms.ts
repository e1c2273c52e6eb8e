import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { termsFunction } from "../../generated/abi/feedOracle.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getFeedTerms}. */
export type GetFeedTermsParameters = ContractsOption &
  ReadOptions & {
    /** Of a market; the one of the deployment when left out. */
    oracle?: Address | undefined;
  };

/** One pair and how its feed is believed, for ever. */
export type GetFeedTermsReturnType = {
  collateral: Address;
  loanToken: Address;
  /** Where the answers come from. */
  feed: Address;
  /** Feed of the sequencer's uptime; the zero address on a chain without one. */
  sequencer: Address;
  /** Seconds after which the feed must have spoken again for anybody to borrow. */
  heartbeat: number;
  /** Answers outside are no price, in the feed's decimals. */
  min: bigint;
  max: bigint;
};

/**
 * Reads which pair an oracle of a feed prices, and how it believes the feed.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetFeedTermsParameters}
 * @returns {@link GetFeedTermsReturnType}
 * @throws {@link AddressUnknownError} when none is given and the deployment's is not known on the chain.
 *
 * @example
 * ```ts
 * const { heartbeat } = await getFeedTerms(client);
 * ```
 */
export async function getFeedTerms(
  client: QtiClient,
  parameters: GetFeedTermsParameters = {},
): Promise<GetFeedTermsReturnType> {
  const oracle =
    parameters.oracle ??
    (await resolveContracts(client, { feedOracle: addresses.feedOracle }, parameters.contracts)).feedOracle;
  return read(client, contractCall(oracle, termsFunction, []), parameters);
}
