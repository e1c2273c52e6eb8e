import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type UnderwritingRules, underwritingRulesSchema } from "./wire.ts";

/**
 * Reads by which rule a credit line's limit is given, as numbers.
 *
 * @param api - Where the API is.
 * @returns {@link UnderwritingRules}
 * @throws {@link ApiProblemError} where the service underwrites nothing.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { reasons, least, limits } = await getUnderwritingRules({ url });
 * ```
 */
export async function getUnderwritingRules(api: Api, { signal }: Abortable = {}): Promise<UnderwritingRules> {
  return readJson(
    await send(api, { method: "GET", path: "/v1/credit/rules", signal }),
    underwritingRulesSchema,
  );
}
