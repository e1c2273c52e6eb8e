import { roles } from "@qti/sdk";
import { accessManagerAbi } from "@qti/sdk/abis";
import { type StaffRole, serviceRoles, staffRoles } from "@qti/sdk/identity/sign-in/wire";
import type { Address } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";

/** How long a block counts as the newest: what the chain takes away works on for no longer here. */
const blockLifeMs = 2_000;
/** Accounts whose roles are remembered. */
const remembered = 1_000;

/** Roles by their number in the `AccessManager`. */
export const roleNumbers: { readonly [role in StaffRole]: bigint } = {
  REWARDS_OPERATOR: roles.rewardsOperator,
  UNDERWRITER: roles.underwriter,
  APPRAISER: roles.appraiser,
  ...serviceRoles,
};

type Held = { block: bigint; roles: ReadonlySet<StaffRole> };

/** Roles as the chain's `AccessManager` has them: the service keeps no list of its own. */
export class ChainRoles {
  readonly #deps: { chain: ChainClient; clock: Clock; accessManager: Address | undefined };
  readonly #held = new Map<string, Held>();
  #newest: { block: bigint; at: number } | undefined;

  constructor(deps: { chain: ChainClient; clock: Clock; accessManager: Address | undefined }) {
    this.#deps = deps;
  }

  /**
   * The roles that an account holds, by a block of the last two seconds. None where no access manager is known.
   *
   * @throws {@link ProblemError} `chain-unreachable` when nobody can tell
   */
  async of(account: Address): Promise<ReadonlySet<StaffRole>> {
    const { chain, accessManager } = this.#deps;
    if (accessManager === undefined) return new Set();
    try {
      const block = await this.#block();
      const known = this.#held.get(account);
      if (known?.block === block) return known.roles;
      const answers = await Promise.all(
        staffRoles.map((role) =>
          chain.readContract({
            address: accessManager,
            abi: accessManagerAbi,
            functionName: "hasRole",
            args: [roleNumbers[role], account],
            blockNumber: block,
          }),
        ),
      );
      const held = new Set(staffRoles.filter((_, index) => answers[index]?.[0] === true));
      this.#remember(account, { block, roles: held });
      return held;
    } catch (cause) {
      await assertChain(chain);
      throw new ProblemError("chain-unreachable", {
        detail: "The chain answers, but the access manager is not where it should be.",
        cause,
      });
    }
  }

  async #block(): Promise<bigint> {
    const now = this.#deps.clock.now().getTime();
    const ago = this.#newest === undefined ? undefined : now - this.#newest.at;
    if (this.#newest !== undefined && ago !== undefined && ago >= 0 && ago < blockLifeMs) {
      return this.#newest.block;
    }
    const block = await this.#deps.chain.getBlockNumber({ cacheTime: 0 });
    this.#newest = { block, at: now };
    return block;
  }

  #remember(account: string, held: Held): void {
    // Deleted and set again so that the map stays in order of last use.
    this.#held.delete(account);
    this.#held.set(account, held);
    if (this.#held.size <= remembered) return;
    const oldest = this.#held.keys().next().value;
    if (oldest !== undefined) this.#held.delete(oldest);
  }
}
