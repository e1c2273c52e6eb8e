import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { people, type World } from "../world.ts";
import { big, countRows, hex, reference } from "./columns.ts";
import type { Reconciliation } from "./reconciliation.ts";

const keyRow = z.object({
  id: hex,
  account: reference,
  index: big,
  recipient: hex,
  verifier: hex,
  validFrom: big,
  validUntil: big,
  revokedAt: big.nullable(),
});
const rootRow = z.object({
  id: hex,
  index: big,
  root: hex,
  size: big,
  timestamp: big,
  preservedAt: big.nullable(),
});

/** Keys and roots: what the index says equals what the contracts say. */
async function reconcileRecords(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const fields = "account { id } index recipient verifier validFrom validUntil revokedAt";
  const rows = await graph.all("keyEntries", fields, keyRow, block);
  let count = 0;
  for (const person of people) {
    const own = rows.filter(({ account }) => account === person.toLowerCase());
    const told = Number(await world.keyDirectory.read.keysCount([person], at));
    expect(own).toHaveLength(told);
    for (const row of own) {
      const entry = await world.keyDirectory.read.keysAt([person, row.index], at);
      expect({
        recipient: row.recipient,
        verifier: row.verifier,
        validFrom: Number(row.validFrom),
        validUntil: Number(row.validUntil),
        revokedAt: Number(row.revokedAt ?? 0n),
      }).toEqual(entry);
    }
    count += told;
  }
  expect(rows).toHaveLength(count);

  await reconcileRoots(world, graph, block);
}

/** The contract still knows the newest root and the preserved ones; of the others its own events are the memory. */
async function reconcileRoots(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const roots = await graph.all("recordRoots", "index root size timestamp preservedAt", rootRow, block);
  const range = { fromBlock: 0n, toBlock: at.blockNumber };
  const anchored = await world.recordAnchor.getEvents.RootAnchored({}, range);
  const preserved = await world.recordAnchor.getEvents.AnchorPreserved({}, range);
  const keptIndexes = preserved.map(({ args }) => args.index);
  expect(roots).toHaveLength(Number(await world.recordAnchor.read.anchorCount(at)));
  for (const [place, { index, root, size, timestamp, preservedAt }] of roots.entries()) {
    // Ids sort like the numbers that they are.
    expect(Number(index)).toBe(place);
    const told = { root, size, time: Number(timestamp) };
    expect({ index, ...told }).toEqual(anchored[place]?.args);
    expect(preservedAt !== null).toBe(keptIndexes.includes(index));
    const isKnown = preservedAt !== null || place === roots.length - 1;
    if (isKnown) expect(told).toEqual(await world.recordAnchor.read.anchorAt([index], at));
  }
}

export const recordsReconciliation: Reconciliation = {
  contracts: ["keyDirectory", "recordAnchor"],
  reconcile: reconcileRecords,
  protocol: async (graph, block) => ({
    keyEntryCount: await countRows(graph, "keyEntries", block),
    recordRootCount: await countRows(graph, "recordRoots", block),
  }),
};
