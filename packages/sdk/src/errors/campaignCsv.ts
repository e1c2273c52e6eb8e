import { QtiError } from "./base.ts";

/** Fact and next step of each way in which a line cannot be read. */
const sentences = {
  empty: ["The file names no account.", "Give one account a line: address, comma, QTI."],
  columns: ["does not have two columns", "Write an address, a comma and an amount of QTI."],
  account: ["does not begin with an address", "Correct the address; mixed case has to be its checksum."],
  amount: [
    "has no amount of QTI above zero with at most 18 decimals",
    "Write digits and a point, without separators of thousands.",
  ],
  twice: [
    "names an account that stands in the file before",
    "Give each account once, with all that it gets.",
  ],
} as const;

/** A list of a campaign cannot be read. `line` and `reason` say where and why. */
export class CampaignCsvError extends QtiError {
  /** Line of the file, from 1; 0 for the whole file. */
  readonly line: number;
  readonly reason: keyof typeof sentences;

  constructor(line: number, reason: keyof typeof sentences) {
    const [fact, next] = sentences[reason];
    super(line === 0 ? fact : `Line ${line} ${fact}.`, {
      name: "CampaignCsvError",
      code: "campaign-csv-unreadable",
      next,
    });
    this.line = line;
    this.reason = reason;
  }
}
