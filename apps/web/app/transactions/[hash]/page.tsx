import { notFound } from "next/navigation";
import { isHash } from "viem";
import { TransactionPage } from "@/components/history/transaction-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("transaction");

export default async function Page({ params }: PageProps<"/transactions/[hash]">) {
  const { hash } = await params;
  const lower = hash.toLowerCase();
  if (!isHash(lower)) notFound();
  return (
    <PageMessages of={["history"]}>
      <TransactionPage hash={lower} />
    </PageMessages>
  );
}
