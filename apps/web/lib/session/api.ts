import "@/lib/no-eval";
import { QtiError } from "@qti/sdk/errors";
import type { Address, Hex } from "viem";
import * as z from "zod/mini";
import type { Translator } from "@/lib/i18n/translator";

const problemSchema = z.object({
  title: z.string(),
  detail: z.optional(z.string()),
  next: z.optional(z.string()),
  code: z.optional(z.string()),
  reason: z.optional(z.string()),
});

/** The service said no, with a sentence of its own (RFC 9457). */
export class ServiceRefusedError extends QtiError {
  /** Which of several reasons it was, where its kind of problem has several. */
  readonly reason: string | undefined;

  constructor(problem: z.infer<typeof problemSchema>) {
    super(problem.detail ?? `${problem.title}.`, {
      name: "ServiceRefusedError",
      code: problem.code ?? "service-refused",
      next: problem.next ?? "Try again in a moment.",
    });
    this.reason = problem.reason;
  }
}

/** The service does not answer, or answers something that this app does not understand. */
export class ServiceUnreachableError extends QtiError {
  constructor(cause?: unknown) {
    super("The service for sign-in and records does not answer.", {
      name: "ServiceUnreachableError",
      code: "service-unreachable",
      next: "Everything on the chain goes on meanwhile. Try again in a moment.",
      cause,
    });
  }
}

/** Asks the api, with the session's cookie, and checks the shape of what it answers. */
export async function askApi<answer>(
  apiUrl: string,
  path: string,
  schema: z.ZodMiniType<answer>,
  options: { method?: "GET" | "POST" | "DELETE"; body?: unknown; signal?: AbortSignal } = {},
): Promise<answer> {
  let response: Response;
  try {
    response = await fetch(`${apiUrl}${path}`, {
      method: options.method ?? "GET",
      credentials: "include",
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(options.body) }),
    });
  } catch (error) {
    throw new ServiceUnreachableError(error);
  }
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (!response.ok) {
    const problem = problemSchema.safeParse(body);
    throw problem.success ? new ServiceRefusedError(problem.data) : new ServiceUnreachableError();
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ServiceUnreachableError(parsed.error);
  return parsed.data;
}

const addressSchema = z.templateLiteral(["0x", z.string().check(z.regex(/^[0-9a-fA-F]{40}$/))]);
const sessionSchema = z.object({
  account: addressSchema,
  chainId: z.number(),
  level: z.number(),
  expiresAt: z.string(),
});
const nonceSchema = z.object({
  nonce: z.string(),
  expiresAt: z.string(),
  domain: z.string(),
  uri: z.string(),
  chainId: z.number(),
});

/** Who is signed in to the service. */
export type Session = z.infer<typeof sessionSchema>;

/** Who is signed in; `null` for nobody. */
export async function getSession(apiUrl: string, signal?: AbortSignal): Promise<Session | null> {
  const { session } = await askApi(
    apiUrl,
    "/v1/session",
    z.object({ session: z.nullable(sessionSchema) }),
    signal ? { signal } : {},
  );
  return session;
}

/** Signs in by a message that the wallet signs (EIP-4361). It costs nothing and allows no transaction. */
export async function signIn(
  apiUrl: string,
  account: Address,
  signMessage: (message: string) => Promise<Hex>,
  t: Translator,
): Promise<Session> {
  const [{ createSiweMessage }, nonce] = await Promise.all([
    import("viem/siwe"),
    askApi(apiUrl, "/v1/session/nonce", nonceSchema),
  ]);
  const message = createSiweMessage({
    address: account,
    chainId: nonce.chainId,
    domain: nonce.domain,
    uri: nonce.uri,
    nonce: nonce.nonce,
    version: "1",
    statement: t("wallet.signIn.statement"),
    issuedAt: new Date(),
    expirationTime: new Date(nonce.expiresAt),
  });
  const signature = await signMessage(message);
  const { session } = await askApi(apiUrl, "/v1/session", z.object({ session: sessionSchema }), {
    method: "POST",
    body: { message, signature },
  });
  return session;
}

/** Ends the session of this browser. */
export async function signOut(apiUrl: string): Promise<void> {
  await askApi(apiUrl, "/v1/session", z.null(), { method: "DELETE" });
}
