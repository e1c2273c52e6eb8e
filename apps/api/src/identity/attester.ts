import { type Attestation, attestationTypedData, getIdentityNonce, getStanding } from "@qti/sdk";
import { eq } from "drizzle-orm";
import { privateKeyToAccount } from "viem/accounts";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database } from "../database/client.ts";
import { identityOf, identityPepper } from "./person.ts";
import { attestedPeople } from "./tables.ts";

type Account = `0x${string}`;

const yearSeconds = 365 * 24 * 60 * 60;
const submitWithinSeconds = 60 * 60;

export type AttestationRequest = { country: number; tier: number; person?: string | undefined };

export type AttesterDeps = {
  db: Database;
  chain: ChainClient;
  clock: Clock;
  registry: Account;
  key: `0x${string}`;
};

/**
 * The demo attester. It verifies nothing: it signs what is stated, so that the rest can be tried. What it does keep is the
 * rule that makes identities worth something: whoever states the same person twice, from two accounts, gets one identity.
 */
export class DemoAttester {
  readonly #deps: AttesterDeps;
  readonly #pepper: Uint8Array;

  constructor(deps: AttesterDeps) {
    this.#deps = deps;
    this.#pepper = identityPepper(deps.key);
  }

  /**
   * Signs an attestation that anybody may submit for the account within the hour.
   *
   * @throws {@link ProblemError} `identity-conflict`, `chain-unreachable`
   */
  async attest(
    account: Account,
    { country, tier, person }: AttestationRequest,
  ): Promise<{ attestation: Attestation; signature: `0x${string}` }> {
    const { chain, registry, key, clock } = this.#deps;
    const { standing, nonce, time, domain } = await this.#readChain(account);
    const identity = await this.#identity(account, person, standing.identity);
    // The local chain's clock can be ahead of or behind ours; the contract compares with its own.
    const now = Math.max(Number(time), Math.floor(clock.now().getTime() / 1000));
    const attestation: Attestation = {
      account,
      identity,
      country,
      tier,
      validUntil: now + yearSeconds,
      nonce,
      deadline: BigInt(now + submitWithinSeconds),
    };
    const typedData = attestationTypedData({ chainId: chain.chain.id, registry, attestation });
    const { name, version, chainId, verifyingContract } = domain;
    const signature = await privateKeyToAccount(key).signTypedData({
      ...typedData,
      // Read from the contract and not assumed: a registry with another domain would refuse the signature.
      domain: { name, version, chainId, verifyingContract },
    });
    return { attestation, signature };
  }

  async #readChain(account: Account) {
    const { chain, registry } = this.#deps;
    const contracts = { identityRegistry: registry };
    try {
      const [standing, nonce, block, { domain }] = await Promise.all([
        getStanding(chain, { account, contracts }),
        getIdentityNonce(chain, { account, contracts }),
        chain.getBlock(),
        chain.getEip712Domain({ address: registry }),
      ]);
      return { standing, nonce, time: block.timestamp, domain };
    } catch (error) {
      await assertChain(chain);
      throw new ProblemError("chain-unreachable", {
        detail: "The chain answers, but the identity registry is not where it should be.",
        cause: error,
      });
    }
  }

  /** The identity that the account has, or the one of the person it states to be. */
  async #identity(
    account: Account,
    person: string | undefined,
    onChain: `0x${string}` | undefined,
  ): Promise<`0x${string}`> {
    const { db, clock } = this.#deps;
    const stated = person === undefined ? undefined : identityOf(this.#pepper, { person });
    if (onChain !== undefined) {
      // An account belongs to one identity for ever; renewing it never changes who it is.
      if (stated !== undefined && stated !== onChain) {
        throw new ProblemError("identity-conflict", {
          detail: "This account was attested for another person.",
        });
      }
      return onChain;
    }
    const [known] = await db.select().from(attestedPeople).where(eq(attestedPeople.account, account));
    if (known !== undefined) {
      if (stated !== undefined && stated !== known.identity) {
        throw new ProblemError("identity-conflict", {
          detail: "This account was attested for another person.",
        });
      }
      return known.identity as `0x${string}`;
    }
    const identity = stated ?? identityOf(this.#pepper, { account });
    const inserted = await db
      .insert(attestedPeople)
      .values({ identity, account, createdAt: clock.now() })
      .onConflictDoNothing()
      .returning({ identity: attestedPeople.identity });
    if (inserted.length === 0) {
      throw new ProblemError("identity-conflict", {
        detail: "This person was attested with another account.",
      });
    }
    return identity;
  }
}
