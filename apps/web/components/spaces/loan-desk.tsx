"use client";

import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import { useLoanSpace } from "@/lib/records/use-spaces";
import { DeskFile } from "./desk-file";
import { DeskNote } from "./desk-note";

/** Papers that borrowers sent to the connected account. */
export function LoanDesk() {
  const t = useTranslations();
  const space = useLoanSpace();
  return (
    <QueryPanel query={space} lines={6}>
      {({ files, decisions, unreadable }) => {
        const sent = files.filter(({ isOwn }) => !isOwn);
        return (
          <>
            <DeskNote unreadable={unreadable} />
            {sent.length === 0 && <Empty title={t("spaces.desk.none")}>{t("spaces.desk.noneText")}</Empty>}
            {sent.length > 0 && (
              <ul className="grid border-rule border-t" aria-label={t("spaces.loans.desk")}>
                {sent.map((file) => {
                  const { subject, note } = file.contents;
                  return (
                    <DeskFile key={file.record.id} file={file} decisions={decisions} space="loans">
                      <Facts
                        rows={[
                          {
                            label: t("spaces.loans.line"),
                            value: <span className="[overflow-wrap:anywhere]">{subject.creditLine}</span>,
                          },
                          {
                            label: t("spaces.loans.application"),
                            value:
                              subject.application === null ? (
                                t("spaces.loans.noApplication")
                              ) : (
                                <Time at={subject.application} />
                              ),
                          },
                        ]}
                      />
                      {note && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>}
                    </DeskFile>
                  );
                })}
              </ul>
            )}
          </>
        );
      }}
    </QueryPanel>
  );
}
