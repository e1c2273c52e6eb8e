import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import type { Account } from "../wire.ts";
import { type Erasure, erasureSchema } from "./wire.ts";

/** Parameters of {@link erasePerson}. */
export type ErasePersonParameters = Abortable & {
  /** The account that is signed in, once more: nothing is erased by accident. */
  confirm: Account;
};

/**
 * Erases the signed-in person from the service: the key under which the headers of their records lie is destroyed, so that no copy and no
 * backup of them opens any more, and everything else that is theirs is deleted. There is no way back, and the session ends. What is kept in
 * this browser (keys, what it has seen of the log) is not touched.
 *
 * @param api - Where the API is.
 * @param parameters - {@link ErasePersonParameters}
 * @returns {@link Erasure}: what is gone, and what stays and why.
 * @throws {@link StepUpNeededError} when the account has a second factor and did not give it lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or another account is.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { kept } = await erasePerson({ url }, { confirm: account });
 * ```
 */
export async function erasePerson(api: Api, { confirm, signal }: ErasePersonParameters): Promise<Erasure> {
  const body = { confirm };
  const response = await send(api, { method: "POST", path: "/v1/people/me/erasure", json: body, signal });
  return readJson(response, erasureSchema);
}

/** Parameters of {@link erasePersonFor}. */
export type ErasePersonForParameters = Abortable & {
  /** Who asked to be erased. */
  account: Account;
};

/**
 * Erases somebody who asked for it, as a data-protection officer.
 *
 * @param api - Where the API is.
 * @param parameters - {@link ErasePersonForParameters}
 * @returns {@link Erasure}: what is gone, and what stays and why.
 * @throws {@link StepUpNeededError} when the officer did not give a second factor lately.
 * @throws {@link ApiProblemError} when nobody is signed in, or without the role.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await erasePersonFor({ url }, { account });
 * ```
 */
export async function erasePersonFor(
  api: Api,
  { account, signal }: ErasePersonForParameters,
): Promise<Erasure> {
  const body = { account };
  const response = await send(api, { method: "POST", path: "/v1/erasures", json: body, signal });
  return readJson(response, erasureSchema);
}
