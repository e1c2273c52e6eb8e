import type { Metadata } from "next";
import { MyOrdersPage } from "@/components/exchange/my-orders-page";

export const metadata: Metadata = { title: "My orders" };

export default function Page() {
  return <MyOrdersPage />;
}
