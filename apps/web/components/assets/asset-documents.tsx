"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecordsGate } from "@/components/records/records-gate";
import { Button } from "@/components/ui/button";
import { SkeletonLines } from "@/components/ui/skeleton";
import { DocumentRoots } from "./document-roots";

const OpenableDocuments = dynamic(
  () => import("./openable-documents").then((module) => module.OpenableDocuments),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);

const DocumentCheck = dynamic(() => import("./document-check").then((module) => module.DocumentCheck), {
  ssr: false,
  loading: () => <SkeletonLines lines={2} />,
});

/** What stands on the chain about an asset's documents, and those of them that this account may open. */
export function AssetDocuments({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const [looking, setLooking] = useState(false);
  const [checking, setChecking] = useState(false);
  const none = asset.documentsRoots.every((root) => BigInt(root) === 0n);
  if (none) return <DocumentRoots asset={asset} />;
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">{t("assets.documents.text")}</p>
      <DocumentRoots asset={asset} />
      {checking ? (
        <div className="mt-2">
          <DocumentCheck asset={asset} />
        </div>
      ) : (
        <Button size="small" className="justify-self-start" onClick={() => setChecking(true)}>
          {t("assets.documents.checkMine")}
        </Button>
      )}
      {looking ? (
        <RecordsGate why={t("assets.documents.why")}>{() => <OpenableDocuments asset={asset} />}</RecordsGate>
      ) : (
        <Button size="small" className="justify-self-start" onClick={() => setLooking(true)}>
          {t("assets.documents.show")}
        </Button>
      )}
    </div>
  );
}
