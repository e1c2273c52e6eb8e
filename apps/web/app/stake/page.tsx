import { StakePage } from "@/components/staking/stake-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("stake");

export default function Page() {
  return (
    <PageMessages of={["staking"]}>
      <StakePage />
    </PageMessages>
  );
}
