import { referralRegistryAbi, tapRewardsAbi } from "@qti/sdk/abis";
import { decodeError } from "@qti/sdk/errors";
import type { Relayed, SignedReferral, SignedTapVoucher } from "@qti/sdk/rewards/taps/wire";
import { and, count, desc, eq, gt, sql } from "drizzle-orm";
import {
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import { dayMs } from "./tapRules.ts";
import { type relayPurposes, relays } from "./tapTables.ts";

/** "qti6" in ASCII: held from the choice of a nonce until the node has its transaction. */
const relayLock = 0x71746936;

/** A claim takes a third of it, a binding less. */
const mostGas = 500_000n;

/** More than these do not wait for their turn. */
const mostWaiting = 32;

export type RelayerDeps = {
  db: Database;
  client: ChainClient;
  deployment: Deployment;
  clock: Clock;
  key: Hex;
  rpcUrl: string;
  contracts: { tapRewards: Address; referralRegistry: Address | undefined };
  limits: {
    /** Transactions for one person within a day: claims of who claims, bindings of who referred. */
    relaysPerDay: number;
    /** Claims of all together, and bindings of all together: what the gas of a day may cost. */
    relaysPerDayInAll: number;
    /** Most that a unit of gas may cost, in wei. */
    feePerGas: bigint;
  };
};

type Call = {
  to: Address;
  data: Hex;
  purpose: (typeof relayPurposes)[number];
  subject: string;
  simulate: (sender: Address) => Promise<unknown>;
};

/**
 * Sends what people signed, and pays the gas. Every call is simulated first. One process at a time chooses a nonce, under a
 * lock of the database that is held until the node has the transaction; the same call again answers with the same
 * transaction. One that failed on the chain, whatever its simulation had said, is never sent again: an account may be a
 * contract that says yes to whoever only asks.
 */
export class Relayer {
  readonly #deps: RelayerDeps;
  readonly #wallet;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(deps: RelayerDeps) {
    this.#deps = deps;
    this.#wallet = createWalletClient({
      account: privateKeyToAccount(deps.key),
      chain: deps.client.chain,
      transport: http(deps.rpcUrl, { timeout: 5_000, retryCount: 0 }),
    });
  }

  /** Whether it can send bindings of referrals. */
  get canBind(): boolean {
    return this.#deps.contracts.referralRegistry !== undefined;
  }

  /**
   * Claims a voucher for its account.
   *
   * @param subject - Whose share of relays it takes.
   * @throws {@link ProblemError} `relay-refused`, `relay-quota`, `chain-unreachable`
   */
  claim({ voucher, signature }: SignedTapVoucher, subject: string): Promise<Relayed> {
    const { client, contracts } = this.#deps;
    const call = { abi: tapRewardsAbi, functionName: "claim", args: [voucher, signature] } as const;
    const address = contracts.tapRewards;
    return this.#relay({
      to: address,
      data: encodeFunctionData(call),
      purpose: "claim",
      subject,
      simulate: (account) => client.simulateContract({ ...call, address, account }),
    });
  }

  /** Binds a newcomer to its referrer, whose share it takes: newcomers cost nothing to make. @throws {@link ProblemError} as {@link claim} */
  bind({ referral, signature }: SignedReferral): Promise<Relayed> {
    const { client, contracts } = this.#deps;
    const address = contracts.referralRegistry;
    if (address === undefined) throw new ProblemError("relayer-disabled");
    const call = { abi: referralRegistryAbi, functionName: "bind", args: [referral, signature] } as const;
    return this.#relay({
      to: address,
      data: encodeFunctionData(call),
      purpose: "bind",
      subject: referral.referrer,
      simulate: (account) => client.simulateContract({ ...call, address, account }),
    });
  }

  async #relay(call: Call): Promise<Relayed> {
    const { db } = this.#deps;
    const deployment = await this.#deps.deployment.current();
    const place = { deployment, id: keccak256(`${call.to}${call.data.slice(2)}`) };
    const sent = await this.#sentBefore(db, place);
    if (sent !== undefined) return sent;
    const refusal = await this.#refusal(call);
    const send = () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${relayLock})`);
        // Somebody else may have sent it since this one looked; a simulation after that was refused for it.
        const other = await this.#sentBefore(tx, place);
        if (other !== undefined) return other;
        if (refusal !== undefined) throw refusal;
        await this.#requireQuota(tx, deployment, call);
        const hash = await this.#send(call);
        const { purpose, subject } = call;
        await tx
          .insert(relays)
          .values({ ...place, hash, purpose, subject, createdAt: this.#deps.clock.now() });
        return { hash };
      });
    return this.#inTurn(send);
  }

  /** One at a time: whoever waits for a slow node holds no connection of the database meanwhile. */
  async #inTurn<answer>(work: () => Promise<answer>): Promise<answer> {
    if (this.#waiting >= mostWaiting) {
      throw new ProblemError("relay-quota", { detail: "Too many wait for their turn at the moment." });
    }
    this.#waiting += 1;
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn.finally(() => {
      this.#waiting -= 1;
    });
  }

  /**
   * The transaction that was sent for the same call, unless the node lost it.
   *
   * @throws {@link ProblemError} `relay-refused` when it failed on the chain
   */
  async #sentBefore(
    tx: Queryable,
    { deployment, id }: { deployment: number; id: Hex },
  ): Promise<Relayed | undefined> {
    const [row] = await tx
      .select()
      .from(relays)
      .where(and(eq(relays.deployment, deployment), eq(relays.id, id)))
      .orderBy(desc(relays.createdAt))
      .limit(1);
    if (row === undefined) return undefined;
    const hash = row.hash as Hex;
    const { client } = this.#deps;
    const receipt = await client.getTransactionReceipt({ hash }).catch(() => undefined);
    if (receipt?.status === "reverted") {
      throw new ProblemError("relay-refused", {
        detail: "It was sent and failed on the chain. Ask for a new voucher, or sign anew.",
        extensions: { reason: null },
      });
    }
    if (receipt !== undefined) return { hash };
    const pending = await client.getTransaction({ hash }).catch(() => undefined);
    return pending === undefined ? undefined : { hash };
  }

  /** Why the chain would refuse it now. @throws {@link ProblemError} `chain-unreachable` */
  async #refusal({ simulate }: Call): Promise<ProblemError | undefined> {
    try {
      await simulate(this.#wallet.account.address);
      return undefined;
    } catch (error) {
      const revert =
        error instanceof BaseError
          ? error.walk((layer) => layer instanceof ContractFunctionRevertedError)
          : undefined;
      if (!(revert instanceof ContractFunctionRevertedError)) {
        await assertChain(this.#deps.client);
        throw error;
      }
      const { shortMessage, next } = decodeError(error);
      return new ProblemError("relay-refused", {
        detail: `${shortMessage} ${next}`,
        extensions: { reason: revert.data?.errorName ?? revert.signature ?? null },
        cause: error,
      });
    }
  }

  async #requireQuota(
    tx: Queryable,
    deployment: number,
    { purpose, subject }: Pick<Call, "purpose" | "subject">,
  ): Promise<void> {
    const { clock, limits } = this.#deps;
    const lately = and(
      eq(relays.deployment, deployment),
      eq(relays.purpose, purpose),
      gt(relays.createdAt, new Date(clock.now().getTime() - dayMs)),
    );
    const [mine] = await tx
      .select({ sent: count() })
      .from(relays)
      .where(and(lately, eq(relays.subject, subject)));
    const [all] = await tx.select({ sent: count() }).from(relays).where(lately);
    const { relaysPerDay: limit, relaysPerDayInAll } = limits;
    const used = (mine?.sent ?? 0) >= limit || (all?.sent ?? 0) >= relaysPerDayInAll;
    if (used) throw new ProblemError("relay-quota", { extensions: { limit } });
  }

  /** @throws {@link ProblemError} `relay-quota` while gas costs more than the service pays, `chain-unreachable` */
  async #send({ to, data }: Call): Promise<Hex> {
    const { client, limits } = this.#deps;
    const { address } = this.#wallet.account;
    try {
      const [nonce, estimated, fees] = await Promise.all([
        client.getTransactionCount({ address, blockTag: "pending" }),
        client.estimateGas({ account: address, to, data }),
        client.estimateFeesPerGas(),
      ]);
      const gas = estimated + estimated / 4n;
      if (gas > mostGas || fees.maxFeePerGas > limits.feePerGas) {
        throw new ProblemError("relay-quota", {
          detail: "It costs more gas than the service pays for at the moment.",
        });
      }
      return await this.#wallet.sendTransaction({ to, data, nonce, gas, ...fees });
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      await assertChain(client);
      throw new ProblemError("chain-unreachable", {
        detail: "The node did not take the transaction.",
        cause: error,
      });
    }
  }
}
