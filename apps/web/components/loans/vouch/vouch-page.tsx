"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { LoansNav } from "@/components/loans/loans-nav";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Empty } from "@/components/ui/empty";
import { QueryPanel } from "@/components/ui/query-panel";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useOpenWallet } from "@/components/wallet/wallet-dialog-provider";
import { creditView } from "@/lib/domain/credit";
import { dollarWords, payWords } from "@/lib/domain/dollars";
import { useChainNow } from "@/lib/query/chain-time";
import { type CreditNow, useCreditLine, useMyPools, useVouchers } from "@/lib/query/credit";
import { useAccountState } from "@/lib/wallet/use-account";
import { Invitations } from "./invitations";
import { MyVouches } from "./my-vouches";

/** For whom do I vouch, and what may I lose? */
export function VouchPage() {
  const t = useTranslations();
  const account = useAccountState();
  const openWallet = useOpenWallet();
  return (
    <>
      <PageHead title={t("vouch.title")} lead={t("vouch.lead")} />
      <LoansNav />
      {account.status === "starting" && <SkeletonLines lines={6} />}
      {account.status === "none" && (
        <Empty
          title={t("vouch.connect")}
          action={
            <Button look="primary" onClick={openWallet}>
              {t("wallet.connect")}
            </Button>
          }
        />
      )}
      {account.status === "connected" && <VouchOf account={account.address} />}
    </>
  );
}

function VouchOf({ account }: { account: Address }) {
  const t = useTranslations();
  const mine = useCreditLine(account);
  return (
    <QueryPanel
      query={mine}
      lines={6}
      isEmpty={(found) => found === null}
      empty={
        <Callout
          title={t("vouch.unverified")}
          action={
            <Button asChild size="small">
              <Link href="/identity">{t("vouch.verify")}</Link>
            </Button>
          }
        />
      }
    >
      {(found) => found && <Vouching account={account} credit={found} />}
    </QueryPanel>
  );
}

function Vouching({ account, credit }: { account: Address; credit: CreditNow }) {
  const t = useTranslations();
  const now = useChainNow(60);
  const pools = useMyPools(account);
  const vouchers = useVouchers(credit.identity);
  const owed = now === undefined ? 0n : creditView(credit.reading, now).owed;
  const isVouchedFor = (vouchers.data?.length ?? 0) > 0;
  const free = pools.data?.firstLoss;
  return (
    <div className="grid grid-cols-1 gap-16">
      {(isVouchedFor || owed > 0n) && (
        <Callout tone="warning">
          {isVouchedFor
            ? t("vouch.blocked.vouchedFor")
            : t("vouch.blocked.owesNow", { amount: payWords(owed, t) })}
        </Callout>
      )}
      <Section title={t("vouch.shares.title")}>
        {free === undefined ? (
          <SkeletonLines lines={1} />
        ) : (
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span>
              {free.shares > 0n
                ? `${t("vouch.shares.free")}: ${dollarWords(free.worth, t)}`
                : t("vouch.shares.none")}
            </span>
            <Link href="/loans/lend?pool=firstLoss" className="prose-link">
              {t("vouch.shares.get")}
            </Link>
          </p>
        )}
      </Section>
      <Invitations credit={credit} blocked={isVouchedFor || owed > 0n} />
      <MyVouches voucher={credit.identity} />
    </div>
  );
}
