import { TransactionList } from "@/components/transactions/transaction-list";

/** What went into the vault and came out of it. */
export function StakeHistory() {
  return <TransactionList kinds={["STAKE_DEPOSITED", "STAKE_WITHDRAWN", "STREAM_FUNDED"]} />;
}
