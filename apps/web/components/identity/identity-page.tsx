"use client";

import type { GetStandingReturnType } from "@qti/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { KycSection } from "@/components/spaces/kyc-section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CountrySelect } from "@/components/ui/country-select";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day } from "@/components/ui/time";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { countryName } from "@/lib/domain/countries";
import { standingWords } from "@/lib/domain/standing-words";
import { tierName } from "@/lib/domain/words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useStanding } from "@/lib/query/chain";
import { useAddress } from "@/lib/wallet/use-account";
import { LinkWallet } from "./link-wallet";
import { LostWallet } from "./lost-wallet";
import { RecoveryNotice } from "./recovery-notice";

/** Who am I to this market, and what may I hold? */
export function IdentityPage() {
  const t = useTranslations();
  const account = useAddress();
  const standing = useStanding(account);
  const problem = useErrorText(standing.error);
  return (
    <>
      <PageHead title={t("shell.pages.identity")} lead={t("identity.lead")} />
      {account && <RecoveryNotice account={account} />}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
        <Section title={t("identity.standing.title")}>
          {problem && (
            <Callout tone="problem" title={problem.sentence}>
              {problem.next}
            </Callout>
          )}
          {!account && <p className="text-muted">{t("identity.standing.connect")}</p>}
          {account && standing.isPending && !problem && <SkeletonLines lines={4} />}
          {standing.data && <Standing standing={standing.data} />}
        </Section>
        <Section
          title={standing.data?.canReceive ? t("identity.verify.renew") : t("identity.verify.title")}
          lead={t("identity.verify.lead")}
        >
          <VerifyForm />
        </Section>
        <KycSection />
        {standing.data && !standing.data.retired && (
          <Section
            title={standing.data.identity ? t("identity.link.title") : t("identity.link.join")}
            lead={t("identity.link.lead")}
          >
            <LinkWallet standing={standing.data} />
          </Section>
        )}
        <Section title={t("identity.lost.title")} lead={t("identity.lost.lead")}>
          <LostWallet />
        </Section>
      </div>
    </>
  );
}

function Standing({ standing }: { standing: GetStandingReturnType }) {
  const t = useTranslations();
  if (!standing.identity)
    return (
      <p>
        <Badge>{t("identity.standing.none")}</Badge>
        <span className="mt-3 block text-muted">{t("identity.standing.noneText")}</span>
      </p>
    );
  const words = standingWords(standing, t);
  const rows = [
    {
      label: t("identity.standing.standing"),
      value: <Badge tone={words.tone}>{words.word}</Badge>,
    },
    { label: t("identity.standing.tier"), value: tierName(standing.tier, t) },
    { label: t("identity.standing.country"), value: countryName(standing.country, t) },
    { label: t("identity.standing.inForceUntil"), value: <Day at={standing.validUntil} /> },
    {
      label: t("identity.standing.accounts"),
      value: t("identity.standing.ofEight", { count: `${standing.accounts}` }),
    },
    {
      label: t("identity.standing.maySend"),
      value: standing.canSend ? t("identity.standing.yes") : t("identity.standing.no"),
    },
    {
      label: t("identity.standing.mayReceive"),
      value: standing.canReceive ? t("identity.standing.yes") : t("identity.standing.no"),
    },
  ];
  return <Facts rows={rows} />;
}

function VerifyForm() {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const transact = useTransact();
  const queryClient = useQueryClient();
  const [country, setCountry] = useState("");
  const [tier, setTier] = useState("2");
  const [person, setPerson] = useState("");
  const [tried, setTried] = useState(false);
  const letters = person.replace(/[^\p{L}\p{N}]/gu, "").length;
  const countryProblem = country === "" ? t("identity.verify.countryMissing") : undefined;
  const personProblem = person !== "" && letters < 3 ? t("identity.verify.personShort") : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (countryProblem || personProblem) return;
    const { verifyFlow } = await import("./verify-flow");
    transact(
      verifyFlow(
        apiUrl,
        { country: Number(country), tier: Number(tier), ...(person === "" ? {} : { person }) },
        () => void queryClient.invalidateQueries({ queryKey: ["session"] }),
        t,
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field
        id="country"
        label={t("identity.verify.country")}
        required
        error={tried ? countryProblem : undefined}
      >
        {(control) => (
          <CountrySelect {...control} value={country} onChange={(event) => setCountry(event.target.value)} />
        )}
      </Field>
      <Field id="tier" label={t("identity.verify.tier")} required hint={t("identity.verify.tierHint")}>
        {(control) => (
          <Select {...control} value={tier} onChange={(event) => setTier(event.target.value)}>
            <option value="1">{t("identity.verify.basic")}</option>
            <option value="2">{t("identity.verify.full")}</option>
            <option value="3">{t("identity.verify.accredited")}</option>
          </Select>
        )}
      </Field>
      <Field
        id="person"
        label={t("identity.verify.person")}
        hint={t("identity.verify.personHint")}
        error={personProblem}
      >
        {(control) => (
          <Input
            {...control}
            value={person}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setPerson(event.target.value)}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("identity.verify.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
