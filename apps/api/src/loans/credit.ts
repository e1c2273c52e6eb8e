import type { Hex } from "viem";
import type { Config } from "../config.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { Deployment } from "../core/deployment.ts";
import type { Database } from "../database/client.ts";
import { CreditDesk } from "./creditDesk.ts";
import { CreditIndex } from "./creditIndex.ts";
import { type CreditContracts, CreditPeople } from "./creditPeople.ts";

/** What the underwriter is told from outside; without all of it nobody applies here. */
export type CreditConfig = { contracts: CreditContracts; key: Hex; graphqlUrl: string };

/** Applications for credit lines, where this process takes them. */
export function openCredit(
  { services, credit }: Pick<Config, "services" | "credit">,
  { db, chain, clock }: { db: Database; chain: ChainClient; clock: Clock },
): CreditDesk | undefined {
  if (!services.has("loans") || credit === undefined) return undefined;
  const { contracts, key, graphqlUrl } = credit;
  const deployment = new Deployment({ db, chain, clock }, [
    contracts.identityRegistry,
    contracts.creditLines,
  ]);
  const people = new CreditPeople(chain, new CreditIndex(graphqlUrl), contracts);
  return new CreditDesk({ db, chain, people, deployment, clock, contracts, key });
}
