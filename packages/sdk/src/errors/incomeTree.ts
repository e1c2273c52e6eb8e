import { QtiError } from "./base.ts";

/** Fact and next step of each way in which a list cannot be made. */
const sentences = {
  twice: ["An account stands twice among the holders.", "Give each account once."],
  nobody: [
    "Nobody but the issuer holds shares at this block, so there is nobody to pay.",
    "Choose a later block, after shares were sold.",
  ],
  tooLittle: ["The amount is too small to be shared out.", "Pay more."],
} as const;

/** A list of income claims cannot be made. `reason` says why. */
export class IncomeTreeError extends QtiError {
  readonly reason: keyof typeof sentences;
  /** Account that stands twice, where that is the reason. */
  readonly holder: string | undefined;

  constructor(reason: keyof typeof sentences, holder?: string) {
    const [fact, next] = sentences[reason];
    super(holder === undefined ? fact : `${holder} stands twice among the holders.`, {
      name: "IncomeTreeError",
      code: "income-tree-impossible",
      next,
    });
    this.reason = reason;
    this.holder = holder;
  }
}
