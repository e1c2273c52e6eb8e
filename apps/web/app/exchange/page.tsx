import type { Metadata } from "next";
import { ExchangePage } from "@/components/exchange/exchange-page";

export const metadata: Metadata = { title: "Exchange" };

export default function Page() {
  return <ExchangePage />;
}
