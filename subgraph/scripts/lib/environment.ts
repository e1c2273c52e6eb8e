import { z } from "zod";
import { BuildInputError } from "./errors.ts";
import type { Binding } from "./manifest.ts";

const schema = z.object({
  QTI_CONTRACTS: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue("is not JSON");
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), z.string().regex(/^0x[0-9a-fA-F]{40}$/, "is not an address"))),
  QTI_START_BLOCK: z.coerce.number().int().nonnegative().default(0),
  QTI_SUBGRAPH_NETWORK: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default("qti"),
});

/** What the environment says a build is for; undefined where it names no contracts. */
export function readBinding(env: NodeJS.ProcessEnv): Binding | undefined {
  if (env.QTI_CONTRACTS === undefined || env.QTI_CONTRACTS === "") return undefined;
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new BuildInputError(z.prettifyError(parsed.error));
  const { QTI_CONTRACTS, QTI_START_BLOCK, QTI_SUBGRAPH_NETWORK } = parsed.data;
  return { contracts: QTI_CONTRACTS, startBlock: QTI_START_BLOCK, network: QTI_SUBGRAPH_NETWORK };
}
