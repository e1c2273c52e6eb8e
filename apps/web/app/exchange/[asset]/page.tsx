import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { MarketPage } from "@/components/exchange/market-page";

export const metadata: Metadata = { title: "Market" };

export default async function Page({ params }: PageProps<"/exchange/[asset]">) {
  const { asset } = await params;
  if (!isAddress(asset, { strict: false })) notFound();
  return <MarketPage asset={getAddress(asset)} />;
}
