import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { IssuerAssetPage } from "@/components/issuer/issuer-asset-page";

export const metadata: Metadata = { title: "Issuer's desk" };

export default async function Page({ params }: PageProps<"/issuer/[address]">) {
  const { address } = await params;
  if (!isAddress(address, { strict: false })) notFound();
  return <IssuerAssetPage asset={getAddress(address)} />;
}
