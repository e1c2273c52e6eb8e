import type { Address } from "viem";
import { QtiError } from "./base.ts";

/** An account named more keys in `KeyDirectory` than are read. */
export class KeyHistoryTooLongError extends QtiError {
  override name = "KeyHistoryTooLongError";
  readonly account: Address;
  /** How many there are. */
  readonly count: bigint;

  constructor({ account, count, most }: { account: Address; count: bigint; most: number }) {
    super(`The account ${account} named ${count} keys on the chain, and at most ${most} are read.`, {
      code: "key-history-too-long",
      next: "Nobody needs so many: seal nothing for this account. To read them all the same, raise `most`.",
      name: "KeyHistoryTooLongError",
    });
    this.account = account;
    this.count = count;
  }
}
