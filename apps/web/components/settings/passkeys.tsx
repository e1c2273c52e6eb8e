"use client";

import { type Passkey, removePasskey, signInLimits } from "@qti/sdk/identity/sign-in";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/errors/use-error-text";
import { makePasskey } from "@/lib/session/passkeys";
import { useChangeFactors } from "@/lib/session/use-factors";
import { FactorRow } from "./factor-row";

/** The passkeys of the account, and the way to one more. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useTranslations();
  const remove = useChangeFactors((api, id: string) => removePasskey(api, { id }));
  const problem = useErrorText(remove.error);
  return (
    <div className="grid gap-3">
      <h3 className="font-medium">{t("settings.factors.passkeys.title")}</h3>
      <p className="text-muted text-sm">{t("settings.factors.passkeys.text")}</p>
      {passkeys.length > 0 && (
        <ul className="grid border-rule border-t" aria-label={t("settings.factors.passkeys.title")}>
          {passkeys.map(({ id, name, synced, createdAt, lastUsedAt }) => (
            <FactorRow
              key={id}
              name={name}
              mark={synced && <Badge>{t("settings.factors.passkeys.synced")}</Badge>}
              createdAt={createdAt}
              lastUsedAt={lastUsedAt}
              busy={remove.isPending && remove.variables === id}
              onRemove={() => remove.mutate(id)}
            />
          ))}
        </ul>
      )}
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {passkeys.length < signInLimits.passkeys && <AddPasskey />}
    </div>
  );
}

function AddPasskey() {
  const t = useTranslations();
  const showToast = useToast();
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const add = useChangeFactors(makePasskey);
  const problem = useErrorText(add.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || add.isPending) return;
    add.mutate(name.trim(), {
      onSuccess: () => {
        setName("");
        setTried(false);
        showToast("done", t("settings.factors.passkeys.done"));
      },
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field
        id="passkey-name"
        label={t("settings.factors.passkeys.name")}
        hint={t("settings.factors.passkeys.nameHint")}
        required
        error={
          tried && name.trim() === ""
            ? t("settings.factors.passkeys.nameMissing")
            : problem && !problem.isRejection
              ? `${problem.sentence} ${problem.next}`
              : undefined
        }
      >
        {(control) => (
          <Input
            {...control}
            className="sm:max-w-sm"
            value={name}
            maxLength={signInLimits.passkeyName}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {problem?.isRejection && (
        <Callout live title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <Button type="submit" size="small" busy={add.isPending} className="justify-self-start">
        {t("settings.factors.passkeys.add")}
      </Button>
    </form>
  );
}
