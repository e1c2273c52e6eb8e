import type { Logger } from "@qti/service/logger";
import type { Pool } from "pg";
import type { Address } from "viem";
import type { Config } from "../config.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { BookWatcher } from "./bookWatcher.ts";
import { OrderDesk } from "./orderDesk.ts";
import { OrderFeed } from "./orderFeed.ts";

/** Where the contracts are that the order book asks. */
export type ExchangeContracts = {
  exchange: Address;
  orderQuoter: Address;
  assetRegistry: Address;
  identityRegistry: Address;
  /** The module that most assets have; what happens in others is seen a little later. */
  complianceModule: Address | undefined;
};

/** The order book of one process: what takes orders, what tells of changes, what keeps them true. */
export type Market = { desk: OrderDesk; feed: OrderFeed; watcher: BookWatcher };

export type MarketDeps = { db: Database; pool: Pool; chain: ChainClient; clock: Clock; log: Logger };

/** The order book, where this process keeps one and the contracts are known. */
export function openMarket(
  { services, exchangeContracts: contracts, databaseUrl, limits }: Config,
  deps: MarketDeps,
): Market | undefined {
  if (!services.has("exchange") || contracts === undefined) return undefined;
  return {
    desk: new OrderDesk({ ...deps, contracts, ordersPerMaker: limits.ordersPerMaker }),
    feed: new OrderFeed({ ...deps, databaseUrl }),
    watcher: new BookWatcher({ ...deps, contracts }),
  };
}
