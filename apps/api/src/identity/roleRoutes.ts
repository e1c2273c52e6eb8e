import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { rolesSchema } from "@qti/sdk/identity/sign-in/wire";
import type { AppEnv } from "../core/context.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { refuseInvalid } from "../core/validation.ts";
import { abilitiesOf } from "./abilities.ts";
import { requireSession, signedIn } from "./sessionCookie.ts";

const route = createRoute({
  method: "get",
  path: "/v1/roles",
  tags: ["identity"],
  summary: "One's roles, and what they allow here",
  description: "As the chain's AccessManager has them, at most a few seconds old.",
  security: sessionSecurity,
  middleware: [signedIn],
  responses: {
    200: {
      description: "The roles; none for most.",
      content: { "application/json": { schema: rolesSchema.meta({ id: "Roles" }) } },
    },
    ...problemAnswers("sign-in-required", "chain-unreachable"),
  },
});

/** What roles the signed-in account holds. */
export function roleRoutes(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.openapi(route, async (c) => {
    const held = await c.get("rolesOf")(requireSession(c).account);
    const abilities = abilitiesOf(held).rules.flatMap(({ action, subject }) =>
      [action].flat().flatMap((one) => [subject].flat().map((of) => ({ action: one, subject: of }))),
    );
    return c.json({ roles: [...held], abilities }, 200);
  });
  return app;
}
