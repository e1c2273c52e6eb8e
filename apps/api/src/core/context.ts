import type { IncomingMessage } from "node:http";
import type { FactorKind, StaffRole } from "@qti/sdk/identity/sign-in/wire";
import type { Logger } from "@qti/service/logger";
import type { Session } from "../identity/sessionStore.ts";

/** What a request carries from one middleware to the next. */
export type AppEnv = {
  /** Node's own request, absent where the app is called without a socket. */
  Bindings: { incoming?: IncomingMessage };
  Variables: {
    requestId: string;
    log: Logger;
    /** The signed-in account, or undefined. */
    session: Session | undefined;
    clock: Clock;
    /** The ways in which an account can give a second factor; none for a newcomer. */
    factorsOf: (account: string) => Promise<readonly FactorKind[]>;
    /** The roles that an account holds on the chain. */
    rolesOf: (account: `0x${string}`) => Promise<ReadonlySet<StaffRole>>;
  };
};

/** The clock, handed in so that tests move it instead of waiting. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };
