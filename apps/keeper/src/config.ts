import {
  addressSchema,
  ConfigError,
  commonVariables,
  jsonSchema,
  keySchema,
  parseEnvironment,
} from "@qti/service/environment";
import { type Address, getAddress } from "viem";
import { z } from "zod";
import type { Limits } from "./core/sender.ts";
import type { MinTip } from "./exchange/matcher.ts";
import type { ByMoney } from "./loans/liquidations.ts";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const units = z
  .string()
  .regex(/^\d+$/, "expected a whole number")
  .transform((value) => BigInt(value));

/** One number for all moneys, or one for each. The book spells addresses with their checksum. */
const tips = z.union([
  units,
  jsonSchema.pipe(
    z.record(
      addressSchema.transform((address) => getAddress(address)),
      units,
    ),
  ),
]);

const environmentSchema = z.object({
  ...commonVariables,
  QTI_API_URL: z.url({ protocol: /^https?$/ }),
  QTI_CONTRACTS: jsonSchema.pipe(
    z
      .looseObject({
        exchange: addressSchema,
        orderQuoter: addressSchema,
        incomeDistributor: addressSchema.optional(),
        merkleDistributor: addressSchema.optional(),
        stakingPool: addressSchema.optional(),
        lendingMarkets: addressSchema.optional(),
        liquidator: addressSchema.optional(),
        recordAnchor: addressSchema.optional(),
      })
      .catchall(addressSchema),
  ),
  QTI_GRAPHQL_URL: z.url({ protocol: /^https?$/ }).optional(),
  QTI_KEEPER_KEY: keySchema,
  QTI_KEEPER_HOST: z.string().min(1).default("127.0.0.1"),
  QTI_KEEPER_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  QTI_KEEPER_INTERVAL_MS: z.coerce.number().int().min(50).default(2_000),
  QTI_KEEPER_MIN_TIP: tips.default(0n),
  QTI_KEEPER_CHORES_MS: z.coerce.number().int().min(50).default(60_000),
  QTI_KEEPER_BONUS: units.default(0n),
  QTI_KEEPER_ACTIVATE: flag,
  QTI_KEEPER_POKE_WEI: units.default(0n),
  QTI_KEEPER_ANCHOR_LEAVES: units.default(0n),
  QTI_KEEPER_ANCHOR_SECONDS: z.coerce.number().int().min(1).default(3_600),
  QTI_KEEPER_PRESERVE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(7 * 86_400),
  QTI_KEEPER_MIN_GAIN: tips.optional(),
  QTI_KEEPER_ETHER_PRICE: tips.default(0n),
  QTI_KEEPER_MAX_GAS: units.default(2_000_000n),
  QTI_KEEPER_MAX_FEE_WEI: units.default(200_000_000_000n),
  QTI_KEEPER_CONFIRMATIONS: z.coerce.number().int().min(1).max(256).default(1),
  QTI_KEEPER_RAISE_AFTER_MS: z.coerce.number().int().min(100).default(30_000),
  QTI_KEEPER_POLL_MS: z.coerce.number().int().min(10).default(500),
  QTI_KEEPER_DRY_RUN: flag,
});

/** Everything a keeper is told from outside. */
export type Config = {
  databaseUrl: string;
  rpcUrl: string;
  chainId: number;
  apiUrl: string;
  /** The subgraph, for the jobs that need to know the past. */
  graphqlUrl: string | undefined;
  contracts: Readonly<Record<string, Address>> & { exchange: Address; orderQuoter: Address };
  key: `0x${string}`;
  host: string;
  port: number;
  intervalMs: number;
  /** Between two rounds of everything that is not matching. */
  choresMs: number;
  /** For which a match is sent. */
  minTip: MinTip;
  /** QTI units of staking bonus an epoch; 0 pays none. */
  bonus: bigint;
  /** Activates roots whose time has come. */
  activate: boolean;
  /** Wei of gas a day for ending multipliers of expired positions; 0 ends none. */
  pokeWei: bigint;
  /** New leaves of the log of records that are anchored at once, and seconds after which fewer are; 0 leaves anchor none. */
  anchorLeaves: bigint;
  anchorSeconds: number;
  /** Seconds after which an anchor is kept for ever. */
  preserveSeconds: number;
  /** What a liquidation has to bring beside its gas; absent: none is done. */
  minGain: ByMoney | undefined;
  /** What an ether costs, for the gas of liquidations. */
  etherPrice: ByMoney;
  limits: Limits;
  dryRun: boolean;
  logLevel: string;
};

/**
 * Reads the configuration from environment variables; the package's README lists them.
 *
 * @throws ConfigError naming every variable that is missing or wrong, never with its value.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values = parseEnvironment(environmentSchema, environment);
  const needsIndex =
    values.QTI_KEEPER_BONUS > 0n ||
    values.QTI_KEEPER_ACTIVATE ||
    values.QTI_KEEPER_POKE_WEI > 0n ||
    values.QTI_KEEPER_MIN_GAIN !== undefined;
  if (needsIndex && values.QTI_GRAPHQL_URL === undefined) {
    throw new ConfigError(
      "QTI_GRAPHQL_URL: bonuses, activation, pokes and liquidations need the subgraph; name it, or leave them off.",
    );
  }
  return {
    databaseUrl: values.DATABASE_URL,
    rpcUrl: values.QTI_RPC_URL,
    chainId: values.QTI_CHAIN_ID,
    apiUrl: values.QTI_API_URL,
    graphqlUrl: values.QTI_GRAPHQL_URL,
    contracts: values.QTI_CONTRACTS,
    key: values.QTI_KEEPER_KEY,
    host: values.QTI_KEEPER_HOST,
    port: values.QTI_KEEPER_PORT,
    intervalMs: values.QTI_KEEPER_INTERVAL_MS,
    choresMs: values.QTI_KEEPER_CHORES_MS,
    minTip: values.QTI_KEEPER_MIN_TIP,
    bonus: values.QTI_KEEPER_BONUS,
    activate: values.QTI_KEEPER_ACTIVATE,
    pokeWei: values.QTI_KEEPER_POKE_WEI,
    anchorLeaves: values.QTI_KEEPER_ANCHOR_LEAVES,
    anchorSeconds: values.QTI_KEEPER_ANCHOR_SECONDS,
    preserveSeconds: values.QTI_KEEPER_PRESERVE_SECONDS,
    minGain: values.QTI_KEEPER_MIN_GAIN,
    etherPrice: values.QTI_KEEPER_ETHER_PRICE,
    limits: {
      gas: values.QTI_KEEPER_MAX_GAS,
      feePerGas: values.QTI_KEEPER_MAX_FEE_WEI,
      confirmations: values.QTI_KEEPER_CONFIRMATIONS,
      raiseAfterMs: values.QTI_KEEPER_RAISE_AFTER_MS,
      pollMs: values.QTI_KEEPER_POLL_MS,
    },
    dryRun: values.QTI_KEEPER_DRY_RUN,
    logLevel: values.QTI_LOG_LEVEL,
  };
}
