import { cryptography } from "../crypto/cryptography.ts";
import { KeySlotError, KeysLockedError, RecoveryCodeError } from "../errors.ts";
import { backupOf, parseBackup, unwrapAny } from "../keys/backup.ts";
import { generateKeys } from "../keys/generateKeys.ts";
import { importKeys } from "../keys/importKeys.ts";
import { checkSlots } from "../keys/slots/checkSlots.ts";
import { deviceSlot } from "../keys/slots/deviceSlot.ts";
import { createRecoveryCode, formatRecoveryCode } from "../keys/slots/recoveryCode.ts";
import { recoverySlot } from "../keys/slots/recoverySlot.ts";
import type { SlotWrapper } from "../keys/slots/slot.ts";
import type { KeySlot } from "../keys/slots/slotSchema.ts";
import type { KeyBackup, Keyring, KeyStore, RetiredKeys } from "../keys/store/keyStore.ts";
import type { KeyPublic, KeySeeds, Keys } from "../keys/types.ts";
import type { Account } from "../wire.ts";
import type { FoundKeys, RecordsStatus } from "./protocol.ts";
import { importRetired, retire } from "./retired.ts";
import { forgetSeeds, importAs } from "./seeds.ts";

/** The keys that a Worker holds, and how they come and go. Seeds live only while a slot is made. */
export type Session = {
  status(): Promise<RecordsStatus>;
  find(account: Account): Promise<FoundKeys | null>;
  create(account: Account): Promise<{ public: KeyPublic; recoveryCode: string }>;
  /** Makes keys to follow those that are open; they stay in use until {@link Session.confirm}. */
  rotate(): Promise<{ public: KeyPublic; recoveryCode: string }>;
  confirm(recoveryCode: string): Promise<{ public: KeyPublic; backup: KeyBackup }>;
  unlock(account: Account): Promise<KeyPublic>;
  restore(account: Account, backup: unknown, wrapper: SlotWrapper): Promise<KeyPublic>;
  /** Adds a slot; of the kinds in `instead` it is the only one then. */
  addSlot(wrapper: SlotWrapper, instead?: readonly KeySlot["kind"][]): Promise<KeyBackup>;
  removeSlot(id: string): Promise<KeyBackup>;
  backup(): KeyBackup;
  lock(): void;
  forget(account: Account): Promise<void>;
  /** @throws {@link KeysLockedError} */
  keys(): Keys;
  /** The keys that are open, and the older ones that they followed. */
  openers(): readonly Keys[];
  /** Keys to seal with. @throws {@link KeysLockedError} {@link KeySlotError} one lost thing would lose what is sealed */
  sealer(): Keys;
  account(): Account;
};

type Opened = { keys: Keys; retired: readonly Keys[]; keyring: Keyring };
type Pending = {
  keys: Keys;
  seeds: KeySeeds;
  account: Account;
  code: string;
  /** The keyring that these keys replace, by a rotation. */
  replaces?: Keyring | undefined;
};

