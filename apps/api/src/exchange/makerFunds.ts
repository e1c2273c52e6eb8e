import { isBid, type Order } from "@qti/sdk";
import { assetTokenAbi } from "@qti/sdk/abis";
import type { Address } from "viem";
import type { ChainClient } from "../core/chain.ts";
import type { At } from "./judge.ts";

/** The account that sells and the token that it sells. */
const purseOf = (order: Order) => `${order.maker} ${isBid(order) ? order.money : order.asset}`;

/**
 * For each order, how much of what it sells its maker has and the exchange may move. The quoter bounds each order by it; that
 * several orders promise the same units is seen only beside each other. Only for orders whose tokens answered the quoter.
 *
 * @throws whatever keeps the chain from answering: nothing is known then, and that is not the same as nothing there
 */
export async function makerFunds(
  chain: ChainClient,
  exchange: Address,
  orders: readonly Order[],
  at: At,
): Promise<bigint[]> {
  if (orders.length === 0) return [];
  const purses = new Map(orders.map((order) => [purseOf(order), order]));
  const answers = await chain.multicall({
    contracts: [...purses.values()].flatMap((order) => {
      const { maker, asset, money } = order;
      const bid = isBid(order);
      return [
        {
          address: bid ? money : asset,
          abi: assetTokenAbi,
          functionName: bid ? ("balanceOf" as const) : ("unfrozenBalanceOf" as const),
          args: [maker] as const,
        },
        {
          address: bid ? money : asset,
          abi: assetTokenAbi,
          functionName: "allowance" as const,
          args: [maker, exchange] as const,
        },
      ];
    }),
    allowFailure: false,
    batchSize: 0,
    deployless: true,
    ...at,
  });
  const funds = new Map(
    [...purses.keys()].map((purse, index) => {
      const balance = answers[2 * index] ?? 0n;
      const allowance = answers[2 * index + 1] ?? 0n;
      return [purse, balance < allowance ? balance : allowance];
    }),
  );
  return orders.map((order) => funds.get(purseOf(order)) ?? 0n);
}
