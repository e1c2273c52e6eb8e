"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import type { DocumentBundle } from "@qti/sdk/records/documents";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { formatBytes } from "@/lib/format/bytes";
import { saveBlob } from "@/lib/save-blob";

/** Commits to documents that are appended: they stay where they are, their proof is saved. */
export function AppendDocuments({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const transact = useTransact();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const [bundle, setBundle] = useState<DocumentBundle>();
  // A new field is empty: the browser keeps what was chosen in the old one.
  const [round, setRound] = useState(0);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (files.length === 0) return;
    const { documentsFlow } = await import("./issuer-flows");
    transact(
      documentsFlow(
        asset,
        files,
        chainId,
        (made) => {
          setBundle(made);
          setFiles([]);
          setTried(false);
          setRound(round + 1);
        },
        t,
      ),
    );
  }

  async function saveAgain(made: DocumentBundle) {
    const { bundleBlob, bundleFileName } = await import("./issuer-flows");
    saveBlob(bundleBlob(made), bundleFileName(asset, made));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">{t("issuer.documents.text")}</p>
      <Field
        key={round}
        id="documents"
        label={t("issuer.tabs.documents")}
        required
        hint={t("issuer.documents.hint")}
        error={tried && files.length === 0 ? t("issuer.documents.choose") : undefined}
      >
        {(control) => <FileInput {...control} multiple onPickAll={setFiles} />}
      </Field>
      {files.length > 1 && (
        <ul className="grid gap-1 text-sm">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="flex justify-between gap-4">
              <span className="truncate">{file.name}</span>
              <span className="text-muted">{formatBytes(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("issuer.documents.review")}
        </Button>
      </SignerGate>
      {bundle && (
        <Callout
          live
          tone="done"
          title={t("issuer.documents.saved")}
          action={
            <Button size="small" onClick={() => void saveAgain(bundle)}>
              <Download aria-hidden />
              {t("issuer.documents.again")}
            </Button>
          }
        >
          {t("issuer.documents.keep")}
        </Callout>
      )}
    </form>
  );
}
