import {
  type PasskeyAssertion,
  type PasskeyCreation,
  type PasskeyRegistration,
  type PasskeyRequest,
  passkeyCreationSchema,
  passkeyRequestSchema,
  signInLimits,
} from "@qti/sdk/identity/sign-in/wire";
import {
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, count, eq, lte } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import { ProblemError } from "../core/problem.ts";
import { asAccount } from "../database/asAccount.ts";
import { forgetWithoutFactor } from "./factors.ts";
import { passkeyChallenges, passkeys } from "./factorTables.ts";
import type { Session } from "./sessionStore.ts";
import type { FactorDeps } from "./totpDesk.ts";

const challengeLifeMs = 5 * 60_000;

type Purpose = (typeof passkeyChallenges.$inferSelect)["purpose"];

/** Passkeys, each time with verification of the person: a fingerprint, a face, a PIN. */
export class PasskeyDesk {
  readonly #deps: FactorDeps;
  /** Where passkeys are good: the web app's origin, and its host by which authenticators know them. */
  readonly #origin: string;
  readonly #host: string;

  constructor(deps: FactorDeps & { webOrigin: string }) {
    this.#deps = deps;
    this.#origin = deps.webOrigin;
    this.#host = new URL(deps.webOrigin).hostname;
  }

  /** Options to make a passkey by. */
  async startRegistration({ id, account }: Session): Promise<PasskeyCreation> {
    const { vault } = this.#deps;
    const known = await this.#known(account);
    const options = await generateRegistrationOptions({
      rpName: "QTI",
      rpID: this.#host,
      userName: account,
      userID: vault.userHandle(account),
      attestationType: "none",
      // An authenticator that has one already says so instead of making another.
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    });
    await this.#remember(id, "register", options.challenge);
    return passkeyCreationSchema.parse(options);
  }

  /**
   * Keeps a passkey that answers the options.
   *
   * @throws {@link ProblemError} `factor-refused`, `quota-exceeded`
   */
  async register(
    { id: session, account }: Session,
    name: string,
    response: PasskeyRegistration,
  ): Promise<void> {
    const { db, clock } = this.#deps;
    const { authenticatorAttachment, ...rest } = response;
    const expectedChallenge = await this.#spend(session, "register");
    const verified = await refusing(() =>
      verifyRegistrationResponse({
        response: {
          ...rest,
          response: {
            ...withoutUndefined(rest.response),
            transports: transportsOf(rest.response.transports),
          },
        },
        expectedChallenge,
        expectedOrigin: this.#origin,
        expectedRPID: this.#host,
        requireUserVerification: true,
      }),
    );
    if (!verified.verified) throw new ProblemError("factor-refused");
    const { credential, credentialBackedUp: synced } = verified.registrationInfo;
    await asAccount(db, account, async (tx) => {
      await lockAccount(tx, account);
      const [held] = await tx
        .select({ passkeys: count() })
        .from(passkeys)
        .where(eq(passkeys.account, account));
      if ((held?.passkeys ?? 0) >= signInLimits.passkeys) {
        throw new ProblemError("quota-exceeded", {
          detail: "The account has too many passkeys.",
          extensions: { limit: signInLimits.passkeys },
        });
      }
      const { id, publicKey, counter, transports = [] } = credential;
      const kept = await tx
        .insert(passkeys)
        .values({ id, account, name, publicKey, counter, transports, synced, createdAt: clock.now() })
        .onConflictDoNothing()
        .returning({ id: passkeys.id });
      // Whose it is, is not said.
      if (kept.length === 0) throw new ProblemError("factor-refused");
    });
  }

  /** Options to prove a passkey by. */
  async startProof({ id, account }: Session): Promise<PasskeyRequest> {
    const known = await this.#known(account);
    const options = await generateAuthenticationOptions({
      rpID: this.#host,
      allowCredentials: known.map(descriptorOf),
      userVerification: "required",
    });
    await this.#remember(id, "prove", options.challenge);
    return passkeyRequestSchema.parse(options);
  }

