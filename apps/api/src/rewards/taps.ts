import type { Address, Hex } from "viem";
import type { Config } from "../config.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { Deployment } from "../core/deployment.ts";
import { RateLimiter } from "../core/rateLimit.ts";
import type { Database } from "../database/client.ts";
import { Leaderboards } from "./leaderboard.ts";
import { Relayer } from "./relayer.ts";
import { TapChain } from "./tapChain.ts";
import { TapDesk } from "./tapDesk.ts";
import { TapPeople } from "./tapPeople.ts";
import { TapSessionDesk } from "./tapSessionDesk.ts";
import { TapVouchers } from "./tapVouchers.ts";

/** What Tap and Earn is told from outside; without contracts and the oracle's key there is none. */
export type TapConfig = {
  identityRegistry: Address;
  tapRewards: Address;
  referralRegistry: Address | undefined;
  oracleKey: Hex;
  /** Without it nothing is relayed. */
  relayerKey: Hex | undefined;
};

/** Tap and Earn of one process. */
export type Taps = {
  chain: TapChain;
  people: TapPeople;
  sessions: TapSessionDesk;
  desk: TapDesk;
  vouchers: TapVouchers;
  leaderboards: Leaderboards;
  relayer: Relayer | undefined;
};

export type TapDeps = { db: Database; chain: ChainClient; clock: Clock };

/** Tap and Earn, where this process runs it and its contracts and its oracle's key are known. */
export function openTaps(
  { services, taps, limits, rpcUrl }: Pick<Config, "services" | "taps" | "limits" | "rpcUrl">,
  { db, chain: client, clock }: TapDeps,
): Taps | undefined {
  if (!services.has("rewards") || taps === undefined) return undefined;
  const { oracleKey, relayerKey, referralRegistry, ...contracts } = taps;
  const chain = new TapChain(client, contracts, clock);
  // Numbers of identities are the registry's, and what was claimed is the contract's.
  const deployment = new Deployment({ db, chain: client, clock }, [
    contracts.identityRegistry,
    contracts.tapRewards,
  ]);
  const people = new TapPeople({ db, chain, deployment, clock });
  const relayer =
    relayerKey === undefined
      ? undefined
      : new Relayer({
          db,
          client,
          deployment,
          clock,
          key: relayerKey,
          rpcUrl,
          contracts: { tapRewards: contracts.tapRewards, referralRegistry },
          limits,
        });
  return {
    chain,
    people,
    sessions: new TapSessionDesk({ db, client, chain, people, deployment, clock }),
    desk: new TapDesk({
      db,
      chain,
      deployment,
      clock,
      batches: new RateLimiter(limits.tapBatchesPerMinute, clock),
    }),
    vouchers: new TapVouchers({ db, chain, people, deployment, clock, oracleKey }),
    leaderboards: new Leaderboards({ db, people, deployment, clock }),
    relayer,
  };
}
