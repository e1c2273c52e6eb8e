"use client";

import { useTranslations } from "next-intl";
import { AddressText } from "@/components/ui/address";
import { Callout } from "@/components/ui/callout";
import { type RoleName, roleNumber, roleWords } from "@/lib/domain/roles";
import { useRoles } from "@/lib/query/access";
import { useHoldsRole } from "@/lib/query/operator";
import { useAccountState } from "@/lib/wallet/use-account";

/** Says to who cannot act here which role they lack, what it may, and who holds it. */
export function RoleNotice({ of: role }: { of: RoleName }) {
  const t = useTranslations();
  const account = useAccountState();
  const holds = useHoldsRole(role);
  const roles = useRoles();
  if (account.status === "starting" || holds.data !== false) return null;
  const { name, may } = roleWords(roleNumber(role), t);
  const members = roles.data?.find((each) => each.role === roleNumber(role))?.members ?? [];
  return (
    <Callout
      title={
        account.status === "connected"
          ? t("desks.notice.lacks", { role: name })
          : t("desks.notice.connect", { role: name })
      }
      className="mb-8"
    >
      <p>
        {may} {t("desks.notice.read")}
      </p>
      {members.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
          <span>{t("desks.notice.heldBy")}</span>
          {members.map((member) => (
            <AddressText key={member.account} address={member.account} />
          ))}
        </p>
      )}
    </Callout>
  );
}
