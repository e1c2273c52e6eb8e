/**
 * Applying for a credit line: the rule of underwriting, an application and its reasons, and incomes on record. What is signed is
 * submitted by `attestCredit` of the main entry.
 *
 * @module
 */
export type { Abortable, Api } from "../core/api/request.ts";
export { applyForCredit, getCreditApplication } from "./applications/applyForCredit.ts";
export {
  getCreditIncomes,
  type RecordCreditIncomeParameters,
  recordCreditIncome,
} from "./applications/creditIncomes.ts";
export { getUnderwritingRules } from "./applications/getUnderwritingRules.ts";
export type {
  ApplicationOutcome,
  CreditApplication,
  CreditIncome,
  CreditIncomeBody,
  UnderwritingReason,
  UnderwritingRules,
} from "./applications/wire.ts";
