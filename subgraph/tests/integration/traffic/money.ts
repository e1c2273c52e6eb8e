import { encodeFunctionData, maxUint256 } from "viem";
import {
  assetRedemptionAbi,
  exchangeAbi,
  incomeDistributorAbi,
  testDollarAbi,
} from "../../../../packages/sdk/src/generated/abis.ts";
import { delayed, offices, people, type World } from "../world.ts";

export const dollar = 10n ** 6n;

export const dollarsOf = (world: World) => world.contract("testDollar", testDollarAbi);
export const exchangeOf = (world: World) => world.contract("exchange", exchangeAbi);
export const distributorOf = (world: World) => world.contract("incomeDistributor", incomeDistributorAbi);
export const redemptionOf = (world: World) => world.contract("assetRedemption", assetRedemptionAbi);

/** Contracts that take money, by their names in a deployment. */
const takers = ["exchange", "incomeDistributor", "assetRedemption", "lendingMarkets"] as const;

/** Everybody gets dollars, and lets every contract that takes money take them. */
export async function openWallets(world: World): Promise<void> {
  const { write } = dollarsOf(world);
  for (const person of [...people, offices.issuer, offices.admin]) {
    await write.transfer([person, 10_000_000n * dollar], { account: offices.holder });
    for (const name of takers) await write.approve([world.at(name), maxUint256], { account: person });
  }
}

/** The dollar leaves the list of a contract and comes back. */
export async function listAnew(world: World): Promise<void> {
  const target = world.at(world.random.pick(takers));
  const { address: money } = dollarsOf(world);
  // All lists have the same two functions.
  const abi = exchangeAbi;
  const delist = encodeFunctionData({ abi, functionName: "delistMoney", args: [money] });
  await delayed(world, offices.admin, target, delist);
  const list = encodeFunctionData({ abi, functionName: "listMoney", args: [money, dollar] });
  await delayed(world, offices.admin, target, list);
}
