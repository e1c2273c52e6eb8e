import { ExchangePage } from "@/components/exchange/exchange-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("exchange");

export default function Page() {
  return (
    <PageMessages of={["exchange"]}>
      <ExchangePage />
    </PageMessages>
  );
}
