import { Client } from "pg";

/** The right to sign with one account, for as long as it is held. */
export type Lease = {
  /** Rejects when the right was lost: from then on somebody else may sign. */
  lost: Promise<never>;
  release: () => Promise<void>;
};

/** "qti" in ASCII: keeps the keeper's locks apart from others on the same server. */
const lockSpace = 0x717469;

/**
 * Waits until no other process signs with `account`, then holds that right: two keepers with one key would use one nonce
 * twice. It is a lock of a database session, so it goes with the process however that ends, and a second keeper is a
 * standby that takes over at once.
 */
export async function takeLease(url: string, account: `0x${string}`, onWait: () => void): Promise<Lease> {
  const client = new Client({ connectionString: url, application_name: "qti-keeper-lease", keepAlive: true });
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("the connection that held the lease was closed")));
  });
  // Nobody may be looking while the lease is given back.
  lost.catch(() => undefined);
  await client.connect();
  const key = [lockSpace, Number.parseInt(account.slice(2, 9), 16)];
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1, $2) as taken",
    key,
  );
  if (rows[0]?.taken !== true) {
    onWait();
    await client.query("select pg_advisory_lock($1, $2)", key);
  }
  return { lost, release: () => client.end() };
}
