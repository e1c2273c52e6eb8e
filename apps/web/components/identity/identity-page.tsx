"use client";

import type { GetStandingReturnType } from "@qti/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
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
  const account = useAddress();
  const standing = useStanding(account);
  const problem = useErrorText(standing.error);
  return (
    <>
      <PageHead
        title="Identity"
        lead="Assets with rules may only be held by verified people. You are verified once; the chain then knows your country and tier, and nothing else about you."
      />
      {account && <RecoveryNotice account={account} />}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
        <Section title="What the chain says of you">
          {problem && (
            <Callout tone="problem" title={problem.sentence}>
              {problem.next}
            </Callout>
          )}
          {!account && <p className="text-muted">Connect a wallet to see its standing.</p>}
          {account && standing.isPending && !problem && <SkeletonLines lines={4} />}
          {standing.data && <Standing standing={standing.data} />}
        </Section>
        <Section
          title={standing.data?.canReceive ? "Renew the verification" : "Verify this account"}
          lead="In this demonstration an attester signs what you state and checks nothing. On a public network it checks your papers first; you hand them over as a sealed record."
        >
          <VerifyForm />
        </Section>
        {standing.data && !standing.data.retired && (
          <Section
            title={standing.data.identity ? "Link another wallet" : "Join an account of yours"}
            lead="One person can have up to eight accounts. They share one verification, and the limits of one person."
          >
            <LinkWallet standing={standing.data} />
          </Section>
        )}
        <Section
          title="Lost wallet"
          lead="Whoever lost the key of a verified account does not lose the shares: a new account can take its place, after the desk has made sure who asks, and three days in which the old one can object."
        >
          <LostWallet />
        </Section>
      </div>
    </>
  );
}

function Standing({ standing }: { standing: GetStandingReturnType }) {
  if (!standing.identity)
    return (
      <p>
        <Badge>Not verified</Badge>
        <span className="mt-3 block text-muted">
          This account can stake and send QTI. To hold shares of an asset it must be verified.
        </span>
      </p>
    );
  const words = standingWords(standing);
  const rows = [
    {
      label: "Standing",
      value: <Badge tone={words.tone}>{words.word}</Badge>,
    },
    { label: "Tier", value: tierName(standing.tier) },
    { label: "Country", value: countryName(standing.country) },
    { label: "In force until", value: <Day at={standing.validUntil} /> },
    { label: "Accounts of this identity", value: `${standing.accounts} of 8` },
    { label: "May send shares", value: standing.canSend ? "Yes" : "No" },
    { label: "May receive shares", value: standing.canReceive ? "Yes" : "No" },
  ];
  return <Facts rows={rows} />;
}

function VerifyForm() {
  const { apiUrl } = useRuntimeConfig();
  const transact = useTransact();
  const queryClient = useQueryClient();
  const [country, setCountry] = useState("");
  const [tier, setTier] = useState("2");
  const [person, setPerson] = useState("");
  const [tried, setTried] = useState(false);
  const letters = person.replace(/[^\p{L}\p{N}]/gu, "").length;
  const countryProblem = country === "" ? "Choose a country." : undefined;
  const personProblem = person !== "" && letters < 3 ? "Use at least three letters or digits." : undefined;

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
      ),
    );
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <Field id="country" label="Country" required error={tried ? countryProblem : undefined}>
        {(control) => (
          <CountrySelect {...control} value={country} onChange={(event) => setCountry(event.target.value)} />
        )}
      </Field>
      <Field
        id="tier"
        label="Tier"
        required
        hint="Some assets ask for a higher tier. To issue assets of your own, full is the least."
      >
        {(control) => (
          <Select {...control} value={tier} onChange={(event) => setTier(event.target.value)}>
            <option value="1">Basic: name and country</option>
            <option value="2">Full: papers and address</option>
            <option value="3">Accredited: means and experience</option>
          </Select>
        )}
      </Field>
      <Field
        id="person"
        label="Something that stands for you"
        hint="The number of a document, say. The attester hashes it with a secret key and forgets it: one person gets one identity. Left empty, this account counts as a person of its own."
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
          Review the verification
        </Button>
      </SignerGate>
    </form>
  );
}
