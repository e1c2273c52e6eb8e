import { z } from "zod";
import type { Graph } from "./graphql.ts";

const page = 1_000;

interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeReference | null | undefined;
}
const typeReference: z.ZodType<TypeReference> = z.lazy(() =>
  z.object({ kind: z.string(), name: z.string().nullable(), ofType: typeReference.nullish() }),
);
const field = z.object({
  name: z.string(),
  args: z.array(z.object({ name: z.string() })),
  type: typeReference,
});
type Field = z.output<typeof field>;
const schema = z.object({
  __schema: z.object({
    queryType: z.object({ fields: z.array(field) }),
    types: z.array(z.object({ name: z.string(), fields: z.array(field).nullish() })),
  }),
});
const reference = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const fields = `fields { name args { name } type { ${reference} } }`;

/** All rows of a list, as text. */
export interface Rows {
  readonly rows: readonly string[];
  /** Whether they are sums over intervals. */
  readonly areSums: boolean;
}

/**
 * Every row of every entity at a block, as text, in an order of their own: what two indexes of the same chain must have in
 * common. It asks the schema what there is, so nothing that anybody adds is left out.
 */
export async function dump(graph: Graph, block: number): Promise<ReadonlyMap<string, Rows>> {
  const { __schema: told } = await graph.query(
    `{ __schema { queryType { ${fields} } types { name ${fields} } } }`,
    schema,
  );
  const types = new Map(told.types.map((type) => [type.name, type.fields ?? []]));
  const lists = told.queryType.fields.filter(({ args }) => takes(args, "orderBy") && takes(args, "first"));
  const all = new Map<string, Rows>();
  for (const list of lists) {
    const rows = await dumpList(graph, list, types, block);
    all.set(list.name, { rows, areSums: takes(list.args, "interval") });
  }
  return all;
}

async function dumpList(
  graph: Graph,
  { name, args, type }: Field,
  types: ReadonlyMap<string, readonly Field[]>,
  block: number,
): Promise<readonly string[]> {
  const columns = types.get(named(type).name ?? "") ?? [];
  // Points and sums of time series are numbered by the database, in the order in which they came to be.
  const isNumbered = columns.some((column) => column.name === "id" && named(column.type).name === "Int8");
  const own = columns.filter((column) => column.args.length === 0 && !(isNumbered && column.name === "id"));
  const selection = own.map((column) => (isLeaf(column) ? column.name : `${column.name} { id }`)).join(" ");
  const at = takes(args, "block") ? `, block: { number: ${block} }` : "";
  const intervals = takes(args, "interval") ? [", interval: hour", ", interval: day"] : [""];
  const rows: string[] = [];
  for (const interval of intervals) {
    const current = takes(args, "current") ? ", current: include" : "";
    for (let skip = 0; ; skip += page) {
      const options = `first: ${page}, skip: ${skip}${at}${interval}${current}`;
      const more = await graph.query(
        `{ rows: ${name}(${options}) { ${selection} } }`,
        z.object({ rows: z.array(z.unknown()) }),
      );
      rows.push(...more.rows.map((row) => `${interval}${JSON.stringify(row)}`));
      if (more.rows.length < page) break;
    }
  }
  return rows.sort();
}

const takes = (args: Field["args"], name: string): boolean => args.some((each) => each.name === name);

/** The type inside of lists and of what is never null. */
function named(type: TypeReference): TypeReference {
  return type.ofType == null ? type : named(type.ofType);
}

const isLeaf = ({ type }: Field): boolean => ["SCALAR", "ENUM"].includes(named(type).kind);
