import { QtiError } from "./base.ts";

/** The terms of an order do not make an order. `field` says which. */
export class OrderTermsError extends QtiError {
  readonly field: string;

  constructor(field: string, fact: string, next: string) {
    super(fact, { name: "OrderTermsError", code: "order-terms", next });
    this.field = field;
  }
}
