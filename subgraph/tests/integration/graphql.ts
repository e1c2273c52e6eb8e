import { z } from "zod";

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});
const page = 1_000;

/** A GraphQL endpoint of graph-node. */
export interface Graph {
  /** One query; errors, which graph-node sends with status 200, are thrown. */
  query<schema extends z.ZodType>(query: string, schema: schema): Promise<z.output<schema>>;
  /** Every row of an entity at a block that fits a condition, however many there are: by id, as the network allows. */
  all<schema extends z.ZodType<{ id: string }>>(
    field: string,
    fields: string,
    schema: schema,
    block: number,
    where?: string,
  ): Promise<z.output<schema>[]>;
  /** Waits until the index shows the block, and answers with the hash that it has there. */
  until(block: number): Promise<string>;
}

export function createGraph(url: string): Graph {
  const query: Graph["query"] = async (text, schema) => {
    for (;;) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: text }),
      });
      const { data, errors } = answer.parse(await response.json());
      if (errors === undefined) return schema.parse(data);
      // graph-node's way to ask for the same query again.
      if (errors.every(({ message }) => message.includes("reorganized"))) continue;
      throw new Error(errors.map(({ message }) => message).join("; "));
    }
  };
  return {
    query,
    all: async (field, fields, schema, block, condition = "") => {
      const rows: z.output<typeof schema>[] = [];
      for (let last = ""; ; ) {
        const where = last === "" ? condition : `${condition} id_gt: "${last}"`;
        const options = `first: ${page}, orderBy: id, block: { number: ${block} }, where: { ${where} }`;
        const text = `{ rows: ${field}(${options}) { id ${fields} } }`;
        const { rows: more } = await query(text, z.object({ rows: z.array(schema) }));
        rows.push(...more);
        const end = more.at(-1);
        if (more.length < page || end === undefined) return rows;
        last = end.id;
      }
    },
    until: async (block) => {
      const meta = z.object({
        _meta: z.object({
          hasIndexingErrors: z.boolean(),
          block: z.object({ number: z.number(), hash: z.string() }),
        }),
      });
      for (;;) {
        const { _meta } = await query("{ _meta { hasIndexingErrors block { number hash } } }", meta);
        if (_meta.hasIndexingErrors) throw new Error(`The subgraph failed at block ${_meta.block.number}.`);
        if (_meta.block.number >= block) return _meta.block.hash;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
