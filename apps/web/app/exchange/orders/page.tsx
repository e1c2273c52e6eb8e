import { MyOrdersPage } from "@/components/exchange/my-orders-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("orders");

export default function Page() {
  return (
    <PageMessages of={["exchange"]}>
      <MyOrdersPage />
    </PageMessages>
  );
}
