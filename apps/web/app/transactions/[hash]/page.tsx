import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isHash } from "viem";
import { TransactionPage } from "@/components/history/transaction-page";

export const metadata: Metadata = { title: "Transaction" };

export default async function Page({ params }: PageProps<"/transactions/[hash]">) {
  const { hash } = await params;
  const lower = hash.toLowerCase();
  if (!isHash(lower)) notFound();
  return <TransactionPage hash={lower} />;
}
