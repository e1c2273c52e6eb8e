"use client";

import { usePathname, useSearchParams } from "next/navigation";
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
            <Field id="who" label="Account or identity" required>
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
            Look up
          </Button>
        </form>
      </search>
      {who === "" ? (
        <Section title="Lately">
          <TransactionList kinds={atTheDesk} limit={10} empty="Nobody was verified yet" />
        </Section>
      ) : (
        <Found who={who} />
      )}
    </div>
  );
}

function Found({ who }: { who: string }) {
  const person = usePerson(who);
  const problem = useErrorText(person.error);
  if (problem && person.data === undefined)
    return <Problem text={problem} onRetry={person.refetch} busy={person.isFetching} />;
  if (person.data === undefined) return <SkeletonLines lines={6} />;
  if (person.data === null)
    return (
      <Empty title="Nobody is known by this">
        Enter an account (0x and 40 digits) or the keyed hash of an identity (0x and 64 digits).
      </Empty>
    );
  return <PersonPanel person={person.data} />;
}
