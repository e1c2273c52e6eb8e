"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";

/** Shows the recovery code of new keys, this once, and takes it back: nothing is stored before it was written down. */
export function RecoveryCodeStep({ code, onConfirmed }: { code: string; onConfirmed: () => unknown }) {
  const t = useTranslations();
  const { load } = useRecords();
  const [typed, setTyped] = useState("");
  const confirm = useMutation({
    mutationFn: async (recoveryCode: string) => (await load()).worker.confirmRecovery({ recoveryCode }),
    onSuccess: () => onConfirmed(),
  });
  const problem = useErrorText(confirm.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!confirm.isPending) confirm.mutate(typed);
  }

  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <p className="font-medium">{t("records.keys.code")}</p>
      <p className="text-muted">{t("records.keys.codeText")}</p>
      <p
        data-recovery-code
        className="rounded-md bg-sunken p-4 font-medium text-lg leading-8 tracking-wide [overflow-wrap:anywhere]"
      >
        <CopyText text={code} label={t("records.keys.codeName")} className="text-left">
          {code}
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
