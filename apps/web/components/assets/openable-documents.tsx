"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatBytes } from "@/lib/format/bytes";
import { useRecords } from "@/lib/records/context";
import { findDocuments, openDocument, type SealedDocument } from "@/lib/records/documents";
import { saveBlob } from "@/lib/save-blob";
import { useAddress } from "@/lib/wallet/use-account";

/** The sealed documents of an asset that this account may open. */
export function OpenableDocuments({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const account = useAddress();
  const { chainId } = useRuntimeConfig();
  const { load } = useRecords();
  const found = useQuery({
    queryKey: ["records", "documents", account, asset.asset],
    queryFn: async () => findDocuments(await load(), asset.asset, chainId),
  });
  const problem = useErrorText(found.error);
  if (problem) return <Problem text={problem} onRetry={found.refetch} busy={found.isFetching} />;
  if (!found.data) return <SkeletonLines lines={2} />;
  if (found.data.length === 0) return <p className="text-muted">{t("assets.documents.noneSealed")}</p>;
  return (
    <ul className="grid border-rule border-t" aria-label={t("assets.documents.openable")}>
      {found.data.map((document) => (
        <DocumentRow key={document.row.id} document={document} asset={asset} />
      ))}
    </ul>
  );
}

function DocumentRow({ document, asset }: { document: SealedDocument; asset: GetAssetReturnType }) {
  const t = useTranslations();
  const { load } = useRecords();
  const open = useMutation({
    mutationFn: async () => openDocument(await load(), document, asset.documentsRoots),
    onSuccess: ({ blob }) => saveBlob(blob, document.file.name),
  });
  const problem = useErrorText(open.error);
  return (
    <li className="grid gap-2 border-rule border-b py-3">
      <div className="flex items-center gap-4">
        <span className="min-w-0 flex-1 truncate">{document.file.name}</span>
        <span className="text-muted text-sm">{formatBytes(document.file.size)}</span>
        <Button size="small" busy={open.isPending} onClick={() => open.mutate()}>
          <Download aria-hidden />
          {t("assets.documents.open")}
          <span className="sr-only"> {document.file.name}</span>
        </Button>
      </div>
      {open.data && (
        <Callout live tone={open.data.onChain ? "done" : "warning"}>
          {open.data.onChain ? t("assets.documents.onChain") : t("assets.documents.notOnChain")}
        </Callout>
      )}
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </li>
  );
}
