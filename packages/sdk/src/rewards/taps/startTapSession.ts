import type { Hex } from "viem";
import * as z from "zod";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type LiveTapSession,
  liveTapSessionSchema,
  startTapSessionBodySchema,
  type TapSession,
} from "./wire.ts";

/** Parameters of {@link startTapSession}. */
export type StartTapSessionParameters = Abortable & {
  /** What the wallet signed; `issuedAt` by the service's clock, as {@link getTapRules} says it. */
  session: TapSession;
  /** The wallet's signature of {@link tapSessionTypedData}. */
  signature: Hex;
};

/**
 * Starts a session. It ends the one that the person had before, on whatever device. Started again with the same signature it
 * answers the same.
 *
 * @param api - Where the API is.
 * @param parameters - {@link StartTapSessionParameters}
 * @returns {@link LiveTapSession}
 * @throws {@link ApiProblemError} when the service does not take it; its sentence says why.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { id, progress } = await startTapSession({ url }, { session, signature });
 * ```
 */
export async function startTapSession(
  api: Api,
  parameters: StartTapSessionParameters,
): Promise<LiveTapSession> {
  const { session, signature, signal } = parameters;
  const json = z.encode(startTapSessionBodySchema, { session, signature });
  const response = await send(api, { method: "POST", path: "/v1/taps/sessions", json, signal });
  const live = await readJson(response, liveTapSessionSchema);
  if (live.account === session.account) return live;
  throw new ApiResponseError({ status: response.status, reason: "It is about another account." });
}
