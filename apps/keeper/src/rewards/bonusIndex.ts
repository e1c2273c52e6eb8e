import type { BonusPosition } from "@qti/sdk/rewards/campaigns";
import { getAddress, type Hash, type Hex } from "viem";
import { z } from "zod";
import type { Index } from "../core/index.ts";

const pageSize = 1_000;
/** A lying index that never ends would hold a round for ever. */
const maxPositions = 1_000_000;

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .pipe(z.custom<Hex>());
const whole = z.coerce.bigint();

const positionsQuery = /* GraphQL */ `
  query BonusPositions($block: Int!, $after: Bytes!, $first: Int!, $start: BigInt!) {
    poolPositions(
      block: { number: $block }
      first: $first
      orderBy: id
      where: { id_gt: $after, amount_gt: "0", lock_gt: 0, start_lte: $start }
    ) {
      id
      owner {
        id
      }
      amount
      lock
      start
    }
  }
`;

const positionsSchema = z.object({
  poolPositions: z.array(
    z.object({ id: hex, owner: z.object({ id: hex }), amount: whole, lock: z.number().int(), start: whole }),
  ),
});

/** What is asked of the positions at an epoch's end. */
export type BonusQuestion = {
  /** Last block before the epoch's end. */
  block: bigint;
  /** Unix seconds at which the epoch began. */
  beginning: number;
  /** Seconds of each lock, by its number. */
  durations: readonly number[];
};

/** Every position that may take part in an epoch, as of its last block. */
export async function readPositions(
  index: Index,
  { block, beginning, durations }: BonusQuestion,
): Promise<BonusPosition[]> {
  const found: BonusPosition[] = [];
  let after: Hex = "0x00";
  for (;;) {
    const variables = { block: Number(block), after, first: pageSize, start: `${beginning}` };
    const { poolPositions } = await index.ask(positionsQuery, variables, positionsSchema);
    for (const { id, owner, amount, lock, start } of poolPositions) {
      const lockDuration = durations[lock] ?? 0;
      found.push({ owner: getAddress(owner.id), amount, lockDuration, start: Number(start) });
      if (id <= after) throw new IndexOrderError();
      after = id;
    }
    if (poolPositions.length < pageSize) return found;
    if (found.length >= maxPositions) throw new IndexOrderError();
  }
}

/** The index does not answer what it was asked. */
export class IndexOrderError extends Error {
  override name = "IndexOrderError";

  constructor() {
    super(
      `The index answered out of order or without an end. No bonus is paid by it; check QTI_GRAPHQL_URL.`,
    );
  }
}

const proposalsQuery = /* GraphQL */ `
  query BonusProposals($contract: Bytes!, $subject: Bytes!, $first: Int!) {
    rootProposals(
      first: $first
      orderBy: createdAt
      orderDirection: desc
      where: { contract: $contract, subject: $subject }
    ) {
      root
      uri
      state
    }
  }
`;

const proposalsSchema = z.object({
  rootProposals: z.array(
    z.object({ root: hex, uri: z.string(), state: z.enum(["PENDING", "ACTIVE", "VETOED"]) }),
  ),
});

/** A root that was proposed for a campaign. */
export type Proposal = { root: Hash; uri: string; state: "PENDING" | "ACTIVE" | "VETOED" };

/** The newest roots that were proposed for a campaign, newest first. */
export async function readProposals(index: Index, contract: Hex, subject: Hash): Promise<Proposal[]> {
  const variables = { contract: contract.toLowerCase(), subject, first: pageSize };
  return (await index.ask(proposalsQuery, variables, proposalsSchema)).rootProposals;
}
