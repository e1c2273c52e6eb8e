"use client";

import { type Decision, decisionsOn, type SpaceRecord } from "@qti/sdk/records/spaces";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddressText } from "@/components/ui/address";
import { Time } from "@/components/ui/time";
import { useAddress } from "@/lib/wallet/use-account";
import { DecideForm, DecisionNote } from "./decisions";
import { PaperList } from "./paper-list";
import type { WithPapers } from "./papers-field";

/** Papers that somebody sent, at the desk of whoever decides about them. */
export function DeskFile({
  file,
  decisions,
  space,
  children,
}: {
  file: SpaceRecord<WithPapers>;
  decisions: readonly SpaceRecord<Decision>[];
  space: "kyc" | "loans";
  /** What they say besides. */
  children: ReactNode;
}) {
  const t = useTranslations();
  const account = useAddress()?.toLowerCase();
  const [mine] = decisionsOn(file, decisions, { mayDecide: (each) => each === account });
  return (
    <li className="grid grid-cols-1 gap-x-12 gap-y-6 border-rule border-b py-6 lg:grid-cols-2">
      <div className="grid grid-cols-1 content-start gap-4">
        <p className="text-muted text-sm">
          {t.rich("spaces.desk.from", {
            account: () => <AddressText address={file.record.owner} />,
            time: () => <Time at={Date.parse(file.manifest.created) / 1000} />,
            version: `${file.record.version}`,
          })}
        </p>
        {children}
        <PaperList file={file} />
        <p className="text-muted text-sm">{t("spaces.desk.proven")}</p>
      </div>
      <div className="grid grid-cols-1 content-start gap-6">
        <DecisionNote on={mine} />
        <DecideForm file={file} space={space} before={mine?.decision} />
      </div>
    </li>
  );
}
