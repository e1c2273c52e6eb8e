import { SettingsPage } from "@/components/settings/settings-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("settings");

export default function Page() {
  return (
    <PageMessages of={["records", "settings"]}>
      <SettingsPage />
    </PageMessages>
  );
}
