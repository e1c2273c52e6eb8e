import type { Address } from "viem";
import type { World } from "../world.ts";

/** Something that somebody may try. What the contracts refuse is refused; the chain decides, not the test. */
export interface Action {
  readonly name: string;
  /** How often it is tried, beside the others. */
  readonly weight: number;
  /** Most blocks that it makes; 3 where nothing is said. */
  readonly blocks?: number;
  run(world: World): Promise<unknown>;
}

/** What a domain's people do. */
export interface Traffic {
  /** What has to be there before anybody can act: money, allowances, permissions. */
  open?(world: World): Promise<void>;
  /** Makes up for what time and people undid, before what never went through is tried again. */
  renew?(world: World): Promise<void>;
  readonly actions: readonly Action[];
}

/** All assets, oldest first. */
export async function assetsOf(world: World): Promise<readonly Address[]> {
  const count = await world.assetRegistry.read.assetCount();
  return await Promise.all(
    Array.from({ length: Number(count) }, (_, index) => world.assetRegistry.read.assetAt([BigInt(index)])),
  );
}

/** Assets in a state, by its number in the contract. */
export async function assetsIn(world: World, state: number): Promise<readonly Address[]> {
  const assets = await assetsOf(world);
  const states = await Promise.all(assets.map((asset) => world.assetRegistry.read.stateOf([asset])));
  return assets.filter((_, index) => states[index] === state);
}

/** One asset and its issuer. */
export async function someAsset(world: World): Promise<{ asset: Address; issuer: Address }> {
  const asset = world.random.pick(await assetsOf(world));
  return { asset, issuer: await world.assetRegistry.read.issuerOf([asset]) };
}

/** A person who holds shares of the asset, or anybody where nobody was found. */
export async function someHolder(world: World, asset: Address, among: readonly Address[]): Promise<Address> {
  const token = world.token(asset);
  const balances = await Promise.all(among.map((person) => token.read.balanceOf([person])));
  const holders = among.filter((_, index) => balances[index] !== 0n);
  return world.random.pick(holders.length > 0 ? holders : among);
}
