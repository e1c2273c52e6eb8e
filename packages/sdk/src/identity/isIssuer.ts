import type { Address } from "viem";
import type { ContractsOption } from "../core/addresses.ts";
import type { ReadOptions } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { hasRole } from "./hasRole.ts";

/** Parameters of {@link isIssuer}. */
export type IsIssuerParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * Whether an account may tokenize assets.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsIssuerParameters}
 * @returns `true` while the account holds the ISSUER role.
 * @throws {@link AddressUnknownError} when the address of the access manager is not known on the chain.
 *
 * @example
 * ```ts
 * if (!(await isIssuer(client, { account }))) await enrolIssuer(walletClient);
 * ```
 */
export function isIssuer(client: QtiClient, parameters: IsIssuerParameters): Promise<boolean> {
  return hasRole(client, { ...parameters, role: "issuer" });
}
