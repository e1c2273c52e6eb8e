"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
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
  const t = useTranslations();
  const words = standingWords(standing, t);
  const subject = { initial: { subject: account }, fixed: ["subject"] };
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">
        <Section
          title={t("compliance.person.standing")}
          action={<Badge tone={words.tone}>{words.word}</Badge>}
        >
          <p className="mb-6 text-muted">{words.meaning}</p>
          <ActionBar
            actions={[
              ...(identity && !standing.revoked
                ? [{ id: "revoke" as const, label: t("compliance.actions.revoke"), ...subject }]
                : []),
              ...(identity && !standing.frozen
                ? [{ id: "freeze" as const, label: t("compliance.actions.freeze"), ...subject }]
                : []),
              ...(standing.frozen
                ? [{ id: "unfreeze" as const, label: t("compliance.actions.release"), ...subject }]
                : []),
            ]}
          >
            <Attest person={person} />
          </ActionBar>
        </Section>
        <Section title={t("compliance.person.shares")}>
          <PersonShares accounts={accounts} />
        </Section>
        <Section title={t("compliance.person.history")}>
          <TransactionList account={account} empty={t("compliance.person.noHistory")} />
        </Section>
      </div>
      <div className="grid content-start gap-12">
        <Section title={t("compliance.person.identity")}>
          <Facts
            rows={
              identity
                ? [
                    { label: t("compliance.person.tier"), value: tierName(standing.tier, t) },
                    { label: t("compliance.person.country"), value: countryName(standing.country, t) },
                    { label: t("compliance.person.inForceUntil"), value: <Day at={standing.validUntil} /> },
                    {
                      label: t("compliance.person.hash"),
                      value: (
                        <CopyText text={identity} label={t("compliance.person.hashOf")}>
                          {shortAddress(identity)}
                        </CopyText>
                      ),
                    },
                    { label: t("compliance.person.number"), value: String(standing.index) },
                  ]
                : [{ label: t("compliance.person.hash"), value: t("compliance.person.noHash") }]
            }
          />
        </Section>
        <Section title={t("compliance.person.accounts", { count: accounts.length })}>
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
  const t = useTranslations();
  return (
    <li className="grid gap-1 border-rule border-b py-3">
      <span className="flex items-baseline justify-between gap-4">
        <AddressText address={account} />
        {standing.retired && <Badge tone="loss">{t("compliance.person.retired")}</Badge>}
      </span>
      {recovery.status === "pending" && (
        <span className="text-sm text-warn">
          {t.rich("compliance.person.saidLost", {
            account: () => <AddressText address={recovery.successor} />,
            time: () => <Time at={recovery.readyAt} />,
          })}
        </span>
      )}
      {recovery.status === "recovered" && (
        <span className="text-muted text-sm">
          {t.rich("compliance.person.replaced", {
            account: () => <AddressText address={recovery.successor} />,
          })}
        </span>
      )}
    </li>
  );
}

/** Vouching needs an attester's key, not a role. */
function Attest({ person }: { person: Person }) {
  const t = useTranslations();
  const attester = useIsAttester();
  const [open, setOpen] = useState(false);
  const kind = person.identity ? "renewal" : "new";
  if (!attester.data || person.standing.system || person.standing.retired) return null;
  return (
    <>
      <Button size="small" look="primary" onClick={() => setOpen(true)}>
        {t(`compliance.attest.${kind}.verb`)}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t(`compliance.attest.${kind}.title`)}>
        <AttestForm person={person} onOpened={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
