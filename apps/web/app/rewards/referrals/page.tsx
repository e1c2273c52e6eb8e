import { ReferralsPage } from "@/components/rewards/referrals-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("referrals");

export default function Page() {
  return (
    <PageMessages of={["rewards"]}>
      <ReferralsPage />
    </PageMessages>
  );
}
