import {
  type GetCreditLineReturnType,
  type GetStandingReturnType,
  getCreditLine,
  getCreditNonce,
  getCreditTierCap,
  getReferral,
  getStakingPosition,
  getStanding,
  getTapTally,
  getUnderwritingQuota,
  hasRole,
  type Quota,
} from "@qti/sdk";
import type { Address } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";
import { ProblemError } from "../core/problem.ts";
import type { CreditIndex } from "./creditIndex.ts";
import { type CreditFacts, rule } from "./underwriting.ts";

/** Where the contracts are that say something of a person. */
export type CreditContracts = {
  accessManager: Address;
  identityRegistry: Address;
  creditLines: Address;
  creditBook: Address;
  stakingPool: Address;
  tapRewards: Address;
  referralRegistry: Address;
};

/** Who applies, and with what line, as of now. */
export type Applicant = {
  account: Address;
  standing: GetStandingReturnType;
  line: GetCreditLineReturnType;
  nonce: bigint;
  /** What underwriters may still give; `undefined` when no quota was ever set. */
  quota: Quota | undefined;
  /** Most that the contract takes as a limit for the person's tier; 0 without one. */
  cap: bigint;
  /** Whether the service's underwriter may sign at all. */
  isUnderwritten: boolean;
};

/** What is known of a person but the income, and when a cycle of its line was last paid late. */
export type Past = { facts: Omit<CreditFacts, "income">; lateAt: number | undefined };

/** What the chain and the index say of people. */
export class CreditPeople {
  readonly #chain: ChainClient;
  readonly #index: CreditIndex;
  readonly #contracts: CreditContracts;

  constructor(chain: ChainClient, index: CreditIndex, contracts: CreditContracts) {
    this.#chain = chain;
    this.#index = index;
    this.#contracts = contracts;
  }

  /**
   * @param underwriter - Who would sign.
   * @throws {@link ProblemError} `chain-unreachable`
   */
  async applicant(account: Address, underwriter: Address): Promise<Applicant> {
    const asked = { account, contracts: this.#contracts };
    const [standing, line, nonce, quota, isUnderwritten] = await this.#ask(() =>
      Promise.all([
        getStanding(this.#chain, asked),
        getCreditLine(this.#chain, asked),
        getCreditNonce(this.#chain, asked),
        getUnderwritingQuota(this.#chain, asked),
        hasRole(this.#chain, { account: underwriter, role: "underwriter", contracts: this.#contracts }),
      ]),
    );
    const { tier } = standing;
    const cap = await this.#ask(async () =>
      tier === 0 ? 0n : getCreditTierCap(this.#chain, { tier, contracts: this.#contracts }),
    );
    return { account, standing, line, nonce, quota, cap, isUnderwritten };
  }

  /** @throws {@link ProblemError} `chain-unreachable` */
  standing(account: Address): Promise<GetStandingReturnType> {
    return this.#ask(() => getStanding(this.#chain, { account, contracts: this.#contracts }));
  }

  /**
   * Everything of the rule but the income. An account without an identity has nothing of all this.
   *
   * @throws {@link ProblemError} `chain-unreachable`, `index-unreachable`
   */
  async past({ account, standing, line }: Applicant): Promise<Past> {
    if (standing.identity === undefined)
      return { facts: { age: 0n, taps: 0n, stake: 0n, referrer: 0n }, lateAt: undefined };
    const contracts = this.#contracts;
    const [{ since, positions, lateAt }, tally, referrer] = await Promise.all([
      this.#index.person(standing.identity, standing.index),
      this.#ask(() => getTapTally(this.#chain, { account, contracts })),
      this.#referrer(account),
    ]);
    const facts = {
      age: BigInt(Math.max(0, line.at - since)),
      taps: tally.total,
      stake: await this.#stake(positions, standing.index, line.at),
      referrer,
    };
    return { facts, lateAt };
  }

  /** What is locked for long enough in these positions, and belongs to the person as the chain says. */
  async #stake(positions: readonly bigint[], identity: bigint, now: number): Promise<bigint> {
    const contracts = this.#contracts;
    const amounts = await this.#ask(() =>
      Promise.all(
        [...new Set(positions)].map(async (positionId) => {
          const position = await getStakingPosition(this.#chain, { positionId, contracts });
          if (position === undefined) return 0n;
          const { owner, amount, start, unlock } = position;
          const isLong = unlock - start >= rule.stakeSeconds && start <= now - rule.stakeSeconds;
          if (!isLong) return 0n;
          const { index } = await getStanding(this.#chain, { account: owner, contracts });
          return index === identity ? amount : 0n;
        }),
      ),
    );
    return amounts.reduce((sum, amount) => sum + amount, 0n);
  }

  /** Cycles that who brought the person met in time: none of one whose line is late, in default or barred now. */
  async #referrer(newcomer: Address): Promise<bigint> {
    const contracts = this.#contracts;
    const { status, referrer, referrerIdentity } = await this.#ask(() =>
      getReferral(this.#chain, { newcomer, contracts }),
    );
    if (referrer === undefined || status === "void" || referrerIdentity === 0n) return 0n;
    const { state, barredUntil } = await this.#ask(() =>
      getCreditLine(this.#chain, { account: referrer, contracts }),
    );
    if (state === "delinquent" || state === "default" || barredUntil > 0) return 0n;
    return this.#index.cyclesInTime(referrerIdentity);
  }

  async #ask<answer>(question: () => Promise<answer>): Promise<answer> {
    try {
      return await question();
    } catch (cause) {
      await assertChain(this.#chain);
      throw new ProblemError("chain-unreachable", {
        detail: "The chain answers, but the contracts of the credit lines are not where they should be.",
        cause,
      });
    }
  }
}
