"use client";

import { useTranslations } from "next-intl";
import { useRuntimeConfig } from "@/lib/config/context";
import { addressName } from "@/lib/domain/names";
import { shortAddress } from "@/lib/format/address";
import { useAddress } from "@/lib/wallet/use-account";
import { CopyText } from "./copy";

/** An address: "You", its name where there is one, else its short form; the whole of it is copied on click. */
export function AddressText({ address, note }: { address: string; note?: string }) {
  const account = useAddress();
  const config = useRuntimeConfig();
  const t = useTranslations();
  const words = note && <span className="text-muted"> ({note})</span>;
  // Nobody needs to be told their own address on every line.
  if (account?.toLowerCase() === address.toLowerCase())
    return (
      <span>
        {t("ui.you")}
        {words}
      </span>
    );
  return (
    <CopyText text={address} label={t("ui.address")}>
      <span>
        {addressName(address, config, t) ?? shortAddress(address)}
        {words}
      </span>
    </CopyText>
  );
}
