import { AssetsPage } from "@/components/assets/assets-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("assets");

export default function Page() {
  return (
    <PageMessages of={["assets"]}>
      <AssetsPage />
    </PageMessages>
  );
}
