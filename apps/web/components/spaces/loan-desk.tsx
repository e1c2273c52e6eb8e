"use client";

import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { useLoanSpace } from "@/lib/records/use-spaces";
import { Desk } from "./desk";

/** Papers that borrowers sent to the connected account. */
export function LoanDesk() {
  const t = useTranslations();
  return (
    <Desk space="loans" query={useLoanSpace()}>
      {({ subject, note }) => (
        <>
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
        </>
      )}
    </Desk>
  );
}
