"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RecordsGate } from "@/components/records/records-gate";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { SkeletonLines } from "@/components/ui/skeleton";

const OpenableDocuments = dynamic(
  () => import("./openable-documents").then((module) => module.OpenableDocuments),
  { ssr: false, loading: () => <SkeletonLines lines={2} /> },
);

const noRoot = /^0x0{64}$/;

/** What stands on the chain about an asset's documents, and those of them that this account may open. */
export function AssetDocuments({ asset }: { asset: GetAssetReturnType }) {
  const [looking, setLooking] = useState(false);
  const roots = asset.documentsRoots.filter((root) => !noRoot.test(root));
  if (roots.length === 0) return <p className="text-muted">The issuer has committed to no document.</p>;
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">
        The documents are not public. What stands on the chain is a salted hash of each: whoever is given a
        document can prove that it is the one the issuer meant, and since when.
      </p>
      <ol className="grid border-rule border-t">
        {roots.map((root, index) => (
          <li key={root} className="flex items-baseline justify-between gap-4 border-rule border-b py-3">
            <span>{index === 0 ? "At tokenization" : `Addition ${index}`}</span>
            <CopyText text={root} label="root" className="text-muted text-sm">
              {root.slice(0, 14)}…
            </CopyText>
          </li>
        ))}
      </ol>
      {looking ? (
        <RecordsGate why="The documents that you may open are records of your account.">
          {() => <OpenableDocuments asset={asset} />}
        </RecordsGate>
      ) : (
        <Button size="small" className="justify-self-start" onClick={() => setLooking(true)}>
          Show the documents that I may open
        </Button>
      )}
    </div>
  );
}
