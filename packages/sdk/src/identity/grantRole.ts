import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { grantRoleFunction, roleGrantedEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link grantRole}. */
export type GrantRoleParameters = {
  /** Id, from `roles`. */
  role: bigint;
  /** Who gets it. */
  member: Address;
  /** Seconds between scheduling and doing, at least what the deployment gives this role. */
  delay: number;
};

/**
 * Gives a role to an account.
 *
 * @param client - A viem client whose account holds the role that grants it: ADMIN (72 hours after scheduling), for ISSUER the ISSUER_DESK.
 * @param parameters - {@link GrantRoleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerUnauthorizedAccountError} when the account may not grant this role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await grantRole(deskClient, { role: roles.issuer, member, delay: 0 });
 * ```
 */
export const grantRole = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, role, member, delay }: CallParameters<GrantRoleParameters, "accessManager">) =>
    contractCall(accessManager, grantRoleFunction, [role, member, delay]),
  event: roleGrantedEvent,
});

/** {@link grantRole}, then waits: answers with the receipt and the `RoleGranted` event. */
export const grantRoleSync = /* @__PURE__ */ defineSync(grantRole);
