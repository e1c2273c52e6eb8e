/* What applying for a credit line asks the service; loaded when one of its pages first needs it. */
import "../no-eval";

export {
  applyForCredit,
  getCreditApplication,
  getCreditIncomes,
  getUnderwritingRules,
  recordCreditIncome,
} from "@qti/sdk/loans/applications";
