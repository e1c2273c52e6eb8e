"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import type { DocumentVerdict } from "@qti/sdk/records/documents";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatCount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import { useIndexedAsset } from "@/lib/query/graph";

/** Somebody was given a document and its proof: is it the one to which the issuer committed, and since when? */
export function DocumentCheck({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
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
          label={t("assets.check.document")}
          required
          error={tried && !file ? t("assets.check.chooseDocument") : undefined}
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
          label={t("assets.check.proof")}
          required
          error={tried && !bundle ? t("assets.check.chooseProof") : undefined}
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
        {t("assets.check.go")}
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

function Verdict({ verdict }: { verdict: DocumentVerdict }) {
  const t = useTranslations();
  if (!verdict.proven)
    return (
      <Callout live tone="problem" title={t("assets.check.notProven")}>
        {t(`assets.check.${verdict.reason}`)}
      </Callout>
    );
  const { document, count, committed } = verdict;
  const place = { number: formatCount(document.index + 1, t), count: formatCount(count, t) };
  return (
    <Callout
      live
      tone="done"
      title={
        committed.timestamp === undefined
          ? t("assets.check.proven")
          : t("assets.check.provenOn", { day: longDay(Number(committed.timestamp), t) })
      }
    >
      {document.name
        ? t("assets.check.named", { ...place, name: document.name })
        : t("assets.check.unnamed", place)}{" "}
      {t("assets.check.unchanged")}
    </Callout>
  );
}
