import { expect, test } from "vitest";
import { people } from "../testing/people.ts";
import { keyFingerprints } from "./fingerprint.ts";
import { type DirectoryEntry, judgeKeys, type PinnedKeys } from "./trust.ts";

const { ada, ben } = await people();
const offered = await keyFingerprints(ada.public);
const other = await keyFingerprints(ben.public);
const now = 1_800_000_000;
const pin = (fingerprint: PinnedKeys["fingerprint"]): PinnedKeys => ({
  fingerprint,
  seenAt: "2026-01-02T03:04:05.678Z",
  by: "first-use",
});
const entry = (of: typeof offered, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  recipient: of.recipient,
  verifier: of.verifier,
  validFrom: now - 10,
  validUntil: 0,
  revokedAt: 0,
  ...more,
});
const judge = (more: Partial<Parameters<typeof judgeKeys>[0]> = {}) =>
  judgeKeys({ offered, revokedAt: null, pinned: undefined, directory: [], now, ...more });

test("keys are new at first, known when they are those that are pinned, and changed when they are others", () => {
  expect(judge()).toEqual({ state: "new", directory: "silent" });
  const known = pin(offered.fingerprint);
  expect(judge({ pinned: known })).toEqual({ state: "known", pinned: known, directory: "silent" });
  const before = pin(other.fingerprint);
  expect(judge({ pinned: before })).toEqual({ state: "changed", pinned: before, directory: "silent" });
});

test("the chain is a second opinion: it never makes changed keys known", () => {
  const pinned = pin(other.fingerprint);
  expect(judge({ pinned, directory: [entry(offered)] })).toEqual({
    state: "changed",
    pinned,
    directory: "agrees",
  });
});

test.each([
  ["agrees", [entry(offered)]],
  ["agrees", [entry(offered, { validUntil: now - 5 }), entry(offered)]],
  ["silent", []],
  ["disagrees", [entry(other)]],
  // Both fingerprints have to be the keys': one alone could be anybody's.
  ["disagrees", [{ ...entry(offered), verifier: other.verifier }]],
  ["ended", [entry(offered, { validUntil: now })]],
  ["ended", [entry(offered, { validFrom: now + 1 })]],
  ["unknown", undefined],
] as const)("the directory %s (%#)", (directory, entries) => {
  expect(judge({ directory: entries })).toEqual({ state: "new", directory });
});

test.each([
  ["their entry", [entry(offered, { revokedAt: now - 5 })]],
  ["another entry of the same keys", [entry(offered, { revokedAt: now - 5 }), entry(offered)]],
  ["an entry that shares one key", [{ ...entry(other, { revokedAt: now - 5 }), verifier: offered.verifier }]],
] as const)("keys are revoked on the chain by %s, also where they are pinned", (_, directory) => {
  const pinned = pin(offered.fingerprint);
  expect(judge({ directory })).toEqual({ state: "revoked", pinned: undefined, directory: "revoked" });
  expect(judge({ directory, pinned })).toEqual({ state: "revoked", pinned, directory: "revoked" });
});

test("keys are not revoked with others of the account", () => {
  const directory = [entry(other, { revokedAt: now - 5 }), entry(offered)];
  expect(judge({ directory })).toEqual({ state: "new", directory: "agrees" });
});

test("revoked keys are revoked, whoever knows them", () => {
  const revokedAt = "2026-02-02T03:04:05.678Z";
  const pinned = pin(offered.fingerprint);
  expect(judge({ revokedAt }).state).toBe("revoked");
  expect(judge({ revokedAt, pinned, directory: [entry(offered)] })).toEqual({
    state: "revoked",
    pinned,
    directory: "agrees",
  });
});
