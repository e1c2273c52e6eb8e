/**
 * Credit lines, their book and their pools as a person would explain them, in plain numbers: every line and every cohort is an
 * object, every division says which way it rounds. The contracts are compared with it after random sequences, and its own
 * promises are tested over years. What is refused changes nothing and returns undefined.
 */
export interface TermsModel {
  rate: bigint;
  late: bigint;
  minimum: bigint;
  growth: bigint;
  senior: bigint;
  leverage: bigint;
  floor: bigint;
}

export interface LineModel {
  principal: bigint;
  interest: bigint;
  /** Second up to which the interest is reckoned. */
  last: bigint;
  /** Oldest cycle that is not satisfied; 0 when nothing is owed. */
  cycle: bigint;
  limit: bigint;
  paidPrincipal: bigint;
  paidInterest: bigint;
  barredUntil: bigint;
  writtenOff: boolean;
  tier: number;
  vouches: { voucher: string; shares: bigint; limit: bigint }[];
}

export interface CohortModel {
  principal: bigint;
  interest: bigint;
  last: bigint;
  terms: TermsModel;
}

export interface CreditModel {
  /** Seconds since the start of the calendar. */
  now: bigint;
  cash: bigint;
  claim: bigint;
  cohorts: Map<bigint, CohortModel>;
  lines: Map<string, LineModel>;
  /** Terms by the first cycle they hold for, in order. */
  terms: { from: bigint; terms: TermsModel }[];
  caps: bigint[];
  senior: Map<string, bigint>;
  junior: Map<string, bigint>;
  notices: Map<string, { shares: bigint; readyAt: bigint; until: bigint }>;
  queue: { owner: string; shares: bigint }[];
  claimable: Map<string, bigint>;
  /** What the tests look at: how much every line's or cohort's interest was rounded by, at most. */
  roundings: bigint;
}

export type StateModel = "settled" | "current" | "grace" | "delinquent" | "default";

export const DAY = 86_400n;
const YEAR = 365n * DAY;
const CYCLE = 30n * DAY;
const MARKDOWN = 180n * DAY;
const BPS = 10_000n;
/** Shares that nobody holds. */
const VIRTUAL = 1_000_000n;
/** One whole unit of money. */
export const ONE = 1_000_000n;
const WHOLE_SHARE = ONE * VIRTUAL;
const POOL = "the pool";

export function newCredit(terms: TermsModel, caps: bigint[]): CreditModel {
  return {
    now: 0n,
    cash: 0n,
    claim: 0n,
    cohorts: new Map(),
    lines: new Map(),
    terms: [{ from: 1n, terms }],
    caps,
    senior: new Map(),
    junior: new Map(),
    notices: new Map(),
    queue: [],
    claimable: new Map(),
    roundings: 0n,
  };
}

export function addLine(model: CreditModel, who: string, tier: number): void {
  model.lines.set(who, {
    principal: 0n,
    interest: 0n,
    last: 0n,
    cycle: 0n,
    limit: 0n,
    paidPrincipal: 0n,
    paidInterest: 0n,
    barredUntil: 0n,
    writtenOff: false,
    tier,
    vouches: [],
  });
}

// --- the calendar

export const cycleAt = (now: bigint) => now / CYCLE + 1n;

export function stateOf(cycle: bigint, now: bigint): StateModel {
  if (cycle === 0n) return "settled";
  const sinceStatement = now - cycle * CYCLE;
  if (sinceStatement < 10n * DAY) return "current";
  if (sinceStatement < 15n * DAY) return "grace";
  return sinceStatement < 45n * DAY ? "delinquent" : "default";
}

export function termsOf(model: CreditModel, cycle: bigint): TermsModel {
  const found = model.terms.findLast(({ from }) => from <= cycle);
  if (found === undefined) throw new RangeError(`No terms hold for cycle ${cycle}.`);
  return found.terms;
}

export function setTerms(model: CreditModel, terms: TermsModel): void {
  const from = cycleAt(model.now) + 1n;
  model.terms = [...model.terms.filter((each) => each.from !== from), { from, terms }];
}

