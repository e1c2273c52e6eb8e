import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnv } from "./context.ts";
import { ProblemError, problems } from "./problem.ts";

const require = createRequire(import.meta.url);
const swaggerFolder = join(require.resolve("swagger-ui-dist/package.json"), "..");

/** The only files of the package that are served, by the names under which the page asks for them. */
const assets: Record<string, { file: string; type: string }> = {
  "swagger-ui.css": { file: "swagger-ui.css", type: "text/css; charset=utf-8" },
  "swagger-ui-bundle.js": { file: "swagger-ui-bundle.js", type: "text/javascript; charset=utf-8" },
  "favicon.png": { file: "favicon-32x32.png", type: "image/png" },
};

// Swagger UI writes style attributes while it renders and has its icons as data: addresses; scripts come from files only.
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>QTI API</title>
    <link rel="icon" type="image/png" href="/docs/favicon.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <main id="swagger-ui"><noscript>This page needs scripts; the document itself is at /openapi.json.</noscript></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const startScript = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  withCredentials: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

function problemSections(): string {
  return Object.entries(problems)
    .map(
      ([code, { status, title, next }]) =>
        `<section id="${code}"><h2>${escapeHtml(title)}</h2><p><code>${code}</code>, HTTP ${status}</p><p>${escapeHtml(next)}</p></section>`,
    )
    .join("\n");
}

function problemPage(): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Problems of the QTI API</title></head>
  <body><main><h1>Problems</h1><p>What this service answers when it cannot do what it was asked, as RFC 9457 problem details.</p>
${problemSections()}
</main></body>
</html>
`;
}

const description = `Sign in with a wallet, get a demo attestation, keep encrypted records that this service cannot read, offer signed orders on the exchange, and earn points by taps.

Reads need no more than the session cookie. Writes also carry the web app's origin in the Origin header, which browsers do by themselves.
Orders and taps need neither: they are signed, the book and the rules are public.
Answers that are no success are RFC 9457 problem details; every kind is explained at [/problems](/problems).`;

/** The OpenAPI document, its page, and the page that explains every problem type. All of it from this process. */
export function documentation(app: OpenAPIHono<AppEnv>, cookieName: string): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();

  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: cookieName,
    description: "Set by POST /v1/session.",
  });
  let document: string | undefined;
  routes.get("/openapi.json", (c) => {
    // Made at the first request, when every route is registered, and never changes after.
    document ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: "3.1.0",
        info: { title: "QTI API", version: "1", description, license: { name: "MIT" } },
        servers: [{ url: "/" }],
      }),
    );
    return c.body(document, 200, { "content-type": "application/json" });
  });

  const html = { "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy };
  routes.get("/docs", (c) => c.body(page, 200, html));
  routes.get("/docs/start.js", (c) =>
    c.body(startScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  routes.get("/docs/:asset", async (c) => {
    const name = c.req.param("asset");
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (asset === undefined) throw new ProblemError("not-found");
    const bytes = new Uint8Array(await readFile(join(swaggerFolder, asset.file)));
    return c.body(bytes, 200, { "content-type": asset.type, "cache-control": "public, max-age=3600" });
  });

  routes.get("/problems", (c) => c.body(problemPage(), 200, html));
  routes.get("/problems/:code", (c) => {
    const code = c.req.param("code");
    if (!Object.hasOwn(problems, code)) throw new ProblemError("not-found");
    return c.redirect(`/problems#${code}`, 302);
  });
  routes.get("/", (c) => c.redirect("/docs", 302));
  return routes;
}
