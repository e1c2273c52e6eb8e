import { createSubgraphClient, type SubgraphClient } from "@qti/sdk/subgraph";
import { type Hex, toHex } from "viem";
import { z } from "zod";
import { ProblemError } from "../core/problem.ts";

const whole = z.coerce.bigint();
const seconds = z.coerce.number().int().min(0);

/** Positions of one account that are looked at: who splits a stake into more gains nothing by it. */
const mostPositions = 100;

const personQuery = /* GraphQL */ `
  query CreditPerson($identity: ID!, $first: Int!) {
    identity(id: $identity) {
      createdAt
      accounts(first: 16) {
        poolPositions(first: $first, orderBy: amount, orderDirection: desc, where: { amount_gt: "0", lock_gt: 0 }) {
          positionId
        }
      }
    }
  }
`;
const personSchema = z.object({
  identity: z
    .object({
      createdAt: seconds,
      accounts: z.array(z.object({ poolPositions: z.array(z.object({ positionId: whole })) })),
    })
    .nullable(),
});

const lineQuery = /* GraphQL */ `
  query CreditRecord($line: ID!) {
    creditLine(id: $line) {
      metInTimeCount
      defaultCount
    }
  }
`;
const lineSchema = z.object({
  creditLine: z
    .object({ metInTimeCount: z.number().int().min(0), defaultCount: z.number().int().min(0) })
    .nullable(),
});

/** What only the index knows of a person: the past. */
export type IndexedPerson = {
  /** First attestation, Unix seconds. */
  since: number;
  /** Positions that are locked, by number: what is in them says the chain. */
  positions: readonly bigint[];
};

/** What the underwriter asks the subgraph. Nothing that it says moves money by itself: what it names is read again from the chain. */
export class CreditIndex {
  readonly #subgraph: SubgraphClient;

  constructor(url: string) {
    this.#subgraph = createSubgraphClient({ url, timeout: 5_000 });
  }

  /**
   * @param identity - Keyed hash of the identity.
   * @throws {@link ProblemError} `index-unreachable`; also when the identity is not indexed yet, as it soon will be
   */
  async person(identity: Hex): Promise<IndexedPerson> {
    const found = await this.#ask(personQuery, { identity, first: mostPositions }, personSchema);
    if (found.identity === null)
      throw new ProblemError("index-unreachable", { detail: "The person is not indexed yet." });
    const { createdAt, accounts } = found.identity;
    return {
      since: createdAt,
      positions: accounts.flatMap(({ poolPositions }) => poolPositions.map(({ positionId }) => positionId)),
    };
  }

  /** How many cycles of its line an identity met in time; 0 once it defaulted. */
  async cyclesInTime(identity: bigint): Promise<bigint> {
    const line = toHex(identity, { size: 8 });
    const { creditLine } = await this.#ask(lineQuery, { line }, lineSchema);
    return creditLine === null || creditLine.defaultCount > 0 ? 0n : BigInt(creditLine.metInTimeCount);
  }

  async #ask<schema extends z.ZodType>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    schema: schema,
  ): Promise<z.output<schema>> {
    try {
      return schema.parse(await this.#subgraph.request({ query }, variables));
    } catch (cause) {
      throw new ProblemError("index-unreachable", { cause, headers: { "retry-after": "5" } });
    }
  }
}
