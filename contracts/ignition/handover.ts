import type {
  CallableContractFuture,
  ContractFuture,
  EncodeFunctionCallFuture,
  Future,
  IgnitionModule,
  IgnitionModuleBuilder,
  ModuleParameterRuntimeValue,
} from "@nomicfoundation/ignition-core";
import { encodeFunctionData, parseAbi, toFunctionSelector } from "viem";
import {
  FIRST_HOLDERS,
  FUNCTION_ROLES,
  GUARDED_ROLES,
  type ManagedContract,
  MORE_HOLDERS,
  ROLE_ADMINS,
  ROLES,
  type RoleName,
} from "./roles.ts";

const managerAbi = parseAbi([
  "function labelRole(uint64 roleId, string label)",
  "function setRoleAdmin(uint64 roleId, uint64 admin)",
  "function setRoleGuardian(uint64 roleId, uint64 guardian)",
]);

interface HandOver {
  accessManager: CallableContractFuture<string>;
  contracts: Record<ManagedContract, ContractFuture<string>>;
  /** Contracts that hold a role from the start. */
  holders?: readonly (readonly [RoleName, ContractFuture<string>])[];
  /** What the deployer must have done before it loses its power. */
  after: (Future | IgnitionModule)[];
}

/**
 * Wires the roles, hands ADMIN over and takes it from the deployer, in one transaction: there is no moment in which
 * half of the table holds. Until then every restricted function needs ADMIN, which only the deployer has.
 */
export function handOver(
  m: IgnitionModuleBuilder,
  { accessManager, contracts, holders, after }: HandOver,
): void {
  const calls: (`0x${string}` | EncodeFunctionCallFuture<string, string>)[] = [];
  const grant = (
    role: RoleName,
    holder: ContractFuture<string> | ModuleParameterRuntimeValue<string>,
    id: string,
  ) => m.encodeFunctionCall(accessManager, "grantRole", [ROLES[role].id, holder, ROLES[role].delay], { id });

  // ADMIN first: if its new holder were the deployer, the delay would bind it from here on and nothing below would pass,
  // instead of everything passing and the last line leaving no ADMIN at all.
  for (const [role, parameter] of entries(FIRST_HOLDERS)) {
    calls.push(grant(role, m.getParameter<string>(parameter), `Grant_${role}`));
  }
  for (const [role, parameter] of MORE_HOLDERS) {
    calls.push(grant(role, m.getParameter<string>(parameter), `Grant_${role}_${parameter}`));
  }
  for (const [role, { id }] of entries(ROLES)) {
    if (role === "ADMIN") continue;
    calls.push(encodeFunctionData({ abi: managerAbi, functionName: "labelRole", args: [id, role] }));
  }
  for (const [role, admin] of entries(ROLE_ADMINS)) {
    const args = [ROLES[role].id, ROLES[admin].id] as const;
    calls.push(encodeFunctionData({ abi: managerAbi, functionName: "setRoleAdmin", args }));
  }
  for (const role of GUARDED_ROLES) {
    const args = [ROLES[role].id, ROLES.GUARDIAN.id] as const;
    calls.push(encodeFunctionData({ abi: managerAbi, functionName: "setRoleGuardian", args }));
  }
  for (const [name, functions] of entries(FUNCTION_ROLES)) {
    for (const [role, selectors] of selectorsByRole(functions)) {
      const id = `Restrict_${name}_${role}`;
      const args = [contracts[name], selectors, ROLES[role].id];
      calls.push(m.encodeFunctionCall(accessManager, "setTargetFunctionRole", args, { id }));
    }
  }
  for (const [role, holder] of holders ?? []) calls.push(grant(role, holder, `GrantContract_${role}`));

  const deployer = m.getAccount(0);
  calls.push(
    m.encodeFunctionCall(accessManager, "renounceRole", [ROLES.ADMIN.id, deployer], { id: "Renounce" }),
  );
  m.call(accessManager, "multicall", [calls], { id: "HandOver", after });
}

/** Functions of ADMIN are left out: that is the role of every function that was given none. */
function selectorsByRole(functions: Record<string, RoleName>): Map<RoleName, string[]> {
  const result = new Map<RoleName, string[]>();
  for (const [signature, role] of Object.entries(functions)) {
    if (role === "ADMIN") continue;
    result.set(role, [...(result.get(role) ?? []), toFunctionSelector(`function ${signature}`)]);
  }
  return result;
}

function entries<T extends object>(record: T): [Extract<keyof T, string>, T[keyof T]][] {
  return Object.entries(record) as [Extract<keyof T, string>, T[keyof T]][];
}
