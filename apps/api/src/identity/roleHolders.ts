import { accessManagerAbi } from "@qti/sdk/abis";
import type { StaffRole } from "@qti/sdk/identity/sign-in/wire";
import type { Address } from "viem";
import type { ChainClient } from "../core/chain.ts";
import { type ChainRoles, roleNumbers } from "./chainRoles.ts";

/** Blocks of one question: nodes refuse larger ranges. */
const blocksATurn = 10_000n;

/**
 * Who holds a role. The chain keeps no list, so whoever was ever granted one is remembered, and the chain is asked whether they still
 * hold it.
 */
export class RoleHolders {
  readonly #deps: { chain: ChainClient; roles: ChainRoles; accessManager: Address };
  readonly #granted = new Map<bigint, Set<Address>>();
  #next: bigint;

  /** @param deps.fromBlock No role was granted before it. */
  constructor({
    fromBlock,
    ...deps
  }: { chain: ChainClient; roles: ChainRoles; accessManager: Address; fromBlock: number }) {
    this.#deps = deps;
    this.#next = BigInt(fromBlock);
  }

  /** Accounts in lower case. @throws {@link ProblemError} `chain-unreachable`, and what the node says of the range */
  async of(role: StaffRole): Promise<Address[]> {
    await this.#follow();
    const candidates = [...(this.#granted.get(roleNumbers[role]) ?? [])];
    const held = await Promise.all(candidates.map((account) => this.#deps.roles.of(account)));
    return candidates.filter((_, index) => held[index]?.has(role));
  }

  async #follow(): Promise<void> {
    const { chain, accessManager: address } = this.#deps;
    const newest = await chain.getBlockNumber({ cacheTime: 0 });
    while (this.#next <= newest) {
      const last = this.#next + blocksATurn - 1n;
      const toBlock = last < newest ? last : newest;
      const events = await chain.getContractEvents({
        address,
        abi: accessManagerAbi,
        eventName: "RoleGranted",
        fromBlock: this.#next,
        toBlock,
      });
      for (const { args } of events) {
        const { roleId, account } = args;
        if (roleId === undefined || account === undefined) continue;
        const granted = this.#granted.get(roleId) ?? new Set();
        this.#granted.set(roleId, granted.add(account.toLowerCase() as Address));
      }
      this.#next = toBlock + 1n;
    }
  }
}
