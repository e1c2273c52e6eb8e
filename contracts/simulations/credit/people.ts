import {
  addLine,
  attest,
  type CreditModel,
  DAY,
  draw,
  dueOf,
  type LineModel,
  lineNow,
  lineOf,
  ONE,
  repay,
  writeOff,
} from "../../test/loans/creditModel.ts";
import type { dice } from "../../test/shared/dice.ts";
import type { Assumptions } from "./assumptions.ts";
import { chanceIn, seasonOf, stopsInACycle } from "./economy.ts";
import { CYCLE, dollars, inDollars, OVER } from "./units.ts";

type Borrower = {
  name: string;
  /** Chance to stop paying for good in the first year, in ordinary times. */
  firstYear: number;
  /** Part of the limit that is used. */
  use: number;
  paysAll: boolean;
  /** Day of the first limit. */
  joined: number;
  fate: "pays" | "will take all" | "stopped" | "gone";
};

/** Those who borrow: when they come, draw, pay, are late, stop, come back to pay, and leave. */
export class People {
  /** Most that underwriters gave on one day, in dollars. */
  busiestDay = 0;
  /** Mean limit of those who pay, when it was last looked at, in dollars. */
  meanLimit = 0;
  /** What write-offs took from the seniors' claim, in dollars. */
  seniorLoss = 0;
  private readonly all: Borrower[] = [];
  private readonly agenda = new Map<number, (() => void)[]>();
  private mood = 0;
  private refused = 0n;
  private refusedInAll = 0n;
  private lent = 0n;
  private writtenOff = 0n;
  private toCome = 0;
  private isLending = true;
  private readonly model: CreditModel;
  private readonly assumptions: Assumptions;
  private readonly random: ReturnType<typeof dice>;

  constructor(model: CreditModel, assumptions: Assumptions, random: ReturnType<typeof dice>) {
    this.model = model;
    this.assumptions = assumptions;
    this.random = random;
  }

  /** A statement was just closed: everybody's next thirty days are decided. */
  beginCycle(day: number, mood: number, lending: boolean): void {
    this.mood = mood;
    if (lending) this.meanLimit = this.limitOfPayers();
    for (const person of this.all) {
      if (person.fate === "will take all") this.stop(person, day);
      else if (person.fate === "pays") this.planCycle(person, day);
    }
  }

  /** What is on the agenda of a day, and who comes on it. */
  live(day: number, lending: boolean): void {
    this.isLending = lending;
    if (lending) this.welcome(day);
    for (const act of this.agenda.get(day) ?? []) act();
    this.agenda.delete(day);
  }

  /** What could not be drawn for want of money since it was last asked, money units. */
  takeRefused(): bigint {
    const { refused } = this;
    this.refused = 0n;
    return refused;
  }

  /** Of what people wanted to draw and could have by their line: the part for which there was no money. */
  refusedShare(): number {
    return Number(this.refusedInAll) / Math.max(1, Number(this.refusedInAll + this.lent));
  }

  /** Of what was lent: the part that was written off and never came back. */
  lostShare(): number {
    return Number(this.writtenOff) / Math.max(1, Number(this.lent));
  }

  private welcome(day: number): void {
    const { arrivalGrowth, borrowers, years, season } = this.assumptions;
    const days = years * 365;
    const slope = 1 + ((arrivalGrowth - 1) * day) / days;
    this.toCome +=
      (borrowers / days) * (slope / ((1 + arrivalGrowth) / 2)) * (1 + season * seasonOf(day + 30));
    let given = 0;
    for (; this.toCome >= 1; --this.toCome) given += this.admit(day);
    this.busiestDay = Math.max(this.busiestDay, given);
  }

  private admit(day: number): number {
    const { tiers, use, paysAll } = this.assumptions;
    const tier = this.pickTier();
    const found = tiers[tier - 1];
    if (found === undefined) throw new RangeError(`There is no tier ${tier}.`);
    const { firstYear, firstLimit } = found;
    const name = `${this.all.length}`;
    const limit = this.between(firstLimit);
    addLine(this.model, name, tier);
    attest(this.model, name, dollars(limit));
    const person: Borrower = {
      name,
      firstYear,
      use: this.between(use),
      paysAll: this.random.chance(paysAll),
      joined: day,
      fate: "pays",
    };
    this.all.push(person);
    this.at(day + this.days(0, 5), () => this.drawFor(person, person.use));
    return limit;
  }

