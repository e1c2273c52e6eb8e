import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomBytes, toBase64 } from "../../bytes.ts";
import { KeySlotError, RecordInputError, RecoveryCodeError } from "../../errors.ts";
import { owner } from "../../testing/people.ts";
import { backupOf, parseBackup, unwrapAny } from "../backup.ts";
import { generateKeys } from "../generateKeys.ts";
import { indexedDbKeyStore } from "../store/indexedDbKeyStore.ts";
import { checkSlots } from "./checkSlots.ts";
import { deviceSlot } from "./deviceSlot.ts";
import { passkeySlot } from "./passkeySlot.ts";
import { passphraseSlot } from "./passphraseSlot.ts";
import { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from "./recoveryCode.ts";
import { recoverySlot } from "./recoverySlot.ts";
import { keySlotSchema, successorSlotSchema } from "./slotSchema.ts";
import { successorSlot } from "./successorSlot.ts";
import { walletSlot } from "./walletSlot.ts";

const { keys, seeds } = await generateKeys();
const cheap = { memoryKiB: 8 * 1024, passes: 1 };
const passkey = {
  credentialId: "Y3JlZGVudGlhbA",
  rpId: "localhost",
  prfInput: toBase64(randomBytes(32)),
  secret: randomBytes(32),
};
const wallet = { account: owner, chainId: 31337, factor: randomBytes(64), share: randomBytes(32) } as const;
const store = () => indexedDbKeyStore({ factory: new IDBFactory() });

describe("every kind of slot", () => {
  const device = store();
  const code = createRecoveryCode();
  const kinds = [
    ["device", async () => deviceSlot(device), async () => deviceSlot(store())],
    ["recovery", async () => recoverySlot(await code), async () => recoverySlot(await createRecoveryCode())],
    [
      "passphrase",
      async () => passphraseSlot("correct horse", cheap),
      async () => passphraseSlot("wrong horse", cheap),
    ],
    [
      "passkey",
      async () => passkeySlot(passkey),
      async () => passkeySlot({ ...passkey, secret: randomBytes(32) }),
    ],
    ["wallet", async () => walletSlot(wallet), async () => walletSlot({ ...wallet, share: randomBytes(32) })],
  ] as const;

  test.each(kinds)("%s: gives the seeds back, and survives as JSON", async (_, wrapper) => {
    const slot = await (await wrapper()).wrap(seeds, keys.public);
    const stored = keySlotSchema.parse(JSON.parse(JSON.stringify(slot)));
    expect(await (await wrapper()).unwrap(stored)).toEqual(seeds);
    expect(JSON.stringify(slot)).not.toContain(toBase64(seeds.xwing).slice(0, 20));
  });

  test.each(kinds)("error: %s: KeySlotError with another secret", async (_, wrapper, other) => {
    const slot = await (await wrapper()).wrap(seeds, keys.public);
    await expect((await other()).unwrap(slot)).rejects.toThrow(KeySlotError);
  });

  test.each(kinds)("error: %s: KeySlotError when any field was changed", async (_, wrapper) => {
    const slot = await (await wrapper()).wrap(seeds, keys.public);
    const again = await (await wrapper()).wrap(seeds, keys.public);
    for (const change of [
      { wrapped: again.wrapped },
      { fingerprint: `0x${"1".repeat(64)}` as const },
      { createdAt: new Date(0).toISOString() },
    ]) {
      await expect((await wrapper()).unwrap({ ...slot, ...change })).rejects.toThrow(KeySlotError);
    }
  });

  test("error: KeySlotError for a slot of another kind", async () => {
    const slot = await recoverySlot(await code).wrap(seeds, keys.public);
    for (const wrapper of [
      deviceSlot(device),
      passphraseSlot("x", cheap),
      passkeySlot(passkey),
      walletSlot(wallet),
      successorSlot(seeds),
    ]) {
      await expect(wrapper.unwrap(slot)).rejects.toMatchObject({ reason: "malformed" });
    }
    const other = await deviceSlot(device).wrap(seeds, keys.public);
    await expect(recoverySlot(await code).unwrap(other)).rejects.toMatchObject({ reason: "malformed" });
  });
});

describe("wallet", () => {
  test("neither the signature nor the share opens it alone", async () => {
    const slot = await walletSlot(wallet).wrap(seeds, keys.public);
    for (const other of [{ factor: randomBytes(64) }, { share: randomBytes(32) }])
      await expect(walletSlot({ ...wallet, ...other }).unwrap(slot)).rejects.toMatchObject({
        reason: "wrong-secret",
      });
  });

  test("error: RecordInputError for a share that is none, KeySlotError for a factor that is none", () => {
    for (const share of [new Uint8Array(), randomBytes(31), new Uint8Array(32)])
      expect(() => walletSlot({ ...wallet, share })).toThrow(RecordInputError);
    expect(() => walletSlot({ ...wallet, factor: randomBytes(65) })).toThrow(KeySlotError);
  });
});

describe("successor", () => {
  test("old seeds open with those that followed, and with no others", async () => {
    const newer = await generateKeys();
    const slot = await successorSlot(newer.seeds).wrap(seeds, keys.public);
    expect(await successorSlot(newer.seeds).unwrap(successorSlotSchema.parse(slot))).toEqual(seeds);
    await expect(successorSlot(seeds).unwrap(slot)).rejects.toMatchObject({ reason: "wrong-secret" });
    expect(keySlotSchema.safeParse(slot).success).toBe(false);
  });
});

test("error: KeySlotError for fewer than two ways, or none outside of this browser", () => {
  const [one, two, wallet] = [{ kind: "device" }, { kind: "recovery" }, { kind: "wallet" }] as const;
  // A wallet opens nothing once the service or its share is gone.
  for (const slots of [[], [one], [two], [one, one], [one, wallet], [wallet, wallet]])
    expect(() => checkSlots(slots)).toThrow(expect.objectContaining({ reason: "too-few" }));
  for (const slots of [
    [one, two],
    [wallet, two],
  ])
    expect(() => checkSlots(slots)).not.toThrow();
});

describe("passphrase", () => {
  test("the same letters typed in another way are the same passphrase", async () => {
    const slot = await passphraseSlot("caf\u00e9 \ufb01", cheap).wrap(seeds, keys.public);
    expect(await passphraseSlot("cafe\u0301 fi", cheap).unwrap(slot)).toEqual(seeds);
  });

  test("the cost is read from the slot, and one beyond all bounds is refused", async () => {
    const slot = await passphraseSlot("x", { memoryKiB: 8 * 1024, passes: 2 }).wrap(seeds, keys.public);
    expect(await passphraseSlot("x").unwrap(slot)).toEqual(seeds);
    expect(keySlotSchema.safeParse({ ...slot, memoryKiB: 4 * 1024 * 1024 }).success).toBe(false);
    expect(keySlotSchema.safeParse({ ...slot, passes: 1000 }).success).toBe(false);
  });
});

describe("recovery code", () => {
  test("is nine groups of five, never the same twice", async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, createRecoveryCode));
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){8}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(new Set(codes).size).toBe(20);
  });

  test("is read however it is typed", async () => {
    const code = await createRecoveryCode();
    const secret = await parseRecoveryCode(code);
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll("-", ""),
      code.replaceAll("-", "  "),
      code.replaceAll("0", "o").replaceAll("1", "l"),
      ` ${code}\n`,
    ]) {
      expect(await parseRecoveryCode(typed)).toEqual(secret);
      expect(await formatRecoveryCode(typed)).toBe(code);
    }
  });

  test("error: RecoveryCodeError for any one slip, and for any two neighbours swapped", async () => {
    const code = (await createRecoveryCode()).replaceAll("-", "");
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    await fc.assert(
      fc.asyncProperty(fc.nat(44), fc.nat(30), async (at, step) => {
        const now = code[at] ?? "";
        const other = letters[(letters.indexOf(now) + 1 + step) % 32] ?? "";
        const slip = code.slice(0, at) + other + code.slice(at + 1);
        await expect(parseRecoveryCode(slip)).rejects.toMatchObject({ reason: "checksum" });
        const swapped =
          code.slice(0, at) +
          code
            .slice(at, at + 2)
            .split("")
            .reverse()
            .join("") +
          code.slice(at + 2);
        fc.pre(swapped !== code);
        await expect(parseRecoveryCode(swapped)).rejects.toThrow(RecoveryCodeError);
      }),
    );
  });

  test("error: RecoveryCodeError says whether the length or a letter is wrong", async () => {
    const code = await createRecoveryCode();
    await expect(parseRecoveryCode(code.slice(6))).rejects.toMatchObject({ reason: "length" });
    await expect(parseRecoveryCode("")).rejects.toMatchObject({ reason: "length" });
    await expect(parseRecoveryCode(`${code.slice(0, -1)}U`)).rejects.toMatchObject({ reason: "character" });
    await expect(parseRecoveryCode(`${code.slice(0, -1)}!`)).rejects.toMatchObject({ reason: "character" });
  });
});

