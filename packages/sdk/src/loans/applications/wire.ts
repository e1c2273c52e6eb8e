/**
 * What the underwriter's API and its clients say to each other: a server or a form can use these shapes for the price of zod.
 *
 * Amounts are units as decimal digits in JSON and bigints once read. What is sent to the service has exactly these fields; what comes
 * from it may have more, which are passed over, so that the service can be newer than its clients.
 *
 * @module
 */
import * as z from "zod";
import { addressSchema, digitsSchema, hexSchema } from "../../core/api/schemas.ts";

const int = z.int().min(0);
const units = digitsSchema(128);
const seconds = int.max(2 ** 43).describe("Unix seconds.");

/** What the rule `qti:underwriting/v1` looks at, in the order in which it is shown. */
export const underwritingReasons = ["age", "taps", "stake", "referrer", "income"] as const;
/** One of {@link underwritingReasons}. */
export type UnderwritingReason = (typeof underwritingReasons)[number];

const reasonSchema = z
  .enum(underwritingReasons)
  .describe(
    "age: time since the person was first attested; taps: points claimed for taps; stake: QTI in locks of 30 days or more, held for 30 days; referrer: cycles that who brought the person met in time; income: a monthly income that was proved.",
  );

/** What the numbers of a reason count. */
export const underwritingUnits = ["seconds", "points", "qti", "cycles", "money"] as const;

/** What `GET /v1/credit/rules` answers: the rule as numbers. */
export const underwritingRulesSchema = z.object({
  rule: z.string().describe("Name and version of the rule."),
  chainId: z.int().min(1),
  creditLines: addressSchema.describe("Contract that takes the attestation."),
  underwriter: addressSchema.describe("Account that signs it."),
  reasons: z.array(
    z.object({
      reason: reasonSchema,
      unit: z.enum(underwritingUnits).describe("Points of taps have 6 decimals, QTI 18, money its own."),
      each: units.describe("So much brings one point."),
      most: int.describe("Points that it can bring."),
    }),
  ),
  least: int.describe("Points from which there is a limit."),
  most: int.describe("Points that all together can bring."),
  limits: z.array(
    z.object({
      tier: z.int().min(1).max(3),
      least: units.describe("Limit at the least points. Money units."),
      most: units.describe("Limit at the most points. Money units."),
    }),
  ),
  stakeSeconds: int.describe("How long a lock has to be, and how long it has to have been held."),
  lateSeconds: int.describe(
    "For so long after a cycle was paid late nothing is given above what the line has.",
  ),
  attestationSeconds: int.describe("How long an attestation can be submitted."),
  applicationsPerDay: int,
});
/** The rule of underwriting, read. */
export type UnderwritingRules = z.output<typeof underwritingRulesSchema>;

/**
 * What became of an application. `approved`: there is an attestation. The others say why there is none. `unverified`: no account of
 * the person is attested and in good standing. `score`: not enough points. `late`: the line is delinquent or in default, or, with `until`,
 * a cycle of it was paid late not long ago. `barred`: the line
 * defaulted, and no limit is given before `until`. `enough`: the line's limit is already as high as the rule would give.
 * `quota`: underwriters gave all they may until `until`.
 */
export const applicationOutcomes = [
  "approved",
  "unverified",
  "score",
  "late",
  "barred",
  "enough",
  "quota",
] as const;
/** One of {@link applicationOutcomes}. */
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

/** What an underwriter signs, as `CreditLines` takes it. */
export const creditAttestationSchema = z.strictObject({
  account: addressSchema,
  limit: units.describe("The line's new limit. Money units."),
  nonce: digitsSchema(256),
  deadline: digitsSchema(256).describe("Unix seconds."),
});

/** What `POST` and `GET /v1/credit/applications` answer. */
export const creditApplicationSchema = z.object({
  rule: z.string(),
  account: addressSchema,
  identity: digitsSchema(64).nullable().describe("Number of the identity; null for an account without one."),
  tier: int.max(255),
  at: seconds.describe("When it was judged. Unix seconds."),
  reasons: z.array(
    z.object({
      reason: reasonSchema,
      points: int,
      most: int,
      measure: units.describe("What was found, in the unit that the rule states."),
      next: units
        .nullable()
        .describe("What has to be found for one point more; null when it brings all it can."),
    }),
  ),
  score: int,
  outcome: z.enum(applicationOutcomes),
  limit: units.describe("What the rule gives for these points; 0 for too few. Money units."),
  current: units.describe("Limit of the line when it was judged. Money units."),
  until: seconds.nullable().describe("When asking again makes sense, if that is known. Unix seconds."),
  signed: z
    .object({ attestation: creditAttestationSchema, underwriter: addressSchema, signature: hexSchema })
    .nullable()
    .describe("For `CreditLines.attest`, which anybody may call; null unless it was approved."),
});
/** An application and what became of it, read. */
export type CreditApplication = z.output<typeof creditApplicationSchema>;

/** `POST /v1/credit/incomes`: what somebody proved to an underwriter. */
export const creditIncomeBodySchema = z.strictObject({
  account: addressSchema.describe("Any account of the person."),
  monthly: units.describe("Money units a month."),
  until: z
    .int()
    .min(1)
    .max(2 ** 40)
    .describe("Unix seconds up to which it counts; a year from now at most."),
});
/** What is recorded of an income. */
export type CreditIncomeBody = z.output<typeof creditIncomeBodySchema>;

/** An income on record. */
export const creditIncomeSchema = z.object({
  account: addressSchema,
  identity: digitsSchema(64),
  monthly: units,
  until: seconds,
  by: addressSchema.describe("Underwriter who recorded it."),
  at: seconds,
});
/** What `GET /v1/credit/incomes` answers: the newest of each person, newest first, at most 200. */
export const creditIncomesSchema = z.object({ incomes: z.array(creditIncomeSchema).max(200) });
/** An income on record, read. */
export type CreditIncome = z.output<typeof creditIncomeSchema>;
