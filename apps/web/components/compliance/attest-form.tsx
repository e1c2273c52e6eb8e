"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isHash } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Person } from "@/lib/desks/read-person";
import { tierName } from "@/lib/domain/words";
import { useNow } from "@/lib/use-now";
import { attestFlow } from "./attest-flow";

const year = 365 * 86_400;
/** What an attester can vouch for. */
const tiers = [1, 2, 3];

/** What an attester vouches for: asked, reviewed, signed and recorded. */
export function AttestForm({ person, onOpened }: { person: Person; onOpened: () => void }) {
  const t = useTranslations();
  const transact = useTransact();
  const now = useNow();
  const { standing, account } = person;
  const [identity, setIdentity] = useState<string>(person.identity ?? "");
  const [country, setCountry] = useState(person.identity ? String(standing.country) : "");
  const [tier, setTier] = useState(person.identity ? String(standing.tier) : "2");
  const [until, setUntil] = useState("");
  const [tried, setTried] = useState(false);

  const day = until || (now === undefined ? "" : new Date((now + year) * 1000).toISOString().slice(0, 10));
  const validUntil = day === "" ? 0 : new Date(`${day}T00:00:00`).getTime() / 1000;
  const hash = identity.trim().toLowerCase();
  const problems = {
    identity: isHash(hash) ? undefined : t("compliance.attest.hashWrong"),
    country: country === "" ? t("compliance.attest.countryMissing") : undefined,
    until: now !== undefined && validUntil > now ? undefined : t("compliance.attest.untilPast"),
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problems.country || problems.until || !isHash(hash)) return;
    const vouched = { account, identity: hash, country: Number(country), tier: Number(tier), validUntil };
    transact(attestFlow(vouched, person.identity === undefined, () => undefined, t));
    onOpened();
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {!person.identity && (
        <Field
          id="attest-identity"
          label={t("compliance.attest.hash")}
          required
          hint={t("compliance.attest.hashHint")}
          error={tried ? problems.identity : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={identity}
              placeholder="0x…"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setIdentity(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field
        id="attest-country"
        label={t("compliance.attest.country")}
        required
        error={tried ? problems.country : undefined}
      >
        {(control) => (
          <CountrySelect {...control} value={country} onChange={(event) => setCountry(event.target.value)} />
        )}
      </Field>
      <Field id="attest-tier" label={t("compliance.attest.tier")} required>
        {(control) => (
          <Select {...control} value={tier} onChange={(event) => setTier(event.target.value)}>
            {tiers.map((each) => (
              <option key={each} value={each}>
                {tierName(each, t)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        id="attest-until"
        label={t("compliance.attest.until")}
        required
        error={tried ? problems.until : undefined}
      >
        {(control) => (
          <Input {...control} type="date" value={day} onChange={(event) => setUntil(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="primary" size="large" className="w-full">
        {t("compliance.attest.review")}
      </Button>
    </form>
  );
}
