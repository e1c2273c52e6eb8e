import { MarketsDesk } from "@/components/loans/markets/markets-desk";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("marketsDesk");

export default function Page() {
  return (
    <PageMessages of={["assets", "desks", "markets"]}>
      <MarketsDesk />
    </PageMessages>
  );
}