const sinceDefault = (cycle: bigint, now: bigint) => now - cycle * CYCLE - 45n * DAY;
const isOver = (cycle: bigint, now: bigint) => sinceDefault(cycle, now) >= MARKDOWN;

// --- interest

/** Interest of `principal` in a cohort between two seconds, times 10,000 years. */
function bears(principal: bigint, terms: TermsModel, cycle: bigint, from: bigint, to: bigint): bigint {
  const graceEnds = cycle * CYCLE + 15n * DAY;
  const defaults = cycle * CYCLE + 45n * DAY;
  const within = (begin: bigint, end: bigint) => max(0n, min(to, end) - max(from, begin));
  return principal * (terms.rate * within(0n, defaults) + terms.late * within(graceEnds, defaults));
}

/** The line now. */
export function lineNow(model: CreditModel, line: LineModel): LineModel {
  const next = { ...line, last: model.now };
  if (line.cycle === 0n) return next;
  const { terms } = cohortOf(model, line.cycle);
  next.interest += up(bears(line.principal, terms, line.cycle, line.last, model.now), BPS * YEAR);
  return next;
}

function accrued(cohort: CohortModel, cycle: bigint, now: bigint): bigint {
  return bears(cohort.principal, cohort.terms, cycle, cohort.last, now) / (BPS * YEAR);
}

/** Reckons a cohort up to now and gives the seniors their part. */
function touch(model: CreditModel, cycle: bigint): CohortModel {
  const cohort = cohortOf(model, cycle);
  const more = accrued(cohort, cycle, model.now);
  cohort.interest += more;
  cohort.last = model.now;
  model.roundings += 1n;
  income(model, more, cohort.terms.senior);
  return cohort;
}

function touchAll(model: CreditModel): void {
  for (const cycle of model.cohorts.keys()) touch(model, cycle);
}

function income(model: CreditModel, amount: bigint, seniorBps: bigint): void {
  if (model.claim >= ONE) model.claim += (amount * seniorBps) / BPS;
}

function current(model: CreditModel): CohortModel {
  const cycle = cycleAt(model.now);
  const found = model.cohorts.get(cycle);
  if (found !== undefined) return touch(model, cycle);
  const opened = { principal: 0n, interest: 0n, last: model.now, terms: termsOf(model, cycle) };
  model.cohorts.set(cycle, opened);
  return opened;
}

// --- who owns what

export function balanceOf(model: CreditModel) {
  let [debt, assets, exitAssets, claim] = [0n, model.cash, model.cash, model.claim];
  for (const [cycle, cohort] of model.cohorts) {
    const more = accrued(cohort, cycle, model.now);
    if (model.claim >= ONE) claim += (more * cohort.terms.senior) / BPS;
    const all = cohort.principal + cohort.interest + more;
    const off = min(max(0n, sinceDefault(cycle, model.now)), MARKDOWN);
    if (off === MARKDOWN) continue;
    const isLate = model.now >= cycle * CYCLE + 15n * DAY;
    debt += all;
    assets += (all * (MARKDOWN - off)) / MARKDOWN;
    exitAssets += isLate ? (all * (MARKDOWN - max(off, MARKDOWN / 4n))) / MARKDOWN : all;
  }
  const senior = min(claim, assets);
  const queuedShares = model.queue.reduce((sum, { shares }) => sum + shares, 0n);
  const queued = queuedShares === 0n ? 0n : up(queuedShares * (claim + 1n), supply(model.senior) + VIRTUAL);
  return {
    cash: model.cash,
    debt,
    assets,
    exitAssets,
    claim,
    senior,
    junior: assets - senior,
    seniorExit: min(claim, exitAssets),
    queued,
  };
}

export const supply = (shares: Map<string, bigint>) =>
  [...shares.values()].reduce((sum, each) => sum + each, 0n);

const free = (model: CreditModel) => {
  const { cash, queued } = balanceOf(model);
  return max(0n, cash - queued);
};

const carries = (junior: bigint, terms: TermsModel) => (junior * terms.leverage) / BPS;

