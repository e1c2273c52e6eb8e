"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Section } from "@/components/shell/section";
import { TransactionList } from "@/components/transactions/transaction-list";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/errors/use-error-text";
import { usePerson } from "@/lib/query/person";
import { PersonPanel } from "./person-panel";

const atTheDesk = [
  "ACCOUNT_ATTESTED",
  "WALLET_LINKED",
  "IDENTITY_REVOKED",
  "IDENTITY_FROZEN",
  "IDENTITY_UNFROZEN",
  "ACCOUNT_RECOVERED",
] as const;

/** Looks a person up by an account or by their identity. The search stands in the address of the page. */
export function CompliancePeople() {
  const t = useTranslations();
  const pathname = usePathname();
  const search = useSearchParams();
  const who = search.get("who") ?? "";
  const [typed, setTyped] = useState(who);

  function show(event: FormEvent) {
    event.preventDefault();
    const text = typed.trim();
    const next = new URLSearchParams(search);
    if (text === "") next.delete("who");
    else next.set("who", text);
    window.history.replaceState(null, "", next.size === 0 ? pathname : `${pathname}?${next}`);
  }

  return (
    <div className="grid grid-cols-1 gap-12">
      <search className="max-w-2xl">
        <form onSubmit={show} className="flex items-end gap-3">
          <div className="flex-1">
            <Field id="who" label={t("compliance.people.search")} required>
              {(control) => (
                <Input
                  {...control}
                  value={typed}
                  placeholder="0x…"
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Button type="submit" look="primary">
            {t("compliance.people.lookUp")}
          </Button>
        </form>
      </search>
      {who === "" ? (
        <Section title={t("compliance.lately")}>
          <TransactionList kinds={atTheDesk} limit={10} empty={t("compliance.people.noneYet")} />
        </Section>
      ) : (
        <Found who={who} />
      )}
    </div>
  );
}

function Found({ who }: { who: string }) {
  const t = useTranslations();
  const person = usePerson(who);
  const problem = useErrorText(person.error);
  if (problem && person.data === undefined)
    return <Problem text={problem} onRetry={person.refetch} busy={person.isFetching} />;
  if (person.data === undefined) return <SkeletonLines lines={6} />;
  if (person.data === null)
    return <Empty title={t("compliance.people.unknown")}>{t("compliance.people.unknownText")}</Empty>;
  return <PersonPanel person={person.data} />;
}
