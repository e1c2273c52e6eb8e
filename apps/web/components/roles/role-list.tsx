"use client";

import type { IndexedRole } from "@qti/sdk/subgraph";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type ChosenOperation, OperationDialog } from "@/components/desks/operation-dialog";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import type { Access } from "@/lib/access/access";
import { allRoles, roleWords } from "@/lib/domain/roles";
import { durationWords } from "@/lib/format/time";
import { languageOf, type Translator } from "@/lib/i18n/translator";
import { useRoleAdmins, useRoles } from "@/lib/query/access";

const numbers = allRoles.map(({ role }) => role);

/** Every role: what it may do, how long it waits, who holds it. Whoever looks after a role gives and takes it here. */
export function RoleList() {
  const t = useTranslations();
  const roles = useRoles();
  const admins = useRoleAdmins(numbers);
  const [chosen, setChosen] = useState<ChosenOperation>();
  return (
    <QueryPanel
      query={roles}
      meanwhile={indexMeanwhile}
      lines={8}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title={t("roles.list.empty")} />}
    >
      {(found) => (
        <>
          <Rows
            roles={found.filter(({ memberCount }) => memberCount > 0)}
            admins={admins.data}
            onChoose={setChosen}
          />
          {found.some(({ memberCount }) => memberCount === 0) && (
            <details className="mt-4">
              <summary className="disclosure">{t("roles.list.unheld")}</summary>
              <div className="mt-4">
                <Rows
                  roles={found.filter(({ memberCount }) => memberCount === 0)}
                  admins={admins.data}
                  onChoose={setChosen}
                />
              </div>
            </details>
          )}
          <OperationDialog chosen={chosen} onClose={() => setChosen(undefined)} />
        </>
      )}
    </QueryPanel>
  );
}

function Rows({
  roles,
  admins,
  onChoose,
}: {
  roles: readonly IndexedRole[];
  admins: ReadonlyMap<bigint, Access> | undefined;
  onChoose: (chosen: ChosenOperation) => void;
}) {
  return (
    <ul className="grid border-rule border-t">
      {roles.map((role) => (
        <RoleRow key={String(role.role)} role={role} access={admins?.get(role.role)} onChoose={onChoose} />
      ))}
    </ul>
  );
}

function RoleRow({
  role,
  access,
  onChoose,
}: {
  role: IndexedRole;
  access: Access | undefined;
  onChoose: (chosen: ChosenOperation) => void;
}) {
  const t = useTranslations();
  const words = roleWords(role.role, t);
  const mayChange = access !== undefined && access.may !== "no";
  const number = String(role.role);
  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h3 className="font-medium">{words.name}</h3>
          <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">{words.may}</p>
          <p className="mt-1 max-w-prose text-muted text-sm">
            {t("roles.list.atWorst", { worst: inSentence(words.worst, t) })}
          </p>
        </div>
        {mayChange && (
          <Button
            size="small"
            onClick={() =>
              onChoose({
                id: "grantRole",
                access,
                initial: { role: number, delay: String(words.delay / 3_600) },
                fixed: ["role"],
              })
            }
          >
            {t.rich("roles.list.give", { role: words.name, more: spoken })}
          </Button>
        )}
      </div>
      {role.members.length > 0 && (
        <ul className="grid gap-1 text-[0.9375rem]">
          {role.members.map(({ account, delay, since }) => (
            <li key={account} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <AddressText address={account} />
              <span className="flex items-center gap-4 text-muted text-sm">
                <span>
                  {delay > 0n
                    ? t.rich("roles.list.waits", {
                        length: durationWords(Number(delay), t),
                        time: () => <Time at={Number(since)} />,
                      })
                    : t.rich("roles.list.atOnce", { time: () => <Time at={Number(since)} /> })}
                </span>
                {mayChange && (
                  <Button
                    look="quiet"
                    size="small"
                    onClick={() =>
                      onChoose({
                        id: "revokeRole",
                        access,
                        initial: { role: number, holder: account },
                        fixed: ["role", "holder"],
                      })
                    }
                  >
                    {t.rich("roles.list.take", { role: words.name, more: spoken })}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What a button says only to those who do not see the row around it. */
const spoken = (text: ReactNode) => <span className="sr-only">{text}</span>;

/** A sentence after a colon: German begins it large, as it may begin with a noun. */
function inSentence(text: string, t: Translator): string {
  return languageOf(t) === "de" ? text : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
