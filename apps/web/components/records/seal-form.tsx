"use client";

import type { KeepProgress } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import type { Translator } from "@/lib/i18n/translator";
import type { SealForm } from "@/lib/records/use-seal-form";

function progressWords(progress: KeepProgress | undefined, t: Translator): string {
  if (progress === undefined) return t("records.seal.begun");
  if (progress.doing === "storing") return t("records.seal.storing");
  const part = Math.min(100, Math.round((progress.bytes / Math.max(progress.size, 1)) * 100));
  return t("records.seal.sealing", { name: progress.name, part: `${part}` });
}

/** What went wrong when it was sealed. */
function SealProblem({ form: { problem } }: { form: SealForm }) {
  if (!problem) return null;
  return (
    <Callout live tone="problem" title={problem.sentence}>
      {problem.next}
    </Callout>
  );
}

/** How far it is, for the person who waits. Always in the page, so that what appears in it is read out. */
function SealProgress({ form: { busy, progress } }: { form: SealForm }) {
  const t = useTranslations();
  return (
    <p role="status" className="text-muted text-sm empty:hidden">
      {busy && progressWords(progress, t)}
    </p>
  );
}

/** A dialog in which something is written that is sealed and stored. */
export function SealDialog({
  form,
  title,
  description,
  onClose,
  children,
}: {
  form: SealForm;
  title: string;
  description: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations();
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("records.seal.cancel")}</Button>
          <Button type="submit" form={id} look="primary" busy={form.busy}>
            {t("records.seal.store")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-6">
        {children}
        <SealProblem form={form} />
        <SealProgress form={form} />
      </form>
    </Dialog>
  );
}

/** The end of a form on a page: what went wrong, the button that seals and sends, and how far it is. */
export function SealFooter({
  form,
  send,
  onCancel,
}: {
  form: SealForm;
  /** What the button says. */
  send: string;
  /** Left out where there is nothing to go back to. */
  onCancel?: (() => void) | undefined;
}) {
  const t = useTranslations();
  return (
    <>
      <SealProblem form={form} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={form.busy}>
          {send}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t("records.seal.cancel")}</Button>}
        <SealProgress form={form} />
      </div>
    </>
  );
}
