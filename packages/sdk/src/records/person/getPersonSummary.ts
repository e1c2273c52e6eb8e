import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type PersonSummary, personSummarySchema } from "./wire.ts";

/**
 * Reads what the service has of the signed-in person: which data, why, for how long, how much, and what an erasure does to it.
 *
 * @param api - Where the API is.
 * @returns {@link PersonSummary}
 * @throws {@link ApiProblemError} when nobody is signed in.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { items } = await getPersonSummary({ url });
 * ```
 */
export async function getPersonSummary(api: Api, { signal }: Abortable = {}): Promise<PersonSummary> {
  return readJson(await send(api, { method: "GET", path: "/v1/people/me", signal }), personSummarySchema);
}
