import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { MarketPage } from "@/components/exchange/market-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("market");

export default async function Page({ params }: PageProps<"/exchange/[asset]">) {
  const { asset } = await params;
  if (!isAddress(asset, { strict: false })) notFound();
  return (
    <PageMessages of={["exchange"]}>
      <MarketPage asset={getAddress(asset)} />
    </PageMessages>
  );
}
