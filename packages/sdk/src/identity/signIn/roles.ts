import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type Roles, rolesSchema } from "./wire.ts";

/**
 * Reads the roles of the signed-in account, as the chain has them, and what they allow in the service.
 *
 * @param api - Where the API is.
 * @returns {@link Roles}
 * @throws {@link ApiProblemError} when nobody is signed in, or the chain does not answer.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { roles: held, abilities } = await getRoles({ url });
 * ```
 */
export async function getRoles(api: Api, { signal }: Abortable = {}): Promise<Roles> {
  return readJson(await send(api, { method: "GET", path: "/v1/roles", signal }), rolesSchema);
}
