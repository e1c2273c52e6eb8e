"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/shell/section";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { QueryPanel } from "@/components/ui/query-panel";
import { earlyDays, holdDays } from "@/lib/domain/referrals";
import { formatAmount, formatShare } from "@/lib/format/amount";
import { useReferralRegistry } from "@/lib/query/rewards";
import { useReferrer } from "@/lib/query/taps";
import { InviteAnswer } from "./invite-answer";

/** Who invites me, what does it mean, and do I want it? */
export function InvitePage({ code }: { code: string }) {
  const t = useTranslations();
  const referrer = useReferrer(code);
  return (
    <>
      <PageHead title={t("rewards.invite.title")} lead={t("rewards.invite.lead")} />
      <QueryPanel
        query={referrer}
        lines={6}
        isEmpty={(found) => found === null}
        empty={
          <Empty
            title={t("rewards.invite.unknown")}
            action={
              <Button asChild>
                <Link href="/">{t("rewards.invite.without")}</Link>
              </Button>
            }
          >
            {t("rewards.invite.unknownText", { code: code.slice(0, 20) })}
          </Empty>
        }
      >
        {(found) => found && <Invitation referrer={found.referrer} />}
      </QueryPanel>
    </>
  );
}

function Invitation({ referrer }: { referrer: Address }) {
  const t = useTranslations();
  const registry = useReferralRegistry(undefined);
  return (
    <div className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,1fr)_360px]">
      <Section title={t("rewards.invite.what")}>
        <QueryPanel query={registry} lines={6}>
          {({ terms }) => (
            <Facts
              rows={[
                { label: t("rewards.invite.by"), value: <AddressText address={referrer} /> },
                { label: t("rewards.invite.costs"), value: t("rewards.invite.costsValue") },
                {
                  label: t("rewards.invite.gets"),
                  value: t("rewards.invite.getsValue", {
                    part: formatShare(BigInt(terms.bonusBps), 10_000n, 2, t),
                    days: earlyDays,
                    cap: formatAmount(terms.newcomerCap, { decimals: 6, maximum: 0 }, t),
                  }),
                },
                {
                  label: t("rewards.invite.when"),
                  value: t("rewards.invite.whenValue", {
                    amount: formatAmount(terms.minStake, { decimals: 18, maximum: 2 }, t),
                    days: holdDays,
                  }),
                },
                { label: t("rewards.invite.sees"), value: t("rewards.invite.seesValue") },
                { label: t("rewards.invite.choice"), value: t("rewards.invite.choiceValue") },
              ]}
            />
          )}
        </QueryPanel>
      </Section>
      <aside className="grid content-start gap-4 lg:sticky lg:top-24 lg:self-start">
        <InviteAnswer referrer={referrer} />
        <p className="text-center text-muted text-sm">
          {t("rewards.invite.later")}{" "}
          <Link href="/" className="prose-link">
            {t("rewards.invite.without")}
          </Link>
        </p>
      </aside>
    </div>
  );
}
