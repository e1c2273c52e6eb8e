import { CompliancePage } from "@/components/compliance/compliance-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("compliance");

export default function Page() {
  return (
    <PageMessages of={["assets", "compliance", "desks", "records", "spaces"]}>
      <CompliancePage />
    </PageMessages>
  );
}
