"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { parseDocumentBundle } from "@qti/sdk/records/documents";
import {
  type AssetPaperKind,
  createAssetDocuments,
  documentsOf,
  type FoundReaders,
  type KeepProgress,
} from "@qti/sdk/records/spaces";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Input, TextArea } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { useToast } from "@/components/ui/toast";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useAssetSpace, useSpaceChanged, useVault, useWantedReaders } from "@/lib/records/use-spaces";
import { HolderDocuments } from "./holder-documents";
import { progressWords } from "./paper-words";
import { type ChosenPaper, PapersField, toPaper } from "./papers-field";
import { Readers } from "./readers";

const kinds = [
  "report",
  "prospectus",
  "title",
  "valuation",
  "insurance",
  "contract",
  "other",
] as const satisfies readonly AssetPaperKind[];

/** What an issuer sealed for the holders, who of them can open it, and sealing more. */
export function IssuerDocuments({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const { chainId } = useRuntimeConfig();
  const space = useAssetSpace();
  const wanted = useWantedReaders({ asset: asset.asset });
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section title={t("spaces.assets.list")}>
          <HolderDocuments asset={asset} none={t("spaces.assets.noneYet")} />
        </Section>
        <Section title={t("spaces.readers.title")} lead={t("spaces.assets.readersLead")}>
          <QueryPanel query={space}>
            {({ files }) => (
              <QueryPanel query={wanted}>
                {(found) => (
                  <Readers
                    files={documentsOf(files, { asset: asset.asset, chainId, issuer: asset.issuer })}
                    wanted={found}
                    space="assets"
                  />
                )}
              </QueryPanel>
            )}
          </QueryPanel>
        </Section>
      </div>
      <Section title={t("spaces.assets.add")} lead={t("spaces.assets.addLead")} className="min-w-0">
        <QueryPanel query={wanted}>{(found) => <AddForm asset={asset} wanted={found} />}</QueryPanel>
      </Section>
    </div>
  );
}

function AddForm({ asset, wanted }: { asset: GetAssetReturnType; wanted: FoundReaders }) {
  const t = useTranslations();
  const load = useVault();
  const changed = useSpaceChanged("assets");
  const showToast = useToast();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [papers, setPapers] = useState<readonly ChosenPaper<AssetPaperKind>[]>([]);
  const [bundleFile, setBundleFile] = useState<File>();
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const [progress, setProgress] = useState<KeepProgress>();
  const keep = useMutation({
    mutationFn: async () => {
      const vault = await load();
      return createAssetDocuments(vault, {
        asset: asset.asset,
        title: title.trim(),
        text: text.trim(),
        papers: papers.map(toPaper),
        bundle: bundleFile && parseDocumentBundle(await bundleFile.text()),
        readers: wanted.readers.map(({ keys }) => keys),
        onProgress: setProgress,
      });
    },
    onSettled: () => setProgress(undefined),
    onSuccess: async () => {
      setTitle("");
      setText("");
      setPapers([]);
      setBundleFile(undefined);
      setRound(round + 1);
      setTried(false);
      await changed();
      showToast("done", t("spaces.assets.sent"));
    },
  });
  const problem = useErrorText(keep.error);
  const titleProblem = title.trim() === "" ? t("spaces.assets.titleMissing") : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (titleProblem === undefined && papers.length > 0 && !keep.isPending) keep.mutate();
  }

  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-6">
      <Field
        id="documents-title"
        label={t("spaces.assets.title")}
        required
        error={tried ? titleProblem : undefined}
      >
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field id="documents-text" label={t("spaces.assets.text")}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={5_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <PapersField
        id="sealed-documents"
        kinds={kinds}
        papers={papers}
        onChange={setPapers}
        required
        error={tried && papers.length === 0 ? t("spaces.papers.choose") : undefined}
      />
      <Field
        key={round}
        id="documents-bundle"
        label={t("spaces.assets.bundle")}
        hint={t("spaces.assets.bundleHint")}
      >
        {(control) => <FileInput {...control} accept="application/json" onPick={setBundleFile} />}
      </Field>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={keep.isPending}>
          {t("spaces.assets.send")}
        </Button>
        {keep.isPending && (
          <p role="status" className="text-muted text-sm">
            {progressWords(progress, t)}
          </p>
        )}
      </div>
    </form>
  );
}
