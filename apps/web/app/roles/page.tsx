import { RolesPage } from "@/components/roles/roles-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("roles");

export default function Page() {
  return (
    <PageMessages of={["assets", "desks", "roles"]}>
      <RolesPage />
    </PageMessages>
  );
}
