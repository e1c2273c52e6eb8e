/** Queries that are ready to be asked; each pages by id as of one block. The word for each is a message of its name. */
export const queryExamples = ["stakers", "tappers", "holders"] as const;
/** One of {@link queryExamples}. */
export type QueryExample = (typeof queryExamples)[number];

/** How amounts come from the rows, where an example is chosen. */
export const shareOfExample = {
  stakers: "proRata",
  tappers: "proRata",
  holders: "equal",
} as const satisfies { [example in QueryExample]: string };

const listOf: { readonly [example in QueryExample]: (asset: string) => readonly [string, string, string] } = {
  stakers: () => ["poolPositions", 'amount_gt: "0", lock_gt: 0', "account: owner { id } amount"],
  tappers: () => ["tapTallies", 'total_gt: "0"', "account { id } amount: total"],
  holders: (asset) => [
    "holdings",
    `asset: "${asset}", balance_gt: "0", account_: { isSystem: false }`,
    "account { id } amount: balance",
  ],
};

/** The text of an example; that of holders needs an asset. */
export function exampleQuery(example: QueryExample, asset: string): string {
  const [list, filter, fields] = listOf[example](asset.toLowerCase());
  return [
    "query ($block: Block_height!, $after: Bytes!) {",
    `  rows: ${list}(block: $block, first: 1000, orderBy: id,`,
    `    where: { id_gt: $after, ${filter} }) {`,
    `    id ${fields}`,
    "  }",
    "}",
  ].join("\n");
}

/** The same query in one line: what is asked is what is published, and a chain is paid by the byte. */
export function compactQuery(query: string): string {
  return query
    .replace(/#[^\n"]*$/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}
