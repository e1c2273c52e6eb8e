import type { Address } from "viem";
import { getBalance } from "viem/actions";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { toQtiError } from "../core/toQtiError.ts";
import { balanceOfFunction } from "../generated/abi/qtiToken.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getBalances}. */
export type GetBalancesParameters = ContractsOption & ReadOptions & { account: Address };

/** Money of an account, in the smallest unit of each. */
export type GetBalancesReturnType = {
  /** The network's coin, 18 decimals. */
  eth: bigint;
  /** 18 decimals. */
  qti: bigint;
  /** Staked QTI, 24 decimals. */
  sQti: bigint;
  /** Test dollars, 6 decimals. */
  dollar: bigint;
};

/**
 * Reads the money of an account: coin, QTI, staked QTI and test dollars. Shares of assets are read by `getHolding`.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetBalancesParameters}
 * @returns {@link GetBalancesReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { qti } = await getBalances(client, { account });
 * ```
 */
export async function getBalances(
  client: QtiClient,
  parameters: GetBalancesParameters,
): Promise<GetBalancesReturnType> {
  const { account: address, blockNumber, contracts } = parameters;
  const tokens = await resolveContracts(
    client,
    { qtiToken: addresses.qtiToken, stakingVault: addresses.stakingVault, testDollar: addresses.testDollar },
    contracts,
  );
  const balance = (token: Address) =>
    read(client, contractCall(token, balanceOfFunction, [address]), parameters);
  try {
    const [eth, qti, sQti, dollar] = await Promise.all([
      getBalance(client, blockNumber === undefined ? { address } : { address, blockNumber }),
      balance(tokens.qtiToken),
      balance(tokens.stakingVault),
      balance(tokens.testDollar),
    ]);
    return { eth, qti, sQti, dollar };
  } catch (error) {
    throw await toQtiError(error);
  }
}