// --- lines

export function dueOf(model: CreditModel, line: LineModel): bigint {
  if (line.cycle === 0n) return 0n;
  const owed = line.principal + line.interest;
  if (stateOf(line.cycle, model.now) === "default") return owed;
  const closed = cycleAt(model.now) - line.cycle;
  if (closed === 0n) return 0n;
  const terms = termsOf(model, line.cycle);
  const stated = line.principal + line.paidPrincipal;
  if (stated < terms.floor) return owed;
  const asked = up(terms.minimum * stated * closed, BPS) - line.paidPrincipal;
  return min(owed, line.interest + max(0n, asked));
}

export function attest(model: CreditModel, who: string, limit: bigint): bigint | undefined {
  const line = lineOf(model, who);
  if (limit > line.limit && !mayRise(model, line, limit)) return undefined;
  line.limit = limit;
  return limit;
}

function mayRise(model: CreditModel, line: LineModel, limit: bigint): boolean {
  if (cycleAt(model.now) < line.barredUntil) return false;
  return stateOf(line.cycle, model.now) !== "default" && limit <= (model.caps[line.tier] ?? 0n);
}

export function draw(model: CreditModel, who: string, amount: bigint): bigint | undefined {
  const line = lineNow(model, lineOf(model, who));
  const cycle = cycleAt(model.now);
  if (amount === 0n || (line.cycle !== 0n && line.cycle !== cycle)) return undefined;
  if (line.principal + line.interest + amount > line.limit) return undefined;
  const { junior, debt } = balanceOf(model);
  if (amount > free(model) || debt + amount > carries(junior, termsOf(model, cycle))) return undefined;

  if (line.cycle === 0n && cycleAt(lineOf(model, who).last) !== cycle) line.paidInterest = 0n;
  line.cycle = cycle;
  line.principal += amount;
  model.lines.set(who, line);
  model.roundings += 1n;
  current(model).principal += amount;
  model.cash -= amount;
  return amount;
}

export function repay(model: CreditModel, who: string, amount: bigint): bigint | undefined {
  const line = lineNow(model, lineOf(model, who));
  if (amount === 0n || line.cycle === 0n) return undefined;
  const [cycle, state, now] = [line.cycle, stateOf(line.cycle, model.now), cycleAt(model.now)];
  const paid = min(amount, line.principal + line.interest);
  const interest = min(paid, line.interest);
  const principal = paid - interest;
  line.interest -= interest;
  line.principal -= principal;
  line.paidInterest += interest;
  model.lines.set(who, line);
  model.roundings += 1n;

  let moved = 0n;
  if (cycle !== now) {
    line.paidPrincipal += principal;
    const rest = state === "default" ? line.principal + line.interest : dueOf(model, line);
    if (rest === 0n) {
      grade(model, line, state);
      [line.paidPrincipal, line.paidInterest, line.cycle] = [0n, 0n, now];
      moved = line.principal;
    }
  }
  model.cash += paid;
  if (line.writtenOff) income(model, paid, termsOf(model, now).senior);
  else {
    take(model, cycle, principal + moved, interest);
    if (moved > 0n) current(model).principal += moved;
  }
  if (line.principal + line.interest === 0n) [line.cycle, line.writtenOff] = [0n, false];
  return paid;
}

function grade(model: CreditModel, line: LineModel, state: StateModel): void {
  if (state === "delinquent") line.limit /= 2n;
  if (state === "default") [line.limit, line.barredUntil] = [0n, cycleAt(model.now) + 12n];
  if (state !== "current") return;
  const { rate } = cohortOf(model, line.cycle).terms;
  const whole = up(line.limit * rate * CYCLE, BPS * YEAR);
  if (whole === 0n) return;
  const growth =
    (line.limit * termsOf(model, line.cycle).growth * min(line.paidInterest, whole)) / (BPS * whole);
  line.limit = max(line.limit, min(line.limit + growth, model.caps[line.tier] ?? 0n));
}

