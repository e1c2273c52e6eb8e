/**
 * What loans cost and how far they may go at the deployment: the only place where these numbers stand. Rates and parts are in
 * 1/10,000 for credit lines and wad (10^18) for markets, money in units of a dollar token with six decimals. TREASURER changes those
 * of credit lines for later cycles; a rate model is for ever, RISK lists another.
 */

const WAD = 10n ** 18n;
const YEAR = 365n * 86_400n;
const DOLLAR = 10n ** 6n;

/** Terms of the first cycles, see `CreditTerms` in src/interfaces/loans/ICreditBook.sol. */
export const CREDIT_TERMS = {
  rateBps: 2_400,
  lateBps: 600,
  minimumBps: 1_000,
  growthBps: 2_000,
  seniorBps: 3_500,
  leverageBps: 40_000,
  floor: 20n * DOLLAR,
} as const;

/** Most that a limit may be, by tier of identity. */
export const TIER_CAPS = { 1: 1_000n * DOLLAR, 2: 5_000n * DOLLAR, 3: 20_000n * DOLLAR } as const;

/** What underwriters may raise limits by in a period of seconds, all together. */
export const UNDERWRITING_QUOTA = { limit: 7_000n * DOLLAR, period: 86_400 } as const;

/** Of the interest rate model: 4 % a year at nine tenths lent to begin with, between 0.1 % and 200 %. */
export const RATE_TERMS = {
  target: (9n * WAD) / 10n,
  initial: (4n * WAD) / 100n / YEAR,
  min: WAD / 1_000n / YEAR,
  max: (2n * WAD) / YEAR,
  steepness: 4n * WAD,
  speed: (50n * WAD) / YEAR,
} as const;

/** How appraisals are used where nothing speaks for something else: a glide of 2 % a day, and 90 days of borrowing by one. */
export const APPRAISAL_TERMS = { dailyBps: 200, borrowMaxAge: 90 * 86_400 } as const;
