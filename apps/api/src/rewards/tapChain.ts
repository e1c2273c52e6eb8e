import { identityRegistryAbi, tapRewardsAbi } from "@qti/sdk/abis";
import type { Address, Hex } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { TapCaps } from "./tapJudge.ts";

/** Where the contracts are that taps need. */
export type TapContracts = { identityRegistry: Address; tapRewards: Address };

/** Who an account is. */
export type TapStanding = {
  /** Number of the identity; 0n for none. */
  identity: bigint;
  /** Its hash. */
  hash: Hex;
  /** Whether it would be paid now. */
  canReceive: boolean;
};

const capsForMs = 30_000;

/** What is asked of the chain about taps. */
export class TapChain {
  readonly #chain: ChainClient;
  readonly #clock: Clock;
  readonly contracts: TapContracts;
  #caps: { caps: TapCaps; at: number } | undefined;
  #asking: Promise<TapCaps> | undefined;

  constructor(chain: ChainClient, contracts: TapContracts, clock: Clock) {
    this.#chain = chain;
    this.#clock = clock;
    this.contracts = contracts;
  }

  get id(): number {
    return this.#chain.chain.id;
  }

  /**
   * The contract's daily cap, which is also what may wait for a wallet. What was read half a minute ago will do: nobody who
   * taps waits for the chain, or is stopped because it is away.
   */
  async caps(): Promise<TapCaps> {
    const known = this.#caps;
    if (known !== undefined && this.#clock.now().getTime() - known.at < capsForMs) return known.caps;
    this.#asking ??= this.#readCaps().finally(() => {
      this.#asking = undefined;
    });
    if (known === undefined) return this.#asking;
    this.#asking.catch(() => undefined);
    return known.caps;
  }

  async #readCaps(): Promise<TapCaps> {
    const { tapRewards: address } = this.contracts;
    const day = await this.#ask(() =>
      this.#chain.readContract({ address, abi: tapRewardsAbi, functionName: "dailyCap" }),
    );
    const caps = { day, waiting: day };
    this.#caps = { caps, at: this.#clock.now().getTime() };
    return caps;
  }

  async standing(account: Address): Promise<TapStanding> {
    const contract = { address: this.contracts.identityRegistry, abi: identityRegistryAbi };
    const [standing, hash, canReceive] = await this.#ask(() =>
      Promise.all([
        this.#chain.readContract({ ...contract, functionName: "standingOf", args: [account] }),
        this.#chain.readContract({ ...contract, functionName: "identityOf", args: [account] }),
        this.#chain.readContract({ ...contract, functionName: "canReceive", args: [account] }),
      ]),
    );
    return { identity: standing.index, hash, canReceive };
  }

  /** The first account of an identity, and who stands for the account now. */
  async firstOf(hash: Hex, account: Address): Promise<{ first: Address | undefined; successor: Address }> {
    const contract = { address: this.contracts.identityRegistry, abi: identityRegistryAbi };
    const [[first], successor] = await this.#ask(() =>
      Promise.all([
        this.#chain.readContract({ ...contract, functionName: "accountsOf", args: [hash] }),
        this.#chain.readContract({ ...contract, functionName: "successorOf", args: [account] }),
      ]),
    );
    return { first, successor };
  }

  /**
   * Accounts that this one stands for since they were recovered, the newest first. Undefined where the node does not search
   * that far: whoever asks with the lost account itself needs no search.
   */
  async lostFor(account: Address): Promise<Address[] | undefined> {
    const contract = { address: this.contracts.identityRegistry, abi: identityRegistryAbi };
    const search = { ...contract, eventName: "AccountRecovered", fromBlock: 0n } as const;
    const lost: Address[] = [];
    for (let successor = account; ; successor = lost.at(-1) ?? account) {
      const events = await this.#chain
        .getContractEvents({ ...search, args: { successor } })
        .catch(() => undefined);
      if (events === undefined) return undefined;
      const before = events.at(-1)?.args.lost;
      // No account is recovered twice, so this comes to an end.
      if (before === undefined) return lost;
      lost.push(before);
    }
  }

  /** What the identity claimed, and the number of its last voucher. */
  async tally(identity: bigint): Promise<{ total: bigint; sequence: number }> {
    const { tapRewards: address } = this.contracts;
    const { total, sequence } = await this.#ask(() =>
      this.#chain.readContract({
        address,
        abi: tapRewardsAbi,
        functionName: "tallyOf",
        args: [identity],
      }),
    );
    return { total, sequence: Number(sequence) };
  }

  /** What a voucher over `earned` would be paid now. */
  claimable(account: Address, earned: bigint): Promise<bigint> {
    const { tapRewards: address } = this.contracts;
    return this.#ask(() =>
      this.#chain.readContract({
        address,
        abi: tapRewardsAbi,
        functionName: "previewClaim",
        args: [account, earned],
      }),
    );
  }

  /** Unix seconds by whichever clock is ahead: the contract compares with the chain's. */
  async seconds(): Promise<number> {
    const block = await this.#ask(() => this.#chain.getBlock());
    return Math.max(Number(block.timestamp), Math.floor(this.#clock.now().getTime() / 1000));
  }

  /** @throws {@link ProblemError} `chain-unreachable` */
  async #ask<answer>(question: () => Promise<answer>): Promise<answer> {
    try {
      return await question();
    } catch (error) {
      await assertChain(this.#chain);
      throw new ProblemError("chain-unreachable", {
        detail: "The chain answers, but the contracts are not where they should be.",
        cause: error,
      });
    }
  }
}
