import { emptyProfile, type Profile, withField } from "@qti/sdk/records/spaces";
import { beforeEach, describe, expect, it } from "vitest";
import type { Records } from "./context";
import { ForeignAuthorError } from "./errors";
import { loadProfile, type StoredProfile, saveProfile } from "./profile";
import { adaAccount, browser, chainId, type Service, service, storageOf, stranger } from "./testing";

const who = { account: adaAccount, chainId } as const;

describe("a profile in two browsers of one person", () => {
  let at: Service;
  let here: Records;
  let there: Records;

  beforeEach(async () => {
    at = service();
    here = (await browser(at)).records;
    // The same keys, and another browser's memory.
    there = { ...here, storage: storageOf() };
  });

  const named = (profile: Profile, name: string) => withField(profile, "contact.name", name);
  async function save(records: Records, before: StoredProfile, mine: Profile): Promise<StoredProfile> {
    const done = await saveProfile(records, { before, mine, who });
    if (done.outcome !== "saved") throw new Error("It was not saved.");
    return done.stored;
  }

  it("is empty before anything was kept", async () => {
    expect(await loadProfile(here, who)).toEqual({
      profile: emptyProfile,
      row: undefined,
      spare: [],
      conflicts: [],
    });
  });

  it("is the same in the other one once it was saved", async () => {
    const saved = await save(here, await loadProfile(here, who), named(emptyProfile, "Ada"));
    const seen = await loadProfile(there, who);
    expect(seen.profile.contact.name).toBe("Ada");
    expect(seen.row).toEqual(saved.row);
    const next = await save(there, seen, withField(seen.profile, "preferences.language", "de"));
    expect(next.row?.version).toBe(2);
    expect((await loadProfile(here, who)).profile).toEqual(next.profile);
  });

  it("keeps what both changed, where they changed different things", async () => {
    const begun = await save(here, await loadProfile(here, who), named(emptyProfile, "Ada"));
    const seen = await loadProfile(there, who);
    await save(there, seen, withField(seen.profile, "contact.email", "ada@example.org"));
    const { profile, row } = await save(here, begun, named(begun.profile, "Ada L."));
    expect(profile.contact).toMatchObject({ name: "Ada L.", email: "ada@example.org" });
    expect(row?.version).toBe(3);
  });

  it("is not saved where both changed the same, until the person has decided", async () => {
    const begun = await save(here, await loadProfile(here, who), named(emptyProfile, "Ada"));
    await save(there, await loadProfile(there, who), named(begun.profile, "Ada there"));
    const clash = await saveProfile(here, { before: begun, mine: named(begun.profile, "Ada here"), who });
    if (clash.outcome !== "conflict") return expect.fail("It was saved.");
    expect(clash.conflicts).toEqual([
      { field: "contact.name", base: "Ada", mine: "Ada here", theirs: "Ada there" },
    ]);
    expect((await loadProfile(there, who)).profile.contact.name).toBe("Ada there");

    const decided = await save(here, clash.theirs, named(clash.mine, "Ada there"));
    expect(decided.profile.contact.name).toBe("Ada there");
  });

  it("becomes one where both began it at the same time, and says what they disagree on", async () => {
    const [one, other] = [await loadProfile(here, who), await loadProfile(there, who)];
    await save(here, one, named(emptyProfile, "Ada here"));
    const second = named(withField(emptyProfile, "contact.phone", "1815"), "Ada there");
    await save(there, other, second);
    const seen = await loadProfile(here, who);
    expect(seen.spare).toHaveLength(1);
    expect(seen.profile.contact.phone).toBe("1815");
    expect(seen.conflicts).toHaveLength(1);
    expect(new Set([seen.conflicts[0]?.mine, seen.conflicts[0]?.theirs])).toEqual(
      new Set(["Ada here", "Ada there"]),
    );
    await save(here, seen, seen.profile);
    expect(at.rows.size).toBe(1);
    expect((await loadProfile(there, who)).spare).toEqual([]);
  });

  it("is not taken from somebody who sealed one for these keys; error: ForeignAuthorError", async () => {
    const mal = await stranger(at);
    const { keys } = await here.worker.status();
    if (!keys) return expect.fail("no keys");
    at.keep(
      await mal.write({
        text: JSON.stringify(emptyProfile),
        type: "profile",
        space: "profile",
        owner: adaAccount,
        recipients: [keys],
      }),
    );
    await expect(loadProfile(here, who)).rejects.toThrow(ForeignAuthorError);
  });
});
