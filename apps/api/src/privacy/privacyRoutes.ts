import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type Erasure,
  eraseForBodySchema,
  erasePersonBodySchema,
  erasureSchema,
  type PersonItem,
  personSummarySchema,
} from "@qti/sdk/records/person/wire";
import { getTableName } from "drizzle-orm";
import type { AppEnv } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import { requireAbility } from "../identity/assertAbility.ts";
import { requireSession, type SessionCookie, signedIn } from "../identity/sessionCookie.ts";
import { requireLevel } from "../identity/stepUp.ts";
import { type ErasureDeps, erasePerson } from "./erasePerson.ts";
import { type ExportDeps, exportPerson } from "./exportPerson.ts";
import { isPersonal, register } from "./register.ts";
import { findSubject } from "./subject.ts";

// Who has a second factor is asked for it; who has none has nothing but the wallet, and the same rights.
const steppedUp = requireLevel(2, { newcomers: "pass" });
const shared = { tags: ["privacy"], security: sessionSecurity };
const erasureContent = { "application/json": { schema: erasureSchema.meta({ id: "Erasure" }) } };

const summaryRoute = createRoute({
  ...shared,
  method: "get",
  path: "/v1/people/me",
  summary: "What the service has of oneself",
  description:
    "By the register of processing: what, why, for how long, how much, and what an erasure does to it.",
  middleware: [signedIn],
  responses: {
    200: {
      description: "Each kind of data that there can be.",
      content: { "application/json": { schema: personSummarySchema.meta({ id: "PersonSummary" }) } },
    },
    ...problemAnswers("sign-in-required"),
  },
});

const exportRoute = createRoute({
  ...shared,
  method: "get",
  path: "/v1/people/me/export",
  summary: "Everything that the service has of oneself",
  description:
    "JSON lines: `begin`, a `row` for each row of a table, a `record` for each record with the log's proof, `end`. An answer without `end` was cut off. What is in records the service cannot read: open them with your keys.",
  middleware: [signedIn, steppedUp],
  responses: {
    200: {
      description: "The lines, as they are read.",
      content: { "application/x-ndjson": { schema: z.string() } },
    },
    ...problemAnswers("sign-in-required", "step-up-needed"),
  },
});

const eraseRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/people/me/erasure",
  summary: "Erase oneself",
  description:
    "Destroys the key under which the headers of one's records lie, and with it every record in every copy and backup there is; deletes or strips everything else that the register names. There is no way back. The session ends.",
  middleware: [signedIn, steppedUp, jsonBody(1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: erasePersonBodySchema.meta({ id: "ErasePerson" }) } },
    },
  },
  responses: {
    200: { description: "What is gone, and what stays and why.", content: erasureContent },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "too-large",
      "unsupported-media-type",
    ),
  },
});

const eraseForRoute = createRoute({
  ...shared,
  method: "post",
  path: "/v1/erasures",
  summary: "Erase somebody who asked for it",
  description: "For data-protection officers. The log has the erasure's id and nothing of the person.",
  middleware: [signedIn, requireAbility("erase", "Person"), jsonBody(1024)],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: eraseForBodySchema.meta({ id: "EraseFor" }) } },
    },
  },
  responses: {
    200: { description: "What is gone, and what stays and why.", content: erasureContent },
    ...problemAnswers(
      "sign-in-required",
      "role-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "chain-unreachable",
      "too-large",
      "unsupported-media-type",
    ),
  },
});

export type PrivacyRouteDeps = ErasureDeps & ExportDeps & { cookie: SessionCookie };

/** What the service has of people: to see, to take along, to erase. */
export function privacyRoutes(deps: PrivacyRouteDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.openapi(summaryRoute, async (c) => {
    const { account } = requireSession(c);
    const subject = await findSubject(deps.db, account);
    const items: PersonItem[] = [];
    for (const entry of register) {
      if (!isPersonal(entry)) continue;
      const { table, what, why, keeps, fate } = entry;
      const condition = entry.rows(subject);
      const rows = condition === undefined ? 0 : await deps.db.$count(table, condition);
      const because = "because" in fate ? fate.because : null;
      items.push({ table: getTableName(table), what, why, keeps, rows, fate: fate.how, because });
    }
    return c.json({ account, items }, 200);
  });

  app.openapi(exportRoute, async (c) => {
    const { account } = requireSession(c);
    const answer = c.body(streamOf(exportPerson(deps, account)), 200, {
      "content-type": "application/x-ndjson",
      "content-disposition": 'attachment; filename="qti-export.ndjson"',
    });
    // The framework takes every type with "json" in it for one JSON value.
    return answer as never;
  });

  app.openapi(eraseRoute, async (c) => {
    const { account } = requireSession(c);
    if (c.req.valid("json").confirm !== account) {
      const message = "must be the account that is signed in";
      throw new ProblemError("invalid-input", { errors: [{ field: "confirm", message }] });
    }
    const erasure = await erasePerson(deps, account, { asked: "person" });
    deps.cookie.clear(c);
    return c.json(toWire(erasure), 200);
  });

  app.openapi(eraseForRoute, async (c) => {
    const { account } = c.req.valid("json");
    return c.json(toWire(await erasePerson(deps, account, { asked: "officer" })), 200);
  });

  return app;
}

/** A line for each object, made when the one before was sent. */
function streamOf(objects: AsyncGenerator<unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await objects.next();
      if (next.done === true) controller.close();
      else controller.enqueue(Buffer.from(`${JSON.stringify(next.value)}\n`));
    },
    cancel: async () => void (await objects.return(undefined)),
  });
}

function toWire({ id, erased, kept }: Awaited<ReturnType<typeof erasePerson>>): Erasure {
  return { id, erased, kept: [...kept, ...everywhere] };
}

/** What no erasure of this service reaches, said each time. */
const everywhere: Erasure["kept"] = [
  {
    what: "What the chain has: transactions, balances, orders that were filled, keys in the directory.",
    because:
      "Nobody can take anything back from a chain. Orders that were signed stay fillable there until they are cancelled or end.",
  },
  {
    what: "Leaves of the log of records.",
    because: "They are hashes over secret salts, and the salts are destroyed: nothing can be told from them.",
  },
  {
    what: "Backups of the service, until they end.",
    because:
      "Records in them cannot be opened, because the key was never in them. Where one is restored, everything else is erased again before anybody is served.",
  },
  {
    what: "Records that others shared with the account.",
    because: "They are theirs. Nobody reads them by this account any more.",
  },
];
