"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { type KeysState, useKeysChanged } from "@/lib/records/use-keys";
import { useAddress } from "@/lib/wallet/use-account";

/** Makes keys, or brings them back: what stands between a person and their records on this device. */
export function KeysPanel({ state, isSealed }: { state: KeysState; isSealed: boolean }) {
  const t = useTranslations();
  const [restoring, setRestoring] = useState(state.status === "locked" || isSealed);
  return (
    <div className="grid max-w-prose gap-6">
      {isSealed && (
        <Callout tone="warning" title={t("records.codes.keysAway")}>
          {t("records.codes.keysAwayText")}
        </Callout>
      )}
      {restoring ? <RestoreKeys locked={state.status === "locked"} /> : <CreateKeys />}
      {state.status === "none" && (
        <Button
          look="quiet"
          size="small"
          className="-ml-3 justify-self-start"
          onClick={() => setRestoring(!restoring)}
        >
          {restoring ? t("records.keys.new") : t("records.keys.elsewhere")}
        </Button>
      )}
    </div>
  );
}

/** New keys: the recovery code is written down before anything is stored, because nobody else can bring it back. */
function CreateKeys() {
  const t = useTranslations();
  const account = useAddress();
  const { load } = useRecords();
  const keysChanged = useKeysChanged();
  const [typed, setTyped] = useState("");

  const create = useMutation({
    mutationFn: async () => {
      if (!account) return undefined;
      const { client, worker } = await load();
      const { recoveryCode } = await worker.createKeys({ account });
      return client.formatRecoveryCode(recoveryCode);
    },
  });
  const confirm = useMutation({
    mutationFn: async (recoveryCode: string) => (await load()).worker.confirmRecovery({ recoveryCode }),
    onSuccess: keysChanged,
  });
  const problem = useErrorText(confirm.error ?? create.error);

  if (!create.data)
    return (
      <div className="grid justify-items-start gap-4">
        <p className="font-medium">{t("records.keys.title")}</p>
        <p className="text-muted">{t("records.keys.text")}</p>
        {problem && (
          <Callout live tone="problem" title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
        <Button look="primary" busy={create.isPending} onClick={() => create.mutate()}>
          {t("records.keys.make")}
        </Button>
      </div>
    );

  function submit(event: FormEvent) {
    event.preventDefault();
    confirm.mutate(typed);
  }

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <p className="font-medium">{t("records.keys.code")}</p>
      <p className="text-muted">{t("records.keys.codeText")}</p>
      <p
        data-recovery-code
        className="rounded-md bg-sunken p-4 font-medium text-lg leading-8 tracking-wide [overflow-wrap:anywhere]"
      >
        <CopyText text={create.data} label={t("records.keys.codeName")} className="text-left">
          {create.data}
        </CopyText>
      </p>
      <Field
        id="recovery-code"
        label={t("records.keys.typeBack")}
        required
        error={problem ? `${problem.sentence} ${problem.next}` : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="justify-self-start" busy={confirm.isPending}>
        {t("records.keys.written")}
      </Button>
    </form>
  );
}

/** Keys from a backup, opened by the recovery code. */
function RestoreKeys({ locked }: { locked: boolean }) {
  const t = useTranslations();
  const account = useAddress();
  const { load } = useRecords();
  const keysChanged = useKeysChanged();
  const [backup, setBackup] = useState("");
  const [code, setCode] = useState("");
  const restore = useMutation({
    mutationFn: async () => {
      if (!account) return;
      const { worker } = await load();
      let parsed: unknown;
      try {
        parsed = JSON.parse(backup);
      } catch {
        // The Worker says in its own words that this is no backup.
        parsed = backup;
      }
      await worker.restore({ account, backup: parsed, recoveryCode: code });
    },
    onSuccess: keysChanged,
  });
  const problem = useErrorText(restore.error);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        restore.mutate();
      }}
    >
      <p className="font-medium">{locked ? t("records.keys.locked") : t("records.keys.bring")}</p>
      <p className="text-muted">{t("records.keys.bringText")}</p>
      <Field id="backup-file" label={t("records.keys.backup")} required>
        {(control) => (
          <>
            <input
              type="file"
              accept="application/json,.json"
              aria-label={t("records.keys.chooseFile")}
              className="text-sm file:mr-3 file:h-9 file:rounded-md file:border file:border-rule-strong file:bg-surface file:px-3"
              onChange={(event) => {
                void event.target.files?.[0]?.text().then(setBackup);
              }}
            />
            <TextArea
              {...control}
              value={backup}
              onChange={(event) => setBackup(event.target.value)}
              placeholder={t("records.keys.paste")}
              spellCheck={false}
            />
          </>
        )}
      </Field>
      <Field
        id="restore-code"
        label={t("records.keys.recoveryCode")}
        required
        error={problem && `${problem.sentence} ${problem.next}`}
      >
        {(control) => (
          <Input
            {...control}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="justify-self-start" busy={restore.isPending}>
        {t("records.keys.open")}
      </Button>
    </form>
  );
}
