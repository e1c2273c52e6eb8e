import { TransactionList } from "@/components/transactions/transaction-list";

/** What went into the vault and came out of it. */
export function StakeHistory() {
  return <TransactionList domain="STAKING" />;
}
