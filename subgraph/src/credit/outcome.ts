import { CreditCohort, CreditFlow, CreditLine, CreditProgram } from "../../generated/schema";

// The contract's enum `LineState`.
const STATES: string[] = ["SETTLED", "CURRENT", "GRACE", "DELINQUENT", "DEFAULT"];
const OUTCOMES: string[] = ["", "IN_TIME", "IN_GRACE", "LATE", "DEFAULT"];

/** Name of a state; a number nobody knows is the worst of all, since the index must go on. */
export function stateName(state: i32): string {
  return state >= 0 && state < STATES.length ? STATES[state] : "DEFAULT";
}

/** How a closed statement was met that is met in this state. */
export function outcomeOf(state: i32): string {
  return state >= 0 && state < OUTCOMES.length ? OUTCOMES[state] : "DEFAULT";
}

/** Counts how a cycle ended wherever that is counted; nothing for an empty outcome. All are saved by the caller. */
export function countOutcome(
  outcome: string,
  line: CreditLine,
  cohort: CreditCohort,
  program: CreditProgram,
  flow: CreditFlow,
): void {
  if (outcome == "IN_TIME") {
    line.metInTimeCount += 1;
    cohort.metInTimeCount += 1;
    program.metInTimeCount += 1;
    flow.metInTime = 1;
  } else if (outcome == "IN_GRACE") {
    line.metInGraceCount += 1;
    cohort.metInGraceCount += 1;
    program.metInGraceCount += 1;
    flow.metInGrace = 1;
  } else if (outcome == "LATE") {
    line.metLateCount += 1;
    cohort.metLateCount += 1;
    program.metLateCount += 1;
    flow.metLate = 1;
  } else if (outcome == "DEFAULT") {
    line.defaultCount += 1;
    cohort.defaultCount += 1;
    program.defaultCount += 1;
    flow.defaults = 1;
  }
}