function take(model: CreditModel, cycle: bigint, principal: bigint, interest: bigint): void {
  const cohort = touch(model, cycle);
  cohort.principal -= principal;
  cohort.interest = max(0n, cohort.interest - interest);
}

/** What the seniors lost, and how many shares of vouchers burnt. */
export function writeOff(model: CreditModel, who: string): { burnt: bigint; loss: bigint } | undefined {
  const line = lineNow(model, lineOf(model, who));
  if (line.cycle === 0n || line.writtenOff || !isOver(line.cycle, model.now)) return undefined;
  line.writtenOff = true;
  model.lines.set(who, line);
  model.roundings += 1n;
  take(model, line.cycle, line.principal, line.interest);
  const burnt = burnFor(model, line);
  touchAll(model);
  const { debt } = balanceOf(model);
  const loss = max(0n, model.claim - model.cash - debt);
  model.claim -= loss;
  return { burnt, loss };
}

// --- pools

const isOpen = (model: CreditModel) => {
  const { assets, claim } = balanceOf(model);
  return assets >= claim;
};

export function depositSenior(model: CreditModel, who: string, amount: bigint): bigint | undefined {
  if (!isOpen(model)) return undefined;
  const shares = (amount * (supply(model.senior) + VIRTUAL)) / (balanceOf(model).senior + 1n);
  touchAll(model);
  give(model.senior, who, shares);
  model.cash += amount;
  model.claim += amount;
  return shares;
}

export function redeemSenior(model: CreditModel, who: string, shares: bigint): bigint | undefined {
  const { seniorExit } = balanceOf(model);
  const all = supply(model.senior) + VIRTUAL;
  const paid = (shares * (seniorExit + 1n)) / all;
  if (paid > free(model)) return undefined;
  payExit(model, who, shares, paid);
  return paid;
}

function payExit(model: CreditModel, holder: string, shares: bigint, paid: bigint): void {
  touchAll(model);
  model.claim -= (shares * (model.claim + 1n)) / (supply(model.senior) + VIRTUAL);
  give(model.senior, holder, -shares);
  model.cash -= paid;
}

export function queueExit(model: CreditModel, who: string, shares: bigint): bigint | undefined {
  if (shares < WHOLE_SHARE) return undefined;
  give(model.senior, who, -shares);
  give(model.senior, POOL, shares);
  model.queue.push({ owner: who, shares });
  return shares;
}

/** Takes back what of a ticket still waits. Tickets keep their numbers. */
export function cancelExit(model: CreditModel, index: number): bigint {
  const ticket = model.queue[index];
  if (ticket === undefined) throw new RangeError(`There is no ticket ${index}.`);
  const { shares } = ticket;
  give(model.senior, POOL, -shares);
  give(model.senior, ticket.owner, shares);
  ticket.shares = 0n;
  return shares;
}

export function serveQueue(model: CreditModel): bigint {
  let served = 0n;
  for (const ticket of model.queue) {
    if (ticket.shares === 0n) continue;
    const { seniorExit, cash } = balanceOf(model);
    const all = supply(model.senior) + VIRTUAL;
    let shares = ticket.shares;
    if ((shares * (seniorExit + 1n)) / all > cash) shares = (cash * all) / (seniorExit + 1n);
    const paid = (shares * (seniorExit + 1n)) / all;
    if (paid === 0n) break;
    payExit(model, POOL, shares, paid);
    ticket.shares -= shares;
    give(model.claimable, ticket.owner, paid);
    served += paid;
    if (ticket.shares < WHOLE_SHARE) {
      give(model.senior, POOL, -ticket.shares);
      give(model.senior, ticket.owner, ticket.shares);
      ticket.shares = 0n;
    }
    if (ticket.shares > 0n) break;
  }
  return served;
}

export function depositJunior(model: CreditModel, who: string, amount: bigint): bigint | undefined {
  if (!isOpen(model)) return undefined;
  const shares = (amount * (supply(model.junior) + VIRTUAL)) / (balanceOf(model).junior + 1n);
  touchAll(model);
  give(model.junior, who, shares);
  model.cash += amount;
  return shares;
}

