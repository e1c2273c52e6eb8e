import { VouchPage } from "@/components/loans/vouch/vouch-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("vouch");

export default function Page() {
  return (
    <PageMessages of={["loans", "vouch"]}>
      <VouchPage />
    </PageMessages>
  );
}
