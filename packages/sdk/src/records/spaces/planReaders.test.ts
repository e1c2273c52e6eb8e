import fc from "fast-check";
import { expect, test } from "vitest";
import type { Account, Fingerprint } from "../wire.ts";
import type { Reader } from "./findReaders.ts";
import { planReaders } from "./planReaders.ts";

const fingerprintOf = (person: number, key: number): Fingerprint =>
  `0x${(person * 10 + key).toString(16).padStart(64, "0")}`;
const accountOfPerson = (person: number): Account => `0x${person.toString(16).padStart(40, "0")}`;

function readerOf(person: number, key = 0): Reader {
  const keys = {
    recipient: `age1pq1${person}` as const,
    verifier: "",
    fingerprint: fingerprintOf(person, key),
  };
  return { account: accountOfPerson(person), keys, directory: "agrees" };
}

const own = { account: accountOfPerson(0), fingerprint: fingerprintOf(0, 0) };
const people = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: most });
const leaving = fc.constantFrom("rewrap" as const, "revoke" as const);
/** Of each, which of their keys it is. */
const withKeys = (most: number) =>
  people(most).chain((who) =>
    fc.tuple(
      fc.constant(who),
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: who.length, maxLength: who.length }),
    ),
  );
const accounts = new Map<Fingerprint, Account>(
  Array.from({ length: 201 }, (_, person) =>
    [0, 1].map((key) => [fingerprintOf(person, key), accountOfPerson(person)] as const),
  ).flat(),
);

test("exactly those who are wanted read it afterwards, and its owner; a second time there is nothing to do", () => {
  fc.assert(
    fc.property(withKeys(63), withKeys(63), leaving, ([before, beforeKeys], [after, afterKeys], how) => {
      const wanted = after.map((person, index) => readerOf(person, afterKeys[index]));
      const readers = [
        own.fingerprint,
        ...before.map((person, index) => fingerprintOf(person, beforeKeys[index] ?? 0)),
      ];
      const plan = planReaders({ readers, own, wanted, accountOf: accounts, leaving: how });
      const sealedFor = new Set([own.fingerprint, ...plan.recipients.map(({ fingerprint }) => fingerprint)]);
      expect(sealedFor).toEqual(new Set([own.fingerprint, ...wanted.map(({ keys }) => keys.fingerprint)]));
      expect(plan.tooMany).toEqual([]);
      expect(new Set(plan.removed.map(({ account }) => account))).toEqual(
        new Set(before.filter((person) => !after.includes(person)).map(accountOfPerson)),
      );
      expect(new Set(plan.added.map(({ account }) => account))).toEqual(
        new Set(after.filter((person) => !before.includes(person)).map(accountOfPerson)),
      );
      // Whoever only has other keys left nobody out.
      if (plan.removed.length === 0) expect(plan.change).not.toBe("revoke");
      else expect(plan.change).toBe(how);
      const again = planReaders({ readers: [...sealedFor], own, wanted, accountOf: accounts, leaving: how });
      expect(again).toMatchObject({ change: "none", added: [], removed: [], rekeyed: [] });
    }),
  );
});

test("where there is no room, who reads it now stays, and who is left out is named", () => {
  fc.assert(
    fc.property(people(63), people(200), leaving, (before, after, how) => {
      const wanted = after.map((person) => readerOf(person));
      const readers = [own.fingerprint, ...before.map((person) => fingerprintOf(person, 0))];
      const plan = planReaders({ readers, own, wanted, accountOf: accounts, leaving: how });
      expect(plan.recipients.length).toBe(Math.min(63, after.length));
      expect(plan.recipients.length + plan.tooMany.length).toBe(after.length);
      const left = new Set(plan.tooMany);
      for (const person of before.filter((each) => after.includes(each)))
        expect(left.has(accountOfPerson(person))).toBe(false);
    }),
  );
});

test("keys of whom nobody knows whose they are go like somebody who left", () => {
  const stranger = fingerprintOf(999, 0);
  const plan = planReaders({
    readers: [own.fingerprint, stranger],
    own,
    wanted: [],
    accountOf: accounts,
    leaving: "revoke",
  });
  expect(plan).toMatchObject({ change: "revoke", removed: [{ account: null, fingerprint: stranger }] });
});

test("the owner's own new keys are a rewrap, not somebody who left", () => {
  const plan = planReaders({
    readers: [fingerprintOf(0, 1)],
    own,
    wanted: [],
    accountOf: accounts,
    leaving: "revoke",
  });
  expect(plan).toMatchObject({ change: "rewrap", removed: [], rekeyed: [own] });
});
