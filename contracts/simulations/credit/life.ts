import {
  balanceOf,
  type CreditModel,
  DAY,
  newCredit,
  type TermsModel,
} from "../../test/loans/creditModel.ts";
import { dice } from "../../test/shared/dice.ts";
import type { Assumptions } from "./assumptions.ts";
import { nextMood } from "./economy.ts";
import { Lenders, troubled } from "./lenders.ts";
import { People } from "./people.ts";
import { CYCLE, inDollars, OVER } from "./units.ts";

/** What the deployment decides: terms of the book and caps of the tiers, money units from tier 0. */
export type Rules = { terms: TermsModel; caps: readonly bigint[] };

/** How the book stood at the end of a cycle, in dollars. */
export type Month = {
  debt: number;
  /** Of the debt: late, and in default but not yet marked down altogether. */
  late: number;
  defaulted: number;
  senior: number;
  junior: number;
  /** What seniors would miss if nothing more came in. */
  shortfall: number;
  mood: number;
};

/** What became of everybody in one life of the book. */
export type Life = {
  seed: number;
  /** Part of the highest claim of the seniors that they lost for good. */
  seniorLoss: number;
  /** Most that they would have missed at any time, as part of the claim then. */
  deepestShortfall: number;
  /** Earned a year on what was put in, by both kinds of lenders. */
  seniorYield: number;
  juniorYield: number;
  /** Part of all money lent that was written off and never came back. */
  writtenOff: number;
  /** Part of what people wanted to draw, and could have by their line, for which there was no money. */
  refused: number;
  /** Most that underwriters gave on one day, in dollars. */
  busiestDay: number;
  /** Mean limit of those who still pay at the end of the last year, in dollars. */
  meanLimit: number;
  months: readonly Month[];
};

const noon = 43_200n;

/** Lives through the years of the assumptions once, with the reference model keeping the books. The same seed gives the same life. */
export function liveOnce(rules: Rules, assumptions: Assumptions, seed: number): Life {
  const random = dice(seed);
  const model = newCredit(rules.terms, [...rules.caps]);
  const lenders = new Lenders(model, rules.terms, assumptions);
  const people = new People(model, assumptions, random);
  const lending = assumptions.years * 365;
  const last = lending + OVER + 2 * CYCLE;
  const months: Month[] = [];
  let [mood, peak, deepest] = [0, 0, 0];

  for (let day = 0; day < last; ++day) {
    model.now = BigInt(day) * DAY + noon;
    if (day % CYCLE === 0) {
      mood = nextMood(mood, assumptions, random);
      people.beginCycle(day, mood, day < lending);
    }
    people.live(day, day < lending);
    if (day % 10 === 5) lenders.decide(people.takeRefused(), day < lending);
    lenders.serve();
    if (day % CYCLE !== CYCLE - 1) continue;
    dropEmpty(model);
    const month = monthOf(model, mood);
    months.push(month);
    peak = Math.max(peak, inDollars(model.claim));
    deepest = Math.max(deepest, month.shortfall / Math.max(1, month.shortfall + month.senior));
  }

  const { claim, senior } = balanceOf(model);
  const missed = people.seniorLoss + inDollars(claim - senior);
  return {
    seed,
    seniorLoss: peak === 0 ? 0 : missed / peak,
    deepestShortfall: deepest,
    ...lenders.yields(last / 365),
    writtenOff: people.lostShare(),
    refused: people.refusedShare(),
    busiestDay: people.busiestDay,
    meanLimit: people.meanLimit,
    months,
  };
}

/** Cohorts that no line is in any more say nothing: the books are the same without them, and quicker to read. */
function dropEmpty(model: CreditModel): void {
  const now = BigInt(CYCLE) * DAY;
  const alive = new Set([...model.lines.values()].map(({ cycle }) => cycle));
  for (const cycle of model.cohorts.keys())
    if (cycle <= model.now / now && !alive.has(cycle)) model.cohorts.delete(cycle);
}

function monthOf(model: CreditModel, mood: number): Month {
  const { debt, senior, junior, claim } = balanceOf(model);
  const { late, defaulted } = troubled(model);
  return {
    debt: inDollars(debt),
    late: inDollars(late),
    defaulted: inDollars(defaulted),
    senior: inDollars(senior),
    junior: inDollars(junior),
    shortfall: inDollars(claim - senior),
    mood,
  };
}
