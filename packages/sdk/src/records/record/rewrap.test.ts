import { describe, expect, test } from "vitest";
import { NotARecipientError, RecordTamperedError } from "../errors.ts";
import { noteBy, people } from "../testing/people.ts";
import { openAs } from "../testing/records.ts";
import { rewrap } from "./rewrap.ts";
import { seal } from "./seal.ts";

const { ada, ben, cleo } = await people();

describe("rewrap", () => {
  test("shares with one more, for the same payload, and takes back again", async () => {
    const sealed = await seal(noteBy(ada));
    const shared = await rewrap({ header: sealed.header, keys: ada, recipients: [ben.public] });
    expect(shared.readers).toEqual([ada.public.fingerprint, ben.public.fingerprint].sort());
    for (const reader of [ada, ben]) {
      expect((await openAs(reader, ada, { ...sealed, header: shared.header })).body).toEqual(
        noteBy(ada).body,
      );
    }
    const alone = await rewrap({ header: shared.header, keys: ada, recipients: [] });
    await openAs(ada, ada, { ...sealed, header: alone.header });
    await expect(openAs(ben, ada, { ...sealed, header: alone.header })).rejects.toThrow(NotARecipientError);
  });

  test("error: NotARecipientError for who cannot open it, RecordTamperedError for a changed header", async () => {
    const { header } = await seal(noteBy(ada));
    await expect(rewrap({ header, keys: cleo, recipients: [] })).rejects.toThrow(NotARecipientError);
    const mac = header.length - 20;
    const changed = new Uint8Array(header);
    changed[mac] = changed[mac] === 0x41 ? 0x42 : 0x41;
    await expect(rewrap({ header: changed, keys: ada, recipients: [] })).rejects.toThrow(RecordTamperedError);
  });
});