  private planCycle(person: Borrower, day: number): void {
    const { assumptions, random } = this;
    const line = this.lineOf(person);
    const chance = stopsInACycle(person.firstYear, day - person.joined, assumptions);
    if (random.chance(chanceIn(chance, this.mood, day, assumptions))) {
      if (!random.chance(assumptions.bustOut)) {
        this.stop(person, day);
        return;
      }
      person.fate = "will take all";
      this.payOn(day + this.days(1, 9), person, false);
      this.at(day + this.days(24, 29), () => this.drawFor(person, 1));
      return;
    }
    if (line.cycle !== 0n && random.chance(assumptions.leaves)) {
      person.fate = "gone";
      this.payOn(day + this.days(1, 9), person, true);
      return;
    }
    const lateness = random.next();
    const late = chanceIn(assumptions.late, this.mood, day, assumptions);
    const paidOn =
      lateness < late
        ? this.days(15, 44)
        : lateness < late + assumptions.inGrace
          ? this.days(10, 14)
          : this.days(1, 9);
    this.payOn(day + paidOn, person, person.paysAll);
    if (paidOn < 25)
      this.at(day + Math.max(paidOn, this.days(1, 25)) + 1, () => this.drawFor(person, person.use));
  }

  private payOn(day: number, person: Borrower, all: boolean): void {
    this.at(day, () => {
      const line = this.lineOf(person);
      const amount = all ? line.principal + line.interest : dueOf(this.model, line);
      repay(this.model, person.name, amount);
    });
  }

  /** Draws up to a part of the limit, more before winter. What is not worth the trouble is left. */
  private drawFor(person: Borrower, use: number): void {
    if (!this.isLending || person.fate === "gone" || person.fate === "stopped") return;
    const { model, assumptions } = this;
    const line = this.lineOf(person);
    if (dueOf(model, line) > 0n) return;
    const day = Number(model.now / DAY);
    const wanted = Math.min(1, use * (1 + assumptions.season * seasonOf(day + 30)));
    const amount = dollars(inDollars(line.limit) * wanted) - line.principal - line.interest;
    if (amount < 5n * ONE) return;
    if (draw(model, person.name, amount) !== undefined) {
      this.lent += amount;
      return;
    }
    this.refused += amount;
    this.refusedInAll += amount;
  }

  /** Pays nothing any more; a few pay everything back later. What is left is written off as soon as anybody may. */
  private stop(person: Borrower, day: number): void {
    person.fate = "stopped";
    const { cycle } = this.lineOf(person);
    if (cycle === 0n) return;
    const closed = Number(cycle) * CYCLE;
    this.at(Math.max(day, closed + OVER) + 1, () => {
      const line = this.lineOf(person);
      const outcome = writeOff(this.model, person.name);
      if (outcome === undefined) return;
      this.writtenOff += line.principal + line.interest;
      this.seniorLoss += inDollars(outcome.loss);
    });
    if (!this.random.chance(this.assumptions.cured)) return;
    this.at(closed + 45 + this.days(30, 365), () => {
      const line = this.lineOf(person);
      const paid = repay(this.model, person.name, line.principal + line.interest) ?? 0n;
      if (line.writtenOff) this.writtenOff -= paid;
    });
  }

  private limitOfPayers(): number {
    const payers = this.all.filter(({ fate }) => fate === "pays");
    const sum = payers.reduce((total, { name }) => total + inDollars(lineOf(this.model, name).limit), 0);
    return sum / Math.max(1, payers.length);
  }

  private lineOf({ name }: Borrower): LineModel {
    return lineNow(this.model, lineOf(this.model, name));
  }

  private pickTier(): number {
    let left = this.random.next();
    const { tiers } = this.assumptions;
    for (const [index, { share }] of tiers.entries()) {
      left -= share;
      if (left < 0) return index + 1;
    }
    return tiers.length;
  }

  private between([low, high]: readonly [number, number]): number {
    return low + (high - low) * this.random.next();
  }

  private days(from: number, to: number): number {
    return from + Math.floor(this.random.next() * (to - from + 1));
  }

  private at(day: number, act: () => void): void {
    const acts = this.agenda.get(day);
    if (acts) acts.push(act);
    else this.agenda.set(day, [act]);
  }
}
