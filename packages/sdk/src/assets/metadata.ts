import * as z from "zod/mini";
import { schema } from "../core/schema.ts";

/** Text without control characters, which no page should have to show. Line breaks are none. */
const plain = /^[^\p{Cc}]*$/u;
const prose = /^(?:[^\p{Cc}]|\n)*$/u;

/** What a metadata URI may hold. Unknown fields are dropped, wrong ones refuse the whole. */
export const metadataSchema = /* @__PURE__ */ schema(() =>
  z.object({
    name: z.string().check(z.minLength(1), z.maxLength(64), z.regex(plain)),
    description: z.string().check(z.maxLength(4000), z.regex(prose)),
    /** Where the asset is, in words. */
    location: z.optional(z.string().check(z.maxLength(200), z.regex(plain))),
    links: z.optional(
      z
        .array(
          z.object({
            label: z.string().check(z.minLength(1), z.maxLength(80), z.regex(plain)),
            /** https only: a stranger's `javascript:` must never reach a page. */
            url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).check(z.maxLength(500)),
          }),
        )
        .check(z.maxLength(10)),
    ),
  }),
);

/** Public description of an asset. Nothing personal belongs here: it stays on the chain for ever. */
export type AssetMetadata = z.infer<ReturnType<typeof metadataSchema>>;

/** How every metadata URI of QTI starts. */
export const METADATA_PREFIX = "data:application/json,";

/** Bytes that the asset registry accepts. */
export const METADATA_LIMIT = 8192;
