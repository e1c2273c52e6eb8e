import type { TransactionOutcome } from "../core/waitForTransaction.ts";
import { QtiError } from "./base.ts";

/** A write was asked for and nobody is there to sign it. */
export class AccountMissingError extends QtiError {
  constructor() {
    super("No account is connected to sign this.", {
      name: "AccountMissingError",
      code: "account-missing",
      next: "Connect a wallet, or give an account.",
    });
  }
}

/** A receipt holds no event of the action it was read for. */
export class EventMissingError extends QtiError {
  /** Name of the event in Solidity. */
  readonly event: string;

  constructor(event: string) {
    super(`The receipt holds no ${event} event.`, {
      name: "EventMissingError",
      code: "event-missing",
      next: "Check that it belongs to this action.",
    });
    this.event = event;
  }
}

const endings = {
  reverted: [
    "The transaction was mined but refused.",
    "Check the values and try again; only the fee was spent.",
  ],
  replaced: [
    "Another transaction of this account took this one's place.",
    "Look at the account's activity, then try again if needed.",
  ],
  cancelled: ["The transaction was cancelled in the wallet.", "Nothing changed. Ask again when ready."],
  dropped: [
    "The network forgot the transaction before it was mined.",
    "Nothing changed. Send it again, with a higher fee if the network is busy.",
  ],
  timedOut: [
    "The transaction is still not mined.",
    "It may yet be: look at the wallet's activity before sending it again.",
  ],
} as const;

/** A transaction that was sent did not do what it was sent for. `outcome` says how it ended. */
export class TransactionFailedError extends QtiError {
  readonly outcome: Exclude<TransactionOutcome, { status: "confirmed" }>;

  constructor(outcome: Exclude<TransactionOutcome, { status: "confirmed" }>) {
    const reason = "error" in outcome ? outcome.error : undefined;
    const [fact, next] = endings[outcome.status];
    super(reason && outcome.status === "reverted" ? reason.shortMessage : fact, {
      name: "TransactionFailedError",
      code: `transaction-${outcome.status.toLowerCase()}`,
      next: reason && outcome.status === "reverted" ? reason.next : next,
      details: `Transaction ${outcome.hash}`,
      cause: reason,
    });
    this.outcome = outcome;
  }
}
