import type { Factors, PasskeyCreation, PasskeyRequest, TotpEnrolment } from "@qti/sdk/identity/sign-in";
import { generate } from "otplib";
import { Authenticator } from "./authenticator.ts";
import type { Person } from "./person.ts";
import type { Service } from "./service.ts";

async function answerOf<answer>(response: Response): Promise<answer> {
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as answer;
}

export const post = (person: Person, path: string, body?: unknown): Promise<Response> =>
  body === undefined ? person.fetch(path, { method: "POST" }) : person.json("POST", path, body);

/** Options to make a passkey by. */
export const creationOptions = async (person: Person) =>
  answerOf<PasskeyCreation>(await post(person, "/v1/factors/passkeys/options"));

/** Options to prove a passkey by. */
export const proofOptions = async (person: Person) =>
  answerOf<PasskeyRequest>(await post(person, "/v1/session/passkey/options"));

/** Adds a passkey, which raises the session. */
export async function addPasskey(
  person: Person,
  authenticator = new Authenticator(),
): Promise<Authenticator> {
  const credential = authenticator.create(await creationOptions(person));
  await answerOf(await post(person, "/v1/factors/passkeys", { name: "A key", credential }));
  return authenticator;
}

/** Raises the session by a passkey. */
export async function provePasskey(person: Person, authenticator: Authenticator): Promise<Response> {
  return post(person, "/v1/session/passkey", {
    credential: authenticator.get(await proofOptions(person)),
  });
}

/** An authenticator app that holds one secret and looks at the clock of the service, or at another. */
export class AuthenticatorApp {
  readonly secret: string;
  readonly #service: Pick<Service, "clock">;

  constructor(service: Pick<Service, "clock">, secret: string) {
    this.#service = service;
    this.secret = secret;
  }

  code(aheadSeconds = 0): Promise<string> {
    const epoch = Math.floor(this.#service.clock.now().getTime() / 1000) + aheadSeconds;
    return generate({ secret: this.secret, epoch });
  }

  /** A code that is none of those that are good at about this time. */
  async wrongCode(): Promise<string> {
    const good = await Promise.all([-60, -30, 0, 30, 60].map((ahead) => this.code(ahead)));
    let code = 0;
    while (good.includes(String(code).padStart(6, "0"))) code++;
    return String(code).padStart(6, "0");
  }
}

/** Adds an authenticator app, which raises the session. Its first code is spent. */
export async function addTotp(service: Pick<Service, "clock">, person: Person): Promise<AuthenticatorApp> {
  const { secret } = await answerOf<TotpEnrolment>(await post(person, "/v1/factors/totp"));
  const app = new AuthenticatorApp(service, secret);
  await answerOf(await post(person, "/v1/factors/totp/confirmation", { code: await app.code() }));
  return app;
}

export const factorsOf = async (person: Person) => answerOf<Factors>(await person.fetch("/v1/factors"));

export const recoveryCodesOf = async (person: Person) =>
  (await answerOf<{ codes: string[] }>(await post(person, "/v1/factors/recovery-codes"))).codes;
