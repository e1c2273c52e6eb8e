import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { blobRefSchema, hashSchema, recordLimits } from "@qti/sdk/records/wire";
import type { BlobService } from "../blobs/blobService.ts";
import type { RangeRequest } from "../blobs/blobStore.ts";
import type { AppEnv } from "../core/context.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { chunksWithin } from "../core/requestBody.ts";
import { refuseInvalid } from "../core/validation.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import { asRole } from "./roleSpaces.ts";

const params = z.object({ hash: hashSchema.meta({ description: "SHA-256 of the ciphertext." }) });
const bytes = z.string().openapi({ type: "string", format: "binary" });

const putRoute = createRoute({
  method: "put",
  path: "/v1/blobs/{hash}",
  tags: ["records"],
  summary: "Upload ciphertext",
  description: `At most ${recordLimits.blobBytes} bytes. The hash is verified while the bytes arrive; sending the same bytes again changes nothing. A blob that no record names within an hour is erased.`,
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params, body: { required: true, content: { "application/octet-stream": { schema: bytes } } } },
  responses: {
    200: {
      description: "Kept.",
      content: { "application/json": { schema: blobRefSchema.meta({ id: "BlobRef" }) } },
    },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "invalid-input",
      "hash-mismatch",
      "too-large",
      "quota-exceeded",
      "unsupported-media-type",
      "storage-full",
      "storage-unavailable",
    ),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/blobs/{hash}",
  tags: ["records"],
  summary: "Download ciphertext",
  description:
    "For who uploaded it, owns a record with it, is a reader of one, or holds the role that records of its space are for. Verified before the first byte is sent; one byte range may be asked for.",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params, headers: z.object({ range: z.string().max(100).optional() }) },
  responses: {
    200: { description: "All of it.", content: { "application/octet-stream": { schema: bytes } } },
    206: { description: "The range.", content: { "application/octet-stream": { schema: bytes } } },
    304: { description: "Unchanged, as it always is." },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "invalid-input",
      "range-not-satisfiable",
      "blob-unavailable",
    ),
  },
});

const rangePattern = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/;

/** One byte range; anything else is ignored, as RFC 9110 has it, and the whole is sent. */
function parseRange(header: string | undefined): RangeRequest | undefined {
  const match = rangePattern.exec(header ?? "");
  if (match === null) return undefined;
  const [, start, end, suffix] = match;
  if (start === undefined) return { suffix: Number(suffix) };
  if (end !== undefined && Number(end) < Number(start)) return undefined;
  return { start: Number(start), ...(end === undefined ? {} : { end: Number(end) }) };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Ciphertext by its hash. */
export function blobRoutes({ blobs }: { blobs: BlobService }): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(putRoute, async (c) => {
    const { account } = requireSession(c);
    const { hash } = c.req.valid("param");
    const type = (c.req.header("content-type") ?? "").toLowerCase();
    if (type !== "application/octet-stream") throw new ProblemError("unsupported-media-type");
    const limit = recordLimits.blobBytes;
    const announced = Number(c.req.header("content-length") ?? "0");
    if (announced > limit) throw new ProblemError("too-large", { extensions: { limit } });
    const { body } = c.req.raw;
    const source = body === null ? nothing() : chunksWithin(body, limit);
    const size = await blobs.put(account, hash, source, announced);
    return c.json({ hash, size }, 200);
  });

  app.openapi(getRoute, async (c) => {
    const { account } = requireSession(c);
    const { hash } = c.req.valid("param");
    const etag = `"${hash}"`;
    const headers: Record<string, string> = {
      "accept-ranges": "bytes",
      "content-disposition": "attachment",
      "content-type": "application/octet-stream",
      etag,
    };
    if (c.req.header("if-none-match") === etag || c.req.method === "HEAD") {
      const size = await asRole(c, ({ spaces }) => blobs.head(account, hash, spaces));
      if (c.req.method !== "HEAD") return c.body(null, 304, headers);
      return c.body(null, 200, { ...headers, "content-length": String(size) });
    }
    const condition = c.req.header("if-range");
    const range =
      condition === undefined || condition === etag ? parseRange(c.req.valid("header").range) : undefined;
    const { size, start, end, body } = await asRole(c, ({ spaces }) =>
      blobs.get(account, hash, range, spaces),
    );
    headers["content-length"] = String(end - start + 1);
    if (range === undefined) return c.body(body, 200, headers);
    return c.body(body, 206, { ...headers, "content-range": `bytes ${start}-${end}/${size}` });
  });

  return app;
}
