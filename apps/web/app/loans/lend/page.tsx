import { LendPage } from "@/components/loans/lend/lend-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("lend");

export default function Page() {
  return (
    <PageMessages of={["lend", "loans"]}>
      <LendPage />
    </PageMessages>
  );
}
