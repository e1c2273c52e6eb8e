import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type CreditApplication, creditApplicationSchema } from "./wire.ts";

const path = "/v1/credit/applications";

/**
 * Applies for a credit line, or for a higher limit, for the signed-in person: the service judges by its rule, says each reason, and
 * where it approves signs an attestation for `attestCredit`.
 *
 * @param api - Where the API is.
 * @returns {@link CreditApplication}
 * @throws {@link ApiProblemError} when nobody is signed in, or the person applied too often today.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { outcome, reasons, signed } = await applyForCredit({ url });
 * if (signed) await attestCreditSync(client, signed);
 * ```
 */
export async function applyForCredit(api: Api, { signal }: Abortable = {}): Promise<CreditApplication> {
  return readJson(await send(api, { method: "POST", path, signal }), creditApplicationSchema);
}

/**
 * Reads the signed-in person's last application.
 *
 * @param api - Where the API is.
 * @returns {@link CreditApplication}; `undefined` when there was none.
 * @throws {@link ApiProblemError} when nobody is signed in.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const last = await getCreditApplication({ url });
 * ```
 */
export async function getCreditApplication(
  api: Api,
  { signal }: Abortable = {},
): Promise<CreditApplication | undefined> {
  const response = await send(api, { method: "GET", path: `${path}/me`, signal });
  return response.status === 204 ? undefined : readJson(response, creditApplicationSchema);
}
