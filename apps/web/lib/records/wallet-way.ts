import "@/lib/no-eval";
import { ApiProblemError } from "@qti/sdk/errors";
import type { FoundKeys, KeyPublic } from "@qti/sdk/records/client";
import {
  createWalletFactor,
  createWalletShare,
  deleteWalletShare,
  getWalletShare,
  putWalletShare,
  readWalletFactor,
  type walletFactorMessage,
} from "@qti/sdk/records/wallet-factor";
import type { Account } from "@qti/sdk/records/wire";
import type { Hex } from "viem";
import { withStepUp } from "@/lib/session/step-up";
import type { WalletFacts } from "./backup";
import type { Records } from "./context";
import { WalletShareGoneError } from "./errors";
import { publishOpenKeys } from "./publish";

/*
 * A wallet as a way to open keys: what it signs, together with a share that the service gives after a second factor only. Loaded when
 * somebody takes this way.
 */

/** Has the connected account sign what unlocks its keys. */
export type SignUnlock = (message: ReturnType<typeof walletFactorMessage>) => Promise<Hex>;

type Fingerprint = KeyPublic["fingerprint"];

/** The service's share of these keys; `undefined` where it has none. */
async function keptShare({ api }: Records, fingerprint: Fingerprint) {
  try {
    return await getWalletShare(api, { fingerprint });
  } catch (error) {
    if (error instanceof ApiProblemError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Adds the wallet as a way to open the open keys. A share that the service has already is taken again: a new one in its place would close
 * the way in every backup that was made with it.
 *
 * @param sign - Asked twice, to see that the wallet signs the same each time.
 */
export async function addWallet(
  records: Records,
  {
    account,
    chainId,
    keys,
    sign,
  }: {
    account: Account;
    chainId: number;
    keys: KeyPublic;
    sign: SignUnlock;
  },
): Promise<void> {
  const { fingerprint } = keys;
  // First of all: who cannot give a second factor is not asked to sign anything.
  const kept = await withStepUp(async () => {
    await publishOpenKeys(records, { keys, account, chainId });
    return keptShare(records, fingerprint);
  });
  const factor = await createWalletFactor({ account, chainId }, sign);
  const share = kept ?? createWalletShare();
  if (!kept) await withStepUp(() => putWalletShare(records.api, { fingerprint, share }));
  await records.worker.addWallet({ wallet: { account, chainId, factor, share } });
}

/**
 * Takes the wallet away as a way: the service deletes its share, so that backups of before do not open by it either.
 *
 * @throws {@link KeySlotError} `too-few`, before anything is deleted
 */
export async function removeWallet(
  { client, worker, api }: Records,
  {
    fingerprint,
    id,
    slots,
  }: {
    fingerprint: Fingerprint;
    id: string;
    slots: FoundKeys["slots"];
  },
): Promise<void> {
  client.checkSlots(slots.filter((slot) => slot.id !== id));
  await withStepUp(async () => {
    try {
      await deleteWalletShare(api, { fingerprint });
    } catch (error) {
      // It went away in another browser.
      if (!(error instanceof ApiProblemError && error.status === 404)) throw error;
    }
  });
  await worker.removeSlot({ id });
}

/**
 * Opens a backup by the wallet that is among its ways.
 *
 * @throws {@link WalletShareGoneError} {@link KeySlotError}
 */
export async function restoreByWallet(
  records: Records,
  {
    account,
    backup,
    facts: { fingerprint, ...whose },
    sign,
  }: { account: Account; backup: unknown; facts: WalletFacts; sign: SignUnlock },
): Promise<void> {
  const share = await withStepUp(() => keptShare(records, fingerprint));
  if (!share) throw new WalletShareGoneError();
  const factor = await readWalletFactor(whose, sign);
  await records.worker.restore({ account, backup, wallet: { ...whose, factor, share } });
}
