import { readFileSync } from "node:fs";
import { revokeKeysSync } from "@qti/sdk";
import type { Browser, Page, Route } from "playwright-core";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, dialog, makeRecordKeys, signIn, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { outsider } from "./support/chain.ts";
import { addAuthenticator } from "./support/passkeys.ts";
import { fund } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { totpCode, totpStep } from "./support/totp.ts";
import { allProblemsOf, problemsNow, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * Two people and their record keys: how they are opened, how one of them gets new ones, and what the other is told of it. Each step
 * stands on the one before.
 */
describe("keys of records", () => {
  const passphrase = "kettle orbit velvet moss";
  let browser: Browser;
  let ada: Scene;
  let ben: Scene;
  let backup: string;
  let before: string;
  const benKey = generatePrivateKey();
  const wallet = "Wallet and second factor";
  let desk: Scene;
  let secret: string;
  let enrolledAt: number;
  let walletBackup: string;

  tellStory(() => ({ ada: ada.page, ben: ben.page, ...(desk && { desk: desk.page }) }));

  beforeAll(async () => {
    browser = await launchBrowser();
    ada = await openScene(browser, stack, { privateKey: generatePrivateKey(), path: "/records" });
    // The service wants a second factor, has no share yet, and is out of order once: the browser writes it all down.
    const expected = [
      /403 .*\/v1\/(keys|factors)/,
      /404 .*\/v1\/keys\/[^/]*\/share/,
      /503 .*\/v1\/records\/[^/]*\/header/,
    ];
    ben = await openScene(browser, stack, { privateKey: benKey, path: "/records", expected });
    await fund(stack.rpc, ben.wallet.address);
    for (const { page } of [ada, ben]) {
      await addAuthenticator(page);
      await signIn(page);
      await makeRecordKeys(page);
    }
  });

  afterAll(() => browser.close());

  it("are opened by a passphrase and a passkey as well, and the backup says so", async () => {
    const { page } = ada;
    await write(page, "The lease");
    await visit(page, "/settings");
    await keys(page).getByRole("button", { name: "Open them by a passphrase" }).click();
    await keys(page).getByLabel("Passphrase", { exact: true }).fill("short");
    await keys(page).getByRole("button", { name: "Add the passphrase" }).click();
    await keys(page).getByText("Make it at least 12 characters long.").waitFor();
    await keys(page).getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await keys(page).getByLabel("The same again").fill(passphrase);
    await keys(page).getByRole("button", { name: "Add the passphrase" }).click();
    await slot(page, "Passphrase").waitFor();
    await keys(page).getByRole("button", { name: "Open them by a passkey" }).click();
    await slot(page, "Passkey").waitFor();
    await keys(page).getByText("Your backup is older than this").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      keys(page).getByRole("button", { name: "Save the backup" }).last().click(),
    ]);
    backup = readFileSync(await download.path(), "utf8");
    const kinds = (JSON.parse(backup) as { slots: { kind: string }[] }).slots.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["passkey", "passphrase", "recovery"]);
    expect(backup).not.toContain(passphrase);
  });

  it("come back to a browser that forgot them, by any of the ways in the backup", async () => {
    const { page } = ada;
    for (const way of ["Passphrase", "Passkey"]) {
      await keys(page).getByRole("button", { name: "Forget the keys" }).click();
      await keys(page).getByRole("button", { name: "I have the backup: forget them" }).click();
      await keys(page).getByRole("button", { name: "I have keys on another device" }).click();
      await keys(page).getByLabel("Backup", { exact: true }).fill(backup);
      await keys(page).getByRole("radio", { name: way }).check();
      if (way === "Passphrase") await keys(page).getByRole("textbox", { name: way }).fill(passphrase);
      expect(await allProblemsOf(page)).toEqual([]);
      await keys(page).getByRole("button", { name: "Open my keys here" }).click();
      await slot(page, "This browser").waitFor();
    }
    await visit(page, "/records");
    await page.getByRole("button", { name: /^The lease/ }).waitFor();
  });

  it("keep two ways to be opened, one of them outside of the browser", async () => {
    const { page } = ada;
    await visit(page, "/settings");
    for (const kind of ["Recovery code", "Passkey"]) {
      await remove(page, kind);
      await slot(page, kind).waitFor({ state: "detached" });
    }
    await remove(page, "Passphrase");
    await keys(page)
      .getByText(/two ways to be opened/)
      .waitFor();
    await slot(page, "Passphrase").waitFor();
  });

  it("are shared with, once their owner gave the fingerprint", async () => {
    before = await fingerprintOf(ben.page);
    const { page } = ada;
    await openReaders(page);
    await dialog(page).getByLabel("Share with a key fingerprint").fill(before);
    await dialog(page).getByRole("button", { name: "Share this note" }).click();
    await dialog(page).getByRole("list", { name: "Readers" }).getByText(before).waitFor();
    expect(await dialog(page).getByText("Their keys have changed").isVisible()).toBe(false);
    await visit(ben.page, "/records");
    await ben.page.getByRole("button", { name: /^The lease/ }).waitFor();
  });

  it("are opened by a wallet only with a second factor beside it, to which the page leads", async () => {
    const { page } = ada;
    await visit(page, "/settings");
    await keys(page).getByRole("button", { name: "Open them by wallet and second factor" }).click();
    await way(page).getByText("You have no second factor yet").waitFor();
    expect(await way(page).getByRole("button", { name: "Sign twice and add it" }).count()).toBe(0);
    expect(await allProblemsOf(page)).toEqual([]);
    await way(page).getByRole("link", { name: "Set one up" }).click();
    await page.waitForURL(/#second-factors$/);
    await way(page).getByRole("button", { name: "Not now" }).click();
    await way(page).waitFor({ state: "detached" });
  });

  it("are registered on the chain, where others can ask for them", async () => {
    const { page } = ben;
    await visit(page, "/records");
    await page.getByRole("button", { name: "Register on the chain" }).click();
    await carryThrough(page, "Register");
    await page.getByText("Registered on the chain: others can see").waitFor();
  });

  it("are replaced by new ones after a second factor, and records follow, also after it was interrupted", async () => {
    const { page } = ben;
    for (const title of ["Tide table", "Crew"]) await write(page, title);
    await visit(page, "/settings");
    await page.getByLabel("Name of the new passkey").fill("Boat");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Remove Boat" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with the wallet" }).click();
    const failed = await failOnce(page, /\/v1\/records\/[^/]+\/header$/);
    await keys(page).getByRole("button", { name: "Make new keys" }).click();
    const shown = keys(page).locator("[data-recovery-code]");
    const code = ((await shown.textContent()) ?? "").replace(/, copy.*$/, "").trim();
    await keys(page).getByLabel("Type or paste it back").fill(code);
    await keys(page).getByRole("button", { name: "I have written it down" }).click();
    await dialog(page).getByRole("button", { name: "Use a passkey" }).click();
    await keys(page).getByText("1 record stays with the old keys").waitFor();
    expect(await failed()).toBe(1);
    expect(await allProblemsOf(page)).toEqual([]);

    await visit(page, "/settings");
    await keys(page).getByText("The change of keys is not finished").waitFor();
    await keys(page).getByRole("button", { name: "Go on" }).click();
    await keys(page).getByText("Your new keys are in use, and the old ones are revoked").waitFor();
    await keys(page)
      .getByText(/^1 record follows them\./)
      .waitFor();
    await keys(page).getByText("Other keys of yours").waitFor();
    await keys(page).getByText("revoked with the service", { exact: true }).waitFor();
    await visit(page, "/records");
    for (const title of ["Tide table", "Crew", "The lease"])
      await page.getByRole("button", { name: new RegExp(`^${title}`) }).waitFor();
  });

  it("are followed by whoever shares with them, only after they were compared", async () => {
    const now = await fingerprintOf(ben.page);
    expect(now).not.toBe(before);
    const { page } = ada;
    await openReaders(page);
    await dialog(page).getByText("Their keys have changed").waitFor();
    await dialog(page).getByRole("definition").getByText(now).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "I compared it: these are theirs" }).click();
    const readers = dialog(page).getByRole("list", { name: "Readers" });
    await dialog(page).getByText("Their keys have changed").waitFor({ state: "detached" });
    await readers.getByText(now).waitFor();
    expect(await readers.getByText(before).isVisible()).toBe(false);
    await visit(ben.page, "/records");
    await ben.page.getByRole("button", { name: /^The lease/ }).click();
    await dialog(ben.page).getByText("Of the lease", { exact: false }).waitFor();
  });

  it("are opened by a wallet that signs the same each time, after the second factor", async () => {
    const { page } = ben;
    await visit(page, "/settings");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with the wallet" }).click();
    await page.getByRole("button", { name: "Set up an app" }).click();
    await dialog(page).getByRole("button", { name: "Use a passkey" }).click();
    const shown = page.locator("[data-totp-secret]");
    secret = ((await shown.textContent()) ?? "").replace(/, copy.*$/, "").replaceAll(" ", "");
    enrolledAt = totpStep();
    await page.getByLabel("The code that the app shows").fill(totpCode(secret, enrolledAt));
    await page.getByRole("button", { name: "Confirm the app" }).click();
    await page.getByRole("button", { name: "Remove Authenticator app" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await keys(page).getByRole("button", { name: "Open them by wallet and second factor" }).click();
    await way(page).getByRole("button", { name: "Sign in", exact: true }).click();

    const add = way(page).getByRole("button", { name: "Sign twice and add it" });
    await add.click();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await keys(page).getByText("No second factor was given.").waitFor();
    expect(unlocks(ben)).toBe(0);

    for (const act of ["approve", "vary"] as const) ben.wallet.next("eth_signTypedData_v4", act);
    await add.click();
    await dialog(page).getByRole("button", { name: "Use a passkey" }).click();
    await keys(page).getByText("This wallet signs the same differently each time").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    expect(await slot(page, wallet).count()).toBe(0);

    await add.click();
    await slot(page, wallet).waitFor();
    expect(unlocks(ben)).toBe(4);
    await way(page).waitFor({ state: "detached" });
    expect(await allProblemsOf(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      keys(page).getByRole("button", { name: "Save the backup" }).last().click(),
    ]);
    walletBackup = readFileSync(await download.path(), "utf8");
  });

  it("come to another browser by the wallet and a second factor", async () => {
    // The service wants the factor first, and has no share once the wallet was taken away.
    const expected = [/40[34] .*\/v1\/keys\/[^/]*\/share/];
    desk = await openScene(browser, stack, { privateKey: benKey, path: "/records", expected });
    const { page } = desk;
    await signIn(page);
    await page.getByRole("button", { name: "I have keys on another device" }).click();
    await page.getByLabel("Backup", { exact: true }).fill(walletBackup);
    await page.getByRole("radio", { name: wallet }).check();
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Open my keys here" }).click();
    // Each code is taken once; the next one half a minute early.
    const code = totpCode(secret, Math.max(enrolledAt + 1, totpStep()));
    await dialog(page).getByLabel("Code of your authenticator app").fill(code);
    await dialog(page).getByRole("button", { name: "Confirm" }).first().click();
    await page.getByRole("button", { name: /^Tide table/ }).waitFor();
    expect(unlocks(desk)).toBe(1);
  });

  it("do not open by a wallet that was taken away, and are never left with it alone", async () => {
    const { page } = ben;
    await remove(page, "Recovery code");
    await keys(page)
      .getByText(/two ways to be opened/)
      .waitFor();
    await slot(page, "Recovery code").waitFor();
    await remove(page, wallet);
    await slot(page, wallet).waitFor({ state: "detached" });

    await visit(desk.page, "/settings");
    await keys(desk.page).getByRole("button", { name: "Forget the keys" }).click();
    await keys(desk.page).getByRole("button", { name: "I have the backup: forget them" }).click();
    await keys(desk.page).getByRole("button", { name: "I have keys on another device" }).click();
    await keys(desk.page).getByLabel("Backup", { exact: true }).fill(walletBackup);
    await keys(desk.page).getByRole("radio", { name: wallet }).check();
    await keys(desk.page).getByRole("button", { name: "Open my keys here" }).click();
    await keys(desk.page).getByText("The service has no share of these keys").waitFor();
    expect(unlocks(desk)).toBe(1);
  });

  it("are revoked on the chain once they are no longer used, and the page says so from there", async () => {
    const { page } = ben;
    const old = keys(page)
      .getByRole("list", { name: "Other keys of yours" })
      .getByRole("listitem")
      .filter({ hasText: before });
    await old.getByRole("button", { name: "Revoke on the chain" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("There is no way back").waitFor();
    expect(await problemsNow(page)).toEqual([]);
    await carryThrough(page, "Revoke");
    await old.getByText("revoked on the chain").waitFor();
    expect(await old.getByRole("button", { name: "Revoke on the chain" }).count()).toBe(0);
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("that are revoked on the chain are not shared with, though the service still offers them", async () => {
    await visit(ben.page, "/records");
    await ben.page.getByRole("button", { name: "Register on the chain" }).click();
    await carryThrough(ben.page, "Register");
    await openReaders(ada.page);
    await dialog(ada.page)
      .getByText(await fingerprintOf(ben.page))
      .waitFor();
    expect(await dialog(ada.page).getByText("They revoked these keys").count()).toBe(0);

    // As from another device of Ben's, that has other keys.
    await revokeKeysSync(outsider(stack, benKey), { index: 1n });
    await openReaders(ada.page);
    await dialog(ada.page).getByText("They revoked these keys").waitFor();
    await dialog(ada.page).getByText("So says the key directory on the chain").waitFor();
    await dialog(ada.page).getByText("Take these keys away as well").waitFor();
    expect(await allProblemsOf(ada.page)).toEqual([]);
    await visit(ben.page, "/records");
    await ben.page.getByText("You revoked these keys on the chain").waitFor();
    expect(await allProblemsOf(ben.page)).toEqual([]);
  });

  it("complained about nothing in the console", async () => {
    await ada.end();
    await ben.end();
    await desk.end();
  });

  const keys = (page: Page) => page.getByRole("region", { name: "Record keys" });
  const way = (page: Page) => keys(page).getByRole("region", { name: wallet });
  /** How often a wallet was asked to unlock keys. */
  const unlocks = (scene: Scene) =>
    scene.wallet.seen.filter(
      ({ method, params }) =>
        method === "eth_signTypedData_v4" && String(params[1]).includes("UnlockRecords"),
    ).length;
  const slot = (page: Page, kind: string) =>
    keys(page)
      .getByRole("list", { name: "Ways to open your keys" })
      .getByRole("listitem")
      .filter({ hasText: kind });

  async function remove(page: Page, kind: string): Promise<void> {
    await slot(page, kind)
      .getByRole("button", { name: `Remove ${kind}` })
      .click();
    await slot(page, kind)
      .getByRole("button", { name: `Remove it now: ${kind}` })
      .click();
  }

  async function write(page: Page, title: string): Promise<void> {
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Text").fill(`Of ${title.toLowerCase()}`);
    await dialog(page).getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: new RegExp(`^${title}`) }).waitFor();
  }

  async function openReaders(page: Page): Promise<void> {
    await visit(page, "/records");
    await page.getByRole("button", { name: /^The lease/ }).click();
    await dialog(page).getByRole("tab", { name: "Readers" }).click();
  }

  async function fingerprintOf(page: Page): Promise<string> {
    await visit(page, "/records");
    const shown = page.getByRole("complementary", { name: "Your fingerprint" }).locator("[data-fingerprint]");
    return (await shown.textContent()) ?? "";
  }

  /** Has the service be out of order for one request. Answers with how many it failed. */
  async function failOnce(page: Page, path: RegExp): Promise<() => Promise<number>> {
    let failed = 0;
    const asked = (url: URL) => path.test(url.pathname);
    const answer = async (route: Route) => {
      if (route.request().method() !== "PUT" || failed > 0) return route.fallback();
      failed += 1;
      const { origin } = new URL(stack.web);
      await route.fulfill({
        status: 503,
        headers: { "access-control-allow-origin": origin, "access-control-allow-credentials": "true" },
        contentType: "application/problem+json",
        body: JSON.stringify({
          type: "about:blank",
          title: "It is out of order",
          status: 503,
          code: "internal",
        }),
      });
    };
    await page.route(asked, answer);
    return async () => {
      await page.unroute(asked, answer);
      return failed;
    };
  }
});
