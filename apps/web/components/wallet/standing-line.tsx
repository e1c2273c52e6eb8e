"use client";

import Link from "next/link";
import type { Address } from "viem";
import { tierName } from "@/lib/domain/words";
import { useStanding } from "@/lib/query/chain";

/** Whether an account is verified, in one line, with the way to become so. */
export function StandingLine({ account, onNavigate }: { account: Address; onNavigate?: () => void }) {
  const { data } = useStanding(account);
  if (!data) return <p className="text-muted text-sm">Verification: asking the chain</p>;
  if (data.canReceive)
    return (
      <p className="text-sm">
        <span className="text-gain">Verified, {tierName(data.tier).toLowerCase()}. </span>
        <Link href="/identity" className="prose-link" {...(onNavigate ? { onClick: onNavigate } : {})}>
          Identity
        </Link>
      </p>
    );
  return (
    <p className="text-sm">
      <span className="text-muted">
        {data.identity ? "Verification is not in force. " : "Not verified. "}
      </span>
      <Link href="/identity" className="prose-link" {...(onNavigate ? { onClick: onNavigate } : {})}>
        {data.identity ? "See why" : "Verify this account"}
      </Link>
    </p>
  );
}
