"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import type { DocumentVerdict } from "@qti/sdk/records/documents";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { longDay } from "@/lib/format/time";
import { useIndexedAsset } from "@/lib/query/graph";

/** Somebody was given a document and its proof: is it the one to which the issuer committed, and since when? */
export function DocumentCheck({ asset }: { asset: GetAssetReturnType }) {
  const { chainId } = useRuntimeConfig();
  const indexed = useIndexedAsset(asset.asset);
  const [file, setFile] = useState<File>();
  const [bundle, setBundle] = useState<File>();
  const [tried, setTried] = useState(false);
  const check = useMutation({
    mutationFn: async ({ file, bundle }: { file: File; bundle: File }) => {
      const { checkDocument } = await import("@/lib/records/check-document");
      // The index knows the times; without it the chain still knows the roots.
      const roots =
        indexed.data?.documents ??
        asset.documentsRoots.map((root, index) => ({ root, index: BigInt(index) }));
      return checkDocument(file, bundle, { asset: asset.asset, chainId, roots });
    },
  });
  const problem = useErrorText(check.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (file && bundle) check.mutate({ file, bundle });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          id="check-file"
          label="The document"
          required
          error={tried && !file ? "Choose the document." : undefined}
        >
          {(control) => (
            <FileInput
              {...control}
              onPick={(picked) => {
                setFile(picked);
                check.reset();
              }}
            />
          )}
        </Field>
        <Field
          id="check-bundle"
          label="Its proof"
          required
          error={tried && !bundle ? "Choose the proof that came with it." : undefined}
        >
          {(control) => (
            <FileInput
              {...control}
              accept=".json,application/json"
              onPick={(picked) => {
                setBundle(picked);
                check.reset();
              }}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="justify-self-start" busy={check.isPending}>
        Check the document
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {check.data && <Verdict verdict={check.data} />}
    </form>
  );
}

const refusals = {
  otherAsset: "The proof is of another asset, or of another network.",
  damaged: "The proof does not hold together: its hashes do not lead to its root. Ask for it once more.",
  notCommitted: "The issuer never committed to these documents: their root does not stand on the chain.",
  otherFile: "The file is none of those in the proof, not to the last byte. Ask for the original.",
} as const;

function Verdict({ verdict }: { verdict: DocumentVerdict }) {
  if (!verdict.proven)
    return (
      <Callout live tone="problem" title="This is not proven">
        {refusals[verdict.reason]}
      </Callout>
    );
  const { document, count, committed } = verdict;
  const since = committed.timestamp === undefined ? "" : ` on ${longDay(Number(committed.timestamp))}`;
  return (
    <Callout live tone="done" title={`This is the file committed${since}`}>
      Document {document.index + 1} of {count}
      {document.name && <>, called "{document.name}" by the issuer</>}. Not a byte of it has changed since.
      The file was read in this browser and went nowhere.
    </Callout>
  );
}
