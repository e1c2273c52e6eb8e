/**
 * What the API of Tap and Earn and its clients say to each other: a server or a form can use these shapes for the price of zod.
 *
 * Points are units (6 decimals) as decimal digits in JSON and bigints once read; multipliers are in 1/10,000. What is sent to
 * the service has exactly these fields; what comes from it may have more, which are passed over, so that the service can be
 * newer than its clients.
 *
 * @module
 */
import type { Hex } from "viem";
import * as z from "zod";
import { addressSchema, digitsSchema, hexSchema } from "../../core/api/schemas.ts";

export { addressSchema } from "../../core/api/schemas.ts";

/** Limits of what can be sent. */
export const tapLimits = {
  /** Taps in one batch. */
  batchTaps: 240,
  /** Milliseconds from the tap before the batch to its last one. */
  batchMs: 15 * 60_000,
  /** A signature of a smart account may be long; more than this is none. */
  signatureBytes: 8192,
  /** Places of a leaderboard that are shown. */
  places: 100,
} as const;

const hex = (bytes: number, what: string) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`), `expected ${what}`)
    .pipe(z.custom<Hex>());

const int = z.int().min(0);
const millis = int.max(2 ** 43);
const seconds = digitsSchema(40);
const points = digitsSchema(64);
const bps = int.max(1_000_000);

/** A session is named by the EIP-712 hash of what the wallet signed. */
export const tapSessionIdSchema = hex(32, "0x and 64 lower-case hex digits");

const walletSignatureSchema = hexSchema.refine((text) => text.length <= 2 + 2 * tapLimits.signatureBytes, {
  message: `expected at most ${tapLimits.signatureBytes} bytes`,
});

/** What a wallet signs once, so that a key in the browser may send taps for it. */
export const tapSessionSchema = z.strictObject({
  account: addressSchema,
  key: z
    .string()
    .regex(/^0x04[0-9a-f]{128}$/, "expected an uncompressed P-256 public key")
    .pipe(z.custom<Hex>())
    .describe("Public key of a P-256 key pair, uncompressed (65 bytes)."),
  issuedAt: seconds.describe("Unix seconds by the service's clock; newer than that of any session before."),
  expiresAt: seconds.describe("Unix seconds."),
});
/** What a wallet signs once, read. */
export type TapSession = z.output<typeof tapSessionSchema>;

/** `POST /v1/taps/sessions`. */
export const startTapSessionBodySchema = z.strictObject({
  session: tapSessionSchema,
  signature: walletSignatureSchema.describe(
    "The account's signature: ECDSA, or what it accepts by ERC-1271.",
  ),
});

/** `POST /v1/taps`: taps of one session, signed by its key. */
export const tapBatchSchema = z.strictObject({
  session: tapSessionIdSchema,
  sequence: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .describe("1, 2, 3 and so on in a session, without a gap."),
  taps: z
    .array(z.int().min(0).max(tapLimits.batchMs))
    .min(1)
    .max(tapLimits.batchTaps)
    .refine((taps) => taps.every((at, index) => index === 0 || at > (taps[index - 1] ?? 0)), {
      message: "expected each tap later than the one before",
    })
    .describe(
      "Milliseconds since the last tap of the batch before; since itself for the first of a session.",
    ),
  signature: hex(64, "a P-256 signature of 64 bytes").describe(
    "ECDSA with SHA-256 (r, then s) over the UTF-8 text `qti:taps/v1`, session, sequence and taps with commas, one a line.",
  ),
});
/** Taps of one session, signed by its key. */
export type TapBatch = z.output<typeof tapBatchSchema>;

/**
 * What became of a batch. `none`: every tap counts. `energy`, `cap`, `waiting`, `rest` (too long without a pause): some do not
 * count. The others say why no tap of the batch counts: `clock`: it covers more time than has passed; `speed`: faster than a
 * hand; `even`, `repeating`: a rhythm that only machines have. None of them bars anybody: the next batch is looked at anew.
 */
export const tapIssues = [
  "none",
  "energy",
  "cap",
  "waiting",
  "rest",
  "clock",
  "speed",
  "even",
  "repeating",
] as const;
/** One of {@link tapIssues}. */
export type TapIssue = (typeof tapIssues)[number];

const progressFields = {
  energy: int.describe("Taps that count at once; one is used up by each."),
  run: int.describe("Taps of the combo that goes on."),
  multiplierBps: bps.describe("What the next tap is worth, if it goes on with the combo."),
  streak: int.describe(
    "Days in a row, by UTC, with taps that counted; today's included once there are some.",
  ),
  today: points.describe("Earned this UTC day."),
  cap: points.describe("Most that can be earned a UTC day."),
  earned: points.describe("Earned by the identity in all, claimed or not."),
  waiting: points.describe("Earned by a wallet that has no identity yet."),
  at: millis.describe("Unix milliseconds of the service's clock."),
};

/** Where somebody stands. */
export const tapProgressSchema = z.object(progressFields);
/** Where somebody stands, read. */
export type TapProgress = z.output<typeof tapProgressSchema>;

/** What `POST /v1/taps` answers, the same however often the batch is sent. */
export const tapReceiptSchema = z.object({
  session: tapSessionIdSchema,
  sequence: int,
  taps: int.describe("Taps in the batch."),
  counted: int.describe("Those of them that count."),
  points: points.describe("What they earned."),
  issue: z.enum(tapIssues),
  progress: tapProgressSchema,
});
/** What became of a batch, read. */
export type TapReceipt = z.output<typeof tapReceiptSchema>;

/** What `POST /v1/taps/sessions` answers. */
export const liveTapSessionSchema = z.object({
  id: tapSessionIdSchema,
  account: addressSchema,
  expiresAt: int.describe("Unix seconds."),
  sequence: int.describe("Of the last batch that was acknowledged; 0 when there was none."),
  progress: tapProgressSchema,
});
/** A session that takes taps, read. */
export type LiveTapSession = z.output<typeof liveTapSessionSchema>;

/** What `GET /v1/taps/{account}` answers. */
export const tapStateSchema = z.object({
  account: addressSchema,
  identity: digitsSchema(64)
    .nullable()
    .describe(
      "Number of the identity in IdentityRegistry; null while the account has none and its taps wait.",
    ),
  progress: tapProgressSchema,
  claimed: points.describe("Claimed on the chain in all."),
  claimable: points.describe("What a voucher would be paid on the chain now."),
  session: z
    .object({ id: tapSessionIdSchema, account: addressSchema, expiresAt: int })
    .nullable()
    .describe("The session that takes taps now."),
});
/** Where an account stands, read. */
export type TapState = z.output<typeof tapStateSchema>;

/** What `GET /v1/taps` answers: every rule as a number. */
export const tapRulesSchema = z.object({
  chainId: z.int().min(1),
  tapRewards: addressSchema.describe("Contract that pays vouchers, and part of what a session signs."),
  now: millis.describe("Unix milliseconds of the service's clock."),
  relay: z.boolean().describe("Whether claims and referrals are relayed without gas."),
  session: z.object({
    lifeSeconds: int.describe("From issuedAt to expiresAt, at most."),
    issuedWithinSeconds: int.describe("How far issuedAt may lie behind the service's clock."),
  }),
  tap: z.object({ points: points.describe("What a tap earns before combo and streak.") }),
  combo: z.object({
    gapMs: int.describe("A longer time between two taps ends the combo."),
    stepBps: bps.describe("What each tap in a row adds to the multiplier."),
    mostBps: bps.describe("The multiplier grows no further, streak included."),
  }),
  streak: z.object({
    stepBps: bps.describe("What each day in a row after the first adds to the multiplier."),
    days: int.describe("Days that add something, at most."),
  }),
  energy: z.object({
    most: int,
    regenerationMs: int.describe("Milliseconds in which one comes back."),
  }),
  clock: z.object({
    toleranceMs: int.describe("What taps may cover more than has passed, once."),
    reserveMs: int.describe("Time that has passed and that later taps may still cover, at most."),
    pauseMs: int.describe("A pause is stated as this long, however long it was."),
  }),
  speed: z.object({
    fastestMs: int.describe("Taps closer than this are no hand's."),
    perSecond: int.describe("Taps within any second, at most."),
  }),
  rhythm: z.object({
    intervals: int.describe("Intervals that are looked at, the newest ones."),
    enough: int.describe("With fewer nobody is judged."),
    evenBps: bps.describe("Standard deviation by mean below which intervals are too even."),
    repeatBps: bps.describe(
      "Part of the intervals that repeat those before them, from which they are a recording.",
    ),
    repeatLag: int.describe("Longest pattern that is looked for."),
    restEveryMs: int.describe("Tapping longer than this without a rest counts no more, until there is one."),
    restMs: int.describe("A pause of this length is a rest."),
  }),
  dailyCap: points.describe("Most that an identity earns, and can claim, a UTC day."),
  waitingCap: points.describe("Most that waits for a wallet without an identity, in all."),
});
/** Every rule of taps, read. */
export type TapRules = z.output<typeof tapRulesSchema>;

/** `POST /v1/taps/vouchers`. */
export const tapVoucherBodySchema = z.strictObject({ account: addressSchema });

/** What the tap oracle states, as `TapRewards` takes it. */
export const tapVoucherSchema = z.strictObject({
  account: addressSchema,
  earned: points.describe(
    "Earned by the identity in all; what was claimed before is taken off by the contract.",
  ),
  sequence: digitsSchema(64),
  deadline: digitsSchema(256).describe("Unix seconds."),
});
/** What `POST /v1/taps/vouchers` answers, and `POST /v1/taps/claims` takes. */
export const signedTapVoucherSchema = z.strictObject({
  voucher: tapVoucherSchema,
  signature: walletSignatureSchema,
});
/** A voucher and the oracle's signature, read. */
export type SignedTapVoucher = z.output<typeof signedTapVoucherSchema>;

/** What a relay answers. */
export const relayedSchema = z.object({
  hash: hex(32, "the hash of a transaction").describe("Transaction that was sent; it may still fail."),
});
/** A transaction that was sent for somebody, read. */
export type Relayed = z.output<typeof relayedSchema>;

/** Spans of a leaderboard, by UTC days: today, the last seven, all. */
export const leaderboardPeriods = ["day", "week", "all"] as const;
/** One of {@link leaderboardPeriods}. */
export const leaderboardPeriodSchema = z.enum(leaderboardPeriods);
/** One of {@link leaderboardPeriods}. */
export type LeaderboardPeriod = z.output<typeof leaderboardPeriodSchema>;

/** A name to be shown by: 3 to 20 Latin letters, digits, and single spaces, dashes, underscores or dots between them. */
export const leaderboardNameSchema = z
  .string()
  .max(60)
  .transform((name) => name.normalize("NFC"))
  .pipe(
    z
      .string()
      .min(3, "expected at least 3 characters")
      .max(20, "expected at most 20 characters")
      .regex(
        /^[\p{Script=Latin}\d]+(?:[ ._-][\p{Script=Latin}\d]+)*$/u,
        "expected Latin letters and digits, with single spaces, dots, dashes or underscores between them",
      )
      .regex(/\p{L}/u, "expected at least one letter")
      .regex(/^(?!0x)/i, "a name must not look like an address"),
  );
/** `PUT /v1/leaderboard/me`. */
export const leaderboardNameBodySchema = z.strictObject({ name: leaderboardNameSchema });

/** What `GET /v1/leaderboard` answers. */
export const leaderboardSchema = z.object({
  period: leaderboardPeriodSchema,
  places: z
    .array(
      z.object({
        rank: z.int().min(1).describe("Equal points share a rank."),
        name: z.string(),
        points,
        streak: int,
      }),
    )
    .max(tapLimits.places),
});
/** Those who want to be shown, most points first. */
export type Leaderboard = z.output<typeof leaderboardSchema>;

/** What `GET` and `PUT /v1/leaderboard/me` answer. */
export const leaderboardMeSchema = z.object({
  name: z.string().nullable().describe("By which the signed-in person is shown; null while it is not."),
});
/** How the signed-in person is shown. */
export type LeaderboardMe = z.output<typeof leaderboardMeSchema>;

/** Eight characters of Crockford's alphabet, which has no I, L, O and U; read as people write them. */
export const referralCodeSchema = z
  .string()
  .max(16)
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0"))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/, "expected the eight characters of a code"));

/** What `POST /v1/referrals/codes` and `GET /v1/referrals/codes/{code}` answer. */
export const referralCodeAnswerSchema = z.object({ code: z.string(), referrer: addressSchema });
/** A code and whose it is, read. */
export type ReferralCode = z.output<typeof referralCodeAnswerSchema>;

/** `POST /v1/referrals`: a newcomer's signed choice, to be relayed. */
export const relayReferralBodySchema = z.strictObject({
  referral: z.strictObject({
    newcomer: addressSchema,
    referrer: addressSchema,
    nonce: digitsSchema(256),
    deadline: digitsSchema(256).describe("Unix seconds."),
  }),
  signature: walletSignatureSchema,
});
/** A newcomer's signed choice, read. */
export type SignedReferral = z.output<typeof relayReferralBodySchema>;
