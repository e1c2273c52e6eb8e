import { RecordsPage } from "@/components/records/records-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("records");

export default function Page() {
  return (
    <PageMessages of={["records", "store"]}>
      <RecordsPage />
    </PageMessages>
  );
}
