"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { tierName } from "@/lib/domain/words";
import { useStanding } from "@/lib/query/chain";

/** Whether an account is verified, in one line, with the way to become so. */
export function StandingLine({ account, onNavigate }: { account: Address; onNavigate?: () => void }) {
  const t = useTranslations();
  const { data } = useStanding(account);
  if (!data) return <p className="text-muted text-sm">{t("wallet.standing.asking")}</p>;
  if (data.canReceive)
    return (
      <p className="text-sm">
        <span className="text-gain">
          {t("wallet.standing.verified", { tier: tierName(data.tier, t).toLowerCase() })}
        </span>
        <Link href="/identity" className="prose-link" {...(onNavigate ? { onClick: onNavigate } : {})}>
          {t("wallet.standing.identity")}
        </Link>
      </p>
    );
  return (
    <p className="text-sm">
      <span className="text-muted">
        {data.identity ? t("wallet.standing.notInForce") : t("wallet.standing.notVerified")}
      </span>
      <Link href="/identity" className="prose-link" {...(onNavigate ? { onClick: onNavigate } : {})}>
        {data.identity ? t("wallet.standing.why") : t("wallet.standing.verify")}
      </Link>
    </p>
  );
}
