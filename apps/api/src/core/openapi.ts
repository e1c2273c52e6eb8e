import { z } from "@hono/zod-openapi";
import type { ProblemCode } from "./problem.ts";
import { problems } from "./problem.ts";

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string(),
    detail: z.string().optional(),
    next: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem", { description: "RFC 9457 problem details. `code` is stable; `next` says what to do." });

type ProblemAnswer = {
  description: string;
  content: { "application/problem+json": { schema: typeof problemSchema } };
};

/** Problems that any address can answer with. */
const everywhere: ProblemCode[] = [
  "malformed-request",
  "rate-limited",
  "internal",
  "database-unavailable",
  "not-found",
  "request-timeout",
  "header-fields-too-large",
];

/**
 * Answers of a route that are no success, grouped by status. They are documentation: handlers throw, and `onError` answers, so
 * that no handler's type has to carry them.
 */
export function problemAnswers(...codes: ProblemCode[]): Record<number, ProblemAnswer> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...everywhere, ...codes])) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((code) => `\`${code}\`: ${problems[code].title}.`).join(" "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}

/** A schema of an answer that reads into other types than JSON has, described by what goes over the wire. */
export function inJson<schema extends z.ZodType>(
  schema: schema,
): z.ZodType<z.input<schema>, z.input<schema>> {
  return schema as unknown as z.ZodType<z.input<schema>, z.input<schema>>;
}

/** Routes behind sign-in say so in the document. */
export const sessionSecurity: Record<string, string[]>[] = [{ session: [] }];
