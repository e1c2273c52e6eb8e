import { expect } from "vitest";
import { z } from "zod";
import { exchangeAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import type { Graph } from "../graphql.ts";
import type { World } from "../world.ts";
import { hex } from "./columns.ts";

const listingRow = z.object({ id: hex, contract: hex, use: z.string(), money: hex, listed: z.boolean() });

/** What a contract takes as money, by its own word; all lists have the same function. */
export async function reconcileMoney(
  world: World,
  graph: Graph,
  name: string,
  use: string,
  block: number,
): Promise<void> {
  const { read, address } = world.contract(name, exchangeAbi);
  const listings = await graph.all("moneyListings", "contract use money listed", listingRow, block);
  const own = listings.filter(({ contract }) => contract === address.toLowerCase());
  expect(own.length).toBeGreaterThan(0);
  for (const listing of own) {
    expect(listing.use).toBe(use);
    expect(await read.isMoney([listing.money], { blockNumber: BigInt(block) })).toBe(listing.listed);
  }
}
