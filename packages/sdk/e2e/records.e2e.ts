/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { owner } from "../src/records/testing/people.ts";
import { addAuthenticator, launchBrowser, servePage } from "./browser.ts";
import type { SdkOfPage } from "./page.ts";

declare global {
  var sdk: SdkOfPage;
}

let browser: Browser;
let server: Awaited<ReturnType<typeof servePage>>;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePage()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  // A person of one's own for each test: nothing that the page keeps is shared.
  page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
});
afterEach(() => page.context().close());

test("Chromium's own X-Wing, ML-DSA-65 and ChaCha20-Poly1305 prove themselves and are taken", async () => {
  const status = await page.evaluate(() => globalThis.sdk.records.status());
  expect(status.cryptography).toEqual({ kem: "native", signatures: "native", aead: "native" });
});

test("what Chromium seals natively it opens again, after the keys came back from where they are kept", async () => {
  const text = await page.evaluate(async (account) => {
    const { client, records } = globalThis.sdk;
    const { recoveryCode } = await records.createKeys({ account });
    const { public: author } = await records.confirmRecovery({ recoveryCode });
    const recordId = client.newRecordId();
    const facts = { recordId, version: 1, space: "notes" } as const;
    const body = new TextEncoder().encode("The safe is behind the painting.");
    const more = { type: "note", previous: null, owner: account, chainId: 31337, recipients: [] };
    const { header, payload } = await records.seal({ ...facts, ...more, body });
    await records.lock();
    await records.unlock({ account });
    const opened = await records.open({ header, payload, author, expected: facts });
    return new TextDecoder().decode(opened.body);
  }, owner);
  expect(text).toBe("The safe is behind the painting.");
});

describe("a passkey", () => {
  /** Makes keys with a passkey, and leaves the browser without them. */
  const makeAndForget = () =>
    page.evaluate(async (account) => {
      const { client, records } = globalThis.sdk;
      const { recoveryCode } = await records.createKeys({ account });
      const { public: keys } = await records.confirmRecovery({ recoveryCode });
      const passkey = await client.createPasskey({ name: account });
      const backup = await records.addPasskey({ passkey });
      await records.forget({ account });
      const { secret, ...asked } = passkey;
      return { keys, backup, asked, secretBytes: secret.length };
    }, owner);

  const restore = (made: Awaited<ReturnType<typeof makeAndForget>>) =>
    page.evaluate(
      async ({ account, backup, asked }) => {
        const { client, records } = globalThis.sdk;
        try {
          const passkey = await client.readPasskey({ passkeys: [asked] });
          return await records.restore({ account, backup, passkey });
        } catch (error) {
          if (error instanceof client.KeySlotError) return error.reason;
          throw error;
        }
      },
      { account: owner, ...made },
    );

  test("opens the keys again, and each of its answers is the same", async () => {
    await addAuthenticator(page, { hasPrf: true });
    const made = await makeAndForget();
    expect(made.secretBytes).toBe(32);
    expect(made.backup.slots.map(({ kind }) => kind)).toEqual(["recovery", "passkey"]);
    expect(await restore(made)).toEqual(made.keys);
  });

  test("another one does not, and one whose person is not recognised is refused", async () => {
    const first = await addAuthenticator(page, { hasPrf: true });
    const made = await makeAndForget();
    await first.refuse();
    expect(await restore(made)).toBe("passkey-refused");
    await first.remove();
    await addAuthenticator(page, { hasPrf: true });
    const other = await page.evaluate(async (account) => {
      const { secret, ...asked } = await globalThis.sdk.client.createPasskey({ name: account });
      return asked;
    }, owner);
    expect(await restore({ ...made, asked: other })).toBe("wrong-secret");
  });

  test("that has no PRF is refused before anything is wrapped by it", async () => {
    await addAuthenticator(page, { hasPrf: false });
    const reason = await page.evaluate(async (account) => {
      const { client } = globalThis.sdk;
      return client.createPasskey({ name: account }).then(
        () => "made",
        (error: unknown) => (error instanceof client.KeySlotError ? error.reason : String(error)),
      );
    }, owner);
    expect(reason).toBe("passkey-unable");
  });
});
