import { IssuerPage } from "@/components/issuer/issuer-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("issuer");

export default function Page() {
  return (
    <PageMessages of={["issuer"]}>
      <IssuerPage />
    </PageMessages>
  );
}
