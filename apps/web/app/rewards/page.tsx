import { RewardsPage } from "@/components/rewards/rewards-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("rewards");

export default function Page() {
  return (
    <PageMessages of={["rewards"]}>
      <RewardsPage />
    </PageMessages>
  );
}
