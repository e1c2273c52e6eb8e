import { generateKeys, newRecordId, signKeys } from "@qti/sdk/records";
import type { PublishedKeys, PutKeysBody } from "@qti/sdk/records/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, problemOf, signIn } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

async function signedKeys(person: Person, chainId = 31337): Promise<PutKeysBody> {
  const { keys } = await generateKeys();
  return signKeys(keys, { account: person.account, chainId });
}

describe("publishing keys", () => {
  it("makes them known under their fingerprint and their account", async () => {
    const [ada, ben] = [await signIn(service), await signIn(service)];
    const body = await signedKeys(ada);
    const response = await ada.json("PUT", "/v1/keys", body);
    expect(response.status).toBe(200);
    const published = (await response.json()) as PublishedKeys;
    expect(published).toMatchObject({ ...body, revokedAt: null });
    expect(await (await ben.fetch(`/v1/keys/${body.fingerprint}`)).json()).toEqual(published);
    expect(await (await ben.fetch(`/v1/keys?account=${ada.wallet.address}`)).json()).toEqual({
      items: [published],
    });
  });

  it("again changes nothing", async () => {
    const ada = await signIn(service);
    const body = await signedKeys(ada);
    const first = await (await ada.json("PUT", "/v1/keys", body)).json();
    service.clock.advance(1_000);
    expect(await (await ada.json("PUT", "/v1/keys", body)).json()).toEqual(first);
  });

  it("lists the newest first", async () => {
    const ada = await signIn(service);
    const bodies = [await signedKeys(ada), await signedKeys(ada)];
    for (const body of bodies) {
      service.clock.advance(1_000);
      await ada.json("PUT", "/v1/keys", body);
    }
    const { items } = (await (await ada.fetch(`/v1/keys?account=${ada.account}`)).json()) as {
      items: PublishedKeys[];
    };
    expect(items.map((item) => item.fingerprint)).toEqual(bodies.map((body) => body.fingerprint).reverse());
  });

  it("of somebody else as one's own is refused: they did not sign that", async () => {
    const [ada, mallory] = [await signIn(service), await signIn(service)];
    const body = await signedKeys(ada);
    const stolen = await mallory.json("PUT", "/v1/keys", { ...body, account: mallory.account });
    expect((await problemOf(stolen)).errors?.[0]?.field).toBe("signature");
    const replayed = await mallory.json("PUT", "/v1/keys", body);
    expect((await problemOf(replayed)).errors?.[0]?.field).toBe("account");
  });

  it("with another fingerprint, another recipient or another chain than was signed is refused", async () => {
    const ada = await signIn(service);
    const body = await signedKeys(ada);
    const other = await signedKeys(ada);
    for (const [change, field] of [
      [{ fingerprint: other.fingerprint }, "signature"],
      [{ recipient: other.recipient }, "signature"],
      [{ verifier: other.verifier }, "signature"],
      [{ signature: other.signature }, "signature"],
      [{ chainId: 1 }, "chainId"],
      [{ recipient: "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p" }, "recipient"],
    ] as const) {
      const problem = await problemOf(await ada.json("PUT", "/v1/keys", { ...body, ...change }));
      expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
      expect(problem.errors?.map((error) => error.field)).toContain(field);
    }
  });

  it("that another account published, with a signature for both, is a conflict", async () => {
    const [ada, ben] = [await signIn(service), await signIn(service)];
    const { keys } = await generateKeys();
    await ada.json("PUT", "/v1/keys", await signKeys(keys, { account: ada.account, chainId: 31337 }));
    const again = await ben.json(
      "PUT",
      "/v1/keys",
      await signKeys(keys, { account: ben.account, chainId: 31337 }),
    );
    expect(await problemOf(again)).toMatchObject({ status: 409, code: "key-conflict" });
  });

  it("ends at a number of keys that nobody needs", async () => {
    const ada = await signIn(service);
    await service.pool.query(
      `insert into published_keys
       select '0x' || lpad(to_hex(n), 64, '0'), $1, 31337, '', '', '', now(), null from generate_series(1, 64) n`,
      [ada.account],
    );
    const problem = await problemOf(await ada.json("PUT", "/v1/keys", await signedKeys(ada)));
    expect(problem).toMatchObject({ code: "quota-exceeded", limit: 64 });
  });
});

describe("keys that nobody published", () => {
  it("are not found, and an account without keys has an empty list", async () => {
    const ada = await signIn(service);
    expect((await ada.fetch(`/v1/keys/0x${"ab".repeat(32)}`)).status).toBe(404);
    expect(await (await ada.fetch(`/v1/keys?account=${ada.account}`)).json()).toEqual({ items: [] });
  });
});

describe("revoked keys", () => {
  it("say so, can sign nothing new and be shared nothing new, and still read what they could", async () => {
    const ada = await (await signIn(service)).publish();
    const ben = await (await signIn(service)).publish();
    const shared = await ada.write("shared before", [ben]);
    const { fingerprint } = ben.keys.public;

    const revoked = await ben.fetch(`/v1/keys/${fingerprint}`, { method: "DELETE" });
    expect(((await revoked.json()) as PublishedKeys).revokedAt).not.toBeNull();
    expect(await ben.read(shared.id, ada)).toBe("shared before");

    const problem = await ada.write("shared after", [ben]).catch((error: unknown) => error);
    expect(problem).toMatchObject({ status: 422 });
    // The next version of a record that they read already may keep them.
    const next = await ada.rewrite(shared, "next version", [ben]);
    expect(await ben.read(next.id, ada)).toBe("next version");
  });

  it("are revoked once, by their owner only", async () => {
    const [ada, ben] = [await (await signIn(service)).publish(), await signIn(service)];
    const path = `/v1/keys/${ada.keys.public.fingerprint}`;
    expect((await ben.fetch(path, { method: "DELETE" })).status).toBe(404);
    const first = await (await ada.fetch(path, { method: "DELETE" })).json();
    service.clock.advance(1_000);
    expect(await (await ada.fetch(path, { method: "DELETE" })).json()).toEqual(first);
  });

  it("cannot author a record", async () => {
    const ada = await (await signIn(service)).publish();
    const row = await ada.write("before");
    await ada.fetch(`/v1/keys/${ada.keys.public.fingerprint}`, { method: "DELETE" });
    const { id: _, owner: __, revision: ___, createdAt: ____, updatedAt: _____, ...body } = row;
    const response = await ada.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422 });
  });
});
