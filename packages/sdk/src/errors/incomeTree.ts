import { QtiError } from "./base.ts";

/** A list of income claims cannot be made. */
export class IncomeTreeError extends QtiError {
  constructor(fact: string, next: string) {
    super(fact, { name: "IncomeTreeError", code: "income-tree-impossible", next });
  }
}
