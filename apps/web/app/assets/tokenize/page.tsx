import { TokenizePage } from "@/components/assets/tokenize-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("tokenize");

export default function Page() {
  return (
    <PageMessages of={["assets", "records"]}>
      <TokenizePage />
    </PageMessages>
  );
}
