"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import { type PanelQuery, QueryPanel } from "@/components/ui/query-panel";
import type { OpenedSpace } from "@/lib/records/spaces";
import { DeskFile } from "./desk-file";
import { DeskNote } from "./desk-note";
import type { WithPapers } from "./papers-field";

/** Papers that people sent to the connected account, which decides about them. */
export function Desk<contents extends WithPapers>({
  space,
  query,
  children,
}: {
  space: "kyc" | "loans";
  query: PanelQuery<OpenedSpace<contents>>;
  /** What papers say besides. */
  children: (contents: contents) => ReactNode;
}) {
  const t = useTranslations();
  return (
    <QueryPanel query={query} lines={6}>
      {({ files, decisions, unreadable }) => {
        const sent = files.filter(({ isOwn }) => !isOwn);
        return (
          <>
            <DeskNote unreadable={unreadable} />
            {sent.length === 0 ? (
              <Empty title={t("spaces.desk.none")}>{t("spaces.desk.noneText")}</Empty>
            ) : (
              <ul className="grid border-rule border-t" aria-label={t(`spaces.${space}.desk`)}>
                {sent.map((file) => (
                  <DeskFile key={file.record.id} file={file} decisions={decisions} space={space}>
                    {children(file.contents)}
                  </DeskFile>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </QueryPanel>
  );
}
