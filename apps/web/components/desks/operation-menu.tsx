"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { type Access, delayWords, refusalWords } from "@/lib/access/access";
import { groups, type OperationId, operationGroups } from "@/lib/desks/operation-names";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useAccess } from "@/lib/query/access";
import { useAccountState } from "@/lib/wallet/use-account";
import { type ChosenOperation, OperationDialog } from "./operation-dialog";

type Entry = { id: OperationId; access: Access };

/** What the connected account may do of a list of operations, and what it may not and why. */
export function OperationMenu({ ids }: { ids: readonly OperationId[] }) {
  const t = useTranslations();
  const account = useAccountState();
  const access = useAccess();
  const problem = useErrorText(access.error);
  const [chosen, setChosen] = useState<ChosenOperation>();
  if (problem && !access.data)
    return <Problem text={problem} onRetry={access.refetch} busy={access.isFetching} />;
  if (!access.data || account.status === "starting") return <SkeletonLines lines={4} />;

  const table = access.data;
  const entries = ids.flatMap((id): Entry[] => {
    const known = table[id];
    return known ? [{ id, access: known }] : [];
  });
  const allowed = entries.filter((entry) => entry.access.may !== "no");
  const refused = entries.filter((entry) => entry.access.may === "no");
  return (
    <div className="grid gap-6">
      {account.status === "none" && <p className="text-muted">{t("desks.menu.connect")}</p>}
      {account.status === "connected" && allowed.length === 0 && (
        <Callout title={t("desks.menu.noRole")}>{t("desks.menu.noRoleText")}</Callout>
      )}
      {allowed.length > 0 && (
        <Groups entries={allowed}>
          {(entry) => (
            <button
              type="button"
              onClick={() => setChosen(entry)}
              className="group flex min-h-11 w-full items-center justify-between gap-3 py-2 text-left -outline-offset-2 hover:bg-sunken"
            >
              <span>
                <span className="block font-medium">{t(`desks.operations.${entry.id}.title`)}</span>
                <span className="block text-muted text-sm">
                  {delayWords(entry.access, t) ?? t("desks.menu.atOnce")}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
            </button>
          )}
        </Groups>
      )}
      {refused.length > 0 && (
        <details>
          <summary className="disclosure">
            {allowed.length > 0 ? t("desks.menu.others") : t("desks.menu.holders")}
          </summary>
          <Groups entries={refused} className="mt-4">
            {(entry) => (
              <div className="py-2">
                <p>{t(`desks.operations.${entry.id}.title`)}</p>
                <p className="text-muted text-sm">{refusalWords(entry.access, t)}</p>
              </div>
            )}
          </Groups>
        </details>
      )}
      <OperationDialog chosen={chosen} onClose={() => setChosen(undefined)} />
    </div>
  );
}

/** Entries under the heads of their groups. */
function Groups({
  entries,
  children,
  className,
}: {
  entries: readonly Entry[];
  children: (entry: Entry) => React.ReactNode;
  className?: string;
}) {
  const t = useTranslations();
  const filled = groups
    .map((group) => ({
      group,
      members: entries.filter(({ id }) => operationGroups[id] === group),
    }))
    .filter(({ members }) => members.length > 0);
  return (
    <div className={className}>
      {filled.map(({ group, members }) => (
        <div key={group} className="mb-4 last:mb-0">
          <h3 className="text-muted text-sm">{t(`desks.groups.${group}`)}</h3>
          <ul className="mt-1 grid border-rule border-t">
            {members.map((entry) => (
              <li key={entry.id} className="border-rule border-b">
                {children(entry)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
