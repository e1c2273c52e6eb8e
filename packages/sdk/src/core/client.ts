import type { Account, Chain, Client, Transport } from "viem";

/** Any viem client: reads need a transport, writes an account as well (of the client or given with the action). */
export type QtiClient = Client<Transport, Chain | undefined, Account | undefined>;
