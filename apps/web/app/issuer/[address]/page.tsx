import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { IssuerAssetPage } from "@/components/issuer/issuer-asset-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("issuer");

export default async function Page({ params }: PageProps<"/issuer/[address]">) {
  const { address } = await params;
  if (!isAddress(address, { strict: false })) notFound();
  return (
    <PageMessages of={["assets", "desks", "income", "issuer", "records", "redemption", "spaces"]}>
      <IssuerAssetPage asset={getAddress(address)} />
    </PageMessages>
  );
}
