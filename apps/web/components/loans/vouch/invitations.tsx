"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Address, getAddress } from "viem";
import { Section } from "@/components/shell/section";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { AddressInput } from "@/components/ui/input";
import { QueryPanel } from "@/components/ui/query-panel";
import { SkeletonLines } from "@/components/ui/skeleton";
import { creditView } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { readAddress } from "@/lib/format/address";
import { useChainNow } from "@/lib/query/chain-time";
import { type CreditNow, useCreditLine, useInvitation, useVouchers } from "@/lib/query/credit";
import { useInvitationsTo } from "@/lib/query/credit-index";
import { useNameOf } from "@/lib/query/names";
import { VouchForm } from "./vouch-form";

/** Who lets the connected person vouch: from the index, and by their address. */
export function Invitations({ credit, blocked }: { credit: CreditNow; blocked: boolean }) {
  const t = useTranslations();
  const invitations = useInvitationsTo(credit.identity);
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const sought = readAddress(text);
  const known = invitations.data?.some(({ account }) => getAddress(account) === sought);
  return (
    <Section title={t("vouch.asks.title")} lead={t("vouch.asks.lead")}>
      <QueryPanel
        query={invitations}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty title={t("vouch.asks.none")}>{t("vouch.asks.noneText")}</Empty>}
      >
        {(rows) => (
          <ul className="grid border-rule border-t">
            {rows.map(({ account }) => (
              <Borrower key={account} borrower={account} blocked={blocked} />
            ))}
          </ul>
        )}
      </QueryPanel>
      <div className="mt-6 max-w-md">
        <Field
          id="vouch-find"
          label={t("vouch.asks.find")}
          error={text !== "" && !sought && text.length >= 42 ? t("vouch.asks.wrong") : undefined}
        >
          {(control) => (
            <AddressInput {...control} value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      </div>
      {sought && !known && (
        <div className="mt-4">
          <Sought borrower={sought} voucher={credit.identity} blocked={blocked} />
        </div>
      )}
    </Section>
  );
}

/** Somebody whose address was typed: whoever has not invited is told of. */
function Sought({ borrower, voucher, blocked }: { borrower: Address; voucher: bigint; blocked: boolean }) {
  const t = useTranslations();
  const line = useCreditLine(borrower);
  const invited = useInvitation(line.data?.identity, voucher);
  if (line.data === null) return <p className="text-muted">{t("vouch.asks.nobody")}</p>;
  if (line.data?.identity === voucher) return <p className="text-muted">{t("vouch.asks.self")}</p>;
  if (invited.data === undefined) return <SkeletonLines lines={2} />;
  if (!invited.data) return <p className="text-muted">{t("vouch.asks.notInvited")}</p>;
  return (
    <ul className="grid border-rule border-t">
      <Borrower borrower={borrower} blocked={blocked} />
    </ul>
  );
}

/** Somebody who may be vouched for: how their line stands, and the form. */
function Borrower({ borrower, blocked }: { borrower: Address; blocked: boolean }) {
  const t = useTranslations();
  const nameOf = useNameOf();
  const line = useCreditLine(borrower);
  const vouchers = useVouchers(line.data?.identity);
  const now = useChainNow(60);
  const [open, setOpen] = useState(false);
  if (!line.data || now === undefined) return <SkeletonLines lines={2} />;
  const { reading } = line.data;
  const { owed, state } = creditView(reading, now);
  return (
    <li className="grid gap-4 border-rule border-b py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="font-medium">
            <AddressText address={borrower} />
          </p>
          <p className="text-muted text-sm">
            {[
              `${t("vouch.asks.limit")}: ${dollarWords(reading.line.limit, t)}`,
              `${t("vouch.asks.owed")}: ${payWords(owed, t)}`,
              `${t("vouch.asks.state")}: ${t(`loans.states.${reading.writtenOff ? "writtenOff" : state}`)}`,
              `${t("vouch.asks.vouchers")}: ${t("vouch.asks.people", { count: vouchers.data?.length ?? 0 })}`,
            ].join(" · ")}
          </p>
        </div>
        <Button
          size="small"
          disabled={blocked}
          aria-expanded={open}
          aria-label={t("vouch.asks.openOf", { who: nameOf(borrower) })}
          onClick={() => setOpen(!open)}
        >
          {t("vouch.asks.open")}
        </Button>
      </div>
      {open && !blocked && (
        <VouchForm borrower={borrower} reading={reading} now={now} onDone={() => setOpen(false)} />
      )}
    </li>
  );
}
