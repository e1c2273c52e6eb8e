import { HistoryPage } from "@/components/history/history-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("transactions");

export default function Page() {
  return (
    <PageMessages of={["assets", "history"]}>
      <HistoryPage />
    </PageMessages>
  );
}
