import { type Abortable, type RecordsApi, send, sendJson } from "../api/request.ts";
import { type Bytes, fromBase64, randomBytes, toBase64 } from "../bytes.ts";
import { type Fingerprint, walletShareSchema } from "../wire.ts";

/** Which keys. */
export type WalletShareParameters = Abortable & { fingerprint: Fingerprint };

const pathOf = (fingerprint: Fingerprint) => `/v1/keys/${fingerprint}/share`;

/** A new share, for the service to keep: make the slot with it only after {@link putWalletShare} has answered. */
export function createWalletShare(): Bytes {
  return randomBytes(32);
}

/**
 * Has the service keep its share of one's keys, in the place of the one before.
 *
 * @throws {@link StepUpNeededError} without a second factor of the last minutes
 * @throws {@link ApiProblemError} 404 when these keys are not published by the account
 * @throws {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function putWalletShare(
  api: RecordsApi,
  { fingerprint, share, signal }: WalletShareParameters & { share: Bytes },
): Promise<void> {
  const json = { share: toBase64(share) };
  await send(api, { method: "PUT", path: pathOf(fingerprint), json, signal });
}

/**
 * Asks the service for its share of one's keys, to open them together with {@link readWalletFactor}.
 *
 * @throws {@link StepUpNeededError} without a second factor of the last minutes
 * @throws {@link ApiProblemError} 404 when there is none
 * @throws {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function getWalletShare(
  api: RecordsApi,
  { fingerprint, signal }: WalletShareParameters,
): Promise<Bytes> {
  const request = { method: "GET", path: pathOf(fingerprint), signal } as const;
  return fromBase64((await sendJson(api, request, walletShareSchema)).share);
}

/**
 * Has the service delete its share: the wallet opens the keys no more. Remove the slot as well.
 *
 * @throws {@link StepUpNeededError} without a second factor of the last minutes
 * @throws {@link ApiProblemError} 404 when there is none
 * @throws {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function deleteWalletShare(
  api: RecordsApi,
  { fingerprint, signal }: WalletShareParameters,
): Promise<void> {
  await send(api, { method: "DELETE", path: pathOf(fingerprint), signal });
}
