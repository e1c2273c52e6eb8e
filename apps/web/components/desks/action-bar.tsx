"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { type Access, delayWords, refusalWords } from "@/lib/access/access";
import type { Texts } from "@/lib/desks/fields";
import type { OperationId } from "@/lib/desks/operation-names";
import { roleWords } from "@/lib/domain/roles";
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
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {children}
        {known.map((action) => (
          <Button
            key={action.id}
            size="small"
            disabled={action.access.may === "no"}
            title={refusalWords(action.access)}
            onClick={() => setChosen(action)}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {!quiet && later[0] && (
        <p className="text-muted text-sm">
          {later.map(({ label }) => label).join(", ")}: {lowerFirst(delayWords(later[0].access) ?? "")}
        </p>
      )}
      {!quiet &&
        account.status === "connected" &&
        byRole(refused).map(([role, labels]) => (
          <p key={String(role)} className="text-muted text-sm">
            {labels.join(", ")}: for the role "{roleWords(role).name}".
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

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
