import { CreditPage } from "@/components/loans/credit/credit-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("creditLine");

export default function Page() {
  return (
    <PageMessages of={["credit", "loans", "records", "spaces"]}>
      <CreditPage />
    </PageMessages>
  );
}
