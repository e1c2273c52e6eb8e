import { createSubgraphClient, type SubgraphClient } from "@qti/sdk/subgraph";
import { type Hex, toHex } from "viem";
import { z } from "zod";
import { ProblemError } from "../core/problem.ts";

/** What the client has read as a number of the chain: nothing else is taken for one. */
const whole = z.bigint().min(0n);
/** A time that is missing or 0 would make somebody as old as can be. */
const seconds = z.bigint().min(1n).transform(Number);

/** Positions of one account that are looked at: who splits a stake into more gains nothing by it. */
const mostPositions = 100;
/** More than an identity can have: those that were lost are among them. */
const mostAccounts = 16;

const personQuery = /* GraphQL */ `
  query CreditPerson($identity: ID!, $line: String!, $first: Int!, $accounts: Int!) {
    identity(id: $identity) {
      createdAt
      accounts(first: $accounts) {
        poolPositions(first: $first, orderBy: amount, orderDirection: desc, where: { amount_gt: "0", lock_gt: 0 }) {
          positionId
        }
      }
    }
    creditEvents(first: 1, orderBy: sequence, orderDirection: desc, where: { line: $line, outcome: LATE }) {
      timestamp
    }
  }
`;
const personSchema = z.object({
  identity: z
    .object({
      createdAt: seconds,
      accounts: z
        .array(z.object({ poolPositions: z.array(z.object({ positionId: whole })).max(mostPositions) }))
        .max(mostAccounts),
    })
    .nullable(),
  creditEvents: z.array(z.object({ timestamp: seconds })).max(1),
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
  /** When a cycle of its own line was last paid late, Unix seconds. */
  lateAt: number | undefined;
};

/** What the underwriter asks the subgraph. Nothing that it says moves money by itself: what it names is read again from the chain. */
export class CreditIndex {
  readonly #subgraph: SubgraphClient;

  constructor(url: string) {
    this.#subgraph = createSubgraphClient({ url, timeout: 5_000 });
  }

  /**
   * @param identity - Keyed hash of the identity.
   * @param number - Its number in the registry.
   * @throws {@link ProblemError} `index-unreachable`; also when the identity is not indexed yet, as it soon will be
   */
  async person(identity: Hex, number: bigint): Promise<IndexedPerson> {
    const asked = { identity, line: lineOf(number), first: mostPositions, accounts: mostAccounts };
    const found = await this.#ask(personQuery, asked, personSchema);
    if (found.identity === null)
      throw new ProblemError("index-unreachable", { detail: "The person is not indexed yet." });
    const { createdAt, accounts } = found.identity;
    return {
      since: createdAt,
      positions: accounts.flatMap(({ poolPositions }) => poolPositions.map(({ positionId }) => positionId)),
      lateAt: found.creditEvents[0]?.timestamp,
    };
  }

  /** How many cycles of its line an identity met in time; 0 once it defaulted. */
  async cyclesInTime(identity: bigint): Promise<bigint> {
    const { creditLine } = await this.#ask(lineQuery, { line: lineOf(identity) }, lineSchema);
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

/** How the index names the line of an identity. */
const lineOf = (identity: bigint): Hex => toHex(identity, { size: 8 });
