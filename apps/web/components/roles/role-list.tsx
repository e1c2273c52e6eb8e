"use client";

import type { IndexedRole } from "@qti/sdk/subgraph";
import { useState } from "react";
import { type ChosenOperation, OperationDialog } from "@/components/desks/operation-dialog";
import { AddressText } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Time } from "@/components/ui/time";
import type { Access } from "@/lib/access/access";
import { allRoles, roleWords } from "@/lib/domain/roles";
import { durationWords } from "@/lib/format/time";
import { useRoleAdmins, useRoles } from "@/lib/query/access";

const numbers = allRoles.map(({ role }) => role);

/** Every role: what it may do, how long it waits, who holds it. Whoever looks after a role gives and takes it here. */
export function RoleList() {
  const roles = useRoles();
  const admins = useRoleAdmins(numbers);
  const [chosen, setChosen] = useState<ChosenOperation>();
  return (
    <QueryPanel
      query={roles}
      meanwhile={indexMeanwhile}
      lines={8}
      isEmpty={(found) => found.length === 0}
      empty={<Empty title="The index knows no roles yet" />}
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
              <summary className="disclosure">Roles that nobody holds</summary>
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
  const words = roleWords(role.role);
  const mayChange = access !== undefined && access.may !== "no";
  const number = String(role.role);
  return (
    <li className="grid gap-3 border-rule border-b py-4">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h3 className="font-medium">{words.name}</h3>
          <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">{words.may}</p>
          <p className="mt-1 max-w-prose text-muted text-sm">At worst: {lowerFirst(words.worst)}</p>
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
            Give
            <span className="sr-only"> the role {words.name}</span>
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
                  {delay > 0n ? `waits ${durationWords(Number(delay))}` : "acts at once"}, since{" "}
                  <Time at={Number(since)} />
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
                    Take
                    <span className="sr-only"> the role {words.name} from this account</span>
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

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
