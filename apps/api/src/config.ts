import {
  addressSchema,
  ConfigError,
  commonVariables,
  jsonSchema,
  keySchema,
  parseEnvironment,
} from "@qti/service/environment";
import { z } from "zod";
import { placeOf, type S3Place } from "./blobs/place.ts";
import type { S3Location } from "./blobs/s3BlobStore.ts";
import type { ExchangeContracts } from "./exchange/market.ts";
import type { CreditConfig } from "./loans/credit.ts";
import type { CampaignContracts } from "./rewards/campaignRoutes.ts";
import type { StoreContracts } from "./rewards/store.ts";
import type { TapConfig } from "./rewards/taps.ts";
import type { TlsConfig } from "./transport/tls.ts";

export { ConfigError };

/** Hardhat's chain, which holds nothing of value. */
const localChainId = 31337;

const originSchema = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);
/** `name=place` pairs with commas between them, in the order in which reads prefer them. */
const regionsSchema = z.string().transform((value, context) => {
  const regions: { name: string; place: string | S3Place }[] = [];
  for (const entry of value.split(",").map((each) => each.trim())) {
    if (entry === "") continue;
    const at = entry.indexOf("=");
    const name = entry.slice(0, Math.max(at, 0));
    const place = placeOf(entry.slice(at + 1));
    if (name === "" || place === undefined) {
      context.addIssue({
        code: "custom",
        message: "expected name=/folder or name=s3://bucket/prefix?endpoint=https://..., with commas between",
      });
      return z.NEVER;
    }
    regions.push({ name, place });
  }
  if (regions.length === 0) context.addIssue({ code: "custom", message: "expected at least one region" });
  if (new Set(regions.map((region) => region.name)).size !== regions.length) {
    context.addIssue({ code: "custom", message: "each region needs a name of its own" });
  }
  return regions;
});

const s3KeysSchema = jsonSchema.pipe(
  z.record(
    z.string(),
    z.strictObject({
      accessKeyId: z.string().min(1),
      secretAccessKey: z.string().min(1),
      sessionToken: z.string().min(1).optional(),
    }),
  ),
);

const contractsSchema = jsonSchema.pipe(
  z.looseObject({
    accessManager: addressSchema.optional(),
    identityRegistry: addressSchema.optional(),
    assetRegistry: addressSchema.optional(),
    complianceModule: addressSchema.optional(),
    exchange: addressSchema.optional(),
    orderQuoter: addressSchema.optional(),
    merkleDistributor: addressSchema.optional(),
    tapRewards: addressSchema.optional(),
    referralRegistry: addressSchema.optional(),
    rewardStore: addressSchema.optional(),
    stakingPool: addressSchema.optional(),
    creditLines: addressSchema.optional(),
    creditBook: addressSchema.optional(),
  }),
);

const domains = ["identity", "records", "exchange", "rewards", "loans"] as const;
export type Domain = (typeof domains)[number];

const servicesSchema = z
  .string()
  .transform((value) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ""),
  )
  .pipe(z.array(z.enum(domains)).min(1));

