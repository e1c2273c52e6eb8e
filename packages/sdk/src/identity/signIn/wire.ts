/**
 * What the service and its clients say to each other about sessions and second factors: a server or a form can use these shapes for
 * the price of zod.
 *
 * What is sent to the service has exactly these fields; what comes from it may have more, which are passed over, so that the service
 * can be newer than its clients. What a browser's WebAuthn takes and gives travels as the JSON that `PublicKeyCredential` itself
 * defines (`parseCreationOptionsFromJSON`, `toJSON`).
 *
 * @module
 */
import "../../core/noEval.ts";
import * as z from "zod";
import { accountSchema } from "../../records/wire.ts";

/** Limits that a form checks before it sends and the service before it stores. */
export const signInLimits = {
  /** Passkeys of one account. */
  passkeys: 20,
  /** Characters of a passkey's name. */
  passkeyName: 60,
  /** Recovery codes that are made at once. */
  recoveryCodes: 10,
  /** Seconds for which a second factor opens what needs one. */
  stepUpSeconds: 300,
} as const;

const time = z.iso.datetime();
const level = z
  .int()
  .describe("1: signed in with the wallet. 2: a second factor was given in this session as well.");
const steppedUpAt = time
  .nullable()
  .describe("When a second factor was last given in this session; null for never.");

/** Who is signed in, and how. */
export const sessionSchema = z.object({
  account: accountSchema,
  chainId: z.int(),
  level,
  steppedUpAt,
  createdAt: time,
  expiresAt: time,
});
/** Who is signed in, read. */
export type Session = z.output<typeof sessionSchema>;

/** What `GET /v1/session` answers: null for nobody. */
export const currentSessionSchema = z.object({ session: sessionSchema.nullable() });

/** What answers a second factor: the session, which carries it from now on. */
export const steppedUpSchema = z.object({ session: sessionSchema });

/** Browsers that sessions are told apart by; `other` is every other, and every program. */
export const sessionBrowsers = ["chrome", "edge", "firefox", "safari", "other"] as const;
/** Systems that sessions are told apart by. */
export const sessionSystems = ["android", "ios", "linux", "macos", "windows", "other"] as const;

/** One of the sessions of an account, as its owner may see it. */
export const sessionEntrySchema = z.object({
  id: z.uuid(),
  current: z.boolean().describe("Whether it is the one that asks."),
  browser: z.enum(sessionBrowsers),
  system: z.enum(sessionSystems),
  level,
  steppedUpAt,
  createdAt: time,
  lastUsedAt: time.describe("To the minute."),
  expiresAt: time,
});
/** One of the sessions of an account, read. */
export type SessionEntry = z.output<typeof sessionEntrySchema>;

/** What `GET /v1/sessions` answers, the last used first. */
export const sessionListSchema = z.object({ items: z.array(sessionEntrySchema) });

/** What `DELETE /v1/sessions` answers. */
export const endedSessionsSchema = z.object({ ended: z.int().min(0) });

/** What the person calls a passkey, e.g. the device that it lives on. */
export const passkeyNameSchema = z.string().trim().min(1).max(signInLimits.passkeyName);

const base64url = (bytes: number) =>
  z
    .base64url()
    .min(1)
    .max(Math.ceil((bytes * 4) / 3));
/** Credential ids are at most 1,023 bytes. */
export const credentialIdSchema = base64url(1023);

/** A passkey of the account, without its keys. */
export const passkeySchema = z.object({
  id: credentialIdSchema,
  name: z.string(),
  synced: z
    .boolean()
    .describe("Whether its provider says that it is backed up, so that losing the device does not lose it."),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
/** A passkey of the account, read. */
export type Passkey = z.output<typeof passkeySchema>;

/** What `GET /v1/factors` answers: the second factors of the account. */
export const factorsSchema = z.object({
  passkeys: z.array(passkeySchema),
  totp: z
    .object({ createdAt: time, lastUsedAt: time.nullable() })
    .nullable()
    .describe("The authenticator app; null without one."),
  recoveryCodes: z.object({
    left: z.int().min(0),
    createdAt: time.nullable().describe("When the ones of now were made; null when there are none."),
    lastUsedAt: time.nullable().describe("When one of them was last used."),
  }),
});
/** The second factors of the account, read. */
export type Factors = z.output<typeof factorsSchema>;

const challenge = base64url(1024);
const timeout = z.number().describe("Milliseconds that the person may take.");
const wish = z.enum(["discouraged", "preferred", "required"]);
const descriptors = z.array(
  z.object({ id: credentialIdSchema, type: z.literal("public-key"), transports: z.array(z.string()) }),
);

/** Options for `navigator.credentials.create`, as WebAuthn's own JSON. */
export const passkeyCreationSchema = z.object({
  challenge,
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: base64url(64), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal("public-key") })),
  timeout,
  excludeCredentials: descriptors.describe("The passkeys that there are: none of them is made twice."),
  authenticatorSelection: z.object({ residentKey: wish, userVerification: wish }),
  attestation: z.enum(["none", "indirect", "direct", "enterprise"]),
});
/** Options to make a passkey by: WebAuthn's own JSON. */
export type PasskeyCreation = z.output<typeof passkeyCreationSchema>;

