import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const stackSchema = z.object({
  web: z.url(),
  api: z.url(),
  graphql: z.url(),
  rpc: z.url(),
  chainId: z.int(),
  contracts: z.record(z.string(), z.string()),
});

/** Where the parts of a running stack are. */
export type StackAddresses = z.infer<typeof stackSchema>;

/** Reads the running stack's own description: the file in QTI_STACK, else that of `npm start`. */
export function readStack(): StackAddresses {
  const file = process.env.QTI_STACK ?? fileURLToPath(new URL("../../../.qti/stack.json", import.meta.url));
  return stackSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
