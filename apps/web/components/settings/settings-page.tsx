import { useTranslations } from "next-intl";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { DataSettings } from "./data-settings";
import { FactorsSettings } from "./factors-settings";
import { KeysSettingsPart } from "./keys-settings-part";
import { LanguageChoiceGroup } from "./language-choice";
import { NetworkSettings } from "./network-settings";
import { PreferencesPart } from "./preferences-part";
import { SessionSettings } from "./session-settings";
import { ThemeChoiceGroup } from "./theme-choice";

/** How does this app look here, and who gets in? */
export function SettingsPage() {
  const t = useTranslations();
  return (
    <>
      <PageHead title={t("settings.title")} lead={t("settings.lead")} />
      <div className="grid max-w-2xl gap-12">
        <Section title={t("settings.language.title")} lead={t("settings.language.lead")}>
          <LanguageChoiceGroup />
        </Section>
        <Section title={t("settings.theme.title")}>
          <ThemeChoiceGroup />
        </Section>
        <Section title={t("settings.sync.title")}>
          <PreferencesPart />
        </Section>
        <Section title={t("settings.signIn.title")}>
          <SessionSettings />
        </Section>
        <Section
          anchor="second-factors"
          title={t("settings.factors.title")}
          lead={t("settings.factors.lead")}
        >
          <FactorsSettings />
        </Section>
        <Section title={t("settings.keys.title")}>
          <KeysSettingsPart />
        </Section>
        <Section title={t("settings.data.title")} lead={t("settings.data.lead")}>
          <DataSettings />
        </Section>
        <Section title={t("settings.network.title")}>
          <NetworkSettings />
        </Section>
      </div>
    </>
  );
}
