import type { IndexedPayment } from "@qti/sdk/subgraph";

/** Where a payment of income stands at a moment, as people see it. */
export type PaymentState =
  /** The split can be checked until `readyAt`. */
  | { state: "checking"; readyAt: number }
  /** Anybody may activate it. */
  | { state: "due" }
  /** A guardian vetoed the split. */
  | { state: "vetoed" }
  | { state: "open"; expiry: number }
  /** The time to claim is over; what is left waits to be returned. */
  | { state: "expired"; left: bigint }
  | { state: "closed" };

/** Where a payment stands at a moment, in Unix seconds. */
export function paymentState(payment: IndexedPayment, now: number): PaymentState {
  const expiry = Number(payment.expiry);
  const left = payment.amount - payment.claimed;
  switch (payment.state) {
    case "CLOSED":
      return { state: "closed" };
    case "ACTIVE":
      return now < expiry ? { state: "open", expiry } : { state: "expired", left };
    case "VETOED":
      return now < expiry ? { state: "vetoed" } : { state: "expired", left };
    case "PROPOSED": {
      if (now >= expiry) return { state: "expired", left };
      const readyAt = Number(payment.proposal?.readyAt ?? 0n);
      return now < readyAt ? { state: "checking", readyAt } : { state: "due" };
    }
  }
}

/** The tone of each state; its word is a message of its name. */
export const paymentTones = {
  checking: "accent",
  due: "accent",
  vetoed: "loss",
  open: "gain",
  expired: "warn",
  closed: "plain",
} as const satisfies { [state in PaymentState["state"]]: string };
