import { LiquidationsPage } from "@/components/loans/markets/liquidations-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("liquidations");

export default function Page() {
  return (
    <PageMessages of={["loans", "markets"]}>
      <LiquidationsPage />
    </PageMessages>
  );
}