/** Options for `navigator.credentials.get`, as WebAuthn's own JSON. */
export const passkeyRequestSchema = z.object({
  challenge,
  rpId: z.string(),
  timeout,
  allowCredentials: descriptors,
  userVerification: wish,
});
/** Options to prove a passkey by: WebAuthn's own JSON. */
export type PasskeyRequest = z.output<typeof passkeyRequestSchema>;

const credential = {
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).nullish(),
  clientExtensionResults: z
    .strictObject({})
    .describe(
      "Always empty: results of extensions may hold keys (PRF), which are nobody's but the person's.",
    ),
};
const transports = z.array(z.string().max(32)).max(8);

/** What `navigator.credentials.create` gave, as JSON and without the results of extensions. */
export const passkeyRegistrationSchema = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(4096),
    attestationObject: base64url(16_384),
    authenticatorData: base64url(16_384).optional(),
    publicKey: base64url(4096).optional(),
    publicKeyAlgorithm: z.int().optional(),
    transports: transports.optional(),
  }),
});
/** What registers a passkey. */
export type PasskeyRegistration = z.output<typeof passkeyRegistrationSchema>;

/** What `navigator.credentials.get` gave, as JSON and without the results of extensions. */
export const passkeyAssertionSchema = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(4096),
    authenticatorData: base64url(4096),
    signature: base64url(8192),
    userHandle: base64url(64).nullish(),
  }),
});
/** What proves a passkey. */
export type PasskeyAssertion = z.output<typeof passkeyAssertionSchema>;

/** `POST /v1/factors/passkeys`. */
export const addPasskeyBodySchema = z.strictObject({
  name: passkeyNameSchema,
  credential: passkeyRegistrationSchema,
});

/** `POST /v1/session/passkey`. */
export const provePasskeyBodySchema = z.strictObject({ credential: passkeyAssertionSchema });

/** What `POST /v1/factors/totp` answers, once: what an authenticator app has to know. */
export const totpEnrolmentSchema = z.object({
  secret: z.string().describe("Base32, to be typed where nothing can scan."),
  uri: z.string().describe("`otpauth://` address, to be shown as a QR code."),
  expiresAt: time.describe("Until when it waits to be confirmed."),
});
/** What an authenticator app has to know, read. */
export type TotpEnrolment = z.output<typeof totpEnrolmentSchema>;

/** A code of an authenticator app. */
export const totpCodeBodySchema = z.strictObject({
  code: z.string().regex(/^[0-9]{6}$/, "expected six digits"),
});

/** A recovery code, however it was typed. */
export const recoveryCodeBodySchema = z.strictObject({ code: z.string().min(1).max(64) });

/** What `POST /v1/factors/recovery-codes` answers, once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });

/** Ways to give a second factor. */
export const factorKinds = ["passkey", "totp", "recovery-code"] as const;
/** A way to give a second factor. */
export type FactorKind = (typeof factorKinds)[number];

/**
 * Roles that only the service looks at, by their number in the `AccessManager`. ADMIN grants them like any other; the contracts know
 * nothing of them.
 */
export const serviceRoles = {
  KYC_OFFICER: 1001n,
  AUDITOR: 1002n,
  OPERATOR: 1003n,
  DATA_PROTECTION_OFFICER: 1004n,
} as const;

/** Every role that the service looks at. */
export const staffRoles = [
  "REWARDS_OPERATOR",
  "UNDERWRITER",
  "APPRAISER",
  "KYC_OFFICER",
  "AUDITOR",
  "OPERATOR",
  "DATA_PROTECTION_OFFICER",
] as const;
/** A role that the service looks at. */
export type StaffRole = (typeof staffRoles)[number];

/** What `GET /v1/roles` answers. */
export const rolesSchema = z.object({
  roles: z.array(z.enum(staffRoles)),
  abilities: z
    .array(z.object({ action: z.string(), subject: z.string() }))
    .describe("What the roles allow of what is nobody's own."),
});
/** The roles of the signed-in account, read. */
export type Roles = z.output<typeof rolesSchema>;
