import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** What operators watch, as Prometheus reads it. Exact sums are in the database: a sample is a floating-point number. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    transactions: new Counter({
      name: "qti_keeper_transactions_total",
      help: "Transactions by job and how they ended: confirmed, reverted, lost, refused (never sent) or dryRun.",
      labelNames: ["job", "outcome"],
      registers,
    }),
    attempts: new Counter({
      name: "qti_keeper_attempts_total",
      help: "Signed forms broadcast, replacements with higher fees included.",
      labelNames: ["job"],
      registers,
    }),
    spent: new Counter({
      name: "qti_keeper_gas_wei_total",
      help: "Wei paid for gas.",
      labelNames: ["job"],
      registers,
    }),
    earned: new Counter({
      name: "qti_keeper_earned_units_total",
      help: "Tips in the smallest unit of the token.",
      labelNames: ["job", "token"],
      registers,
    }),
    rounds: new Histogram({
      name: "qti_keeper_round_seconds",
      help: "Time a round of a job took.",
      labelNames: ["job"],
      buckets: [0.05, 0.2, 0.5, 1, 2, 5, 15, 60],
      registers,
    }),
    failures: new Counter({
      name: "qti_keeper_round_failures_total",
      help: "Rounds that ended with an error, e.g. because the api or the node did not answer.",
      labelNames: ["job"],
      registers,
    }),
    balance: new Gauge({
      name: "qti_keeper_balance_wei",
      help: "Wei that the keeper's account can still pay gas with.",
      registers,
    }),
  };
}
