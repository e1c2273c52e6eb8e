import { OperatorPage } from "@/components/operator/operator-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("rewardsDesk");

export default function Page() {
  return (
    <PageMessages of={["assets", "campaigns", "desks", "operator", "store"]}>
      <OperatorPage />
    </PageMessages>
  );
}
