import { LoansPage } from "@/components/loans/loans-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("loans");

export default function Page() {
  return (
    <PageMessages of={["loans"]}>
      <LoansPage />
    </PageMessages>
  );
}
