import { StorePage } from "@/components/store/store-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("store");

export default function Page() {
  return (
    <PageMessages of={["rewards", "store"]}>
      <StorePage />
    </PageMessages>
  );
}
