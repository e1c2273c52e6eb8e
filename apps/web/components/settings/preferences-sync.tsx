"use client";

import { type ProfileConflict, withField } from "@qti/sdk/records/spaces";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useVaultPreferences } from "@/lib/records/use-vault-preferences";

const ProfileClash = dynamic(
  () => import("@/components/records/profile-clash").then((module) => module.ProfileClash),
  { ssr: false },
);

/** Whether language and theme are the same in all browsers of a person, kept in their vault. */
export function PreferencesSync() {
  const t = useTranslations();
  const { isOpen, isJoined, isMet, stored, meeting, join, leave } = useVaultPreferences();
  const problem = useErrorText(stored.error);
  if (!isJoined && !isOpen) return <p className="text-muted">{t("settings.sync.needs")}</p>;
  const state = !isJoined ? "off" : !isOpen ? "waits" : isMet ? "on" : "meeting";
  return (
    <div className="grid justify-items-start gap-4">
      <p role="status" className="text-muted">
        {t(`settings.sync.${state}`)}
      </p>
      {problem && <Problem text={problem} onRetry={stored.refetch} busy={stored.isFetching} />}
      {meeting && meeting.conflicts.length > 0 && <Clash conflicts={meeting.conflicts} />}
      {isJoined ? (
        <Button onClick={leave}>{t("settings.sync.leave")}</Button>
      ) : (
        <Button busy={stored.isFetching} onClick={() => void join()}>
          {t("settings.sync.join")}
        </Button>
      )}
    </div>
  );
}

/** To choose is to say what was agreed on: then only one side has changed since. */
function Clash({ conflicts }: { conflicts: readonly ProfileConflict[] }) {
  const t = useTranslations();
  const { stored, agreed, agree } = useVaultPreferences();
  const [isOpen, setIsOpen] = useState(false);
  const profile = stored.data?.profile;
  return (
    <Callout
      tone="warning"
      title={t("settings.sync.clash")}
      action={
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t("settings.sync.choose")}
        </Button>
      }
    >
      {t("settings.sync.clashText")}
      {isOpen && profile && agreed && (
        <ProfileClash
          conflicts={conflicts}
          onClose={() => setIsOpen(false)}
          onDecide={(decided) => {
            const others = decided.map(({ field, value }) => {
              const conflict = conflicts.find((each) => each.field === field);
              return { field, value: conflict?.mine === value ? conflict?.theirs : conflict?.mine };
            });
            const before = { ...profile, preferences: agreed };
            agree(
              others.reduce((made, { field, value }) => withField(made, field, value), before).preferences,
            );
            setIsOpen(false);
          }}
        />
      )}
    </Callout>
  );
}
