import { LendersDesk } from "@/components/loans/desk/lenders-desk";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("creditDesk");

export default function Page() {
  return (
    <PageMessages of={["assets", "creditDesk", "desks", "lend", "records", "spaces"]}>
      <LendersDesk />
    </PageMessages>
  );
}
