"use client";

import { useMutation } from "@tanstack/react-query";
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
export function KeysPanel({ state }: { state: KeysState }) {
  const [restoring, setRestoring] = useState(state.status === "locked");
  return (
    <div className="grid max-w-prose gap-6">
      {restoring ? <RestoreKeys locked={state.status === "locked"} /> : <CreateKeys />}
      {state.status === "none" && (
        <Button
          look="quiet"
          size="small"
          className="-ml-3 justify-self-start"
          onClick={() => setRestoring(!restoring)}
        >
          {restoring ? "Make new keys instead" : "I have keys on another device"}
        </Button>
      )}
    </div>
  );
}

/** New keys: the recovery code is written down before anything is stored, because nobody else can bring it back. */
function CreateKeys() {
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
        <p className="font-medium">Make your record keys</p>
        <p className="text-muted">
          Records are sealed in this browser, for keys that only you have. They resist quantum computers, and
          they are not your wallet: whoever steals one does not have the other. You get a recovery code first.
          Without it, a lost device means lost records; the service cannot help, because it cannot read them.
        </p>
        {problem && (
          <Callout live tone="problem" title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
        <Button look="primary" busy={create.isPending} onClick={() => create.mutate()}>
          Make keys
        </Button>
      </div>
    );

  function submit(event: FormEvent) {
    event.preventDefault();
    confirm.mutate(typed);
  }

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <p className="font-medium">Write down your recovery code</p>
      <p className="text-muted">
        On paper, or in a password manager. It is shown once, here and now, and opens your records on another
        device.
      </p>
      <p
        data-recovery-code
        className="rounded-md bg-sunken p-4 font-medium text-lg leading-8 tracking-wide [overflow-wrap:anywhere]"
      >
        <CopyText text={create.data} label="recovery code" className="text-left">
          {create.data}
        </CopyText>
      </p>
      <Field
        id="recovery-code"
        label="Type or paste it back"
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
        I have written it down
      </Button>
    </form>
  );
}

/** Keys from a backup, opened by the recovery code. */
function RestoreKeys({ locked }: { locked: boolean }) {
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
      <p className="font-medium">
        {locked ? "This browser cannot open your keys by itself" : "Bring your keys here"}
      </p>
      <p className="text-muted">
        On the other device, open Settings, Keys, and save the backup. It is a file of text that only your
        recovery code opens.
      </p>
      <Field id="backup-file" label="Backup" required>
        {(control) => (
          <>
            <input
              type="file"
              accept="application/json,.json"
              aria-label="Choose the backup file"
              className="text-sm file:mr-3 file:h-9 file:rounded-md file:border file:border-rule-strong file:bg-surface file:px-3"
              onChange={(event) => {
                void event.target.files?.[0]?.text().then(setBackup);
              }}
            />
            <TextArea
              {...control}
              value={backup}
              onChange={(event) => setBackup(event.target.value)}
              placeholder="or paste it here"
              spellCheck={false}
            />
          </>
        )}
      </Field>
      <Field
        id="restore-code"
        label="Recovery code"
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
        Open my keys here
      </Button>
    </form>
  );
}
