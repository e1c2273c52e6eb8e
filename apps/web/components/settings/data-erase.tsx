"use client";

import { type Erasure, erasePerson } from "@qti/sdk/records/person";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { useKeys } from "@/lib/records/use-keys";
import { endingBy } from "@/lib/session/person-api";
import { withStepUp } from "@/lib/session/step-up";

/** So many of the last characters of the account are written by hand: enough that nobody does it by accident. */
const typedCharacters = 6;

/** Erases the person from the service, for good. */
export function DataErase({ account }: { account: string }) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid justify-items-start gap-2">
      <h3 className="font-medium">{t("settings.data.erase.title")}</h3>
      <p className="text-muted text-sm">{t("settings.data.erase.text")}</p>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t("settings.data.erase.open")}
      </Button>
      {isOpen && <EraseDialog account={account} onClose={() => setOpen(false)} />}
    </div>
  );
}

function EraseDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const erase = useMutation({
    mutationFn: () =>
      // The session ends with it. A second factor that is asked for first is asked of who is still signed in.
      withStepUp(() =>
        endingBy(() => erasePerson({ url: apiUrl }, { confirm: account.toLowerCase() as `0x${string}` })),
      ),
  });
  const problem = useErrorText(erase.error);
  const ending = account.slice(-typedCharacters);
  const isConfirmed = typed.trim().toLowerCase() === ending.toLowerCase();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isConfirmed && !erase.isPending) erase.mutate();
  }

  if (erase.data) return <Erased account={account} erasure={erase.data} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("settings.data.erase.dialog")}
      description={t("settings.data.erase.forGood")}
      footer={
        <>
          <Button onClick={onClose}>{t("settings.data.erase.cancel")}</Button>
          <Button look="danger" type="submit" form="erase-person" busy={erase.isPending}>
            {t("settings.data.erase.go")}
          </Button>
        </>
      }
    >
      <form id="erase-person" onSubmit={submit} noValidate className="grid gap-4">
        <ul className="grid list-disc gap-2 pl-5 text-sm">
          <li>{t("settings.data.erase.records")}</li>
          <li>{t("settings.data.erase.others")}</li>
          <li>{t("settings.data.erase.chain")}</li>
        </ul>
        <Field
          id="erase-confirm"
          label={t("settings.data.erase.confirm", { count: `${typedCharacters}` })}
          hint={account}
          required
          error={tried && !isConfirmed ? t("settings.data.erase.unconfirmed", { ending }) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {problem && (
          <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

/** Whatever the page still knows of the person goes with it. */
const leave = () => window.location.reload();

function Erased({ account, erasure: { id, kept } }: { account: string; erasure: Erasure }) {
  const t = useTranslations();
  const { load } = useRecords();
  const keys = useKeys();
  const hasKeys = keys.data && keys.data.status !== "none";
  const forget = useMutation({
    mutationFn: async () => (await load()).worker.forget({ account: account as `0x${string}` }),
    onSuccess: leave,
  });
  const problem = useErrorText(forget.error);
  return (
    <Dialog
      open
      onClose={leave}
      title={t("settings.data.erase.done")}
      description={t("settings.data.erase.doneText")}
      footer={
        <>
          <Button look={hasKeys ? "secondary" : "primary"} onClick={leave}>
            {t("settings.data.erase.close")}
          </Button>
          {hasKeys && (
            <Button look="primary" busy={forget.isPending} onClick={() => forget.mutate()}>
              {t("settings.data.erase.forgetKeys")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4 text-sm">
        {hasKeys && <p>{t("settings.data.erase.keysStay")}</p>}
        {problem && (
          <Callout live tone="problem" title={problem.sentence}>
            {problem.next}
          </Callout>
        )}
        {kept.length > 0 && (
          <div className="grid gap-2">
            <p className="font-medium">{t("settings.data.erase.stays")}</p>
            <ul lang="en" className="grid list-disc gap-2 pl-5">
              {kept.map(({ what, because }) => (
                <li key={what}>
                  {what} <span className="text-muted">{because}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="text-muted [overflow-wrap:anywhere]">{t("settings.data.erase.number", { id })}</p>
      </div>
    </Dialog>
  );
}
