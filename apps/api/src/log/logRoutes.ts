import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  consistencyProofSchema,
  hashSchema,
  inclusionProofSchema,
  logSchema,
  recordIdSchema,
  recordProofSchema,
} from "@qti/sdk/records/wire";
import type { AppEnv } from "../core/context.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { requireSession, signedIn } from "../identity/sessionCookie.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { asRole } from "../records/roleSpaces.ts";
import { logSize, proveConsistency, proveLeaf } from "./logStore.ts";
import { proveRecord } from "./recordProof.ts";
import type { SignedLog } from "./signedLog.ts";

const noteType = "text/plain; charset=utf-8";
const noteContent = {
  [noteType]: {
    schema: z.string().openapi({ description: "A checkpoint: https://c2sp.org/tlog-checkpoint" }),
  },
};
const sizeSchema = z.string().regex(/^(0|[1-9]\d{0,14})$/, "expected a number of leaves");

const logRoute = createRoute({
  method: "get",
  path: "/v1/log",
  tags: ["log"],
  summary: "By what the log of records is known",
  description:
    "Each accepted write of a record is a leaf of an RFC 6962 tree. A leaf is a salted hash: who may not read a record learns from the log that something was written, and nothing else.",
  responses: {
    200: {
      description: "Name, keys and size. Keep the keys of the first time.",
      content: { "application/json": { schema: logSchema.meta({ id: "Log" }) } },
    },
    ...problemAnswers("log-disabled"),
  },
});

const latestRoute = createRoute({
  method: "get",
  path: "/v1/log/checkpoint",
  tags: ["log"],
  summary: "The latest checkpoint",
  responses: {
    200: { description: "Signed with both keys of the log.", content: noteContent },
    ...problemAnswers("log-disabled"),
  },
});

const checkpointRoute = createRoute({
  method: "get",
  path: "/v1/log/checkpoint/{size}",
  tags: ["log"],
  summary: "The checkpoint of a size",
  request: { params: z.object({ size: sizeSchema }) },
  responses: {
    200: { description: "Signed with both keys of the log.", content: noteContent },
    ...problemAnswers("log-disabled", "invalid-input"),
  },
});

const consistencyRoute = createRoute({
  method: "get",
  path: "/v1/log/consistency",
  tags: ["log"],
  summary: "That the log only grew between two sizes",
  request: { query: z.object({ from: sizeSchema, to: sizeSchema }) },
  responses: {
    200: {
      description: "The proof: RFC 9162, section 2.1.4.",
      content: { "application/json": { schema: consistencyProofSchema.meta({ id: "ConsistencyProof" }) } },
    },
    ...problemAnswers("log-disabled", "invalid-input"),
  },
});

const leafRoute = createRoute({
  method: "get",
  path: "/v1/log/leaves/{hash}",
  tags: ["log"],
  summary: "That a leaf is in the log",
  description:
    "For whoever knows the leaf's hash, which takes its secret salt: of any version that one has read, and of the deletion of a record.",
  request: {
    params: z.object({ hash: hashSchema.meta({ description: "Of the leaf, its prefix 0x00 applied." }) }),
    query: z.object({
      size: sizeSchema.optional().openapi({ description: "Leaves of the tree; those of now when left out." }),
    }),
  },
  responses: {
    200: {
      description: "The proof: RFC 9162, section 2.1.3.",
      content: { "application/json": { schema: inclusionProofSchema.meta({ id: "InclusionProof" }) } },
    },
    ...problemAnswers("log-disabled", "invalid-input"),
  },
});

const recordRoute = createRoute({
  method: "get",
  path: "/v1/records/{id}/proof",
  tags: ["log"],
  summary: "What the log says of a record",
  description:
    "The signed head of the record, which says that this version and header were the latest when the log had so many leaves, with the checkpoint of that size and the proof that the version is in it. For the owner, the readers, who holds the role that records of its space are for, and auditors; for everybody else the record does not exist.",
  security: sessionSecurity,
  middleware: [signedIn],
  request: { params: z.object({ id: recordIdSchema }) },
  responses: {
    200: {
      description: "Head, checkpoint and proof, all of one moment.",
      content: { "application/json": { schema: recordProofSchema.meta({ id: "RecordProof" }) } },
    },
    ...problemAnswers("sign-in-required", "step-up-needed", "log-disabled", "invalid-input"),
  },
});

export type LogRouteDeps = {
  db: Database;
  headers: HeaderStore;
  /** Absent where this process was given no key; then nothing of the log is told. */
  log: SignedLog | undefined;
};

/** The log of records: checkpoints and proofs for everybody, heads of records for those who may read them. */
export function logRoutes({ db, headers, log }: LogRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const open = () => {
    if (log === undefined) throw new ProblemError("log-disabled");
    return log;
  };

  app.openapi(logRoute, async (c) => {
    const { origin } = open();
    return c.json({ origin, verifierKeys: await open().verifierKeys(), size: await logSize(db) }, 200);
  });

  app.openapi(latestRoute, async (c) => {
    const checkpoint = await open().checkpoint(await logSize(db));
    return c.text(checkpoint, 200, { "content-type": noteType });
  });

  app.openapi(checkpointRoute, async (c) => {
    const log = open();
    const size = await sizeWithin(c.req.valid("param").size);
    return c.text(await log.checkpoint(size), 200, { "content-type": noteType });
  });

  app.openapi(consistencyRoute, async (c) => {
    open();
    const { from, to } = c.req.valid("query");
    const size = await sizeWithin(to);
    if (Number(from) > size) {
      throw new ProblemError("invalid-input", {
        errors: [{ field: "query.from", message: "is after `to`" }],
      });
    }
    return c.json(await proveConsistency(db, Number(from), size), 200);
  });

  app.openapi(leafRoute, async (c) => {
    open();
    const size = await sizeWithin(c.req.valid("query").size);
    const hash = new Uint8Array(Buffer.from(c.req.valid("param").hash, "hex"));
    const proof = await proveLeaf(db, hash, size);
    if (proof === undefined) throw new ProblemError("not-found");
    return c.json(proof, 200);
  });

  app.openapi(recordRoute, async (c) => {
    const { account } = requireSession(c);
    const { id } = c.req.valid("param");
    const deps = { db, headers, log: open() };
    const proof = await asRole(c, ({ spaces, proofs }) =>
      proveRecord(deps, account, id, proofs ? "every" : spaces),
    );
    return c.json(proof, 200);
  });

  return app;

  /** A size that the log has reached, that of now when none is given. @throws {@link ProblemError} `not-found` */
  async function sizeWithin(text: string | undefined): Promise<number> {
    const now = await logSize(db);
    const size = text === undefined ? now : Number(text);
    if (size > now) throw new ProblemError("not-found", { detail: `The log has ${now} leaves.` });
    return size;
  }
}
