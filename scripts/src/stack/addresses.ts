import { z } from "zod";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .pipe(z.custom<`0x${string}`>());

/** Where everything is: the content of stack.json. A stack of some parts only leaves the others out. */
export const stackAddresses = z.object({
  web: z.url().optional(),
  graphql: z.url().optional(),
  api: z.url().optional(),
  keeper: z.url().optional(),
  rpc: z.url().optional(),
  chainId: z.number().int(),
  contracts: z.record(z.string(), address),
  startBlock: z.number().int(),
  ready: z.boolean(),
});

/** Where everything is. */
export type StackAddresses = z.infer<typeof stackAddresses>;
