import {
  balanceOf,
  type CreditModel,
  DAY,
  depositJunior,
  depositSenior,
  giveNotice,
  ONE,
  queueExit,
  redeemJunior,
  redeemSenior,
  serveQueue,
  supply,
  type TermsModel,
  worthJunior,
} from "../../test/loans/creditModel.ts";
import type { Assumptions } from "./assumptions.ts";
import { CYCLE, dollars, inDollars, OVER } from "./units.ts";

const START = 20_000;
const WHOLE_SHARE = ONE * 1_000_000n;
/** Half of both pools stays whatever comes, half runs when it gets frightened. */
const KINDS = ["stays", "runs"] as const;

/**
 * Those who lend. They put in just what is asked for: with more first loss than has to be seniors would be safer than the terms
 * make them.
 */
export class Lenders {
  private readonly model: CreditModel;
  private readonly leverage: number;
  private readonly assumptions: Assumptions;
  private readonly senior = new Account();
  private readonly junior = new Account();

  constructor(model: CreditModel, { leverage }: TermsModel, assumptions: Assumptions) {
    this.model = model;
    this.leverage = Number(leverage) / 10_000;
    this.assumptions = assumptions;
    this.putFirstLoss(START);
    this.putSenior(START * this.leverage);
  }

  /** Every ten days: more where it is wanted and nobody is worried, out with what is too much, and away when it gets bad. */
  decide(refused: bigint, lending: boolean): void {
    const { model, assumptions, leverage } = this;
    const { debt, junior, cash, queued } = balanceOf(model);
    const { late, defaulted } = troubled(model);
    const lateShare = Number(late) / Math.max(1, Number(debt - defaulted));
    const owed = inDollars(debt);
    const wanted = lending ? owed + Math.max(inDollars(refused), 0.05 * owed) : owed;
    const needed = wanted / leverage;
    const has = inDollars(junior);
    if (lateShare > assumptions.flees) this.run();
    if (lateShare < assumptions.worried && lending) {
      if (needed > has) this.putFirstLoss(Math.min(needed - has, Math.max(START, has / 2)));
      const free = inDollars(cash - queued);
      const asked = inDollars(refused) + (assumptions.cashReserve + 0.05) * owed;
      if (asked > free) this.putSenior(asked - free);
    }
    this.takeFirstLossOut(has - Math.max(needed, owed / leverage) * 1.05);
    this.senior.held(inDollars(balanceOf(model).senior));
    this.junior.held(inDollars(balanceOf(model).junior));
  }

  /** Every day: pays the queue, and first loss whose notice is over. */
  serve(): void {
    const { model } = this;
    if (model.queue.some(({ shares }) => shares > 0n)) this.senior.takes(inDollars(serveQueue(model)));
    for (const kind of KINDS) {
      const notice = model.notices.get(kind);
      if (notice === undefined || notice.shares === 0n || model.now < notice.readyAt) continue;
      if (model.now >= notice.until) this.lapse(kind, notice.shares);
      else this.junior.takes(inDollars(redeemJunior(model, kind, notice.shares) ?? 0n));
    }
  }

  /** Earned a year on what was in, on average, by both kinds. */
  yields(years: number): { seniorYield: number; juniorYield: number } {
    const { senior, junior } = balanceOf(this.model);
    return {
      seniorYield: this.senior.yieldOver(inDollars(senior), years),
      juniorYield: this.junior.yieldOver(inDollars(junior), years),
    };
  }

  private putFirstLoss(amount: number): void {
    for (const kind of KINDS)
      if (depositJunior(this.model, kind, dollars(amount / 2)) !== undefined) this.junior.puts(amount / 2);
  }

  private putSenior(amount: number): void {
    for (const kind of KINDS)
      if (depositSenior(this.model, kind, dollars(amount / 2)) !== undefined) this.senior.puts(amount / 2);
  }

  private run(): void {
    const { model } = this;
    const held = model.senior.get("runs") ?? 0n;
    if (held > WHOLE_SHARE) {
      const paid = redeemSenior(model, "runs", held);
      if (paid === undefined) queueExit(model, "runs", held);
      else this.senior.takes(inDollars(paid));
    }
    const first = model.junior.get("runs") ?? 0n;
    if (first > 0n && (model.notices.get("runs")?.shares ?? 0n) === 0n) giveNotice(model, "runs", first);
  }

  private takeFirstLossOut(amount: number): void {
    const { model } = this;
    for (const kind of KINDS) {
      const held = model.junior.get(kind) ?? 0n;
      if (amount <= 0 || held === 0n || (model.notices.get(kind)?.shares ?? 0n) > 0n) continue;
      const shares =
        (dollars(amount / 2) * supply(model.junior)) / (worthJunior(model, supply(model.junior)) + 1n);
      giveNotice(model, kind, shares < held ? shares : held);
    }
  }

  /** Takes back a notice that was not used, as the leverage did not let it. */
  private lapse(kind: string, shares: bigint): void {
    const { model } = this;
    model.notices.delete(kind);
    model.junior.set(kind, (model.junior.get(kind) ?? 0n) + shares);
    model.junior.set("the pool", (model.junior.get("the pool") ?? 0n) - shares);
  }
}

/** What a kind of lender put in and took out, in dollars. */
class Account {
  private balance = 0;
  private sumHeld = 0;
  private times = 0;

  puts(amount: number): void {
    this.balance += amount;
  }

  takes(amount: number): void {
    this.balance -= amount;
  }

  held(worth: number): void {
    this.sumHeld += worth;
    ++this.times;
  }

  yieldOver(worth: number, years: number): number {
    const mean = this.sumHeld / Math.max(1, this.times);
    return mean === 0 ? 0 : (worth - this.balance) / mean / years;
  }
}

/** What of the debt is late, and what is in default and not yet marked down altogether. Money units. */
export function troubled(model: CreditModel): { late: bigint; defaulted: bigint } {
  let [late, defaulted] = [0n, 0n];
  for (const [cycle, { principal, interest }] of model.cohorts) {
    const since = model.now - cycle * BigInt(CYCLE) * DAY;
    if (since < 15n * DAY || since >= BigInt(OVER) * DAY) continue;
    if (since < 45n * DAY) late += principal + interest;
    else defaulted += principal + interest;
  }
  return { late, defaulted };
}
