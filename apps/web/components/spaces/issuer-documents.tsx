"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { parseDocumentBundle } from "@qti/sdk/records/documents";
import {
  type AssetPaperKind,
  CopiesMissingError,
  createAssetDocuments,
  documentsOf,
  type FoundReaders,
} from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { filesProblem } from "@/components/records/files-field";
import { SealFooter } from "@/components/records/seal-form";
import { Section } from "@/components/shell/section";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Input, TextArea } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAssetSpace, usePapersForm, useSpaceChanged, useWantedReaders } from "@/lib/records/use-spaces";
import { HolderDocuments } from "./holder-documents";
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
  const changed = useSpaceChanged("assets");
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [papers, setPapers] = useState<readonly ChosenPaper<AssetPaperKind>[]>([]);
  const [bundleFile, setBundleFile] = useState<File>();
  const [round, setRound] = useState(0);
  const titleProblem = title.trim() === "" ? t("spaces.assets.titleMissing") : undefined;
  const form = usePapersForm({
    space: "assets",
    isComplete: titleProblem === undefined && papers.length > 0 && filesProblem(papers, t) === undefined,
    seal: async (vault, onProgress) => {
      try {
        return await createAssetDocuments(vault, {
          asset: asset.asset,
          title: title.trim(),
          text: text.trim(),
          papers: papers.map(toPaper),
          bundle: bundleFile && parseDocumentBundle(await bundleFile.text()),
          readers: wanted.readers.map(({ keys }) => keys),
          onProgress,
        });
      } catch (error) {
        // They are there: what was typed would make them a second time.
        if (error instanceof CopiesMissingError) {
          clear();
          await changed();
        }
        throw error;
      }
    },
    onSealed: clear,
  });

  function clear() {
    setTitle("");
    setText("");
    setPapers([]);
    setBundleFile(undefined);
    setRound(round + 1);
  }

  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-6">
      <Field
        id="documents-title"
        label={t("spaces.assets.title")}
        required
        error={form.tried ? titleProblem : undefined}
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
        tried={form.tried}
      />
      <Field
        key={round}
        id="documents-bundle"
        label={t("spaces.assets.bundle")}
        hint={t("spaces.assets.bundleHint")}
      >
        {(control) => <FileInput {...control} accept="application/json" onPick={setBundleFile} />}
      </Field>
      <SealFooter form={form} send={t("spaces.assets.send")} />
    </form>
  );
}
