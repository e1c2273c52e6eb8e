"use client";

import { type FormEvent, useState } from "react";
import { isHash } from "viem";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { CountrySelect } from "@/components/ui/country-select";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Person } from "@/lib/desks/read-person";
import { tierWords } from "@/lib/domain/words";
import { useNow } from "@/lib/use-now";
import { attestFlow } from "./attest-flow";

const year = 365 * 86_400;

/** What an attester vouches for: asked, reviewed, signed and recorded. */
export function AttestForm({ person, onOpened }: { person: Person; onOpened: () => void }) {
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
    identity: isHash(hash) ? undefined : "Enter the keyed hash: 0x and 64 hexadecimal digits.",
    country: country === "" ? "Choose a country." : undefined,
    until: now !== undefined && validUntil > now ? undefined : "Choose a day in the future.",
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (problems.country || problems.until || !isHash(hash)) return;
    const vouched = { account, identity: hash, country: Number(country), tier: Number(tier), validUntil };
    transact(attestFlow(vouched, person.identity === undefined, () => undefined));
    onOpened();
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {!person.identity && (
        <Field
          id="attest-identity"
          label="Keyed hash of the person"
          required
          hint="Made from what identifies the person with the key that all attesters share, so that one person has one identity."
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
      <Field id="attest-country" label="Country" required error={tried ? problems.country : undefined}>
        {(control) => (
          <CountrySelect {...control} value={country} onChange={(event) => setCountry(event.target.value)} />
        )}
      </Field>
      <Field id="attest-tier" label="Tier" required>
        {(control) => (
          <Select {...control} value={tier} onChange={(event) => setTier(event.target.value)}>
            {tierWords.slice(1).map((word, index) => (
              <option key={word} value={index + 1}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="attest-until" label="In force until" required error={tried ? problems.until : undefined}>
        {(control) => (
          <Input {...control} type="date" value={day} onChange={(event) => setUntil(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="primary" size="large" className="w-full">
        Review
      </Button>
    </form>
  );
}
