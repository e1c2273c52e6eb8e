import type { KeyPublic } from "@qti/sdk/records/client";
import { concat, type Hex, numberToHex, slice } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerStepUp, StepUpDeclinedError } from "@/lib/session/step-up";
import { readBackup } from "./backup";
import { WalletShareGoneError } from "./errors";
import { adaAccount, browser, chainId, type Service, service } from "./testing";
import { addWallet, removeWallet, restoreByWallet, type SignUnlock } from "./wallet-way";

// The account of the tests is that of a well-known key.
const ada = privateKeyToAccount("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
const mal = privateKeyToAccount(generatePrivateKey());

let at: Service;
let here: Awaited<ReturnType<typeof browser>>;
let keys: KeyPublic;
let asked: number;
let leave: () => void;

const signed =
  (by: typeof ada): SignUnlock =>
  (message) => {
    asked += 1;
    return by.signTypedData(message);
  };

/** Another signature of the same by the same key: s and the order of the curve without s are both good. */
function otherOf(signature: Hex): Hex {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = numberToHex(order - BigInt(slice(signature, 32, 64)), { size: 32 });
  return concat([slice(signature, 0, 32), s, signature.endsWith("1b") ? "0x1c" : "0x1b"]);
}

const add = (sign = signed(ada)) => addWallet(here.records, { account: adaAccount, chainId, keys, sign });
const slots = async () => (await here.records.worker.findKeys({ account: adaAccount }))?.slots ?? [];
const kinds = async () => (await slots()).map(({ kind }) => kind);

async function remove(): Promise<void> {
  const all = await slots();
  const id = all.find(({ kind }) => kind === "wallet")?.id ?? "";
  await removeWallet(here.records, { fingerprint: keys.fingerprint, id, slots: all });
}

/** A browser that never saw the keys, at the same service. */
async function elsewhere(backup: unknown, sign = signed(ada)): Promise<KeyPublic | null> {
  const other = await browser(at);
  await other.records.worker.forget({ account: adaAccount });
  const { value, wallet } = readBackup(JSON.stringify(backup));
  if (!wallet) throw new Error("The backup has no wallet.");
  try {
    await restoreByWallet(other.records, { account: adaAccount, backup: value, facts: wallet, sign });
    return (await other.records.worker.status()).keys;
  } finally {
    other.records.worker.close();
  }
}

beforeEach(async () => {
  at = service();
  here = await browser(at);
  keys = here.ada.keys;
  asked = 0;
  at.session.steppedUp = false;
  leave = answerStepUp(async () => {
    at.session.steppedUp = true;
  });
});
afterEach(() => {
  leave();
  here.records.worker.close();
});

test("a wallet is added after a second factor, by two signatures, and opens the backup elsewhere by one", async () => {
  await add();
  expect(asked).toBe(2);
  expect(await kinds()).toEqual(["recovery", "device", "wallet"]);
  const backup = await here.records.worker.backup();
  at.session.steppedUp = false;
  expect(await elsewhere(backup)).toEqual(keys);
  expect(asked).toBe(3);
  await expect(elsewhere(backup, signed(mal))).rejects.toMatchObject({ reason: "wallet-foreign" });
});

test("keys are published first where the service does not know them", async () => {
  at.keys.clear();
  await add();
  expect(at.keys.get(keys.fingerprint)?.account).toBe(adaAccount);
});

test("nothing is signed, kept or added without a second factor", async () => {
  leave();
  leave = answerStepUp(() => Promise.reject(new StepUpDeclinedError()));
  await expect(add()).rejects.toBeInstanceOf(StepUpDeclinedError);
  expect([asked, at.shares.size, await kinds()]).toEqual([0, 0, ["recovery", "device"]]);
});

test("a wallet that signs differently each time is refused, and no share is kept for it", async () => {
  const varying: SignUnlock = async (message) => {
    const signature = await signed(ada)(message);
    return asked === 1 ? signature : otherOf(signature);
  };
  await expect(add(varying)).rejects.toMatchObject({ reason: "wallet-varies" });
  expect([at.shares.size, await kinds()]).toEqual([0, ["recovery", "device"]]);
});

test("a share that is kept is taken again: a backup of before still opens", async () => {
  await add();
  const backup = await here.records.worker.backup();
  await here.records.worker.removeSlot({
    id: (await slots()).find(({ kind }) => kind === "wallet")?.id ?? "",
  });
  await add();
  expect(await elsewhere(backup)).toEqual(keys);
});

test("a wallet that was taken away opens no backup any more, and can be added again", async () => {
  await add();
  const backup = await here.records.worker.backup();
  await remove();
  expect([at.shares.size, await kinds()]).toEqual([0, ["recovery", "device"]]);
  await expect(elsewhere(backup)).rejects.toThrow(WalletShareGoneError);
  await add();
  expect(await kinds()).toEqual(["recovery", "device", "wallet"]);
});

test("a wallet whose share went away in another browser is taken away all the same", async () => {
  await add();
  at.shares.clear();
  await remove();
  expect(await kinds()).toEqual(["recovery", "device"]);
});

test("the share stays where the wallet has to stay, and the wallet is never what is left", async () => {
  await add();
  const all = await slots();
  const idOf = (wanted: string) => all.find(({ kind }) => kind === wanted)?.id ?? "";
  await expect(here.records.worker.removeSlot({ id: idOf("recovery") })).rejects.toMatchObject({
    reason: "too-few",
  });
  const few = all.filter(({ kind }) => kind !== "device");
  await expect(
    removeWallet(here.records, { fingerprint: keys.fingerprint, id: idOf("wallet"), slots: few }),
  ).rejects.toMatchObject({ reason: "too-few" });
  expect(at.shares.size).toBe(1);
});