describe("IndexedDB", () => {
  const factory = new IDBFactory();
  const database = indexedDbKeyStore({ factory });

  test("keeps a keyring and its device key, and another opening of it finds them", async () => {
    const slot = await deviceSlot(database).wrap(seeds, keys.public);
    await database.putKeyring({ account: owner, public: keys.public, slots: [slot] });
    const again = indexedDbKeyStore({ factory });
    const found = await again.getKeyring(owner);
    expect(found?.public).toEqual(keys.public);
    expect(await unwrapAny({ public: keys.public, slots: found?.slots ?? [] }, deviceSlot(again))).toEqual(
      seeds,
    );
    expect(await again.getKeyring(`0x${"2".repeat(40)}`)).toBeUndefined();
  });

  test("the device key cannot be exported", async () => {
    const slot = await deviceSlot(database).wrap(seeds, keys.public);
    const key = await database.getDeviceKey(slot.id);
    expect(key?.extractable).toBe(false);
    if (key) await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });

  test("deleting a keyring deletes its device keys", async () => {
    const slot = await deviceSlot(database).wrap(seeds, keys.public);
    await database.putKeyring({ account: owner, public: keys.public, slots: [slot] });
    await database.deleteKeyring(owner);
    expect(await database.getKeyring(owner)).toBeUndefined();
    expect(await database.getDeviceKey(slot.id)).toBeUndefined();
    await expect(deviceSlot(database).unwrap(slot)).rejects.toMatchObject({ reason: "missing" });
  });

  test("error: KeySlotError when there is no storage, or what lies there is damaged", async () => {
    const none = indexedDbKeyStore({ factory: undefined });
    await expect(none.getKeyring(owner)).rejects.toMatchObject({ name: "KeySlotError", reason: "storage" });
    const broken = new IDBFactory();
    const opening = broken.open("qti-records", 1);
    await new Promise<void>((resolve, reject) => {
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("device-keys");
        opening.result.createObjectStore("keyrings").put({ account: owner }, owner);
      };
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
    await expect(indexedDbKeyStore({ factory: broken }).getKeyring(owner)).rejects.toMatchObject({
      reason: "malformed",
    });
  });
});

describe("backup", () => {
  test("holds what the device alone could not open, and opens with the code", async () => {
    const code = await createRecoveryCode();
    const slots = [
      await deviceSlot(store()).wrap(seeds, keys.public),
      await recoverySlot(code).wrap(seeds, keys.public),
    ];
    const backup = backupOf({ account: owner, public: keys.public, slots });
    expect(backup.slots.map(({ kind }) => kind)).toEqual(["recovery"]);
    const read = parseBackup(JSON.parse(JSON.stringify(backup)));
    expect(await unwrapAny(read, recoverySlot(code))).toEqual(seeds);
    await expect(unwrapAny(read, passphraseSlot("x", cheap))).rejects.toMatchObject({ reason: "missing" });
    await expect(unwrapAny(read, recoverySlot(await createRecoveryCode()))).rejects.toMatchObject({
      reason: "wrong-secret",
    });
  });

  test("error: KeySlotError for a backup of device slots only, and for what is no backup", async () => {
    const slot = await deviceSlot(store()).wrap(seeds, keys.public);
    expect(() => backupOf({ account: owner, public: keys.public, slots: [slot] })).toThrow(KeySlotError);
    for (const value of [null, {}, "text", { format: "qti/key-backup/v1", public: keys.public, slots: [] }]) {
      expect(() => parseBackup(value)).toThrow(KeySlotError);
    }
  });
});
