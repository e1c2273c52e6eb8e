"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { useErrorText } from "@/lib/errors/use-error-text";
import { type RestoreWay, readBackup } from "@/lib/records/backup";
import { useRecords } from "@/lib/records/context";
import { type KeysState, useKeysChanged } from "@/lib/records/use-keys";
import { useUnlockSignature } from "@/lib/records/use-unlock-signature";
import { useSession } from "@/lib/session/use-session";
import { useAddress } from "@/lib/wallet/use-account";
import { RecoveryCodeStep } from "./recovery-code-step";
import { SignInPanel } from "./sign-in-panel";

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
  const create = useMutation({
    mutationFn: async () => {
      if (!account) return undefined;
      const { client, worker } = await load();
      const { recoveryCode } = await worker.createKeys({ account });
      return client.formatRecoveryCode(recoveryCode);
    },
  });
  const problem = useErrorText(create.error);

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

  return <RecoveryCodeStep code={create.data} onConfirmed={keysChanged} />;
}

/** Keys from a backup, opened in one of the ways that it has. */
function RestoreKeys({ locked }: { locked: boolean }) {
  const t = useTranslations();
  const account = useAddress();
  const { load } = useRecords();
  const keysChanged = useKeysChanged();
  const [text, setText] = useState("");
  const [secret, setSecret] = useState("");
  const [chosen, setChosen] = useState<RestoreWay>();
  const { session } = useSession();
  const sign = useUnlockSignature();
  const backup = readBackup(text);
  const way = chosen && backup.ways.includes(chosen) ? chosen : (backup.ways[0] ?? "recovery");
  const restore = useMutation({
    mutationFn: async () => {
      if (!account) return;
      const records = await load();
      const { client, worker } = records;
      const whose = { account, backup: backup.value };
      if (way === "wallet") {
        if (!backup.wallet) return;
        const { restoreByWallet } = await import("@/lib/records/wallet-way");
        await restoreByWallet(records, { ...whose, facts: backup.wallet, sign });
      } else if (way === "recovery") await worker.restore({ ...whose, recoveryCode: secret });
      else if (way === "passphrase") await worker.restore({ ...whose, passphrase: secret });
      else
        await worker.restore({
          ...whose,
          passkey: await client.readPasskey({ passkeys: backup.passkeys }),
        });
    },
    onSuccess: keysChanged,
  });
  const problem = useErrorText(restore.error);
  const needsSignIn = way === "wallet" && !session;
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!needsSignIn && !restore.isPending) restore.mutate();
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
                void event.target.files?.[0]?.text().then(setText);
              }}
            />
            <TextArea
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t("records.keys.paste")}
              spellCheck={false}
            />
          </>
        )}
      </Field>
      {backup.ways.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium text-sm">{t("records.keys.way")}</legend>
          {backup.ways.map((each) => (
            <label key={each} className="flex min-h-9 items-center gap-3">
              <input
                type="radio"
                name="restore-way"
                className="size-5 accent-accent"
                checked={way === each}
                onChange={() => {
                  setChosen(each);
                  setSecret("");
                  restore.reset();
                }}
              />
              {t(`records.keys.ways.${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {way === "wallet" && <p className="text-muted text-sm">{t("records.keys.walletText")}</p>}
      {way === "passkey" || way === "wallet" ? (
        problem && (
          <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
            {problem.next}
          </Callout>
        )
      ) : (
        <Field
          id="restore-secret"
          label={t(`records.keys.ways.${way}`)}
          required
          error={problem && `${problem.sentence} ${problem.next}`}
        >
          {(control) => (
            <Input
              {...control}
              type={way === "passphrase" ? "password" : "text"}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      {needsSignIn ? (
        <SignInPanel why={t("records.keys.walletSession")} />
      ) : (
        <Button type="submit" look="primary" className="justify-self-start" busy={restore.isPending}>
          {t("records.keys.open")}
        </Button>
      )}
    </form>
  );
}
