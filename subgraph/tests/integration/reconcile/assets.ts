import { type Address, getAbiItem } from "viem";
import { expect } from "vitest";
import { z } from "zod";
import { assetTokenAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import type { Graph } from "../graphql.ts";
import { assetsOf } from "../traffic/action.ts";
import { strangers } from "../traffic/identity.ts";
import { offices, people, type World } from "../world.ts";
import { big, countRows, hex, reference, sum } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const states = ["NONE", "DRAFT", "ACTIVE", "MATURED", "RETIRED"];
const countries = [276, 528, 250, 840, 756];

const assetRow = z.object({
  id: hex,
  assetId: big,
  issuer: reference,
  name: z.string(),
  symbol: z.string(),
  shares: big,
  valuation: big,
  metadataURI: z.string(),
  documents: z.array(z.object({ index: big, root: hex })),
  documentsRoot: hex.nullable(),
  documentsCount: z.number(),
  state: z.string(),
  stateChanges: z.array(z.object({ previous: z.string().nullable(), state: z.string() })),
  module: hex,
  rules: z.object({
    minTier: z.number(),
    maxHolders: big,
    lockedUntil: big,
    capPerIdentity: big,
    blockedCountries: z.array(z.number()),
  }),
  pausedUntil: big,
  supply: big,
  holderCount: z.number(),
});
const holdingRow = z.object({ id: hex, asset: reference, account: reference, balance: big, frozen: big });
const moveRow = z.object({ id: hex, kind: z.string() });
const explainedRow = z.object({
  id: hex,
  kind: z.string(),
  transfer: z.object({ id: hex, kind: z.string() }).nullable(),
});
const moduleRow = z.object({ id: hex, allowed: z.boolean() });
type AssetRow = z.output<typeof assetRow>;
type HoldingRow = z.output<typeof holdingRow>;

/** Assets, their rules and who holds how much: what the index says equals what the contracts say. */
async function reconcileAssets(world: World, graph: Graph, block: number): Promise<void> {
  const fields = `assetId issuer { id } name symbol shares valuation metadataURI documents(first: 1000, orderBy: index) { index root }
    documentsRoot documentsCount state stateChanges(orderBy: sequence) { previous state } module rules { minTier maxHolders lockedUntil capPerIdentity blockedCountries }
    pausedUntil supply holderCount`;
  const rows = await graph.all("assets", fields, assetRow, block);
  const holdings = await graph.all(
    "holdings",
    "asset { id } account { id } balance frozen",
    holdingRow,
    block,
  );

  const assets = await assetsOf(world);
  expect(rows.map(({ id }) => id).sort()).toEqual(assets.map((asset) => asset.toLowerCase()).sort());
  for (const row of rows) {
    expect(await assets[Number(row.assetId)]?.toLowerCase()).toBe(row.id);
    await reconcileTerms(world, row, block);
    await reconcileRules(world, row, block);
    await reconcileHoldings(world, row, holdings, block);
    reconcileLife(row);
  }
  await reconcileMoves(world, graph, block);
  for (const { id, allowed } of await graph.all("modules", "allowed", moduleRow, block)) {
    expect(await world.assetRegistry.read.isModuleAllowed([id], { blockNumber: BigInt(block) })).toBe(
      allowed,
    );
  }
}

async function reconcileTerms(world: World, row: AssetRow, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const registry = world.assetRegistry.read;
  const token = world.token(row.id).read;
  const documents = await registry.documentsRoots([row.id], at);
  const [issuer, name, symbol, shares, valuation, metadataURI, state, module, pausedUntil, supply, holders] =
    await Promise.all([
      registry.issuerOf([row.id], at),
      token.name(at),
      token.symbol(at),
      registry.sharesOf([row.id], at),
      registry.valuationOf([row.id], at),
      registry.metadataURIOf([row.id], at),
      registry.stateOf([row.id], at),
      token.module(at),
      token.pausedUntil(at),
      token.totalSupply(at),
      token.holders(at),
    ]);
  expect({
    ...row,
    documents: row.documents.map(({ root }) => root),
    assetId: undefined,
    rules: undefined,
    stateChanges: undefined,
  }).toEqual({
    id: row.id,
    issuer: issuer.toLowerCase(),
    name: storable(name),
    symbol: storable(symbol),
    shares,
    valuation,
    metadataURI: storable(metadataURI),
    documents,
    documentsRoot: documents.at(-1) ?? null,
    documentsCount: documents.length,
    state: states[state],
    module: module.toLowerCase(),
    pausedUntil: BigInt(pausedUntil),
    supply,
    holderCount: holders,
    assetId: undefined,
    rules: undefined,
    stateChanges: undefined,
  });
}

async function reconcileRules(world: World, { id, rules }: AssetRow, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const told = await world.complianceModule.read.rulesOf([id], at);
  const blocked: number[] = [];
  for (const country of countries) {
    if (await world.complianceModule.read.isCountryBlocked([id, country], at)) blocked.push(country);
  }
  expect(rules).toEqual({
    minTier: told.minTier,
    maxHolders: BigInt(told.maxHolders),
    lockedUntil: BigInt(told.lockedUntil),
    capPerIdentity: told.capPerIdentity,
    blockedCountries: blocked.sort((a, b) => a - b),
  });
}

async function reconcileHoldings(
  world: World,
  row: AssetRow,
  holdings: readonly HoldingRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const token = world.token(row.id).read;
  const own = new Map(holdings.filter(({ asset }) => asset === row.id).map((each) => [each.account, each]));
  for (const account of [...people, ...strangers, ...Object.values(offices)]) {
    const holding = own.get(lower(account));
    const [balance, frozen] = await Promise.all([
      token.balanceOf([account], at),
      token.getFrozenTokens([account], at),
    ]);
    expect([account, holding?.balance ?? 0n, holding?.frozen ?? 0n]).toEqual([account, balance, frozen]);
  }
  const sum = [...own.values()].reduce((total, { balance }) => total + balance, 0n);
  expect(sum).toBe(row.supply);
  // Shares that are pledged lie in the markets, which are no holder.
  own.delete(lower(world.at("lendingMarkets")));
  expect([...own.values()].filter(({ balance }) => balance > 0n)).toHaveLength(row.holderCount);
}

/** A life is told without a gap, from a draft to where the asset is now. */
function reconcileLife({ stateChanges, state }: AssetRow): void {
  const steps = stateChanges.map((change) => change.state);
  expect(stateChanges.map(({ previous }) => previous)).toEqual([null, ...steps.slice(0, -1)]);
  expect([steps[0], steps.at(-1)]).toEqual(["DRAFT", state]);
}

/** Each move that has a reason is told with it: as many of each kind as the contracts gave reasons. */
async function reconcileMoves(world: World, graph: Graph, block: number): Promise<void> {
  const moves = await graph.all("transfers", "kind", moveRow, block);
  const rows = await graph.all("transactions", "kind transfer { id kind }", explainedRow, block);
  const byMove = new Map(
    rows.flatMap(({ kind, transfer }) => (transfer === null ? [] : [[transfer.id, kind]])),
  );
  const told = (kind: string) => moves.filter((move) => move.kind === kind);
  for (const { kind, row, logs } of await reasonsOf(world, block)) {
    expect([kind, told(kind).length]).toEqual([kind, logs]);
    expect(told(kind).filter(({ id }) => byMove.get(id) !== row)).toEqual([]);
  }
  // One row for each move, whatever its reason, and none for two.
  expect(rows.filter(({ transfer }) => transfer !== null)).toHaveLength(byMove.size);
  expect(byMove.size).toBe(moves.length);
}

async function reasonsOf(world: World, block: number) {
  const range = { fromBlock: 0n, toBlock: BigInt(block) };
  const address = [...(await assetsOf(world))];
  const count = async (name: "ForcedTransfer" | "SharesRecovered") => {
    const event = getAbiItem({ abi: assetTokenAbi, name });
    return (await world.reader.getLogs({ address, event, ...range })).length;
  };
  const burns = await world.assetRegistry.getEvents.AssetForcedBurn({}, range);
  return [
    { kind: "FORCED", row: "SHARES_FORCED", logs: await count("ForcedTransfer") },
    { kind: "RECOVERY", row: "SHARES_RECOVERED", logs: await count("SharesRecovered") },
    { kind: "FORCED_BURN", row: "SHARES_FORCE_BURNED", logs: burns.length },
  ];
}

/** What a database can store of a text: all but its NUL characters. */
const storable = (text: string): string => text.replaceAll("\0", "");

const lower = (address: Address): `0x${string}` => z.parse(hex, address.toLowerCase());

export const assetsReconciliation: Reconciliation = {
  contracts: ["assetRegistry", "complianceModule"],
  reconcile: reconcileAssets,
  protocol: async (graph, block) => {
    const row = z.object({ id: hex, state: z.string(), valuation: big, holderCount: z.number() });
    const assets = await graph.all("assets", "state valuation holderCount", row, block);
    const inState = (state: string) => assets.filter((asset) => asset.state === state);
    return {
      assetCount: assets.length,
      draftAssetCount: inState("DRAFT").length,
      activeAssetCount: inState("ACTIVE").length,
      maturedAssetCount: inState("MATURED").length,
      retiredAssetCount: inState("RETIRED").length,
      statedValue: sum(inState("ACTIVE").map(({ valuation }) => valuation)),
      holdingCount: assets.reduce((total, { holderCount }) => total + holderCount, 0),
      transferCount: await countRows(graph, "transfers", block),
    };
  },
};
