import { cryptography } from "../crypto/cryptography.ts";
import { KeySlotError, KeysLockedError, RecoveryCodeError } from "../errors.ts";
import { backupOf, parseBackup, unwrapAny } from "../keys/backup.ts";
import { generateKeys } from "../keys/generateKeys.ts";
import { importKeys } from "../keys/importKeys.ts";
import { deviceSlot } from "../keys/slots/deviceSlot.ts";
import { passphraseSlot } from "../keys/slots/passphraseSlot.ts";
import { createRecoveryCode, formatRecoveryCode } from "../keys/slots/recoveryCode.ts";
import { recoverySlot } from "../keys/slots/recoverySlot.ts";
import type { SlotWrapper } from "../keys/slots/slot.ts";
import type { KeySlot } from "../keys/slots/slotSchema.ts";
import type { KeyBackup, Keyring, KeyStore } from "../keys/store/keyStore.ts";
import type { KeyPublic, KeySeeds, Keys } from "../keys/types.ts";
import type { Account } from "../wire.ts";
import type { FoundKeys, RecordsStatus } from "./protocol.ts";

/** The keys that a Worker holds, and how they come and go. Seeds live only while a slot is made. */
export type Session = {
  status(): Promise<RecordsStatus>;
  find(account: Account): Promise<FoundKeys | null>;
  create(account: Account): Promise<{ public: KeyPublic; recoveryCode: string }>;
  confirm(recoveryCode: string): Promise<{ public: KeyPublic; backup: KeyBackup }>;
  unlock(account: Account): Promise<KeyPublic>;
  restore(account: Account, backup: unknown, wrapper: SlotWrapper): Promise<KeyPublic>;
  addPassphrase(passphrase: string): Promise<KeyBackup>;
  backup(): KeyBackup;
  lock(): void;
  forget(account: Account): Promise<void>;
  /** @throws {@link KeysLockedError} */
  keys(): Keys;
  account(): Account;
};

export function createSession(store: KeyStore): Session {
  let open: { keys: Keys; keyring: Keyring } | undefined;
  let pending: { keys: Keys; seeds: KeySeeds; account: Account; code: string } | undefined;

  function opened(): { keys: Keys; keyring: Keyring } {
    if (open === undefined) throw new KeysLockedError();
    return open;
  }

  async function refuseToReplace(account: Account, keys?: KeyPublic): Promise<void> {
    const there = await store.getKeyring(account);
    if (there && there.public.fingerprint !== keys?.fingerprint) throw new KeySlotError({ reason: "exists" });
  }

  /** Stores the slots and one for this device; only then are the keys in use. */
  async function adopt(
    account: Account,
    keys: Keys,
    seeds: KeySeeds,
    slots: readonly KeySlot[],
  ): Promise<Keyring> {
    const device = await deviceSlot(store).wrap(seeds, keys.public);
    forgetSeeds(seeds);
    const keyring = { account, public: keys.public, slots: [...slots, device] };
    await store.putKeyring(keyring);
    open = { keys, keyring };
    return keyring;
  }

  return {
    async status() {
      const { kem, signatures, aead } = await cryptography();
      return {
        cryptography: { kem: kem.kind, signatures: signatures.kind, aead: aead.kind },
        account: open?.keyring.account ?? null,
        keys: open?.keys.public ?? null,
      };
    },
    async find(account) {
      const keyring = await store.getKeyring(account);
      if (keyring === undefined) return null;
      return {
        public: keyring.public,
        slots: keyring.slots.map(({ id, kind, createdAt }) => ({ id, kind, createdAt })),
      };
    },
    async create(account) {
      await refuseToReplace(account);
      const { keys, seeds } = await generateKeys();
      const code = await createRecoveryCode();
      pending = { keys, seeds, account, code };
      return { public: keys.public, recoveryCode: code };
    },
    async confirm(recoveryCode) {
      if (pending === undefined) throw new KeySlotError({ reason: "missing" });
      const { keys, seeds, account, code } = pending;
      if ((await formatRecoveryCode(recoveryCode)) !== code)
        throw new RecoveryCodeError({ reason: "other-keys" });
      await refuseToReplace(account);
      const slot = await recoverySlot(code).wrap(seeds, keys.public);
      const keyring = await adopt(account, keys, seeds, [slot]);
      pending = undefined;
      return { public: keys.public, backup: backupOf(keyring) };
    },
    async unlock(account) {
      const keyring = await store.getKeyring(account);
      if (keyring === undefined) throw new KeySlotError({ reason: "missing" });
      const keys = await importAs(keyring.public, await unwrapAny(keyring, deviceSlot(store)));
      open = { keys, keyring };
      return keys.public;
    },
    async restore(account, backup, wrapper) {
      const parsed = parseBackup(backup);
      await refuseToReplace(account, parsed.public);
      const seeds = await unwrapAny(parsed, wrapper);
      const keys = await importKeys(seeds);
      if (keys.public.fingerprint !== parsed.public.fingerprint)
        throw new KeySlotError({ reason: "other-keys" });
      await adopt(
        account,
        keys,
        seeds,
        parsed.slots.filter(({ kind }) => kind !== "device"),
      );
      return keys.public;
    },
    async addPassphrase(passphrase) {
      const { keys, keyring } = opened();
      const seeds = await unwrapAny(keyring, deviceSlot(store));
      const slot = await passphraseSlot(passphrase).wrap(seeds, keys.public);
      forgetSeeds(seeds);
      // One passphrase at a time: an old one that still opened would not be forgotten.
      const slots = [...keyring.slots.filter(({ kind }) => kind !== "passphrase"), slot];
      const next = { ...keyring, slots };
      await store.putKeyring(next);
      open = { keys, keyring: next };
      return backupOf(next);
    },
    backup: () => backupOf(opened().keyring),
    lock() {
      open = undefined;
    },
    async forget(account) {
      if (open?.keyring.account === account) open = undefined;
      await store.deleteKeyring(account);
    },
    keys: () => opened().keys,
    account: () => opened().keyring.account,
  };
}

async function importAs(expected: KeyPublic, seeds: KeySeeds): Promise<Keys> {
  const keys = await importKeys(seeds);
  forgetSeeds(seeds);
  if (keys.public.fingerprint !== expected.fingerprint) throw new KeySlotError({ reason: "other-keys" });
  return keys;
}

/** The best that JavaScript can do: the bytes are gone from here, whatever the engine has copied. */
function forgetSeeds(seeds: KeySeeds): void {
  seeds.xwing.fill(0);
  seeds.mldsa.fill(0);
}
