import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { KeysSettings } from "./keys-settings";
import { NetworkSettings } from "./network-settings";
import { SessionSettings } from "./session-settings";
import { ThemeChoiceGroup } from "./theme-choice";

/** How does this app look and work on this device? */
export function SettingsPage() {
  return (
    <>
      <PageHead title="Settings" lead="For this browser, and nobody else." />
      <div className="grid max-w-2xl gap-12">
        <Section title="Theme">
          <ThemeChoiceGroup />
        </Section>
        <Section title="Sign-in">
          <SessionSettings />
        </Section>
        <Section title="Record keys">
          <KeysSettings />
        </Section>
        <Section title="Network">
          <NetworkSettings />
        </Section>
      </div>
    </>
  );
}
