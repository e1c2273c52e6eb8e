import * as z from "zod";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  type CreditIncome,
  type CreditIncomeBody,
  creditIncomeBodySchema,
  creditIncomeSchema,
  creditIncomesSchema,
} from "./wire.ts";

const path = "/v1/credit/incomes";

/** Parameters of {@link recordCreditIncome}: whose income, how much a month, and until when it counts. */
export type RecordCreditIncomeParameters = CreditIncomeBody & Abortable;

/**
 * Records an income that somebody proved, as by a file in the vault. For accounts that hold UNDERWRITER. A newer one of the same person
 * takes its place.
 *
 * @param api - Where the API is.
 * @param parameters - {@link RecordCreditIncomeParameters}
 * @returns {@link CreditIncome}
 * @throws {@link ApiProblemError} when the account does not hold the role, or the person is unknown.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await recordCreditIncome({ url }, { account, monthly: 1_200_000_000n, until: 1_900_000_000 });
 * ```
 */
export async function recordCreditIncome(
  api: Api,
  parameters: RecordCreditIncomeParameters,
): Promise<CreditIncome> {
  const { signal, ...income } = parameters;
  const json = z.encode(creditIncomeBodySchema, income);
  return readJson(await send(api, { method: "POST", path, json, signal }), creditIncomeSchema);
}

/**
 * Reads the incomes on record, the newest first. For accounts that hold UNDERWRITER.
 *
 * @param api - Where the API is.
 * @returns {@link CreditIncome}, at most 200.
 * @throws {@link ApiProblemError} when the account does not hold the role.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const [newest] = await getCreditIncomes({ url });
 * ```
 */
export async function getCreditIncomes(api: Api, { signal }: Abortable = {}): Promise<CreditIncome[]> {
  return (await readJson(await send(api, { method: "GET", path, signal }), creditIncomesSchema)).incomes;
}
