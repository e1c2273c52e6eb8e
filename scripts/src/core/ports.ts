import net from "node:net";
import { NoFreePortError } from "../errors.ts";
import { type Held, hold } from "./lock.ts";

const attempts = 200;

/** A port that no other stack takes until `release`. */
export interface ReservedPort extends Held {
  readonly port: number;
  /** The port that was asked for, where it was taken. */
  readonly insteadOf: number | undefined;
}

/** True where nothing listens on the port on either loopback address. */
export async function isFree(port: number): Promise<boolean> {
  // "localhost" may mean both: a stranger on ::1 would get the requests meant for us.
  for (const host of ["127.0.0.1", "::1"]) {
    const server = net.createServer();
    const code = await new Promise<string>((resolve) => {
      server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
      server.listen({ port, host, exclusive: true }, () => resolve(""));
    });
    if (code === "") await new Promise((resolve) => server.close(resolve));
    // A machine without IPv6 has nothing to collide with there.
    else if (code !== "EADDRNOTAVAIL" && code !== "EAFNOSUPPORT") return false;
  }
  return true;
}

/**
 * Reserves the preferred port or the next free one above it.
 *
 * Looking whether a port is free and listening on it are two moments: two checkouts that start at once would
 * both find it free. The reservation is a lock between our stacks that covers the time in between.
 */
export async function reservePort(name: string, preferred: number): Promise<ReservedPort> {
  for (let port = preferred; port < preferred + attempts; port++) {
    const held = await hold(`port ${port}`);
    if (held === undefined) continue;
    if (await isFree(port)) {
      return { port, insteadOf: port === preferred ? undefined : preferred, release: held.release };
    }
    await held.release();
  }
  throw new NoFreePortError(name, preferred, preferred + attempts - 1);
}
