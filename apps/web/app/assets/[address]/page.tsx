import { notFound } from "next/navigation";
import { getAddress, isAddress } from "viem";
import { AssetPage } from "@/components/assets/asset-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("asset");

export default async function Page({ params }: PageProps<"/assets/[address]">) {
  const { address } = await params;
  if (!isAddress(address, { strict: false })) notFound();
  return (
    <PageMessages of={["assets", "desks", "income", "records", "redemption", "spaces"]}>
      <AssetPage asset={getAddress(address)} />
    </PageMessages>
  );
}
