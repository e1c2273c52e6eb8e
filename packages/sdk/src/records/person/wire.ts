/**
 * What the service and its clients say to each other about everything that the service has of a person: what there is, an export of it,
 * and its erasure.
 *
 * What is sent to the service has exactly these fields; what comes from it may have more, which are passed over.
 *
 * @module
 */
import "../../core/noEval.ts";
import * as z from "zod";
import { accountSchema, recordProofSchema, recordSchema } from "../wire.ts";

const fateSchema = z
  .enum(["deleted", "stripped", "with the records", "kept"])
  .describe(
    "What an erasure does: deletes the rows; takes out of them what leads to the person; deletes them with the records; keeps them.",
  );

/** One kind of data about a person, as the register of processing has it. */
export const personItemSchema = z.object({
  table: z.string(),
  what: z.string(),
  why: z.string(),
  keeps: z.string().describe("For how long."),
  rows: z.int().min(0),
  fate: fateSchema,
  because: z.string().nullable().describe("Why something stays; null where nothing does."),
});
/** One kind of data about a person, read. */
export type PersonItem = z.output<typeof personItemSchema>;

/** `GET /v1/people/me`: what the service has of the signed-in person. */
export const personSummarySchema = z.object({ account: accountSchema, items: z.array(personItemSchema) });
/** What the service has of a person, read. */
export type PersonSummary = z.output<typeof personSummarySchema>;

/** `POST /v1/people/me/erasure`: the account once more, so that nothing is erased by accident. */
export const erasePersonBodySchema = z.strictObject({ confirm: accountSchema });

/** `POST /v1/erasures`: by a data-protection officer, for somebody who asked. */
export const eraseForBodySchema = z.strictObject({ account: accountSchema });

/** What an erasure came to. */
export const erasureSchema = z.object({
  id: z.uuid().describe("By which it is found in the service's log; it says nothing of whose it was."),
  erased: z.array(z.object({ table: z.string(), rows: z.int().min(1) })),
  kept: z.array(z.object({ what: z.string(), because: z.string() })).describe("What stays, and why."),
});
/** What an erasure came to, read. */
export type Erasure = z.output<typeof erasureSchema>;

/** By what an export is known. */
export const personExportFormat = "qti/person-export/v1";

/** One line of `GET /v1/people/me/export`. The last one is `end`: without it something is missing. */
export const exportLineSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("begin"),
    format: z.literal(personExportFormat),
    account: accountSchema,
    chainId: z.int(),
    at: z.iso.datetime(),
  }),
  z.object({ kind: z.literal("row"), table: z.string(), row: z.record(z.string(), z.json()) }),
  z.object({
    kind: z.literal("record"),
    record: recordSchema,
    proof: recordProofSchema.nullable().describe("The log's word; null where the service signs none."),
  }),
  z.object({
    kind: z.literal("end"),
    lines: z.int().min(0).describe("Lines between the first and this one."),
  }),
]);
/** One line of an export, read. */
export type ExportLine = z.output<typeof exportLineSchema>;
