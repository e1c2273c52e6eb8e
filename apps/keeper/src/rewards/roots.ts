import { merkleDistributorAbi } from "@qti/sdk/abis";
import type { Address } from "viem";
import { z } from "zod";
import type { Index } from "../core/index.ts";
import { Job, type JobDeps } from "../core/job.ts";
import { chainNow } from "../core/moment.ts";

/** More are left for the next round. */
const rootsARound = 50;

const query = /* GraphQL */ `
  query Ripe($contracts: [Bytes!]!, $now: BigInt!, $first: Int!) {
    rootProposals(
      first: $first
      orderBy: readyAt
      where: { contract_in: $contracts, state: PENDING, readyAt_lte: $now }
    ) {
      contract
      subject
      root
    }
  }
`;

const bytes = z
  .string()
  .regex(/^0x[0-9a-fA-F]+$/)
  .pipe(z.custom<`0x${string}`>());
const ripeSchema = z.object({
  rootProposals: z.array(z.object({ contract: bytes, subject: bytes, root: bytes })),
});

export type RootActivatorDeps = JobDeps & {
  index: Index;
  /** Contracts with a root timelock: campaigns, and income of assets. */
  timelocks: readonly Address[];
};

/**
 * Activates roots whose day is over, whoever proposed them: anyone may, and nobody should have to wait for somebody to think
 * of it. A root that is not funded is refused by its contract and tried again later.
 */
export function createRootActivator(deps: RootActivatorDeps) {
  const { client, index, timelocks } = deps;
  const job = new Job("activate", deps);

  return { round: () => job.round(activate) };

  async function activate(): Promise<void> {
    const variables = {
      contracts: timelocks.map((address) => address.toLowerCase()),
      now: `${await chainNow(client)}`,
      first: rootsARound,
    };
    const { rootProposals } = await index.ask(query, variables, ripeSchema);
    for (const { contract, subject, root } of rootProposals) {
      if (deps.signal.aborted) return;
      // The index may be behind: a root that was activated or vetoed since is none of ours.
      const pending = await client.readContract({
        address: contract,
        abi: merkleDistributorAbi,
        functionName: "pendingRootOf",
        args: [subject],
      });
      if (pending.root !== root) continue;
      const call = { address: contract, abi: merkleDistributorAbi, functionName: "activateRoot" } as const;
      await job.send({ ...call, subject: root, args: [subject] });
    }
  }
}
