import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  listRecordsQuerySchema,
  putHeaderBodySchema,
  putRecordBodySchema,
  recordEtag,
  recordIdSchema,
  recordPageSchema,
  recordSchema,
} from "@qti/sdk/records/wire";
import { usedBytes } from "../blobs/blobService.ts";
import type { AppEnv } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import { readAsAccount } from "../database/asAccount.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import { listRecords, readRecord } from "./recordReads.ts";
import {
  deleteRecord,
  type Expectation,
  putHeader,
  putRecord,
  type RecordWriteDeps,
} from "./recordWrites.ts";
import { asRole } from "./roleSpaces.ts";

const bodyLimit = 256 * 1024;
const params = z.object({ id: recordIdSchema });
const etagSchema = z.string().regex(/^"\d{1,10}\.\d{1,10}"$/, 'expected an entity tag such as "1.0"');
const recordContent = { "application/json": { schema: recordSchema.meta({ id: "Record" }) } };
const ifMatch = etagSchema.optional().openapi({ description: "The ETag that the record has now." });

const listRoute = createRoute({
  method: "get",
  path: "/v1/records",
  tags: ["records"],
  summary: "Own records and those shared with the account, newest change first",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { query: listRecordsQuerySchema },
  responses: {
    200: {
      description: "A page.",
      content: { "application/json": { schema: recordPageSchema.meta({ id: "RecordPage" }) } },
    },
    ...problemAnswers("sign-in-required", "invalid-input"),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/v1/records/{id}",
  tags: ["records"],
  summary: "A record",
  description:
    "For its owner and its readers; as ciphertext also for who holds the role that records of its space are for. For everybody else it does not exist.",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params },
  responses: {
    200: { description: "The record, with its ETag.", content: recordContent },
    ...problemAnswers("sign-in-required", "step-up-needed", "invalid-input"),
  },
});

const putRoute = createRoute({
  method: "put",
  path: "/v1/records/{id}",
  tags: ["records"],
  summary: "Write a new record or its next version",
  description:
    "A new record is sent with `If-None-Match: *` and version 1; the next version with `If-Match` and the ETag it follows. When the record has moved on nothing is changed and the answer is 409. Sending the very same write again, after an answer was lost, answers as the first time.",
  security: sessionSecurity,
  middleware: [signedIn, jsonBody(bodyLimit)],
  request: {
    params,
    headers: z.object({ "if-match": ifMatch, "if-none-match": z.literal("*").optional() }),
    body: {
      required: true,
      content: { "application/json": { schema: putRecordBodySchema.meta({ id: "PutRecord" }) } },
    },
  },
  responses: {
    200: { description: "The next version is kept.", content: recordContent },
    201: { description: "The new record is kept.", content: recordContent },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "invalid-input",
      "header-refused",
      "record-conflict",
      "record-deleted",
      "precondition-required",
      "quota-exceeded",
      "too-large",
      "unsupported-media-type",
      "storage-full",
    ),
  },
});

const putHeaderRoute = createRoute({
  method: "put",
  path: "/v1/records/{id}/header",
  tags: ["records"],
  summary: "Share a record or take a reader off its list",
  description:
    "Replaces header and readers; the payload stays. Who could open it before may have kept the key: to shut a reader out, write a new version.",
  security: sessionSecurity,
  middleware: [signedIn, jsonBody(bodyLimit)],
  request: {
    params,
    headers: z.object({ "if-match": ifMatch }),
    body: {
      required: true,
      content: { "application/json": { schema: putHeaderBodySchema.meta({ id: "PutHeader" }) } },
    },
  },
  responses: {
    200: { description: "The record with its new readers.", content: recordContent },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "invalid-input",
      "header-refused",
      "record-conflict",
      "precondition-required",
      "quota-exceeded",
      "too-large",
      "unsupported-media-type",
      "storage-full",
    ),
  },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/v1/records/{id}",
  tags: ["records"],
  summary: "Delete a record",
  description:
    "Erases the header, without which nobody can open the payload, and every blob that nothing else needs.",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params, headers: z.object({ "if-match": ifMatch }) },
  responses: {
    204: { description: "It is gone." },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "invalid-input",
      "record-conflict",
      "precondition-required",
    ),
  },
});

const usageRoute = createRoute({
  method: "get",
  path: "/v1/usage",
  tags: ["records"],
  summary: "How much of its storage the account uses",
  security: sessionSecurity,
  middleware: [signedIn],
  responses: {
    200: {
      description: "In bytes.",
      content: {
        "application/json": { schema: z.strictObject({ usedBytes: z.int(), quotaBytes: z.int() }) },
      },
    },
    ...problemAnswers("sign-in-required"),
  },
});

/** Records: ciphertext with a header that says who can open it. */
export function recordRoutes(deps: RecordWriteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(listRoute, async (c) => {
    const { account } = requireSession(c);
    return c.json(await listRecords(deps.db, deps.headers, account, c.req.valid("query")), 200);
  });

  app.openapi(getRoute, async (c) => {
    const { account } = requireSession(c);
    const { id } = c.req.valid("param");
    const record = await asRole(c, ({ spaces }) => readRecord(deps.db, deps.headers, account, id, spaces));
    c.header("etag", recordEtag(record));
    return c.json(record, 200);
  });

  app.openapi(putRoute, async (c) => {
    const { account } = requireSession(c);
    const headers = c.req.valid("header");
    const expected = expectation(headers["if-match"], headers["if-none-match"]);
    const { id } = c.req.valid("param");
    const { record, created } = await putRecord(deps, account, id, c.req.valid("json"), expected);
    c.header("etag", recordEtag(record));
    return created ? c.json(record, 201) : c.json(record, 200);
  });

  app.openapi(putHeaderRoute, async (c) => {
    const { account } = requireSession(c);
    const etag = required(c.req.valid("header")["if-match"]);
    const record = await putHeader(deps, account, c.req.valid("param").id, c.req.valid("json"), etag);
    c.header("etag", recordEtag(record));
    return c.json(record, 200);
  });

  app.openapi(deleteRoute, async (c) => {
    const { account } = requireSession(c);
    const etag = required(c.req.valid("header")["if-match"]);
    await deleteRecord(deps, account, c.req.valid("param").id, etag);
    return c.body(null, 204);
  });

  app.openapi(usageRoute, async (c) => {
    const { account } = requireSession(c);
    const used = await readAsAccount(deps.db, account, (tx) => usedBytes(tx, account));
    return c.json({ usedBytes: used, quotaBytes: deps.quotaBytes }, 200);
  });

  return app;
}

/** Exactly one of the two conditions, so that no write happens by accident. */
function expectation(ifMatchTag: string | undefined, ifNoneMatch: string | undefined): Expectation {
  if (ifNoneMatch !== undefined && ifMatchTag === undefined) return { kind: "absent" };
  if (ifMatchTag !== undefined && ifNoneMatch === undefined) return { kind: "etag", etag: ifMatchTag };
  throw new ProblemError("precondition-required");
}

function required(etag: string | undefined): string {
  if (etag === undefined) throw new ProblemError("precondition-required");
  return etag;
}
