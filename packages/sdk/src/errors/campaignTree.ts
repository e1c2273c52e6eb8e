import { QtiError } from "./base.ts";

/** Fact and next step of each way in which a tree cannot be made. */
const sentences = {
  nobody: ["Nobody would get anything, and a tree needs somebody.", "Give at least one account."],
  twice: ["An account stands twice in the list.", "Give each account once."],
  nothing: ["An account would get nothing.", "Leave out who gets nothing."],
} as const;

/** The tree of a campaign cannot be made. `reason` says why. */
export class CampaignTreeError extends QtiError {
  readonly reason: keyof typeof sentences;
  /** Account that is the reason, where it is one. */
  readonly account: string | undefined;

  constructor(reason: keyof typeof sentences, account?: string) {
    const [fact, next] = sentences[reason];
    super(account === undefined ? fact : fact.replace("An account", account), {
      name: "CampaignTreeError",
      code: "campaign-tree-impossible",
      next,
    });
    this.reason = reason;
    this.account = account;
  }
}
