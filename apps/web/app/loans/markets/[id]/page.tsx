import { notFound } from "next/navigation";
import { isHash } from "viem";
import { MarketPage } from "@/components/loans/markets/market-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("lendingMarket");

export default async function Page({ params }: PageProps<"/loans/markets/[id]">) {
  const { id } = await params;
  const lower = id.toLowerCase();
  if (!isHash(lower)) notFound();
  return (
    <PageMessages of={["loans", "markets"]}>
      <MarketPage id={lower} />
    </PageMessages>
  );
}
