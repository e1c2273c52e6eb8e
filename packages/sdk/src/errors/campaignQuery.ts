import { QtiError } from "./base.ts";

/** Fact and next step of each way in which a query makes no list. */
const sentences = {
  block: ["The query does not say of which block.", "Write block: $block into its list."],
  long: [
    "The query is too long for the link that has to hold it.",
    "Shorten it: with its rule it has to fit into 2,048 characters.",
  ],
  rows: ["The answer has no list of the name rows.", "Name the list: rows: poolPositions(...)."],
  id: ["has no id", "Ask for the id of each row."],
  account: ["names no account", "Ask for its address under the name account."],
  amount: [
    "has no whole amount of at least zero",
    "Ask for a whole number as amount, or share a total equally.",
  ],
  order: ["does not come after the row before it", "Write orderBy: id, and id_gt: $after into its filter."],
  cut: [
    "The index gives at most 1,000 rows at once, and there may be more.",
    "Write orderBy: id, and id_gt: $after into its filter: then all pages are read.",
  ],
  many: ["There are more than 100,000 rows.", "Narrow the query down."],
  nobody: ["Nobody gets anything by this query at that block.", "Look at its filter and at the block."],
} as const;

/** A query makes no list of a campaign. `reason` and `row` say why and where. */
export class CampaignQueryError extends QtiError {
  readonly reason: keyof typeof sentences;
  /** Number of the row, from 1; 0 where it is not about one. */
  readonly row: number;

  constructor(reason: keyof typeof sentences, row = 0) {
    const [fact, next] = sentences[reason];
    super(row === 0 ? fact : `Row ${row} ${fact}.`, {
      name: "CampaignQueryError",
      code: "campaign-query-unusable",
      next,
    });
    this.reason = reason;
    this.row = row;
  }
}
