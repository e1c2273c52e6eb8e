"use client";

import type { Profile } from "@qti/sdk/records/spaces";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Facts } from "@/components/ui/facts";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useProfile } from "@/lib/records/use-profile";

const ProfileEditor = dynamic(() => import("./profile-editor").then((module) => module.ProfileEditor), {
  ssr: false,
});

/** Lines of the contact, in the order in which people ask for them. */
export const contactLines = ["name", "email", "phone", "address"] as const;

/** What only this person knows of themselves here, and whom they share it with. */
export function ProfilePanel() {
  const t = useTranslations();
  const stored = useProfile();
  const problem = useErrorText(stored.error);
  const [editing, setEditing] = useState(false);
  const { data } = stored;
  return (
    <Section
      title={t("records.profile.title")}
      lead={<span className="text-sm">{t("records.profile.lead")}</span>}
      action={
        data && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t("records.profile.edit")}
          </Button>
        )
      }
    >
      {problem && <Problem text={problem} onRetry={stored.refetch} busy={stored.isFetching} />}
      {stored.isPending && !problem && <SkeletonLines lines={3} />}
      {data && (
        <>
          {data.conflicts.length > 0 && (
            <Callout tone="warning" title={t("records.profile.clash.title")} className="mb-4">
              {t("records.profile.clash.both")}
            </Callout>
          )}
          <Lines profile={data.profile} />
        </>
      )}
      {editing && data && <ProfileEditor before={data} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function Lines({ profile: { contact, credentials } }: { profile: Profile }) {
  const t = useTranslations();
  const stated = contactLines.filter((line) => contact[line] !== "");
  if (stated.length === 0 && credentials.length === 0)
    return <p className="text-muted text-sm">{t("records.profile.none")}</p>;
  return (
    <Facts
      rows={[
        ...stated.map((line) => ({
          label: t(`records.profile.lines.${line}`),
          value: <span className="whitespace-pre-line">{contact[line]}</span>,
        })),
        ...credentials.map(({ title, issuer, number, validUntil }) => ({
          label: title,
          value: (
            <>
              {[issuer, number].filter(Boolean).join(", ")}
              {validUntil !== null && (
                <span className="block text-muted text-sm">
                  {t("records.profile.validUntil", { day: validUntil })}
                </span>
              )}
            </>
          ),
        })),
      ]}
    />
  );
}
