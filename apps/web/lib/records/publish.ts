import type { Account, KeyPublic, PublishedKeys } from "@qti/sdk/records/client";
import type { Records } from "./context";

/** Publishes the open keys with the service, unless they stand there: publishing may ask for a second factor. */
export async function publishOpenKeys(
  { client, worker, api }: Records,
  { keys, account, chainId }: { keys: KeyPublic; account: Account; chainId: number },
): Promise<PublishedKeys> {
  const published = await client.listKeys(api, { account });
  const known = published.find(
    ({ fingerprint, revokedAt }) => fingerprint === keys.fingerprint && revokedAt === null,
  );
  return known ?? client.publishKeys(api, { keys: await worker.signKeys({ chainId }) });
}
