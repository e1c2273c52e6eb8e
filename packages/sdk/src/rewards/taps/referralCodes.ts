import * as z from "zod";
import { ApiProblemError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type ReferralCode,
  type Relayed,
  referralCodeAnswerSchema,
  relayedSchema,
  relayReferralBodySchema,
  type SignedReferral,
} from "./wire.ts";

/**
 * Answers with the signed-in account's code, to be passed on to friends. It stays the same.
 *
 * @param api - Where the API is.
 * @returns {@link ReferralCode}
 * @throws {@link ApiProblemError} when nobody is signed in.
 *
 * @example
 * ```ts
 * const { code } = await createReferralCode({ url });
 * ```
 */
export async function createReferralCode(api: Api, { signal }: Abortable = {}): Promise<ReferralCode> {
  const response = await send(api, { method: "POST", path: "/v1/referrals/codes", signal });
  return readJson(response, referralCodeAnswerSchema);
}

/** Parameters of {@link getReferrer}. */
export type GetReferrerParameters = Abortable & {
  /** As it was passed on; dashes, spaces and small letters do no harm. */
  code: string;
};

/**
 * Finds whose code it is.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetReferrerParameters}
 * @returns {@link ReferralCode}; `undefined` when there is no such code.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const found = await getReferrer({ url }, { code: "7K3M-Q0ZT" });
 * ```
 */
export async function getReferrer(
  api: Api,
  parameters: GetReferrerParameters,
): Promise<ReferralCode | undefined> {
  const { code, signal } = parameters;
  try {
    const path = `/v1/referrals/codes/${encodeURIComponent(code)}`;
    return await readJson(await send(api, { method: "GET", path, signal }), referralCodeAnswerSchema);
  } catch (error) {
    const unknown = error instanceof ApiProblemError && (error.status === 404 || error.status === 422);
    if (unknown) return undefined;
    throw error;
  }
}

/** Parameters of {@link relayReferral}: what the newcomer signed. */
export type RelayReferralParameters = SignedReferral & Abortable;

/**
 * Has the service bind a newcomer to a referrer on the chain, and pay the gas.
 *
 * @param api - Where the API is.
 * @param parameters - {@link RelayReferralParameters}
 * @returns {@link Relayed}: the transaction, which may still fail.
 * @throws {@link ApiProblemError} where no relayer is set (`api-relayer-disabled`), or the chain would refuse it.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { hash } = await relayReferral({ url }, { referral, signature });
 * ```
 */
export async function relayReferral(api: Api, parameters: RelayReferralParameters): Promise<Relayed> {
  const { referral, signature, signal } = parameters;
  const json = z.encode(relayReferralBodySchema, { referral, signature });
  return readJson(await send(api, { method: "POST", path: "/v1/referrals", json, signal }), relayedSchema);
}
