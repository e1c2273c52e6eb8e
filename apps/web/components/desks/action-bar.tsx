"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { type Access, refusalWords } from "@/lib/access/access";
import type { Texts } from "@/lib/desks/fields";
import type { OperationId } from "@/lib/desks/operation-names";
import { roleWords } from "@/lib/domain/roles";
import { durationWords } from "@/lib/format/time";
import { useAccess } from "@/lib/query/access";
import { useAccountState } from "@/lib/wallet/use-account";
import { type ChosenOperation, OperationDialog } from "./operation-dialog";

/** A button of the bar. */
export type BarAction = {
  id: OperationId;
  /** What the button says, short: the row says about whom or what. */
  label: string;
  initial?: Texts;
  fixed?: readonly string[];
  target?: `0x${string}` | undefined;
};

/** What can be done about the thing at hand. What the connected account may not do is there too, with the reason. */
export function ActionBar({
  actions,
  quiet = false,
  children,
}: {
  actions: readonly BarAction[];
  /** The reasons stand with a bar of the same actions nearby. */
  quiet?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations();
  const access = useAccess();
  const account = useAccountState();
  const [chosen, setChosen] = useState<ChosenOperation>();
  if (!access.data) return <Skeleton height="h-9" className="w-48" />;
  const table = access.data;
  const known = actions.flatMap((action) => {
    const found = table[action.id];
    return found ? [{ ...action, access: found }] : [];
  });
  const refused = known.filter((action) => action.access.may === "no");
  const later = known.filter((action) => action.access.may === "later");
  const wait = later[0]?.access;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {children}
        {known.map((action) => (
          <Button
            key={action.id}
            size="small"
            disabled={action.access.may === "no"}
            title={refusalWords(action.access, t)}
            onClick={() => setChosen(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {!quiet && wait?.may === "later" && (
        <p className="text-muted text-sm">
          {t("desks.bar.later", {
            actions: later.map(({ label }) => label).join(", "),
            duration: durationWords(wait.delay, t),
          })}
        </p>
      )}
      {!quiet &&
        account.status === "connected" &&
        byRole(refused).map(([role, labels]) => (
          <p key={String(role)} className="text-muted text-sm">
            {t("desks.bar.refused", { actions: labels.join(", "), role: roleWords(role, t).name })}
          </p>
        ))}
      <OperationDialog chosen={chosen} onClose={() => setChosen(undefined)} />
    </div>
  );
}

function byRole(actions: readonly { label: string; access: Access }[]): [bigint, string[]][] {
  const groups = new Map<bigint, string[]>();
  for (const { label, access } of actions)
    groups.set(access.role, [...(groups.get(access.role) ?? []), label]);
  return [...groups];
}