export function giveNotice(model: CreditModel, who: string, shares: bigint): bigint | undefined {
  if (shares === 0n) return undefined;
  give(model.junior, who, -shares);
  give(model.junior, POOL, shares);
  const readyAt = model.now + 60n * DAY;
  const before = model.notices.get(who)?.shares ?? 0n;
  model.notices.set(who, { shares: before + shares, readyAt, until: readyAt + 30n * DAY });
  return shares;
}

export function redeemJunior(model: CreditModel, who: string, shares: bigint): bigint | undefined {
  const notice = model.notices.get(who);
  if (notice === undefined || model.now < notice.readyAt || model.now >= notice.until) return undefined;
  const { junior, debt } = balanceOf(model);
  const paid = worthJunior(model, shares);
  const rest = carries(junior - paid, termsOf(model, cycleAt(model.now)));
  if (shares > notice.shares || paid > free(model) || debt > rest) return undefined;
  touchAll(model);
  notice.shares -= shares;
  give(model.junior, POOL, -shares);
  model.cash -= paid;
  return paid;
}

export const worthJunior = (model: CreditModel, shares: bigint) =>
  (shares * (balanceOf(model).junior + 1n)) / (supply(model.junior) + VIRTUAL);

// --- vouching

export function vouch(
  model: CreditModel,
  voucher: string,
  who: string,
  shares: bigint,
  limit: bigint,
): bigint | undefined {
  const line = lineOf(model, who);
  if (shares === 0n || line.vouches.length === 8 || line.vouches.some((each) => each.voucher === voucher))
    return undefined;
  if (limit > (worthJunior(model, shares) * 8_000n) / BPS) return undefined;
  if (!mayRise(model, line, line.limit + limit)) return undefined;
  give(model.junior, voucher, -shares);
  give(model.junior, "locked", shares);
  line.vouches.push({ voucher, shares, limit });
  line.limit += limit;
  return shares;
}

/** Takes the vouch off the limit; whether the shares came free. */
export function endVouch(model: CreditModel, voucher: string, who: string): boolean {
  const line = lineOf(model, who);
  const own = line.vouches.find((each) => each.voucher === voucher);
  if (own === undefined) throw new RangeError(`${voucher} does not vouch for ${who}.`);
  line.limit = max(0n, line.limit - own.limit);
  own.limit = 0n;
  const now = lineNow(model, line);
  const fits = dueOf(model, now) === 0n && now.principal + now.interest <= now.limit;
  if (line.cycle !== 0n && !line.writtenOff && !fits) return false;
  line.vouches = line.vouches.filter((each) => each !== own);
  give(model.junior, "locked", -own.shares);
  give(model.junior, voucher, own.shares);
  return true;
}

function burnFor(model: CreditModel, line: LineModel): bigint {
  const total = line.vouches.reduce((sum, { shares }) => sum + shares, 0n);
  if (total === 0n) return 0n;
  const loss = line.principal + line.interest;
  const asked = (loss * (supply(model.junior) + VIRTUAL)) / (balanceOf(model).junior + 1n) + 1n;
  const wanted = min(total, asked);
  let burnt = 0n;
  for (const each of line.vouches) {
    const part = up(each.shares * wanted, total);
    each.shares -= part;
    each.limit = 0n;
    burnt += part;
  }
  give(model.junior, "locked", -burnt);
  return burnt;
}

// --- small things

export function lineOf(model: CreditModel, who: string): LineModel {
  const found = model.lines.get(who);
  if (found === undefined) throw new RangeError(`${who} has no line.`);
  return found;
}

function cohortOf(model: CreditModel, cycle: bigint): CohortModel {
  const found = model.cohorts.get(cycle);
  if (found === undefined) throw new RangeError(`There is no cohort ${cycle}.`);
  return found;
}

function give(shares: Map<string, bigint>, who: string, amount: bigint): void {
  shares.set(who, (shares.get(who) ?? 0n) + amount);
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
const max = (a: bigint, b: bigint) => (a > b ? a : b);
const up = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;
