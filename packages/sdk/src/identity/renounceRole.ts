import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { renounceRoleFunction, roleRevokedEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link renounceRole}. */
export type RenounceRoleParameters = {
  /** Id, from `roles`. */
  role: bigint;
};

/**
 * Gives up a role, at once: what a holder does whose key may be in other hands. Nothing happens when the account does not
 * hold it; the twin that waits then throws {@link EventMissingError}.
 *
 * @param client - A viem client whose account holds the role.
 * @param parameters - {@link RenounceRoleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccountMissingError} when the client has no account.
 *
 * @example
 * ```ts
 * const hash = await renounceRole(deskClient, { role: roles.complianceDesk });
 * ```
 */
export const renounceRole = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, role, account }: CallParameters<RenounceRoleParameters, "accessManager">) =>
    contractCall(accessManager, renounceRoleFunction, [role, account]),
  event: roleRevokedEvent,
});

/** {@link renounceRole}, then waits: answers with the receipt and the `RoleRevoked` event. */
export const renounceRoleSync = /* @__PURE__ */ defineSync(renounceRole);
