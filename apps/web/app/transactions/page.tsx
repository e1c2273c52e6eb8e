import type { Metadata } from "next";
import { HistoryPage } from "@/components/history/history-page";

export const metadata: Metadata = { title: "Transactions" };

export default function Page() {
  return <HistoryPage />;
}
