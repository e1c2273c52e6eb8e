import * as z from "zod";
import { digitsSchema } from "../../core/api/schemas.ts";
import { accountSchema } from "../../records/wire.ts";

/** Limits of what the service keeps of campaigns. */
export const campaignLimits = {
  /** Leaves of one tree. */
  leaves: 20_000,
} as const;

/** Root of a tree, by which it is found. */
export const campaignRootSchema = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, "expected 0x and 64 lower-case hex digits")
  .pipe(z.custom<`0x${string}`>());

const campaignId = digitsSchema(256).describe("Number of the campaign on the chain.");
const cumulative = digitsSchema(96).describe("QTI units that the account gets of the campaign in all.");

/** `POST /v1/campaigns/trees`. */
export const publishTreeBodySchema = z.strictObject({
  campaignId,
  root: campaignRootSchema.describe("What the leaves give; a tree that gives another is refused."),
  leaves: z
    .array(z.strictObject({ account: accountSchema, cumulative }))
    .min(1)
    .max(campaignLimits.leaves)
    .describe("One an account, in any order."),
});
/** What `POST /v1/campaigns/trees` takes, read. */
export type PublishTreeBody = z.output<typeof publishTreeBodySchema>;

/** What `POST /v1/campaigns/trees` answers. */
export const publishedTreeSchema = z.object({
  root: campaignRootSchema,
  campaignId,
  total: digitsSchema(256).describe("QTI units: sum of all leaves."),
  count: z.int().min(1).describe("Number of leaves."),
});
/** What `POST /v1/campaigns/trees` answers, read. */
export type PublishedTree = z.output<typeof publishedTreeSchema>;

/** `GET /v1/campaigns/trees/{root}`: everything that the root commits to. */
export const campaignTreeSchema = z.object({
  root: campaignRootSchema,
  campaignId,
  total: digitsSchema(256).describe("QTI units: sum of all leaves."),
  leaves: z.array(z.object({ account: accountSchema, cumulative })).max(campaignLimits.leaves),
});
/** A published tree in JSON. */
export type CampaignTreeJson = z.input<typeof campaignTreeSchema>;

/** `GET /v1/campaigns/trees/{root}/{account}`: what one account claims with. */
export const campaignClaimSchema = z.object({
  campaignId,
  cumulative,
  proof: z.array(campaignRootSchema).max(32),
});
/** What one account claims with, in JSON. */
export type CampaignClaimJson = z.input<typeof campaignClaimSchema>;
