import type { Logger } from "@qti/service/logger";
import type { Pool } from "pg";
import { type Address, hexToBytes } from "viem";
import { BlobService } from "../blobs/blobService.ts";
import type { Regions } from "../blobs/regions.ts";
import type { Config } from "../config.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { Deployment } from "../core/deployment.ts";
import type { Database } from "../database/client.ts";
import type { HeaderStore } from "../records/headerStore.ts";
import { CodeVault } from "./codeVault.ts";
import { StoreDelivery } from "./storeDelivery.ts";
import { StoreWatcher } from "./storeWatcher.ts";

/** Where the contracts are that the store's service asks. */
export type StoreContracts = { accessManager: Address; rewardStore: Address };

/** What lies behind the store, in one process. */
export type Store = {
  contracts: StoreContracts;
  vault: CodeVault;
  watcher: StoreWatcher;
  deployment: Deployment;
  confirmations: number;
};

export type StoreDeps = {
  db: Database;
  pool: Pool;
  chain: ChainClient;
  regions: Regions;
  headers: HeaderStore;
  clock: Clock;
  log: Logger;
  onOwed: () => void;
};

/** The service behind the store, where this process runs it, the contracts are known, and it was given a key. */
export function openStore(config: Config, deps: StoreDeps): Store | undefined {
  const { services, storeContracts: contracts, storeKey, chainId, fromBlock } = config;
  if (!services.has("rewards") || contracts === undefined || storeKey === undefined) return undefined;
  const { pool, chain, headers, clock, log } = deps;
  const secret = hexToBytes(storeKey);
  const vault = new CodeVault(secret);
  // What it keeps is bounded by the codes that operators upload.
  const blobs = new BlobService({ ...deps, quotaBytes: Number.MAX_SAFE_INTEGER });
  const delivery = new StoreDelivery({ blobs, headers, vault, secret, clock, log, chainId });
  const confirmations = config.storeConfirmations;
  const { rewardStore } = contracts;
  const deployment = new Deployment(deps, [rewardStore]);
  const watcher = new StoreWatcher({
    pool,
    deployment,
    chain,
    rewardStore,
    delivery,
    clock,
    log,
    confirmations,
    fromBlock,
  });
  return { contracts, vault, watcher, deployment, confirmations };
}
