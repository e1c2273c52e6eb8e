import "@/lib/no-eval";
import { openLog } from "@qti/sdk/records/log";
import {
  type Decision,
  type FoundReaders,
  findAssetReaders,
  findRoleReaders,
  listAssetDocuments,
  listKycRecords,
  listLoanRecords,
  type SpacePage,
  type SpaceRecord,
  type Vault,
} from "@qti/sdk/records/spaces";
import type { SubgraphClient } from "@qti/sdk/subgraph";
import type { Address } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";
import type { Records } from "./context";

/*
 * What seals, opens and proves the papers of the spaces. Only what is loaded when somebody looks at papers brings this along.
 */

/** A space of papers. */
export type SpaceName = "kyc" | "loans" | "assets";

/** A space to its end, opened. */
export type OpenedSpace<contents> = {
  files: readonly SpaceRecord<contents>[];
  decisions: readonly SpaceRecord<Decision>[];
  /** Records that do not open: anybody may put some into the list of anybody. */
  unreadable: number;
};

/** Where papers are sealed and opened: this browser's Worker, and the log of the service. */
export async function openVault({ api, worker }: Records, chainId: number): Promise<Vault> {
  return { log: await openLog(api), records: worker, chainId };
}

type Page = { cursor?: string | undefined; signal: AbortSignal };

async function toTheEnd<contents>(
  list: (page: Page) => Promise<SpacePage<contents>>,
  signal: AbortSignal,
): Promise<OpenedSpace<contents>> {
  const files: SpaceRecord<contents>[] = [];
  const decisions: SpaceRecord<Decision>[] = [];
  let unreadable = 0;
  let cursor: string | undefined;
  do {
    const page = await list({ cursor, signal });
    files.push(...page.files);
    decisions.push(...page.decisions);
    unreadable += page.unreadable.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { files, decisions, unreadable };
}

/** Opens everything in a space. */
export const openSpace = {
  kyc: (vault: Vault, signal: AbortSignal) => toTheEnd((page) => listKycRecords(vault, page), signal),
  loans: (vault: Vault, signal: AbortSignal) => toTheEnd((page) => listLoanRecords(vault, page), signal),
  assets: (vault: Vault, signal: AbortSignal) => toTheEnd((page) => listAssetDocuments(vault, page), signal),
};

/** Who is to read papers: the holders of a role, or of an asset. */
export type ReadBy = { role: bigint } | { asset: Address };

/** Finds who is to read, as the chain says. */
export function findWanted(
  vault: Vault,
  by: ReadBy,
  chain: { client: ReadClient; subgraph: SubgraphClient; signal: AbortSignal },
): Promise<FoundReaders> {
  return "role" in by
    ? findRoleReaders(vault, { ...chain, role: by.role })
    : findAssetReaders(vault, { ...chain, asset: by.asset });
}