const environmentSchema = z.object({
  ...commonVariables,
  QTI_API_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  QTI_API_HOST: z.string().min(1).default("127.0.0.1"),
  QTI_API_ORIGIN: originSchema.optional(),
  QTI_TLS_CERT: z.string().min(1).optional(),
  QTI_TLS_KEY: z.string().min(1).optional(),
  QTI_TLS_PQ: z.enum(["prefer", "require"]).default("prefer"),
  QTI_CONTRACTS: contractsSchema.default({}),
  QTI_WEB_ORIGIN: originSchema,
  QTI_REGIONS: regionsSchema,
  QTI_S3_KEYS: s3KeysSchema.default({}),
  QTI_REGION_QUORUM: z.coerce.number().int().min(1).optional(),
  QTI_SERVICES: servicesSchema.default([...domains]),
  QTI_HOUSEKEEPING: z.enum(["on", "off"]).default("on"),
  QTI_DEMO_ATTESTER_KEY: keySchema.optional(),
  QTI_TAP_ORACLE_KEY: keySchema.optional(),
  QTI_RELAYER_KEY: keySchema.optional(),
  QTI_UNDERWRITER_KEY: keySchema.optional(),
  QTI_GRAPHQL_URL: z.url({ protocol: /^https?$/ }).optional(),
  QTI_FACTOR_KEY: keySchema.optional(),
  QTI_SHRED_DATABASE_URL: commonVariables.DATABASE_URL,
  QTI_SHRED_KEY: keySchema,
  QTI_SESSION_SECRET: z.string().min(16).optional(),
  QTI_RATE_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  QTI_SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  QTI_ORDERS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  QTI_ORDERS_PER_MAKER: z.coerce.number().int().min(1).default(200),
  QTI_LOG_KEY: keySchema.optional(),
  QTI_LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,300}$/u, "expected a name without spaces and plus signs")
    .optional(),
  QTI_STORE_KEY: keySchema.optional(),
  QTI_STORE_CONFIRMATIONS: z.coerce.number().int().min(1).max(10_000).default(12),
  QTI_FROM_BLOCK: z.coerce.number().int().min(0).default(0),
  QTI_CODES_PER_DAY: z.coerce.number().int().min(1).default(100_000),
  QTI_LEAVES_PER_DAY: z.coerce.number().int().min(1).default(200_000),
  QTI_TAP_BATCHES_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  QTI_TAP_STARTS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  QTI_RELAYS_PER_DAY: z.coerce.number().int().min(1).default(5),
  QTI_RELAYS_PER_DAY_IN_ALL: z.coerce.number().int().min(1).default(1_000),
  QTI_RELAY_GWEI: z.coerce.number().int().min(1).default(100),
  QTI_PROXY_HOPS: z.coerce.number().int().min(0).max(8).default(0),
  QTI_QUOTA_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(1024 * 1024 * 1024),
});

/** Where ciphertext lies: a folder, or a bucket of an S3-compatible store. */
export type Region = { name: string } & ({ folder: string } | { s3: S3Location });

/** Everything a process of the api is told from outside. */
export type Config = {
  host: string;
  port: number;
  /** Where the api itself is reached, for its own documentation page. Unknown until the port is bound when the port is 0. */
  apiOrigin: string | undefined;
  /** The api speaks TLS 1.3 itself, or something in front of it does. */
  tls: TlsConfig | undefined;
  webOrigin: string;
  databaseUrl: string;
  rpcUrl: string;
  chainId: number;
  accessManager: `0x${string}` | undefined;
  identityRegistry: `0x${string}` | undefined;
  /** All of them, or there is no order book. */
  exchangeContracts: ExchangeContracts | undefined;
  /** Both, or nobody publishes trees of campaigns here. */
  campaignContracts: CampaignContracts | undefined;
  /** Contracts and the oracle's key, or nobody taps here. */
  taps: TapConfig | undefined;
  /** Contracts, the underwriter's key and the subgraph, or nobody applies for a credit line here. */
  credit: CreditConfig | undefined;
  /** Both, and the key, or nothing is delivered here. */
  storeContracts: StoreContracts | undefined;
  /** Of which everything secret about deliveries is derived; 32 bytes. */
  storeKey: `0x${string}` | undefined;
  /** In which the first of the contracts was deployed: nothing is looked for before it. */
  fromBlock: number;
  /** Blocks after which a purchase is delivered. */
  storeConfirmations: number;
  /** By what the log of records is known. */
  logOrigin: string;
  /** Of which the log's two keys are derived; 32 bytes. Without it nothing of the log is signed here. */
  logKey: `0x${string}` | undefined;
  regions: Region[];
  /** Copies that must be on disk before a write is acknowledged. */
  regionQuorum: number;
  services: ReadonlySet<Domain>;
  /** Whether this process also brings regions up, collects, forgets and follows the chain. */
  housekeeping: boolean;
  demoAttesterKey: `0x${string}` | undefined;
  sessionSecret: string | undefined;
  /** Of which everything secret about second factors is derived, or there are none here; 32 bytes. */
  factorKey: `0x${string}` | undefined;
  /** The store of shred keys, which no backup of the other database holds. */
  shredDatabaseUrl: string;
  /** By which shred keys are wrapped; 32 bytes. */
  shredKey: `0x${string}`;
  logLevel: string;
  /** Proxies of our own in front of the api, whose X-Forwarded-For is believed. */
  proxyHops: number;
  limits: {
    requestsPerMinute: number;
    signInsPerMinute: number;
    ordersPerMinute: number;
    ordersPerMaker: number;
    /** Leaves of campaigns that one operator may publish. */
    leavesPerDay: number;
    /** Batches of taps that one session may send. */
    tapBatchesPerMinute: number;
    /** Sessions, vouchers and relays that one address may ask for. */
    tapStartsPerMinute: number;
    /** Transactions that are relayed for one person, and for all together. */
    relaysPerDay: number;
    relaysPerDayInAll: number;
    /** Most that relayed gas may cost, in wei a unit. */
    feePerGas: bigint;
    /** Codes of the store that one operator may upload. */
    codesPerDay: number;
    quotaBytes: number;
  };
};

