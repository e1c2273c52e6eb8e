"use client";

import { decisionsOn, type FoundReaders, type SpaceRecord } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { type PanelQuery, QueryPanel } from "@/components/ui/query-panel";
import type { OpenedSpace } from "@/lib/records/spaces";
import { useWantedReaders } from "@/lib/records/use-spaces";
import { DecisionNote } from "./decisions";
import { PaperList } from "./paper-list";
import type { WithPapers } from "./papers-field";
import { Readers } from "./readers";

/** What a form needs to write one's own papers, or change them. */
export type OwnPapersFormProps<contents> = {
  /** As they are now; undefined before there are any. */
  before: SpaceRecord<contents> | undefined;
  /** The keys for which they are sealed. */
  readers: FoundReaders["readers"][number]["keys"][];
  onDone: () => void;
};

/** A person's own papers: sealed for those who hold a role and decide about them, and what these said. */
export function OwnPapers<contents extends WithPapers>({
  space,
  query,
  role,
  isWanted = () => true,
  form,
}: {
  space: "kyc" | "loans";
  query: PanelQuery<OpenedSpace<contents>>;
  role: bigint;
  /** Which of one's own papers it is about. */
  isWanted?: (contents: contents) => boolean;
  form: (props: OwnPapersFormProps<contents>) => ReactNode;
}) {
  const t = useTranslations();
  const wanted = useWantedReaders({ role });
  const [writing, setWriting] = useState(false);
  return (
    <QueryPanel query={query}>
      {({ files, decisions }) => (
        <QueryPanel query={wanted}>
          {(found) => {
            const own = files.find(({ isOwn, contents }) => isOwn && isWanted(contents));
            const isNobody = found.readers.length === 0;
            if (own === undefined || writing)
              return (
                <>
                  {isNobody && (
                    <Callout title={t(`spaces.${space}.nobody`)}>{t(`spaces.${space}.nobodyText`)}</Callout>
                  )}
                  {/* What was typed stays when the last reader goes meanwhile. */}
                  <div hidden={isNobody}>
                    {form({
                      before: own,
                      readers: found.readers.map(({ keys }) => keys),
                      onDone: () => setWriting(false),
                    })}
                  </div>
                </>
              );
            const deciders = found.readers.map(({ account }) => account);
            const [latest] = decisionsOn(own, decisions, {
              mayDecide: (account) => deciders.includes(account),
            });
            return (
              <div className="grid grid-cols-1 gap-6">
                <DecisionNote on={latest} />
                <PaperList file={own} />
                <Button className="justify-self-start" onClick={() => setWriting(true)}>
                  {t("spaces.papers.change")}
                </Button>
                <details>
                  <summary className="disclosure">{t("spaces.readers.title")}</summary>
                  <div className="mt-3">
                    <Readers files={[own]} wanted={found} space={space} />
                  </div>
                </details>
              </div>
            );
          }}
        </QueryPanel>
      )}
    </QueryPanel>
  );
}
