"use client";

import {
  type Credential,
  credentialSchema,
  type Profile,
  type ProfileConflict,
  profileSchema,
  withField,
} from "@qti/sdk/records/spaces";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { SavedProfile, StoredProfile } from "@/lib/records/profile";
import { useSaveProfile } from "@/lib/records/use-profile";
import { useSealForm } from "@/lib/records/use-seal-form";
import { ProfileClash } from "./profile-clash";
import { contactLines } from "./profile-panel";
import { SealDialog } from "./seal-form";

const lineTypes = { name: "text", email: "email", phone: "tel" } as const;
const autoComplete = { name: "name", email: "email", phone: "tel", address: "street-address" } as const;
const { contact: contactSchema } = profileSchema.shape;

/** What two browsers disagree on, and the profile that stands before it is decided. */
type Clash = { before: StoredProfile; mine: Profile; conflicts: readonly ProfileConflict[] };

/** Changes the profile. What another browser changed meanwhile is shown. */
export function ProfileEditor({ before, onClose }: { before: StoredProfile; onClose: () => void }) {
  const t = useTranslations();
  const showToast = useToast();
  const [profile, setProfile] = useState(before.profile);
  const [clash, setClash] = useState<Clash | undefined>(
    before.conflicts.length > 0 ? { before, mine: before.profile, conflicts: before.conflicts } : undefined,
  );
  const save = useSaveProfile();
  const isComplete = profile.credentials.every((each) => credentialSchema.safeParse(each).success);
  const form = useSealForm({
    isComplete,
    seal: () => save.mutateAsync({ before, mine: profile }),
    onSealed,
  });

  function onSealed(done: SavedProfile | null) {
    if (done?.outcome === "conflict")
      return setClash({ before: done.theirs, mine: done.mine, conflicts: done.conflicts });
    showToast("done", t("records.profile.saved"));
    onClose();
  }

  function change(index: number, next: Partial<Credential>) {
    const credentials = profile.credentials.map((each, at) => (at === index ? { ...each, ...next } : each));
    setProfile({ ...profile, credentials });
  }

  if (clash)
    return (
      <ProfileClash
        conflicts={clash.conflicts}
        onClose={onClose}
        onDecide={async (decided) =>
          onSealed(
            await save.mutateAsync({
              before: clash.before,
              mine: decided.reduce((made, { field, value }) => withField(made, field, value), clash.mine),
            }),
          )
        }
      />
    );
  return (
    <SealDialog
      form={form}
      title={t("records.profile.title")}
      description={t("records.seal.description")}
      onClose={onClose}
    >
      {contactLines.map((line) => (
        <Field key={line} id={`profile-${line}`} label={t(`records.profile.lines.${line}`)}>
          {(control) => {
            const common = {
              ...control,
              value: profile.contact[line],
              maxLength: contactSchema.shape[line].maxLength ?? undefined,
              autoComplete: autoComplete[line],
            };
            const type = (value: string) => setProfile(withField(profile, `contact.${line}`, value));
            return line === "address" ? (
              <TextArea {...common} rows={3} onChange={(event) => type(event.target.value)} />
            ) : (
              <Input {...common} type={lineTypes[line]} onChange={(event) => type(event.target.value)} />
            );
          }}
        </Field>
      ))}
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-medium">{t("records.profile.credentials")}</legend>
        <p className="text-muted text-sm">{t("records.profile.credentialsText")}</p>
        {profile.credentials.map((credential, index) => (
          <CredentialFields
            key={credential.id}
            credential={credential}
            isTried={form.tried}
            onChange={(next) => change(index, next)}
            onRemove={() => setProfile(withField(profile, `credentials.${credential.id}`, undefined))}
          />
        ))}
        <Button
          size="small"
          className="justify-self-start"
          onClick={() =>
            setProfile({
              ...profile,
              credentials: [
                ...profile.credentials,
                { id: crypto.randomUUID(), title: "", issuer: "", number: "", validUntil: null },
              ],
            })
          }
        >
          <Plus aria-hidden />
          {t("records.profile.add")}
        </Button>
      </fieldset>
    </SealDialog>
  );
}

function CredentialFields({
  credential: { id, title, issuer, number, validUntil },
  isTried,
  onChange,
  onRemove,
}: {
  credential: Credential;
  isTried: boolean;
  onChange: (next: Partial<Credential>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations();
  return (
    <div className="grid gap-4 border-rule border-t pt-4 sm:grid-cols-2">
      <Field
        id={`title-${id}`}
        label={t("records.profile.credential.title")}
        required
        error={isTried && title === "" ? t("records.profile.credential.titleMissing") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={120}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={`issuer-${id}`} label={t("records.profile.credential.issuer")}>
        {(control) => (
          <Input
            {...control}
            value={issuer}
            maxLength={120}
            onChange={(event) => onChange({ issuer: event.target.value })}
          />
        )}
      </Field>
      <Field id={`number-${id}`} label={t("records.profile.credential.number")}>
        {(control) => (
          <Input
            {...control}
            value={number}
            maxLength={120}
            onChange={(event) => onChange({ number: event.target.value })}
          />
        )}
      </Field>
      <Field id={`until-${id}`} label={t("records.profile.credential.validUntil")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={validUntil ?? ""}
            onChange={(event) => onChange({ validUntil: event.target.value || null })}
          />
        )}
      </Field>
      <Button
        size="small"
        look="quiet"
        className="justify-self-start"
        aria-label={t("records.profile.credential.removeOf", { title })}
        onClick={onRemove}
      >
        <X aria-hidden />
        {t("records.profile.credential.remove")}
      </Button>
    </div>
  );
}
