import * as z from "zod/mini";

/** Text without control characters, which no page should have to show. */
const text = (limit: number) =>
  z.string().check(z.minLength(1), z.maxLength(limit), z.regex(/^[^\p{Cc}]*$/u));
const prose = z.string().check(z.maxLength(4000), z.regex(/^[^\p{Cc}]*$/u));

/** What a metadata URI may hold. Unknown fields are dropped, wrong ones refuse the whole. */
export const metadataSchema = z.object({
  name: text(64),
  description: prose,
  /** Where the asset is, in words. */
  location: z.optional(text(200)),
  links: z.optional(
    z
      .array(
        z.object({
          label: text(80),
          /** https only: a stranger's `javascript:` must never reach a page. */
          url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).check(z.maxLength(500)),
        }),
      )
      .check(z.maxLength(10)),
  ),
});

/** Public description of an asset. Nothing personal belongs here: it stays on the chain for ever. */
export type AssetMetadata = z.infer<typeof metadataSchema>;

/** How every metadata URI of QTI starts. */
export const METADATA_PREFIX = "data:application/json,";

/** Bytes that the asset registry accepts. */
export const METADATA_LIMIT = 8192;
