import { IdentityPage } from "@/components/identity/identity-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("identity");

export default function Page() {
  return (
    <PageMessages of={["compliance", "desks", "identity", "records", "spaces"]}>
      <IdentityPage />
    </PageMessages>
  );
}
