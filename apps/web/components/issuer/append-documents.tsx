"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import type { DocumentBundle } from "@qti/sdk/records/documents";
import { Download } from "lucide-react";
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
      documentsFlow(asset, files, chainId, (made) => {
        setBundle(made);
        setFiles([]);
        setTried(false);
        setRound(round + 1);
      }),
    );
  }

  async function saveAgain(made: DocumentBundle) {
    const { bundleBlob, bundleFileName } = await import("./issuer-flows");
    saveBlob(bundleBlob(made), bundleFileName(asset, made));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">
        A title deed, an appraisal, the accounts of a year. They do not leave this device. The chain gets one
        root of their salted hashes; whoever is given a document with its proof can check that it is the one.
      </p>
      <Field
        key={round}
        id="documents"
        label="Documents"
        required
        hint="One or several: those that are chosen together are committed to together."
        error={tried && files.length === 0 ? "Choose at least one document." : undefined}
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
          Review the documents
        </Button>
      </SignerGate>
      {bundle && (
        <Callout
          live
          tone="done"
          title="The proof is in your downloads"
          action={
            <Button size="small" onClick={() => void saveAgain(bundle)}>
              <Download aria-hidden />
              Save it again
            </Button>
          }
        >
          Keep it, and hand it over with the documents.
        </Callout>
      )}
    </form>
  );
}
