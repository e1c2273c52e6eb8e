import { removePasskey, removeTotp } from "@qti/sdk/identity/sign-in";
import { revokePublishedKeys } from "@qti/sdk/records/client";
import {
  createWalletShare,
  deleteWalletShare,
  getWalletShare,
  putWalletShare,
} from "@qti/sdk/records/wallet-factor";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tablesOf } from "./support/everyByte.ts";
import { addPasskey, addTotp, factorsOf } from "./support/factors.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

async function keyHolder(at = service): Promise<Person> {
  const person = await (await signIn(at)).publish();
  await addPasskey(person);
  return person;
}

const of = (person: Person) => ({ fingerprint: person.keys.public.fingerprint });

describe("the service's share", () => {
  it("comes back to its account as it was put there, the newest one, until it is deleted", async () => {
    const ada = await keyHolder();
    await expect(getWalletShare(ada.api, of(ada))).rejects.toMatchObject({ status: 404 });
    for (const share of [createWalletShare(), createWalletShare()]) {
      await putWalletShare(ada.api, { ...of(ada), share });
      expect(await getWalletShare(ada.api, of(ada))).toEqual(share);
    }
    await deleteWalletShare(ada.api, of(ada));
    await expect(getWalletShare(ada.api, of(ada))).rejects.toMatchObject({ status: 404 });
  });

  it("is given and taken right after a second factor only, and to nobody who has none", async () => {
    const [ada, ben] = [await keyHolder(), await (await signIn(service)).publish()];
    const share = createWalletShare();
    await putWalletShare(ada.api, { ...of(ada), share });
    await service.pool.query(
      "update sessions set stepped_up_at = now() - interval '1 hour' where account = $1",
      [ada.account],
    );
    const stepUp = { name: "StepUpNeededError" };
    await expect(getWalletShare(ada.api, of(ada))).rejects.toMatchObject(stepUp);
    await expect(deleteWalletShare(ada.api, of(ada))).rejects.toMatchObject(stepUp);
    await expect(putWalletShare(ben.api, { ...of(ben), share })).rejects.toMatchObject(stepUp);
  });

  it("goes with the last second factor, or a wallet alone would add one and be given it; none is kept after that", async () => {
    const ada = await keyHolder();
    const share = createWalletShare();
    await putWalletShare(ada.api, { ...of(ada), share });
    await addTotp(service, ada);
    const [passkey] = (await factorsOf(ada)).passkeys;
    await removePasskey(ada.api, { id: passkey?.id ?? "" });
    expect(await getWalletShare(ada.api, of(ada))).toEqual(share);
    await removeTotp(ada.api);
    // The session itself gave a factor a moment ago.
    await expect(putWalletShare(ada.api, { ...of(ada), share })).rejects.toMatchObject({
      name: "StepUpNeededError",
      factors: [],
    });
    const thief = await signIn(service, ada.wallet);
    await addPasskey(thief);
    await expect(getWalletShare(thief.api, of(ada))).rejects.toMatchObject({ status: 404 });
  });

  it("goes with keys that are revoked, and is kept of none that were", async () => {
    const ada = await keyHolder();
    const share = createWalletShare();
    await putWalletShare(ada.api, { ...of(ada), share });
    await revokePublishedKeys(ada.api, of(ada));
    await expect(getWalletShare(ada.api, of(ada))).rejects.toMatchObject({ status: 404 });
    await expect(putWalletShare(ada.api, { ...of(ada), share })).rejects.toMatchObject({ status: 404 });
  });

  it("is kept of one's own published keys, and seen by nobody else", async () => {
    const [ada, ben] = [await keyHolder(), await keyHolder()];
    const share = createWalletShare();
    await putWalletShare(ada.api, { ...of(ada), share });
    await expect(getWalletShare(ben.api, of(ada))).rejects.toMatchObject({ status: 404 });
    await expect(putWalletShare(ben.api, { ...of(ada), share })).rejects.toMatchObject({ status: 404 });
    await expect(deleteWalletShare(ben.api, of(ada))).rejects.toMatchObject({ status: 404 });
    expect(await getWalletShare(ada.api, of(ada))).toEqual(share);
  });

  it("stands nowhere in the clear: neither in a table nor in a log", async () => {
    const ada = await keyHolder();
    const share = Buffer.from(createWalletShare());
    await putWalletShare(ada.api, { ...of(ada), share: new Uint8Array(share) });
    await getWalletShare(ada.api, of(ada));
    const places = await tablesOf(service.pool);
    for (const form of [share, Buffer.from(share.toString("base64")), Buffer.from(share.toString("hex"))]) {
      expect(places.filter(({ bytes }) => bytes.includes(form))).toEqual([]);
      expect(service.logs.join("").includes(form.toString("latin1"))).toBe(false);
    }
  });

  it("is not asked for in a hurry", async () => {
    const own = await serviceForTest();
    const ada = await keyHolder(own);
    await putWalletShare(ada.api, { ...of(ada), share: createWalletShare() });
    const answers = [];
    for (let each = 0; each < 12; each += 1)
      answers.push((await ada.fetch(`/v1/keys/${of(ada).fingerprint}/share`)).status);
    expect(answers.slice(0, 9)).toEqual(Array(9).fill(200));
    expect(answers.at(-1)).toBe(429);
  });

  it("goes with its person", async () => {
    const ada = await keyHolder();
    await putWalletShare(ada.api, { ...of(ada), share: createWalletShare() });
    await ada.json("POST", "/v1/people/me/erasure", { confirm: ada.account });
    const { rows } = await service.pool.query("select from wallet_shares where account = $1", [ada.account]);
    expect(rows).toEqual([]);
  });
});
