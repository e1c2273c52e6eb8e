import { createHash } from "node:crypto";
import net from "node:net";

/** A name nobody else on this machine holds until `release`, or until this process ends in whatever way. */
export interface Held {
  release(): Promise<void>;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

/**
 * Takes a machine-wide name, or returns undefined where another process holds it.
 *
 * The name is a listener in Linux's abstract socket namespace: the kernel frees it with its holder, so that
 * even `kill -9` leaves no lock behind, which no lock file can promise.
 */
export async function hold(name: string): Promise<Held | undefined> {
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 40);
  const server = net.createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(`\0qti-${digest}`, resolve);
    });
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
