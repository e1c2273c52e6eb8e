import { expect, test } from "vitest";
import { readBackup } from "./backup";

const wallet = { account: `0x${"a".repeat(40)}`, chainId: 31337, fingerprint: `0x${"b".repeat(64)}` };
const passkey = { credentialId: "Y3JlZA", rpId: "localhost", prfInput: "cHJm" };

test("says how a backup can be opened, in the order in which people are asked", () => {
  const backup = {
    format: "qti/key-backup/v1",
    slots: [
      { kind: "wallet", ...wallet, salt: "c2FsdA" },
      { kind: "passkey", ...passkey },
      { kind: "recovery" },
    ],
  };
  expect(readBackup(JSON.stringify(backup))).toEqual({
    value: backup,
    ways: ["recovery", "passkey", "wallet"],
    passkeys: [passkey],
    wallet,
  });
});

test("does not offer a wallet of which it does not say enough to ask it", () => {
  for (const slot of [{}, { ...wallet, chainId: "1" }, { ...wallet, account: "0x12" }]) {
    const text = JSON.stringify({ slots: [{ kind: "wallet", ...slot }, { kind: "recovery" }] });
    expect(readBackup(text)).toMatchObject({ ways: ["recovery"], wallet: undefined });
  }
});

test("leaves what is no backup to the Worker", () => {
  expect(readBackup("no backup")).toEqual({ value: "no backup", ways: [], passkeys: [], wallet: undefined });
  expect(readBackup('{"slots":7}')).toEqual({
    value: { slots: 7 },
    ways: [],
    passkeys: [],
    wallet: undefined,
  });
});
