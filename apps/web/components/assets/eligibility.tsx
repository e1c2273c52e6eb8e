"use client";

import type { GetAssetReturnType } from "@qti/sdk";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { isAddressEqual } from "viem";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { eligibilityWords } from "@/lib/domain/eligibility-words";
import { useTransferRefusal } from "@/lib/query/assets";
import { useAddress } from "@/lib/wallet/use-account";

/** Whether the connected account may receive shares of an asset, and if not, why and what to do. */
export function Eligibility({ asset }: { asset: GetAssetReturnType }) {
  const t = useTranslations();
  const account = useAddress();
  const isIssuer = account !== undefined && isAddressEqual(account, asset.issuer);
  // One share unit from the issuer, who is bound by no lock-up: what refuses it is about the receiver.
  const refusal = useTransferRefusal(
    asset.asset,
    account && !isIssuer ? { from: asset.issuer, to: account, amount: 1n } : undefined,
  );
  if (!account || isIssuer || !refusal.data) return null;
  const { because, next, verify } = eligibilityWords(refusal.data.refusal, t);
  if (!because) return <Callout tone="done" title={t("assets.eligibility.yes")} className="mb-6" />;
  return (
    <Callout
      tone="warning"
      title={t("assets.eligibility.no")}
      className="mb-6"
      action={
        verify && (
          <Button asChild size="small">
            <Link href="/identity">{t("assets.eligibility.verify")}</Link>
          </Button>
        )
      }
    >
      {because} {next}
    </Callout>
  );
}
