import { Decrypter } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import { concat } from "../bytes.ts";
import { generateKeys } from "../keys/generateKeys.ts";
import { importKeys } from "../keys/importKeys.ts";
import { encodeIdentity } from "../keys/recipient.ts";
import type { KeySeeds, Keys } from "../keys/types.ts";
import { implementations, noteBy, people } from "../testing/people.ts";
import { forge, openAs, signedContents } from "../testing/records.ts";
import { decodeContents } from "./contents.ts";
import { encodeManifest } from "./manifest.ts";
import { rewrap } from "./rewrap.ts";
import { seal } from "./seal.ts";

const { ada, ben, cleo } = await people();

describe("interoperability", () => {
  let seeds: KeySeeds;
  let dora: Keys;
  beforeAll(async () => {
    ({ seeds, keys: dora } = await generateKeys());
  });

  test("stock typage opens header and payload, joined, with the identity of the same seed", async () => {
    const sealed = await seal(noteBy(dora, { recipients: [ben.public] }));
    const decrypter = new Decrypter();
    decrypter.addIdentity(encodeIdentity(seeds.xwing));
    const { body } = decodeContents(await decrypter.decrypt(concat(sealed.header, sealed.payload)));
    expect(body).toEqual(noteBy(dora).body);
    const { header } = await rewrap({ header: sealed.header, keys: dora, recipients: [] });
    expect(await decrypter.decrypt(concat(header, sealed.payload))).toBeInstanceOf(Uint8Array);
  });

  test("a file that stock typage encrypted opens as a record", async () => {
    const real = await seal(noteBy(dora));
    const manifest = encodeManifest(real.manifest);
    const file = await forge(await signedContents(manifest, noteBy(dora).body, dora), dora.public.recipient);
    expect((await openAs(dora, dora, { ...real, ...file })).body).toEqual(noteBy(dora).body);
  });

  test("what one implementation sealed, rewrapped or signed the other opens", async () => {
    const { best, noble } = await implementations();
    const [one, other] = await Promise.all([importKeys(seeds, best), importKeys(seeds, noble)]);
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const sealed = await seal(noteBy(writer, { recipients: [ben.public] }));
      const { header } = await rewrap({ header: sealed.header, keys: reader, recipients: [cleo.public] });
      for (const keys of [reader, cleo]) {
        await openAs(keys, reader, { ...sealed, header });
      }
    }
  });

  test("the overhead of one recipient is that of the age tool: 1,659 bytes, and 1,557 a further one", async () => {
    const sizes = await Promise.all(
      [[], [ben.public], [ben.public, cleo.public]].map(async (recipients) => {
        const { header, payload } = await seal(noteBy(ada, { recipients }));
        const decrypted = payload.length - 16 - 16;
        return header.length + payload.length - decrypted;
      }),
    );
    expect(sizes).toEqual([1659, 1659 + 1557, 1659 + 2 * 1557]);
  });
});
