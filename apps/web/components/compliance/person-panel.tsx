"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { ActionBar } from "@/components/desks/action-bar";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { AddressText } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy";
import { Dialog } from "@/components/ui/dialog";
import { Facts } from "@/components/ui/facts";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Day, Time } from "@/components/ui/time";
import type { Person, PersonAccount } from "@/lib/desks/read-person";
import { countryName } from "@/lib/domain/countries";
import { standingWords } from "@/lib/domain/standing-words";
import { tierName } from "@/lib/domain/words";
import { shortAddress } from "@/lib/format/address";
import { useIsAttester } from "@/lib/query/access";
import { PersonShares } from "./person-shares";

const AttestForm = dynamic(() => import("./attest-form").then((module) => module.AttestForm), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** Everything that the desk has to know of one person, and what it can do about them. */
export function PersonPanel({ person }: { person: Person }) {
  const { account, standing, identity, accounts } = person;
  const words = standingWords(standing);
  const subject = { initial: { subject: account }, fixed: ["subject"] };
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section title="Standing" action={<Badge tone={words.tone}>{words.word}</Badge>}>
          <p className="mb-6 text-muted">{words.meaning}</p>
          <ActionBar
            actions={[
              ...(identity && !standing.revoked
                ? [{ id: "revoke" as const, label: "Revoke", ...subject }]
                : []),
              ...(identity && !standing.frozen
                ? [{ id: "freeze" as const, label: "Freeze", ...subject }]
                : []),
              ...(standing.frozen ? [{ id: "unfreeze" as const, label: "Release", ...subject }] : []),
            ]}
          >
            <Attest person={person} />
          </ActionBar>
        </Section>
        <Section title="Shares">
          <PersonShares accounts={accounts} />
        </Section>
        <Section title="History">
          <TransactionList account={account} empty="Nothing has happened to this account yet" />
        </Section>
      </div>
      <div className="grid content-start gap-12">
        <Section title="Identity">
          <Facts
            rows={
              identity
                ? [
                    { label: "Tier", value: tierName(standing.tier) },
                    { label: "Country", value: countryName(standing.country) },
                    { label: "In force until", value: <Day at={standing.validUntil} /> },
                    {
                      label: "Keyed hash",
                      value: (
                        <CopyText text={identity} label="keyed hash of the identity">
                          {shortAddress(identity)}
                        </CopyText>
                      ),
                    },
                    { label: "Number", value: String(standing.index) },
                  ]
                : [{ label: "Keyed hash", value: "none: it was never attested" }]
            }
          />
        </Section>
        <Section title={accounts.length === 1 ? "Account" : `${accounts.length} accounts`}>
          <ul className="grid border-rule border-t">
            {accounts.map((each) => (
              <AccountRow key={each.account} of={each} />
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}

function AccountRow({ of: { account, standing, recovery } }: { of: PersonAccount }) {
  return (
    <li className="grid gap-1 border-rule border-b py-3">
      <span className="flex items-baseline justify-between gap-4">
        <AddressText address={account} />
        {standing.retired && <Badge tone="loss">Retired</Badge>}
      </span>
      {recovery.status === "pending" && (
        <span className="text-sm text-warn">
          Said to be lost: <AddressText address={recovery.successor} /> takes its place{" "}
          <Time at={recovery.readyAt} />, unless somebody objects
        </span>
      )}
      {recovery.status === "recovered" && (
        <span className="text-muted text-sm">
          Replaced by <AddressText address={recovery.successor} />
        </span>
      )}
    </li>
  );
}

/** Vouching needs an attester's key, not a role. */
function Attest({ person }: { person: Person }) {
  const attester = useIsAttester();
  const [open, setOpen] = useState(false);
  const label = person.identity ? "Renew" : "Verify";
  if (!attester.data || person.standing.system || person.standing.retired) return null;
  return (
    <>
      <Button size="small" look="primary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={person.identity ? "Renew the verification" : "Verify this account"}
      >
        <AttestForm person={person} onOpened={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
