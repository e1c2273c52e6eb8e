import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type Leaderboard,
  type LeaderboardMe,
  type LeaderboardPeriod,
  leaderboardMeSchema,
  leaderboardSchema,
} from "./wire.ts";

const path = "/v1/leaderboard/me";

/** Parameters of {@link getLeaderboard}. */
export type GetLeaderboardParameters = Abortable & {
  /** By UTC days: today, the last seven, or all. */
  period: LeaderboardPeriod;
};

/**
 * Reads who earned most by taps, of those who want to be shown.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetLeaderboardParameters}
 * @returns {@link Leaderboard}
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { places } = await getLeaderboard({ url }, { period: "week" });
 * ```
 */
export async function getLeaderboard(api: Api, parameters: GetLeaderboardParameters): Promise<Leaderboard> {
  const { period, signal } = parameters;
  const response = await send(api, { method: "GET", path: `/v1/leaderboard?period=${period}`, signal });
  return readJson(response, leaderboardSchema);
}

/**
 * Reads by which name the signed-in person is shown, if it is.
 *
 * @param api - Where the API is.
 * @returns {@link LeaderboardMe}
 * @throws {@link ApiProblemError} when nobody is signed in.
 *
 * @example
 * ```ts
 * const { name } = await getLeaderboardName({ url });
 * ```
 */
export async function getLeaderboardName(api: Api, { signal }: Abortable = {}): Promise<LeaderboardMe> {
  return readJson(await send(api, { method: "GET", path, signal }), leaderboardMeSchema);
}

/** Parameters of {@link joinLeaderboard}. */
export type JoinLeaderboardParameters = Abortable & {
  /** By which to be shown; whoever had it first keeps it. */
  name: string;
};

/**
 * Lets the signed-in person be shown on the leaderboard, from now on by this name.
 *
 * @param api - Where the API is.
 * @param parameters - {@link JoinLeaderboardParameters}
 * @returns {@link LeaderboardMe}
 * @throws {@link ApiProblemError} when the name is taken or not accepted, or the person is not verified.
 *
 * @example
 * ```ts
 * await joinLeaderboard({ url }, { name: "Ada" });
 * ```
 */
export async function joinLeaderboard(
  api: Api,
  parameters: JoinLeaderboardParameters,
): Promise<LeaderboardMe> {
  const { name, signal } = parameters;
  return readJson(await send(api, { method: "PUT", path, json: { name }, signal }), leaderboardMeSchema);
}

/**
 * Takes the signed-in person off the leaderboard, at once; its name is forgotten.
 *
 * @param api - Where the API is.
 * @throws {@link ApiProblemError} when nobody is signed in.
 *
 * @example
 * ```ts
 * await leaveLeaderboard({ url });
 * ```
 */
export async function leaveLeaderboard(api: Api, { signal }: Abortable = {}): Promise<void> {
  await send(api, { method: "DELETE", path, signal });
}
