import type { Address } from "viem";
import { TransactionList } from "@/components/transactions/transaction-list";

/** What happened to an asset. */
export function AssetHistory({ asset }: { asset: Address }) {
  return <TransactionList asset={asset} />;
}
