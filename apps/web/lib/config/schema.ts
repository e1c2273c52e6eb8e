import { z } from "zod";

const address = z.templateLiteral(["0x", z.string().regex(/^[0-9a-fA-F]{40}$/)]);

const httpUrl = z.url({ protocol: /^https?$/ });

/** What the browser needs to know about the place it runs in. No secret may ever enter this object. */
export const runtimeConfigSchema = z.object({
  apiUrl: httpUrl,
  graphqlUrl: httpUrl,
  rpcUrl: httpUrl,
  chainId: z.coerce.number().int().positive(),
  contracts: z.record(z.string(), address),
});

/** Addresses of services and contracts, read from the environment for each request. */
export type RuntimeConfig = z.infer<typeof runtimeConfigSchema>;

const environmentNames = {
  apiUrl: "QTI_API_URL",
  graphqlUrl: "QTI_GRAPHQL_URL",
  rpcUrl: "QTI_RPC_URL",
  chainId: "QTI_CHAIN_ID",
  contracts: "QTI_CONTRACTS",
} as const satisfies Record<keyof RuntimeConfig, string>;

/** The outcome of reading the environment: a configuration, or the names of the variables that are wrong. */
export type RuntimeConfigResult = { ok: true; config: RuntimeConfig } | { ok: false; wrong: string[] };

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

/** Reads and checks the configuration. Says which variables are wrong instead of throwing, so that a page can. */
export function parseRuntimeConfig(environment: Record<string, string | undefined>): RuntimeConfigResult {
  const parsed = runtimeConfigSchema.safeParse({
    apiUrl: environment[environmentNames.apiUrl],
    graphqlUrl: environment[environmentNames.graphqlUrl],
    rpcUrl: environment[environmentNames.rpcUrl],
    chainId: environment[environmentNames.chainId],
    contracts: parseJson(environment[environmentNames.contracts]),
  });
  if (parsed.success) return { ok: true, config: parsed.data };
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return {
    ok: false,
    wrong: Object.entries(environmentNames)
      .filter(([field]) => fields.has(field))
      .map(([, name]) => name),
  };
}
