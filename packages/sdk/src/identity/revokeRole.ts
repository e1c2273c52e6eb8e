import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { revokeRoleFunction, roleRevokedEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link revokeRole}. */
export type RevokeRoleParameters = {
  /** Id, from `roles`. */
  role: bigint;
  /** Who loses it. */
  member: Address;
};

/**
 * Takes a role from an account.
 *
 * @param client - A viem client whose account holds the role that grants it: ADMIN (72 hours after scheduling), for ISSUER the ISSUER_DESK.
 * @param parameters - {@link RevokeRoleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerUnauthorizedAccountError} when the account may not revoke this role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await revokeRole(deskClient, { role: roles.issuer, member });
 * ```
 */
export const revokeRole = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, role, member }: CallParameters<RevokeRoleParameters, "accessManager">) =>
    contractCall(accessManager, revokeRoleFunction, [role, member]),
  event: roleRevokedEvent,
});

/** {@link revokeRole}, then waits: answers with the receipt and the `RoleRevoked` event. */
export const revokeRoleSync = /* @__PURE__ */ defineSync(revokeRole);
