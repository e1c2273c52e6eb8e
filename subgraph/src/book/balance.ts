import { BigInt } from "@graphprotocol/graph-ts";
import { CreditBook } from "../../generated/schema";
import { Calendar, seconds } from "./calendar";
import { accruedAt, loadCohort } from "./cohort";

const ZERO = BigInt.zero();
const BPS = BigInt.fromI32(10_000);
const MARKDOWN = seconds(Calendar.MARKDOWN);
/** Least part of a late debt that who leaves the senior pool goes without, as seconds of the markdown. */
const LATE_MARKDOWN = MARKDOWN.div(BigInt.fromI32(4));

/** What a book is worth at a moment, and whose it is. */
export class Balance {
  claim: BigInt = ZERO;
  debt: BigInt = ZERO;
  delinquent: BigInt = ZERO;
  defaulted: BigInt = ZERO;
  assets: BigInt = ZERO;
  exitAssets: BigInt = ZERO;

  senior(): BigInt {
    return least(this.claim, this.assets);
  }

  junior(): BigInt {
    return this.assets.minus(this.senior());
  }

  seniorExit(): BigInt {
    return least(this.claim, this.exitAssets);
  }
}

/**
 * The same figures as the contract's `balance()` at that moment, to the unit. Cohorts that it passes over are marked down altogether and
 * bear nothing more, so that counting them changes nothing.
 */
export function balanceAt(book: CreditBook, time: BigInt): Balance {
  const now = new Balance();
  now.assets = book.cash;
  now.exitAssets = book.cash;
  let ofSenior = ZERO;
  for (let i = 0; i < book.openCycles.length; i++) {
    const cohort = loadCohort(book, book.openCycles[i]);
    const accrued = accruedAt(cohort, time);
    ofSenior = ofSenior.plus(accrued.times(BigInt.fromI32(cohort.seniorBps)).div(BPS));
    if (time.ge(cohort.writableAt)) continue;
    const debt = cohort.principal.plus(cohort.interest).plus(accrued);
    now.debt = now.debt.plus(debt);
    if (time.lt(cohort.lateAt)) {
      now.assets = now.assets.plus(debt);
      now.exitAssets = now.exitAssets.plus(debt);
      continue;
    }
    const isDefault = time.ge(cohort.defaultAt);
    if (isDefault) now.defaulted = now.defaulted.plus(debt);
    else now.delinquent = now.delinquent.plus(debt);
    const markdown = isDefault ? time.minus(cohort.defaultAt) : ZERO;
    const exitMarkdown = markdown.gt(LATE_MARKDOWN) ? markdown : LATE_MARKDOWN;
    now.assets = now.assets.plus(debt.times(MARKDOWN.minus(markdown)).div(MARKDOWN));
    now.exitAssets = now.exitAssets.plus(debt.times(MARKDOWN.minus(exitMarkdown)).div(MARKDOWN));
  }
  now.claim = book.claim.lt(oneWhole(book.decimals)) ? book.claim : book.claim.plus(ofSenior);
  return now;
}

function oneWhole(decimals: i32): BigInt {
  return BigInt.fromI32(10).pow(u8(decimals));
}

function least(a: BigInt, b: BigInt): BigInt {
  return a.lt(b) ? a : b;
}
