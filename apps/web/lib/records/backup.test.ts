import { expect, test } from "vitest";
import { readBackup } from "./backup";

const passkey = { credentialId: "Y3JlZA", rpId: "localhost", prfInput: "cHJm" };

test("says how a backup can be opened, in the order in which people are asked", () => {
  const backup = {
    format: "qti/key-backup/v1",
    slots: [{ kind: "wallet" }, { kind: "passkey", ...passkey }, { kind: "recovery" }],
  };
  expect(readBackup(JSON.stringify(backup))).toEqual({
    value: backup,
    ways: ["recovery", "passkey"],
    passkeys: [passkey],
  });
});

test("leaves what is no backup to the Worker", () => {
  expect(readBackup("no backup")).toEqual({ value: "no backup", ways: [], passkeys: [] });
  expect(readBackup('{"slots":7}')).toEqual({ value: { slots: 7 }, ways: [], passkeys: [] });
});