export function createSession(store: KeyStore): Session {
  let open: Opened | undefined;
  let pending: Pending | undefined;

  function opened(): Opened {
    if (open === undefined) throw new KeysLockedError();
    return open;
  }

  async function refuseToReplace(account: Account, keys?: KeyPublic): Promise<void> {
    const there = await store.getKeyring(account);
    if (there && there.public.fingerprint !== keys?.fingerprint) throw new KeySlotError({ reason: "exists" });
  }

  async function prepare(account: Account, replaces?: Keyring) {
    const { keys, seeds } = await generateKeys();
    const code = await createRecoveryCode();
    pending = { keys, seeds, account, code, replaces };
    return { public: keys.public, recoveryCode: code };
  }

  /** Stores the slots and one for this device; only then are the keys in use. */
  async function adopt(
    account: Account,
    keys: Keys,
    seeds: KeySeeds,
    slots: readonly KeySlot[],
    retired: readonly RetiredKeys[] = [],
  ): Promise<Keyring> {
    const device = await deviceSlot(store).wrap(seeds, keys.public);
    const keyring = {
      account,
      public: keys.public,
      slots: [...slots, device],
      ...(retired.length > 0 && { retired: [...retired] }),
    };
    const older = await importRetired(keyring, seeds);
    forgetSeeds(seeds);
    await store.putKeyring(keyring);
    open = { keys, retired: older, keyring };
    return keyring;
  }

  async function putSlots(slots: readonly KeySlot[]): Promise<KeyBackup> {
    const current = opened();
    const keyring = { ...current.keyring, slots: [...slots] };
    await store.putKeyring(keyring);
    open = { ...current, keyring };
    return backupOf(keyring);
  }

  /** What follows the keys of a keyring has them wrapped; a new one has none to wrap. */
  async function retiredBy({ seeds, replaces }: Pending): Promise<RetiredKeys[]> {
    if (replaces === undefined) return [];
    const old = await unwrapAny(replaces, deviceSlot(store));
    const retired = await retire(replaces, old, seeds);
    forgetSeeds(old);
    return retired;
  }

  return {
    async status() {
      const { kem, signatures, aead } = await cryptography();
      return {
        cryptography: { kem: kem.kind, signatures: signatures.kind, aead: aead.kind },
        account: open?.keyring.account ?? null,
        keys: open?.keys.public ?? null,
        retired: open?.retired.map((keys) => keys.public) ?? [],
      };
    },
    async find(account) {
      const keyring = await store.getKeyring(account);
      if (keyring === undefined) return null;
      return {
        public: keyring.public,
        slots: keyring.slots.map(({ id, kind, createdAt, ...slot }) => ({
          id,
          kind,
          createdAt,
          ...("prfInput" in slot && {
            passkey: { credentialId: slot.credentialId, rpId: slot.rpId, prfInput: slot.prfInput },
          }),
        })),
      };
    },
    async create(account) {
      await refuseToReplace(account);
      return prepare(account);
    },
    async rotate() {
      const { keyring } = opened();
      return prepare(keyring.account, keyring);
    },
    async confirm(recoveryCode) {
      if (pending === undefined) throw new KeySlotError({ reason: "missing" });
      const { keys, seeds, account, code, replaces } = pending;
      if ((await formatRecoveryCode(recoveryCode)) !== code)
        throw new RecoveryCodeError({ reason: "other-keys" });
      await refuseToReplace(account, replaces?.public);
      const retired = await retiredBy(pending);
      const slot = await recoverySlot(code).wrap(seeds, keys.public);
      const keyring = await adopt(account, keys, seeds, [slot], retired);
      pending = undefined;
      // Their seeds are kept by the new keys; what this browser could open them with is no longer needed.
      for (const old of replaces?.slots ?? []) if (old.kind === "device") await store.deleteDeviceKey(old.id);
      return { public: keys.public, backup: backupOf(keyring) };
    },
    async unlock(account) {
      const keyring = await store.getKeyring(account);
      if (keyring === undefined) throw new KeySlotError({ reason: "missing" });
      const seeds = await unwrapAny(keyring, deviceSlot(store));
      const retired = await importRetired(keyring, seeds);
      open = { keys: await importAs(keyring.public, seeds), retired, keyring };
      return keyring.public;
    },
    async restore(account, backup, wrapper) {
      const parsed = parseBackup(backup);
      await refuseToReplace(account, parsed.public);
      const seeds = await unwrapAny(parsed, wrapper);
      const keys = await importKeys(seeds);
      if (keys.public.fingerprint !== parsed.public.fingerprint)
        throw new KeySlotError({ reason: "other-keys" });
      const slots = parsed.slots.filter(({ kind }) => kind !== "device");
      await adopt(account, keys, seeds, slots, parsed.retired);
      return keys.public;
    },
    async addSlot(wrapper, instead = []) {
      const { keys, keyring } = opened();
      const seeds = await unwrapAny(keyring, deviceSlot(store));
      const slot = await wrapper.wrap(seeds, keys.public);
      forgetSeeds(seeds);
      return putSlots([...keyring.slots.filter(({ kind }) => !instead.includes(kind)), slot]);
    },
    async removeSlot(id) {
      const { slots } = opened().keyring;
      const removed = slots.find((slot) => slot.id === id);
      if (removed === undefined) throw new KeySlotError({ reason: "missing" });
      const kept = slots.filter((slot) => slot !== removed);
      checkSlots(kept);
      const backup = await putSlots(kept);
      if (removed.kind === "device") await store.deleteDeviceKey(id);
      return backup;
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
    openers() {
      const { keys, retired } = opened();
      return [keys, ...retired];
    },
    sealer() {
      const { keys, keyring } = opened();
      checkSlots(keyring.slots);
      return keys;
    },
    account: () => opened().keyring.account,
  };
}
