"use client";

import { useRuntimeConfig } from "@/lib/config/context";
import { addressName } from "@/lib/domain/names";
import { shortAddress } from "@/lib/format/address";
import { useAddress } from "@/lib/wallet/use-account";
import { CopyText } from "./copy";

/** An address: its name where there is one, short otherwise; the whole of it is copied on click. */
export function AddressText({
  address,
  note,
  className,
}: {
  address: string;
  note?: string;
  className?: string;
}) {
  const account = useAddress();
  const config = useRuntimeConfig();
  const name =
    account?.toLowerCase() === address.toLowerCase() ? "You" : addressName(address, config.contracts);
  return (
    <CopyText text={address} label="address" className={className ?? ""}>
      <span>
        {name ?? shortAddress(address)}
        {note && <span className="text-muted"> ({note})</span>}
      </span>
    </CopyText>
  );
}
