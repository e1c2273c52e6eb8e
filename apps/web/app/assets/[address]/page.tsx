import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { AssetPage } from "@/components/assets/asset-page";

export const metadata: Metadata = { title: "Asset" };

export default async function Page({ params }: PageProps<"/assets/[address]">) {
  const { address } = await params;
  if (!isAddress(address, { strict: false })) notFound();
  return <AssetPage asset={getAddress(address)} />;
}
