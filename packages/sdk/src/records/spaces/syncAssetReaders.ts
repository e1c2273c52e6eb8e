import type { Address, Hex } from "viem";
import type { ContractsOption } from "../../core/addresses.ts";
import { contractCall, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { balanceOfFunction } from "../../generated/abi/assetToken.ts";
import type { SubgraphClient } from "../../subgraph/createSubgraphClient.ts";
import { getHolders, type Holder } from "../../subgraph/getHolders.ts";
import type { Abortable } from "../api/request.ts";
import { accountSchema } from "../wire.ts";
import { type AssetDocuments, documentsOf, listAssetDocuments } from "./assets.ts";
import { chainDirectory } from "./chainDirectory.ts";
import { type FoundReaders, findReaders, type Unreachable } from "./findReaders.ts";
import type { SpaceRecord } from "./kind.ts";
import { syncDocumentReaders } from "./syncDocumentReaders.ts";
import type { SyncOutcome, SyncReadersParameters } from "./syncReaders.ts";
import { selfOf, type Vault } from "./vault.ts";

/** Parameters of {@link findAssetReaders}. */
export type FindAssetReadersParameters = Abortable &
  ContractsOption & {
    /** Any viem client: confirms what the index says, and reads `KeyDirectory`. */
    client: QtiClient;
    /** From `createSubgraphClient`. */
    subgraph: SubgraphClient;
    /** Address of the share token. */
    asset: Address;
    /** As in {@link findReaders}; `accepted` when left out, since few holders put their keys on the chain. */
    directory?: "required" | "accepted" | undefined;
  };

/**
 * Finds who holds an asset and with what keys they read. The index says who might hold it; the chain, whether each of them does.
 *
 * @param parameters - {@link FindAssetReadersParameters}
 * @returns Readers, and every holder who cannot be one with the reason: without keys, or a contract that holds pledged shares.
 * @throws {@link SubgraphUnreachableError} {@link KeysLockedError} {@link KeysNotAuthenticError} {@link ApiProblemError}
 * {@link ApiUnreachableError}
 *
 * @example
 * ```ts
 * import { findAssetReaders } from "@qti/sdk/records/spaces";
 *
 * const { readers, unreachable } = await findAssetReaders(vault, { client, subgraph, asset });
 * ```
 */
export async function findAssetReaders(
  vault: Vault,
  { client, subgraph, asset, directory = "accepted", contracts, signal }: FindAssetReadersParameters,
): Promise<FoundReaders> {
  const holders = await allHolders(subgraph, asset, signal);
  const unreachable: Unreachable[] = holders
    .filter(({ isSystem }) => isSystem)
    .map(({ account }) => ({ account: accountSchema.parse(account), reason: "contract" }));
  const people = holders.filter(({ isSystem }) => !isSystem).map(({ account }) => account);
  const balances = await Promise.all(
    people.map((account) => read(client, contractCall(asset, balanceOfFunction, [account]))),
  );
  const isHolder = people.map((_, index) => (balances[index] ?? 0n) > 0n);
  for (const account of people.filter((_, index) => !isHolder[index]))
    unreachable.push({ account: accountSchema.parse(account), reason: "not-confirmed" });
  const found = await findReaders(vault, {
    accounts: people.filter((_, index) => isHolder[index]),
    ...(await chainDirectory(client, { contracts })),
    directory,
    signal,
  });
  return { readers: found.readers, unreachable: [...unreachable, ...found.unreachable] };
}

async function allHolders(
  subgraph: SubgraphClient,
  asset: Address,
  signal: AbortSignal | undefined,
): Promise<Holder[]> {
  const found: Holder[] = [];
  let after: Hex | undefined;
  do {
    const page = await getHolders(subgraph, { asset, first: 1_000, after, signal });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}

/** Parameters of {@link syncAssetReaders}. */
export type SyncAssetReadersParameters = FindAssetReadersParameters &
  Pick<SyncReadersParameters, "leaving" | "onProgress">;

/**
 * Makes the readers of an asset's documents those who hold it now: who bought can open them, who sold everything can no longer. The answer
 * says for each record whether its header was rewrapped, a new version was sealed, or it is a new copy, for whom, and which holders cannot be reached. It can
 * be stopped at any point and started again: what is done already is found to be done.
 *
 * @param parameters - {@link SyncAssetReadersParameters}
 * @returns {@link SyncOutcome}
 * @throws {@link SubgraphUnreachableError} {@link KeysLockedError} {@link KeysNotAuthenticError} {@link ApiProblemError}
 * {@link ApiUnreachableError} {@link RecordsAbortedError}
 *
 * @example
 * ```ts
 * import { syncAssetReaders } from "@qti/sdk/records/spaces";
 *
 * const { synced, unreachable } = await syncAssetReaders(vault, {
 *   client,
 *   subgraph,
 *   asset,
 *   leaving: "revoke",
 *   onProgress: ({ done, total }) => show(done / total),
 * });
 * ```
 */
export async function syncAssetReaders(
  vault: Vault,
  { leaving, onProgress, ...parameters }: SyncAssetReadersParameters,
): Promise<SyncOutcome> {
  const { signal } = parameters;
  const wanted = await findAssetReaders(vault, parameters);
  const files = await ownDocuments(vault, parameters.asset, signal);
  return syncDocumentReaders(vault, { files, wanted, leaving, onProgress, signal });
}

async function ownDocuments(
  vault: Vault,
  asset: Address,
  signal: AbortSignal | undefined,
): Promise<SpaceRecord<AssetDocuments>[]> {
  const { account: issuer } = await selfOf(vault);
  const found: SpaceRecord<AssetDocuments>[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAssetDocuments(vault, { cursor, signal });
    found.push(...documentsOf(page.files, { asset, chainId: vault.chainId, issuer }));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
