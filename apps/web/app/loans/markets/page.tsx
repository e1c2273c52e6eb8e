import { MarketsPage } from "@/components/loans/markets/markets-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("lendingMarkets");

export default function Page() {
  return (
    <PageMessages of={["loans", "markets"]}>
      <MarketsPage />
    </PageMessages>
  );
}
