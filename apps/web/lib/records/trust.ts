import { getKeys } from "@qti/sdk";
import type { KeyTrust, PublishedKeys } from "@qti/sdk/records/client";
import { getAddress } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";
import type { Records } from "./context";
import { ReaderKeysChangedError, ReaderKeysRevokedError } from "./errors";
import { pinKeys, pinnedKeys } from "./memory";
import { type Self, selfOf } from "./open-record";

/** Keys that the service offers for somebody, and what is known of them here. */
export type JudgedKeys = { offered: PublishedKeys; trust: KeyTrust };

/** Says what is known of keys of somebody: by what this browser saw of them before, and by the chain. */
export async function judge(
  { client }: Records,
  chain: ReadClient,
  { of }: Self,
  offered: PublishedKeys,
): Promise<JudgedKeys> {
  const [prints, directory] = await Promise.all([
    client.keyFingerprints(offered),
    // A chain that does not answer has no opinion.
    getKeys(chain, { account: getAddress(offered.account) }).then(
      ({ history }) => history,
      () => undefined,
    ),
  ]);
  const trust = client.judgeKeys({
    offered: prints,
    revokedAt: offered.revokedAt,
    pinned: pinnedKeys(of, offered.account),
    directory,
    now: Math.floor(Date.now() / 1000),
  });
  return { offered, trust };
}

/** The keys that somebody has now, as the service says, judged; `undefined` where it says that they have none. */
export async function judgeAccount(
  records: Records,
  chain: ReadClient,
  account: PublishedKeys["account"],
  self: Self,
): Promise<JudgedKeys | undefined> {
  const { client, api } = records;
  const published = await client.listKeys(api, { account });
  const offered = published.find(({ revokedAt }) => revokedAt === null) ?? published[0];
  return offered && judge(records, chain, self, offered);
}

/**
 * Keys that something may be sealed for: those known here, or the first ones of somebody, which are known from then on.
 *
 * @throws {@link ReaderKeysChangedError} {@link ReaderKeysRevokedError}
 */
export async function expectTrusted(
  records: Records,
  chain: ReadClient,
  offered: PublishedKeys,
  chainId: number,
): Promise<void> {
  const self = await selfOf(records, chainId);
  const { trust } = await judge(records, chain, self, offered);
  const { account, fingerprint } = offered;
  if (trust.state === "revoked") throw new ReaderKeysRevokedError({ account });
  if (trust.state === "changed")
    throw new ReaderKeysChangedError({ account, known: trust.pinned.fingerprint, offered: fingerprint });
  if (trust.state === "new") pinKeys(self.of, account, { fingerprint, by: "first-use" });
}

/** The person compared keys of somebody, by another way than this app: from now on they are the known ones. */
export async function compared(
  records: Records,
  keys: Pick<PublishedKeys, "account" | "fingerprint"> | ReaderKeysChangedError,
  chainId: number,
): Promise<void> {
  const fingerprint = keys instanceof ReaderKeysChangedError ? keys.offered : keys.fingerprint;
  pinKeys((await selfOf(records, chainId)).of, keys.account, { fingerprint, by: "comparison" });
}
