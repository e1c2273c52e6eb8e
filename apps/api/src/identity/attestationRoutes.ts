import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { accountSchema, bytes32Schema } from "@qti/sdk/records/wire";
import type { AppEnv } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { DemoAttester } from "./attester.ts";
import { isCountry } from "./countries.ts";
import { normalisePerson } from "./person.ts";
import { requireSession, signedIn } from "./sessionCookie.ts";
import { requireLevel } from "./stepUp.ts";

// Getting verified is the first thing that somebody does here, and comes before a second factor.
const steppedUp = requireLevel(2, { newcomers: "pass" });

/** Fewer characters than this name nobody. */
const personCharacters = 3;

const requestSchema = z
  .strictObject({
    country: z
      .int()
      .refine(isCountry, "expected an ISO 3166-1 numeric country code")
      .openapi({ description: "ISO 3166-1 numeric.", example: 276 }),
    tier: z.int().min(1).max(3).openapi({ description: "1 basic, 2 full, 3 accredited." }),
    person: z
      .string()
      .max(200)
      .refine(
        (stated) => normalisePerson(stated).length >= personCharacters,
        `expected at least ${personCharacters} letters or digits`,
      )
      .optional()
      .openapi({
        description:
          "What stands for the person, e.g. the number of a document. Hashed with a secret key and forgotten. Without it the account is taken for a person of its own.",
      }),
  })
  .openapi("AttestationRequest");

const decimal = z.string().regex(/^\d+$/).openapi({ description: "A whole number in decimal digits." });

const signatureSchema = z.string().regex(/^0x[0-9a-f]{130}$/);

const attestationSchema = z
  .strictObject({
    attestation: z.strictObject({
      account: accountSchema,
      identity: bytes32Schema,
      country: z.int(),
      tier: z.int(),
      validUntil: z.int().openapi({ description: "Unix seconds." }),
      nonce: decimal,
      deadline: decimal,
    }),
    signature: signatureSchema,
  })
  .openapi("SignedAttestation");

const route = createRoute({
  method: "post",
  path: "/v1/identity/attestations",
  tags: ["identity"],
  summary: "An attestation for the signed-in account, for demonstrations",
  description:
    "Signs what is stated, without verifying anything, for `IdentityRegistry.attest`. Good for one year; to be submitted within an hour. One stated person gets one identity, whatever account asks.",
  security: sessionSecurity,
  middleware: [signedIn, steppedUp, jsonBody(4 * 1024)],
  request: { body: { required: true, content: { "application/json": { schema: requestSchema } } } },
  responses: {
    200: { description: "Signed.", content: { "application/json": { schema: attestationSchema } } },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "attester-disabled",
      "identity-conflict",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const linkRequestSchema = z
  .strictObject({
    newAccount: accountSchema.describe("The account that joins, which was never attested."),
  })
  .openapi("WalletLinkRequest");

const linkSchema = z
  .strictObject({
    link: z.strictObject({
      account: accountSchema,
      newAccount: accountSchema,
      nonce: decimal,
      newNonce: decimal,
      deadline: decimal,
    }),
    signature: signatureSchema,
  })
  .openapi("SignedWalletLink");

const linkRoute = createRoute({
  method: "post",
  path: "/v1/identity/wallet-links",
  tags: ["identity"],
  summary: "The attester's signature for linking another wallet to the signed-in account",
  description:
    "One of the three signatures that `IdentityRegistry.linkWallet` wants. Both accounts sign the same link; it is to be submitted within an hour.",
  security: sessionSecurity,
  middleware: [signedIn, steppedUp, jsonBody(4 * 1024)],
  request: { body: { required: true, content: { "application/json": { schema: linkRequestSchema } } } },
  responses: {
    200: { description: "Signed.", content: { "application/json": { schema: linkSchema } } },
    ...problemAnswers(
      "sign-in-required",
      "step-up-needed",
      "origin-refused",
      "invalid-input",
      "attester-disabled",
      "wallet-link-refused",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

/** What the demo attester signs, where this process runs it; elsewhere a problem that says so. */
export function attestationRoutes({ attester }: { attester: DemoAttester | undefined }): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  app.openapi(route, async (c) => {
    const { account } = requireSession(c);
    if (attester === undefined) throw new ProblemError("attester-disabled");
    const { attestation, signature } = await attester.attest(account, c.req.valid("json"));
    return c.json(
      {
        attestation: {
          ...attestation,
          account,
          nonce: attestation.nonce.toString(),
          deadline: attestation.deadline.toString(),
        },
        signature,
      },
      200,
    );
  });

  app.openapi(linkRoute, async (c) => {
    const { account } = requireSession(c);
    if (attester === undefined) throw new ProblemError("attester-disabled");
    const { newAccount } = c.req.valid("json");
    const { link, signature } = await attester.link(account, newAccount);
    const { nonce, newNonce, deadline } = link;
    return c.json(
      {
        link: {
          account,
          newAccount,
          nonce: nonce.toString(),
          newNonce: newNonce.toString(),
          deadline: deadline.toString(),
        },
        signature,
      },
      200,
    );
  });
  return app;
}
