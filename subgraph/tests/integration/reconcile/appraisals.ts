import { expect } from "vitest";
import { z } from "zod";
import type { Graph } from "../graphql.ts";
import { oracleOf } from "../traffic/loans.ts";
import type { World } from "../world.ts";
import { big, hex, optional, reference } from "./columns.ts";

const appraisedRow = z.object({
  id: hex,
  asset: reference,
  oracle: hex,
  dailyBps: z.number(),
  borrowMaxAge: big,
  from: big,
  target: big,
  since: big,
  appraisedAt: big,
  appraiser: optional,
  appraisalCount: z.number(),
});
const appraisalRow = z.object({ id: hex, asset: reference, appraiser: reference, value: big, from: big });
type AppraisedRow = z.output<typeof appraisedRow>;

/** What assets are worth by their appraisals, at that very second, is what the oracle says. */
export async function reconcileAppraisals(world: World, graph: Graph, block: number): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address, abi } = oracleOf(world);
  const { timestamp } = await world.reader.getBlock({ blockNumber: at.blockNumber });
  const fields =
    "asset { id } oracle dailyBps borrowMaxAge from target since appraisedAt appraiser { id } appraisalCount";
  const rows = await graph.all("appraisedAssets", fields, appraisedRow, block);
  const appraisals = await graph.all(
    "appraisals",
    "asset { id } appraiser { id } value from",
    appraisalRow,
    block,
  );
  const logs = await world.reader.getContractEvents({
    abi,
    address,
    eventName: "Appraised",
    fromBlock: 0n,
    toBlock: at.blockNumber,
  });
  expect(appraisals).toHaveLength(logs.length);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const told = await read.appraisalOf([row.asset], at);
    const terms = await read.termsOf([row.asset], at);
    expect({
      from: row.from,
      target: row.target,
      since: Number(row.since),
      at: Number(row.appraisedAt),
      dailyBps: row.dailyBps,
      borrowMaxAge: Number(row.borrowMaxAge),
    }).toEqual({ ...told, ...terms });
    expect([row.asset, await read.glideOf([row.asset], at)]).toEqual([row.asset, glideAt(row, timestamp)]);
    expect(row.oracle).toBe(address.toLowerCase());
    expect(appraisals.filter(({ asset }) => asset === row.asset)).toHaveLength(row.appraisalCount);
  }
}

/** What a client reckons from the indexed row: the schema says it in words. */
function glideAt({ from, target, since, dailyBps }: AppraisedRow, time: bigint): bigint {
  const daily = BigInt(dailyBps);
  const way = from * daily * (time - since);
  if (target < from) {
    const fallen = from - way / (10_000n * 86_400n);
    return fallen > target ? fallen : target;
  }
  const risen = from + way / ((10_000n + daily) * 86_400n);
  return risen < target ? risen : target;
}
