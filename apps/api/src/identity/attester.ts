import {
  type Attestation,
  attestationTypedData,
  getIdentityNonce,
  getStanding,
  type WalletLink,
  walletLinkTypedData,
} from "@qti/sdk";
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
/** The registry lets one identity have this many. */
const accountsOfIdentity = 8;

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
    const { chain, registry, key } = this.#deps;
    const { standing, nonce, now, domain } = await this.#readChain(account);
    const identity = await this.#identity(account, person, standing.identity);
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
    const signature = await privateKeyToAccount(key).signTypedData({ ...typedData, domain });
    return { attestation, signature };
  }

  /**
   * Signs that `newAccount`, which has no identity, joins that of `account`. Nothing happens before both accounts have signed
   * the same link.
   *
   * @throws {@link ProblemError} `wallet-link-refused`, `chain-unreachable`
   */
  async link(account: Account, newAccount: Account): Promise<{ link: WalletLink; signature: `0x${string}` }> {
    const { db, chain, registry, key } = this.#deps;
    const [holder, newcomer, [stated]] = await Promise.all([
      this.#readChain(account),
      this.#readChain(newAccount),
      db.select().from(attestedPeople).where(eq(attestedPeople.account, newAccount)),
    ]);
    if (!holder.standing.canReceive) throw refuseLink("not-verified");
    if (holder.standing.accounts >= accountsOfIdentity) throw refuseLink("too-many-accounts");
    // Also when its attestation was never submitted: whoever was stated to be behind it could not be attested again.
    const taken = newcomer.standing.index !== 0n || newcomer.standing.system || stated !== undefined;
    if (taken) throw refuseLink("account-taken");
    const link: WalletLink = {
      account,
      newAccount,
      nonce: holder.nonce,
      newNonce: newcomer.nonce,
      deadline: BigInt(holder.now + submitWithinSeconds),
    };
    const typedData = walletLinkTypedData({ chainId: chain.chain.id, registry, link });
    const signature = await privateKeyToAccount(key).signTypedData({ ...typedData, domain: holder.domain });
    return { link, signature };
  }

  async #readChain(account: Account) {
    const { chain, registry, clock } = this.#deps;
    const contracts = { identityRegistry: registry };
    try {
      const [standing, nonce, block, { domain }] = await Promise.all([
        getStanding(chain, { account, contracts }),
        getIdentityNonce(chain, { account, contracts }),
        chain.getBlock(),
        chain.getEip712Domain({ address: registry }),
      ]);
      // Read from the contract and not assumed: a registry with another domain would refuse the signature.
      const { name, version, chainId, verifyingContract } = domain;
      return {
        standing,
        nonce,
        // The local chain's clock can be ahead of or behind ours; the contract compares with its own.
        now: Math.max(Number(block.timestamp), Math.floor(clock.now().getTime() / 1000)),
        domain: { name, version, chainId, verifyingContract },
      };
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

/** Why a wallet is not linked; the web app words its own sentence from it. */
type LinkRefusal = "not-verified" | "too-many-accounts" | "account-taken";

const linkRefusals: Record<LinkRefusal, string> = {
  "not-verified": "The signed-in account has no identity in good standing.",
  "too-many-accounts": `The identity has ${accountsOfIdentity} accounts, which is as many as one may have.`,
  "account-taken": "The new account was attested before; an account belongs to one identity for ever.",
};

function refuseLink(reason: LinkRefusal): ProblemError {
  return new ProblemError("wallet-link-refused", { detail: linkRefusals[reason], extensions: { reason } });
}