/**
 * Reads the configuration from environment variables; the package's README lists them.
 *
 * @throws {@link ConfigError} naming every variable that is missing or wrong, never with its value.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const values = parseEnvironment(environmentSchema, environment);
  // Half of the regions, rounded up: see docs/decisions/0030.
  const regionQuorum = values.QTI_REGION_QUORUM ?? Math.ceil(values.QTI_REGIONS.length / 2);
  if (regionQuorum > values.QTI_REGIONS.length) {
    throw new ConfigError("QTI_REGION_QUORUM: more copies than there are regions can never be written.");
  }
  if (values.QTI_DEMO_ATTESTER_KEY !== undefined && values.QTI_CHAIN_ID !== localChainId) {
    throw new ConfigError(
      `QTI_DEMO_ATTESTER_KEY: the demo attester verifies nobody, so it runs on the local chain (${localChainId}) only.`,
    );
  }
  if (isSameDatabase(values.DATABASE_URL, values.QTI_SHRED_DATABASE_URL)) {
    throw new ConfigError(
      "QTI_SHRED_DATABASE_URL: keys beside what they seal are in every backup of it; name another database.",
    );
  }
  return {
    host: values.QTI_API_HOST,
    port: values.QTI_API_PORT,
    apiOrigin: values.QTI_API_ORIGIN,
    tls: tlsConfig(values),
    webOrigin: values.QTI_WEB_ORIGIN,
    databaseUrl: values.DATABASE_URL,
    rpcUrl: values.QTI_RPC_URL,
    chainId: values.QTI_CHAIN_ID,
    accessManager: values.QTI_CONTRACTS.accessManager,
    identityRegistry: values.QTI_CONTRACTS.identityRegistry,
    exchangeContracts: exchangeContracts(values.QTI_CONTRACTS),
    campaignContracts: campaignContracts(values.QTI_CONTRACTS),
    taps: tapConfig(values),
    credit: creditConfig(values),
    storeContracts: storeContracts(values.QTI_CONTRACTS),
    storeKey: values.QTI_STORE_KEY,
    fromBlock: values.QTI_FROM_BLOCK,
    storeConfirmations: values.QTI_STORE_CONFIRMATIONS,
    logOrigin: values.QTI_LOG_ORIGIN ?? `${new URL(values.QTI_WEB_ORIGIN).host}/records`,
    logKey: values.QTI_LOG_KEY,
    regions: regionsOf(values),
    regionQuorum,
    services: new Set(values.QTI_SERVICES),
    housekeeping: values.QTI_HOUSEKEEPING === "on",
    demoAttesterKey: values.QTI_DEMO_ATTESTER_KEY,
    sessionSecret: values.QTI_SESSION_SECRET,
    factorKey: values.QTI_FACTOR_KEY,
    shredDatabaseUrl: values.QTI_SHRED_DATABASE_URL,
    shredKey: values.QTI_SHRED_KEY,
    logLevel: values.QTI_LOG_LEVEL,
    proxyHops: values.QTI_PROXY_HOPS,
    limits: {
      requestsPerMinute: values.QTI_RATE_PER_MINUTE,
      signInsPerMinute: values.QTI_SIGN_INS_PER_MINUTE,
      ordersPerMinute: values.QTI_ORDERS_PER_MINUTE,
      ordersPerMaker: values.QTI_ORDERS_PER_MAKER,
      leavesPerDay: values.QTI_LEAVES_PER_DAY,
      tapBatchesPerMinute: values.QTI_TAP_BATCHES_PER_MINUTE,
      tapStartsPerMinute: values.QTI_TAP_STARTS_PER_MINUTE,
      relaysPerDay: values.QTI_RELAYS_PER_DAY,
      relaysPerDayInAll: values.QTI_RELAYS_PER_DAY_IN_ALL,
      feePerGas: BigInt(values.QTI_RELAY_GWEI) * 10n ** 9n,
      codesPerDay: values.QTI_CODES_PER_DAY,
      quotaBytes: values.QTI_QUOTA_BYTES,
    },
  };
}

function regionsOf({
  QTI_REGIONS: regions,
  QTI_S3_KEYS: keys,
}: z.output<typeof environmentSchema>): Region[] {
  const buckets = new Set(regions.filter(({ place }) => typeof place !== "string").map(({ name }) => name));
  if (Object.keys(keys).some((name) => !buckets.has(name))) {
    throw new ConfigError(
      "QTI_S3_KEYS: keys are named by regions that are buckets, and QTI_REGIONS has no such one.",
    );
  }
  return regions.map(({ name, place }) =>
    typeof place === "string" ? { name, folder: place } : { name, s3: { ...place, credentials: keys[name] } },
  );
}

function isSameDatabase(one: string, other: string): boolean {
  const place = ({ hostname, port, pathname }: URL) => `${hostname}:${port || 5432}${pathname}`;
  return place(new URL(one)) === place(new URL(other));
}

function tlsConfig({
  QTI_TLS_CERT: certFile,
  QTI_TLS_KEY: keyFile,
  QTI_TLS_PQ: postQuantum,
}: z.output<typeof environmentSchema>): TlsConfig | undefined {
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile, postQuantum };
  if (certFile !== undefined || keyFile !== undefined) {
    throw new ConfigError("QTI_TLS_CERT and QTI_TLS_KEY: one is of no use without the other.");
  }
  if (postQuantum === "require") {
    throw new ConfigError(
      "QTI_TLS_PQ: only who ends TLS can refuse a key exchange; name QTI_TLS_CERT and QTI_TLS_KEY too, or set it in the proxy.",
    );
  }
  return undefined;
}

function exchangeContracts({
  exchange,
  orderQuoter,
  assetRegistry,
  identityRegistry,
  complianceModule,
}: z.output<typeof contractsSchema>): ExchangeContracts | undefined {
  return exchange && orderQuoter && assetRegistry && identityRegistry
    ? { exchange, orderQuoter, assetRegistry, identityRegistry, complianceModule }
    : undefined;
}

function campaignContracts({
  accessManager,
  merkleDistributor,
}: z.output<typeof contractsSchema>): CampaignContracts | undefined {
  return accessManager && merkleDistributor ? { accessManager, merkleDistributor } : undefined;
}

function tapConfig({
  QTI_CONTRACTS: { identityRegistry, tapRewards, referralRegistry },
  QTI_TAP_ORACLE_KEY: oracleKey,
  QTI_RELAYER_KEY: relayerKey,
}: z.output<typeof environmentSchema>): TapConfig | undefined {
  return identityRegistry && tapRewards && oracleKey
    ? { identityRegistry, tapRewards, referralRegistry, oracleKey, relayerKey }
    : undefined;
}

function creditConfig({
  QTI_CONTRACTS: {
    accessManager,
    identityRegistry,
    creditLines,
    creditBook,
    stakingPool,
    tapRewards,
    referralRegistry,
  },
  QTI_UNDERWRITER_KEY: key,
  QTI_GRAPHQL_URL: graphqlUrl,
}: z.output<typeof environmentSchema>): CreditConfig | undefined {
  if (!key || !graphqlUrl || !accessManager || !identityRegistry || !creditLines || !creditBook)
    return undefined;
  if (!stakingPool || !tapRewards || !referralRegistry) return undefined;
  const contracts = {
    accessManager,
    identityRegistry,
    creditLines,
    creditBook,
    stakingPool,
    tapRewards,
    referralRegistry,
  };
  return { contracts, key, graphqlUrl };
}

function storeContracts({
  accessManager,
  rewardStore,
}: z.output<typeof contractsSchema>): StoreContracts | undefined {
  return accessManager && rewardStore ? { accessManager, rewardStore } : undefined;
}
