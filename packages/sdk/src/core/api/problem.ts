import "../noEval.ts";
import * as z from "zod";

/** RFC 9457 problem details; every answer that is no success is one of these, as `application/problem+json`. */
export const problemSchema = z.looseObject({
  type: z.string().default("about:blank"),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().optional(),
  instance: z.string().optional(),
  /** Stable identifier of the kind of problem, e.g. `record-conflict`. */
  code: z.string().optional(),
  /** What the caller can do now. */
  next: z.string().optional(),
  /** Under which the service wrote the request down. */
  requestId: z.string().optional(),
  /** The fields that were not accepted. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
