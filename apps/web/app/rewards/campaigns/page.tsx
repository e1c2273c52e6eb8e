import { CampaignsPage } from "@/components/campaigns/campaigns-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("campaigns");

export default function Page() {
  return (
    <PageMessages of={["assets", "campaigns", "desks", "rewards"]}>
      <CampaignsPage />
    </PageMessages>
  );
}
