import { and, eq, ne } from "drizzle-orm";
import type { Address } from "viem";
import { hardhat } from "viem/chains";
import type { Database } from "../database/client.ts";
import { assertChain, type ChainClient, WrongChainError } from "./chain.ts";
import type { Clock } from "./context.ts";
import { deployments } from "./deploymentTables.ts";
import { ProblemError } from "./problem.ts";

const recentMs = 30_000;

export type DeploymentDeps = { db: Database; chain: ChainClient; clock: Clock };

/**
 * Which contracts on which chain. A development chain that starts again has the same id, and its contracts the same addresses,
 * but the numbers that they give belong to others: a process that goes on keeps what it knows of the one before, and mixes
 * nothing. On any other network another first block is a node that is on the wrong chain or lies.
 */
export class Deployment {
  readonly #deps: DeploymentDeps;
  readonly #contracts: string;
  readonly #numbers = new Map<string, number>();
  #known: { number: number; at: number } | undefined;
  #asking: Promise<number> | undefined;

  /** @param contracts - Those whose numbers are kept. */
  constructor(deps: DeploymentDeps, contracts: readonly Address[]) {
    this.#deps = deps;
    this.#contracts = contracts.map((address) => address.toLowerCase()).join(",");
  }

  /**
   * Its number in the database, by what the node says now.
   *
   * @throws {@link WrongChainError}; {@link ProblemError} `chain-unreachable`
   */
  async current(): Promise<number> {
    const genesis = await this.#genesis();
    const number = this.#numbers.get(genesis) ?? (await this.#numberOf(genesis));
    this.#numbers.set(genesis, number);
    this.#known = { number, at: this.#deps.clock.now().getTime() };
    return number;
  }

  /** {@link current}, by what the node said half a minute ago: nobody waits for it, or is stopped because it is away. */
  async recent(): Promise<number> {
    const known = this.#known;
    if (known !== undefined && this.#deps.clock.now().getTime() - known.at < recentMs) return known.number;
    this.#asking ??= this.current().finally(() => {
      this.#asking = undefined;
    });
    if (known === undefined) return this.#asking;
    this.#asking.catch(() => undefined);
    return known.number;
  }

  async #genesis(): Promise<string> {
    const { chain } = this.#deps;
    try {
      return (await chain.getBlock({ blockNumber: 0n })).hash;
    } catch (cause) {
      await assertChain(chain);
      throw new ProblemError("chain-unreachable", { cause });
    }
  }

  async #numberOf(genesis: string): Promise<number> {
    const { db, chain, clock } = this.#deps;
    const { id: chainId } = chain.chain;
    const sameChain = eq(deployments.chainId, chainId);
    if (chainId !== hardhat.id) {
      const [other] = await db
        .select({ id: deployments.id })
        .from(deployments)
        .where(and(sameChain, ne(deployments.genesis, genesis)))
        .limit(1);
      if (other !== undefined) throw new WrongChainError();
    }
    const place = { chainId, genesis, contracts: this.#contracts };
    await db
      .insert(deployments)
      .values({ ...place, createdAt: clock.now() })
      .onConflictDoNothing();
    const [row] = await db
      .select({ id: deployments.id })
      .from(deployments)
      .where(and(sameChain, eq(deployments.genesis, genesis), eq(deployments.contracts, this.#contracts)));
    if (row === undefined) throw new ProblemError("database-unavailable");
    return row.id;
  }
}
