"use client";

import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { countryName, countryNumber } from "@/lib/domain/countries";
import { useKycSpace } from "@/lib/records/use-spaces";
import { Desk } from "./desk";

/** Identity papers that people sent to the connected account. */
export function KycDesk() {
  const t = useTranslations();
  const countryWords = (letters: string) => countryName(countryNumber(letters), t);
  return (
    <Desk space="kyc" query={useKycSpace()}>
      {({ person: { givenNames, familyName, birthDate, nationality, address } }) => (
        <Facts
          rows={[
            { label: t("spaces.kyc.name"), value: `${givenNames} ${familyName}` },
            { label: t("spaces.kyc.lines.birthDate"), value: birthDate },
            { label: t("spaces.kyc.lines.nationality"), value: countryWords(nationality) },
            {
              label: t("spaces.kyc.address"),
              value: `${address.street}, ${`${address.postalCode} ${address.city}`.trim()}, ${countryWords(address.country)}`,
            },
          ]}
        />
      )}
    </Desk>
  );
}
