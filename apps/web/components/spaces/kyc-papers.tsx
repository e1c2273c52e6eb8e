"use client";

import { serviceRoles } from "@qti/sdk/identity/sign-in";
import { decisionsOn } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { QueryPanel } from "@/components/ui/query-panel";
import { useKycSpace, useWantedReaders } from "@/lib/records/use-spaces";
import { DecisionNote } from "./decisions";
import { KycForm } from "./kyc-form";
import { PaperList } from "./paper-list";
import { Readers } from "./readers";

/** A person's own identity papers: sealed for those who check them, and what they said. */
export function KycPapers() {
  const t = useTranslations();
  const space = useKycSpace();
  const wanted = useWantedReaders({ role: serviceRoles.KYC_OFFICER });
  const [writing, setWriting] = useState(false);
  return (
    <QueryPanel query={space}>
      {({ files, decisions }) => (
        <QueryPanel query={wanted}>
          {(found) => {
            const own = files.find(({ isOwn }) => isOwn);
            if (own === undefined || writing)
              return <KycForm before={own} wanted={found} onDone={() => setWriting(false)} />;
            const officers = found.readers.map(({ account }) => account);
            const [latest] = decisionsOn(own, decisions, {
              mayDecide: (account) => officers.includes(account),
            });
            return (
              <div className="grid grid-cols-1 gap-6">
                <DecisionNote on={latest} />
                <PaperList file={own} />
                <Button className="justify-self-start" onClick={() => setWriting(true)}>
                  {t("spaces.kyc.change")}
                </Button>
                <details>
                  <summary className="disclosure">{t("spaces.readers.title")}</summary>
                  <div className="mt-3">
                    <Readers files={[own]} wanted={found} space="kyc" />
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
