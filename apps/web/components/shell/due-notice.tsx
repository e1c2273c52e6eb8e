"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Callout } from "@/components/ui/callout";
import { DueDay } from "@/components/ui/time";
import { dueNotice } from "@/lib/domain/credit";
import { payWords } from "@/lib/domain/dollars";
import { useChainNow } from "@/lib/query/chain-time";
import { useCreditLine } from "@/lib/query/credit";

const tones = { soon: "note", grace: "warning", late: "problem", default: "problem" } as const;

/** What of an account's credit line is to be paid within ten days, or was missed; nothing where there is neither. */
export function DueNotice({ account }: { account: Address }) {
  const t = useTranslations();
  const pathname = usePathname();
  const credit = useCreditLine(account, 60_000);
  const now = useChainNow(60);
  // The page of the line says it itself.
  if (!credit.data || now === undefined || pathname === "/loans/credit") return null;
  const notice = dueNotice(credit.data.reading, now);
  if (!notice) return null;
  return (
    <div className="mx-auto max-w-[1120px] px-4 pt-4 sm:px-8">
      <Callout
        live
        tone={tones[notice.kind]}
        action={
          <Link href="/loans/credit" className="prose-link">
            {t("shell.due.pay")}
          </Link>
        }
      >
        {t.rich(`shell.due.${notice.kind}`, {
          amount: payWords(notice.amount, t),
          day: () => <DueDay at={notice.at} />,
        })}
      </Callout>
    </div>
  );
}
