import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, randomBytes, utf8 } from "../bytes.ts";
import { implementations } from "../testing/people.ts";
import { cryptography, proveKem, proveSignatures } from "./cryptography.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";

const { best, noble } = await implementations();
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("Node has both algorithms of its own, and they are taken", () => {
  expect([best.kem.kind, best.signatures.kind]).toEqual(["native", "native"]);
});

test("both implementations prove themselves", async () => {
  for (const { kem, signatures } of [best, noble]) {
    expect(await proveKem(kem)).toBe(true);
    expect(await proveSignatures(signatures)).toBe(true);
  }
});

test("a KEM with other bytes, or whose round trip fails, does not prove itself", async () => {
  const otherKey = { ...noble.kem, importSeed: () => noble.kem.importSeed(new Uint8Array(32).fill(8)) };
  expect(await proveKem(otherKey)).toBe(false);
  const otherSecret = {
    ...noble.kem,
    importPublic: async (key: Uint8Array) => {
      const real = await noble.kem.importPublic(key);
      return {
        encapsulate: async () => ({ ...(await real.encapsulate()), sharedSecret: new Uint8Array(32) }),
      };
    },
  };
  expect(await proveKem(otherSecret)).toBe(false);
});

test("a signer that forgets the context does not prove itself", async () => {
  const forgetful = {
    ...noble.signatures,
    importPublic: async (key: Uint8Array) => {
      const real = await noble.signatures.importPublic(key);
      return { verify: (s: Uint8Array, m: Uint8Array) => real.verify(s, m, utf8("context")) };
    },
  };
  expect(await proveSignatures(forgetful)).toBe(false);
});

test("detection runs once", async () => {
  expect(await cryptography()).toBe(await cryptography());
});

describe.each([
  ["native to noble", best, noble],
  ["noble to native", noble, best],
])("%s", (_, one, other) => {
  test("the same seed gives the same public keys", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        expect((await one.kem.importSeed(seed)).publicKey).toEqual(
          (await other.kem.importSeed(seed)).publicKey,
        );
        expect((await one.signatures.importSeed(seed)).publicKey).toEqual(
          (await other.signatures.importSeed(seed)).publicKey,
        );
      }),
      { numRuns: 10 },
    );
  });

  test("what one encapsulates the other decapsulates", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { publicKey, decapsulate } = await other.kem.importSeed(seed);
        const { encapsulated, sharedSecret } = await (await one.kem.importPublic(publicKey)).encapsulate();
        expect(await decapsulate(encapsulated)).toEqual(sharedSecret);
      }),
      { numRuns: 10 },
    );
  });

  test("what one signs the other verifies, with its context only", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.uint8Array(), async (seed, message) => {
        const signer = await one.signatures.importSeed(seed);
        const signature = await signer.sign(message, utf8("a"));
        const verifier = await other.signatures.importPublic(signer.publicKey);
        expect(await verifier.verify(signature, message, utf8("a"))).toBe(true);
        expect(await verifier.verify(signature, message, utf8("b"))).toBe(false);
        expect(await verifier.verify(signature, concat(message, utf8("x")), utf8("a"))).toBe(false);
      }),
      { numRuns: 5 },
    );
  });
});

test("HPKE opens what it sealed, with the same secret only", () => {
  const secret = randomBytes(32);
  const sealed = hpkeSeal(secret, utf8("0123456789abcdef"));
  expect(sealed.length).toBe(32);
  expect(hpkeOpen(secret, sealed)).toEqual(utf8("0123456789abcdef"));
  expect(hpkeOpen(randomBytes(32), sealed)).toBeUndefined();
});