  /** Takes the proof of a passkey of the account. @throws {@link ProblemError} `factor-refused` */
  async prove({ id: session, account }: Session, response: PasskeyAssertion): Promise<void> {
    const { db, clock } = this.#deps;
    const expectedChallenge = await this.#spend(session, "prove");
    const mine = and(eq(passkeys.id, response.id), eq(passkeys.account, account));
    // Held until its counter is written, so that two proofs are counted one after the other.
    const taken = await asAccount(db, account, async (tx) => {
      const [passkey] = await tx.select().from(passkeys).where(mine).for("update");
      if (passkey === undefined) return false;
      const { userHandle, ...signed } = response.response;
      const { authenticatorAttachment, ...rest } = response;
      const { verified, authenticationInfo } = await refusing(() =>
        verifyAuthenticationResponse({
          response: { ...rest, response: { ...signed, ...(userHandle ? { userHandle } : {}) } },
          expectedChallenge,
          expectedOrigin: this.#origin,
          expectedRPID: this.#host,
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(passkey.publicKey),
            counter: passkey.counter,
            transports: transportsOf(passkey.transports),
          },
        }),
      );
      if (!verified) return false;
      const { newCounter: counter, credentialBackedUp: synced } = authenticationInfo;
      await tx.update(passkeys).set({ counter, synced, lastUsedAt: clock.now() }).where(mine);
      return true;
    });
    if (!taken) throw new ProblemError("factor-refused");
  }

  /** Removes a passkey. @throws {@link ProblemError} `not-found` when the account has none with this id */
  async remove(account: `0x${string}`, id: string): Promise<void> {
    await asAccount(this.#deps.db, account, async (tx) => {
      await lockAccount(tx, account);
      const removed = await tx
        .delete(passkeys)
        .where(and(eq(passkeys.id, id), eq(passkeys.account, account)))
        .returning({ id: passkeys.id });
      if (removed.length === 0) throw new ProblemError("not-found");
      await forgetWithoutFactor(tx, account);
    });
  }

  #known(account: string) {
    return asAccount(this.#deps.db, account, (tx) =>
      tx.select().from(passkeys).where(eq(passkeys.account, account)),
    );
  }

  async #remember(session: string, purpose: Purpose, challenge: string): Promise<void> {
    const expiresAt = new Date(this.#deps.clock.now().getTime() + challengeLifeMs);
    await this.#deps.db
      .insert(passkeyChallenges)
      .values({ session, purpose, challenge, expiresAt })
      .onConflictDoUpdate({
        target: [passkeyChallenges.session, passkeyChallenges.purpose],
        set: { challenge, expiresAt },
      });
  }

  /** A challenge is one try, whatever comes of it. */
  async #spend(session: string, purpose: Purpose): Promise<string> {
    const [spent] = await this.#deps.db
      .delete(passkeyChallenges)
      .where(and(eq(passkeyChallenges.session, session), eq(passkeyChallenges.purpose, purpose)))
      .returning();
    if (spent === undefined || spent.expiresAt <= this.#deps.clock.now()) {
      throw new ProblemError("factor-refused", {
        detail: "Ask for new options first; they are good for one try.",
      });
    }
    return spent.challenge;
  }
}

/** Forgets challenges that have expired. */
export async function forgetChallenges({ db, clock }: Pick<FactorDeps, "db" | "clock">): Promise<void> {
  await db.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, clock.now()));
}

/** The library throws an error of its own for whatever is wrong with a credential. */
async function refusing<answer>(verifying: () => Promise<answer>): Promise<answer> {
  try {
    return await verifying();
  } catch (cause) {
    throw new ProblemError("factor-refused", { cause });
  }
}

const knownTransports = ["ble", "hybrid", "internal", "nfc", "usb"] as const;

/** Hints how to reach it; a browser may know ones that we do not. */
function transportsOf(words: readonly string[] = []): AuthenticatorTransport[] {
  return knownTransports.filter((known) => words.includes(known));
}

const descriptorOf = ({ id, transports }: typeof passkeys.$inferSelect) => ({
  id,
  transports: transportsOf(transports),
});

function withoutUndefined({ clientDataJSON, attestationObject }: PasskeyRegistration["response"]) {
  return { clientDataJSON, attestationObject };
}
