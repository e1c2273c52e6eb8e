"use client";

import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { countryName, countryNumber } from "@/lib/domain/countries";
import { useKycSpace } from "@/lib/records/use-spaces";
import { DeskFile } from "./desk-file";
import { DeskNote } from "./desk-note";

/** Identity papers that people sent to the connected account. */
export function KycDesk() {
  const t = useTranslations();
  const space = useKycSpace();
  return (
    <QueryPanel query={space} lines={6}>
      {({ files, decisions, unreadable }) => {
        const sent = files.filter(({ isOwn }) => !isOwn);
        return (
          <>
            <DeskNote unreadable={unreadable} />
            {sent.length === 0 && <Empty title={t("spaces.desk.none")}>{t("spaces.desk.noneText")}</Empty>}
            {sent.length > 0 && (
              <ul className="grid border-rule border-t" aria-label={t("spaces.kyc.desk")}>
                {sent.map((file) => {
                  const { person } = file.contents;
                  const { street, postalCode, city, country } = person.address;
                  return (
                    <DeskFile key={file.record.id} file={file} decisions={decisions} space="kyc">
                      <Facts
                        rows={[
                          {
                            label: t("spaces.kyc.name"),
                            value: `${person.givenNames} ${person.familyName}`,
                          },
                          { label: t("spaces.kyc.lines.birthDate"), value: person.birthDate },
                          {
                            label: t("spaces.kyc.lines.nationality"),
                            value: countryName(countryNumber(person.nationality), t),
                          },
                          {
                            label: t("spaces.kyc.address"),
                            value: `${street}, ${`${postalCode} ${city}`.trim()}, ${countryName(countryNumber(country), t)}`,
                          },
                        ]}
                      />
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
