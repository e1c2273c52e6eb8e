"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Address } from "viem";
import { Section } from "@/components/shell/section";
import { useTransact } from "@/components/transactions/transactions-provider";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { SignerGate } from "@/components/wallet/signer-gate";
import { dollarWords } from "@/lib/domain/dollars";
import { sharesWorth } from "@/lib/domain/pools";
import { useCreditPools, useVouchers, type VoucherNow } from "@/lib/query/credit";
import { useInvitesOf } from "@/lib/query/credit-index";
import { useNameOf } from "@/lib/query/names";
import { InviteForm } from "./invite-form";

/** Who vouches for a line, who may, and the way to ask somebody. */
export function VouchersPanel({ account, identity }: { account: Address; identity: bigint }) {
  const t = useTranslations();
  const vouchers = useVouchers(identity);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t("credit.vouchers.title")}
      lead={t("credit.vouchers.lead")}
      action={
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("credit.vouchers.invite")}
        </Button>
      }
    >
      {open && <InviteForm account={account} onDone={() => setOpen(false)} />}
      <QueryPanel
        query={vouchers}
        lines={2}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty title={t("credit.vouchers.none")}>{t("credit.vouchers.noneText")}</Empty>}
      >
        {(rows) => (
          <ul className="grid border-rule border-t">
            {rows.map((row) => (
              <Voucher key={String(row.voucher)} voucher={row} />
            ))}
          </ul>
        )}
      </QueryPanel>
      <Invites identity={identity} />
    </Section>
  );
}

function Voucher({ voucher: { owner, shares, limit } }: { voucher: VoucherNow }) {
  const t = useTranslations();
  const pool = useCreditPools().data?.firstLoss;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-rule border-b py-3">
      <AddressText address={owner} />
      <span className="text-muted text-sm">
        {limit > 0n
          ? t("credit.vouchers.adds", { amount: dollarWords(limit, t) })
          : t("credit.vouchers.ended")}
        {pool && (
          <>
            {" · "}
            {t("credit.vouchers.locked", {
              amount: dollarWords(sharesWorth(shares, pool.totalAssets, pool.totalShares), t),
            })}
          </>
        )}
      </span>
    </li>
  );
}

/** Who may vouch and does not yet. */
function Invites({ identity }: { identity: bigint }) {
  const t = useTranslations();
  const transact = useTransact();
  const nameOf = useNameOf();
  const vouchers = useVouchers(identity).data;
  const invites = useInvitesOf(identity);
  const open = invites.data?.filter(({ voucher }) => !vouchers?.some((each) => each.voucher === voucher));
  if (!open || open.length === 0) return null;

  async function takeBack(account: Address) {
    const { inviteFlow } = await import("./credit-flows");
    transact(inviteFlow(account, { who: nameOf(account), invited: false }, () => undefined, t));
  }

  return (
    <div className="mt-6">
      <h3 className="font-medium">{t("credit.vouchers.invited")}</h3>
      <ul className="mt-2 grid border-rule border-t">
        {open.map(({ voucherAccount: account }) => (
          <li
            key={account}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3"
          >
            <AddressText address={account} />
            <SignerGate>
              <Button
                size="small"
                aria-label={t("credit.vouchers.withdrawOf", { who: nameOf(account) })}
                onClick={() => void takeBack(account)}
              >
                {t("credit.vouchers.withdraw")}
              </Button>
            </SignerGate>
          </li>
        ))}
      </ul>
    </div>
  );
}
