import { expect } from "vitest";
import { z } from "zod";
import { domains } from "../domains.ts";
import type { Graph } from "../graphql.ts";
import { countRows } from "./columns.ts";
import type { Fields } from "./reconciliation.ts";

/** These are constant, or say when the row changed. */
const unchecked = ["id", "schemaVersion", "updatedAt", "updatedAtBlock", "latestRecordRoot", "totals"];
const shape = z.object({
  __type: z.object({ fields: z.array(z.object({ name: z.string() })) }),
});

/** The one row of the whole: every field that the schema gives it is what the rows that it sums up make of it. */
export async function reconcileProtocol(graph: Graph, block: number): Promise<void> {
  const row = z.looseObject({ id: z.literal("0x71746900") });
  const fieldsOf = async (type: string) => {
    const { __type: known } = await graph.query(`{ __type(name: "${type}") { fields { name } } }`, shape);
    const names = known.fields.map(({ name }) => name).filter((name) => !unchecked.includes(name));
    return names.join(" ");
  };
  const [protocol] = await graph.all("protocols", await fieldsOf("Protocol"), row, block);
  const [totals] = await graph.all("totals_collection", await fieldsOf("Totals"), row, block);
  const expected: Record<string, Fields[string]> = {
    id: "0x71746900",
    transactionCount: await countRows(graph, "transactions", block),
  };
  for (const { reconciliation } of domains)
    Object.assign(expected, await reconciliation.protocol(graph, block));
  expect(asText({ ...protocol, ...totals })).toEqual(asText(expected));
}

/** GraphQL writes large numbers as text and small ones as numbers. */
const asText = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
