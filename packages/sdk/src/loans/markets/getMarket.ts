import { type Hex, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { rateAtTargetOfFunction, termsFunction } from "../../generated/abi/interestRateModel.ts";
import { expectedFunction, marketOfFunction, paramsOfFunction } from "../../generated/abi/lendingMarkets.ts";
import * as addresses from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";
import { borrowRate, type RateTerms, rateAfter, supplyRate } from "./rates.ts";
import { type MarketTotals, utilisation } from "./shares.ts";

/** Parameters of {@link getMarket}. */
export type GetMarketParameters = ContractsOption &
  ReadOptions & {
    /** Of the market, as `marketId` says it. */
    id: Hex;
  };

/** A lending market with the interest up to the block. Assets are units of the loan token, rates wad a second. */
export type GetMarketReturnType = MarketTotals & {
  id: Hex;
  params: MarketParams;
  /** Whether the collateral is a share of a tokenized asset. */
  regulated: boolean;
  /** Beyond these no more is lent or borrowed. */
  supplyCap: bigint;
  borrowCap: bigint;
  /** What is not lent. */
  liquidity: bigint;
  /** Part that is lent, wad. */
  utilisation: bigint;
  /** What borrowing costs and lending earns now. */
  borrowRate: bigint;
  supplyRate: bigint;
  /** What borrowing would cost at the target utilisation now. */
  rateAtTarget: bigint;
  rateTerms: RateTerms;
  /** Unix seconds of the block. */
  at: number;
};

/**
 * Reads a lending market: what it is, what is lent and borrowed with the interest up to now, and what that costs.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetMarketParameters}
 * @returns {@link GetMarketReturnType}; `undefined` when there is no such market.
 * @throws {@link AddressUnknownError} when the address of the markets is not known on the chain.
 *
 * @example
 * ```ts
 * const found = await getMarket(client, { id: marketId(params) });
 * if (found) show(found.liquidity, annualRate(found.borrowRate));
 * ```
 */
export async function getMarket(
  client: QtiClient,
  parameters: GetMarketParameters,
): Promise<GetMarketReturnType | undefined> {
  const { id, contracts } = parameters;
  const { lendingMarkets } = await resolveContracts(
    client,
    { lendingMarkets: addresses.lendingMarkets },
    contracts,
  );
  const params = await read(client, contractCall(lendingMarkets, paramsOfFunction, [id]), parameters);
  const { rateModel } = params;
  if (rateModel === zeroAddress) return undefined;
  const [stored, market, rateTerms, before] = await Promise.all([
    read(client, contractCall(lendingMarkets, marketOfFunction, [id]), parameters),
    read(client, contractCall(lendingMarkets, expectedFunction, [params]), parameters),
    read(client, contractCall(rateModel, termsFunction, []), parameters),
    read(client, contractCall(rateModel, rateAtTargetOfFunction, [lendingMarkets, id]), parameters),
  ]);
  const { updated: at, ...totals } = market;
  const elapsed = Math.max(0, at - stored.updated);
  // The rate at the target moves by what was lent before the interest since then.
  const { rateAtTarget } = rateAfter({ ...stored, terms: rateTerms, rateAtTarget: before, elapsed });
  const used = utilisation(market);
  const rate = borrowRate(rateTerms, used, rateAtTarget);
  return {
    id,
    params,
    ...totals,
    liquidity: market.supplied - market.borrowed,
    utilisation: used,
    borrowRate: rate,
    supplyRate: supplyRate(rate, used),
    rateAtTarget,
    rateTerms,
    at,
  };
}
