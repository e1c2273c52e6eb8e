import { readFileSync } from "node:fs";
import type { Browser, Locator, Page, Request } from "playwright-core";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { type Authenticator, addAuthenticator, declineOnce } from "./support/passkeys.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { totpCode, totpStep } from "./support/totp.ts";
import { allProblemsOf, problemsNow, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * Somebody who does not want a stolen wallet to be enough. Each step stands on the one before.
 */
describe("signing in with more than a wallet", () => {
  const privateKey = generatePrivateKey();
  let browser: Browser;
  let desk: Scene;
  let phone: Scene;
  let page: Page;
  let device: Authenticator;
  let secret: string;
  let step: number;
  let codes: string[];

  tellStory(() => ({ desk: desk.page, phone: phone.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    // The service says no to wrong codes, and to who has not given a second factor: the browser writes that down.
    const expected = [/40[03] .*\/v1\/(factors|session)\//];
    desk = await openScene(browser, stack, { privateKey, path: "/settings", expected });
    phone = await openScene(browser, stack, { privateKey, path: "/settings", expected });
    page = desk.page;
    device = await addAuthenticator(page);
  });

  afterAll(() => browser.close());

  it("adds a passkey by the wallet alone, as long as there is nothing else", async () => {
    await factors().getByText("Sign in above to see and change them.").waitFor();
    await signInAgain(page);
    await button("Add a passkey").click();
    await factors().getByText("Give it a name, to know it again.").waitFor();
    await factors().getByLabel("Name of the new passkey").fill("Desk");
    await button("Add a passkey").click();
    await row("Desk").waitFor();
    expect(await device.count()).toBe(1);
    await factors().getByText("There is one second factor, and no other way").waitFor();
  });

  it("says so where a device has a passkey for the account already", async () => {
    await factors().getByLabel("Name of the new passkey").fill("Desk again");
    await button("Add a passkey").click();
    await factors().getByText("This device has a passkey for this account already.").waitFor();
    expect(await device.count()).toBe(1);
  });

  it("signs out and in, and asks for the passkey before anything else is added", async () => {
    await signInAgain(page);
    await button("Set up an app").click();
    await dialog(page).getByText("Confirm that it is you").waitFor();
    await dialog(page).getByRole("button", { name: "Use a passkey" }).waitFor();
    expect(await problemsNow(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await factors().getByText("No second factor was given.").waitFor();
    await button("Try again").click();

    await declineOnce(page);
    await dialog(page).getByRole("button", { name: "Use a passkey" }).click();
    await dialog(page).getByText("No passkey was used.").waitFor();
    await dialog(page).getByRole("button", { name: "Use a passkey" }).click();
    await factors().getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
  });

  it("sets up an authenticator app, which a wrong code does not", async () => {
    const shown = factors().locator("[data-totp-secret]");
    secret = ((await shown.textContent()) ?? "").replace(/, copy.*$/, "").replaceAll(" ", "");
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await allProblemsOf(page)).toEqual([]);
    step = totpStep();
    const right = totpCode(secret, step);
    const wrong = `${(Number(right) + 1) % 1_000_000}`.padStart(6, "0");
    await factors().getByLabel("The code that the app shows").fill(wrong);
    await button("Confirm the app").click();
    await factors().getByText("The second factor was not accepted.").waitFor();
    await factors().getByLabel("The code that the app shows").fill(right);
    await button("Confirm the app").click();
    await row("Authenticator app").waitFor();
  });

  it("shows ten recovery codes once, to be kept", async () => {
    await button("Make recovery codes").click();
    const shown = factors().getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await shown.first().waitFor();
    codes = await shown.allTextContents();
    expect(new Set(codes).size).toBe(10);
    expect(await allProblemsOf(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent("download"), button("Download").click()]);
    const kept = readFileSync(await download.path(), "utf8");
    for (const code of codes) expect(kept).toContain(code);
    await button("I have kept them").click();
    await factors()
      .getByText(/^10 codes are left/)
      .waitFor();
    await shown.first().waitFor({ state: "detached" });
  });

  it("takes a recovery code once and only once", async () => {
    const [code = ""] = codes;
    await signInAgain(page);
    await button("Make new ones").click();
    await button("Make new ones: the old stop working").click();
    await giveRecoveryCode(code);
    await dialog(page).waitFor({ state: "detached" });
    const shown = factors().getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await shown.first().waitFor();
    const before = codes;
    codes = await shown.allTextContents();
    await button("I have kept them").click();
    await signInAgain(page);
    await button("Make new ones").click();
    await button("Make new ones: the old stop working").click();
    for (const old of [code, before[1] ?? ""]) {
      await giveRecoveryCode(old);
      await dialog(page).getByText("The second factor was not accepted.").waitFor();
    }
    await giveRecoveryCode(codes[0] ?? "");
    await dialog(page).waitFor({ state: "detached" });
    await shown.first().waitFor();
    await button("I have kept them").click();
  });

  it("takes the app's code once, and removes the passkey with it", async () => {
    await signInAgain(page);
    await button("Remove Desk").click();
    await button("Remove it now: Desk").click();
    await giveAppCode(totpCode(secret, step));
    await dialog(page).getByText("The second factor was not accepted.").waitFor();
    // The next one, which the service takes half a minute early, or a later one.
    await giveAppCode(totpCode(secret, Math.max(step + 1, totpStep())));
    await dialog(page).waitFor({ state: "detached" });
    await row("Desk").waitFor({ state: "detached" });
  });

  it("sees that a session is at its second level, and ends another from here", async () => {
    await phone.page.getByRole("button", { name: "Sign in with the wallet" }).click();
    await phone.page.getByText("Signed in as").waitFor();
    await visit(page, "/settings");
    const sessions = page.getByRole("region", { name: "Sign-in" }).getByRole("listitem");
    await expect.poll(() => sessions.count()).toBe(2);
    expect(await sessions.filter({ hasText: "second factor given" }).count()).toBe(1);
    await sessions.getByRole("button", { name: /^End the session of / }).click();
    await expect.poll(() => sessions.count()).toBe(1);
    await visit(phone.page, "/settings");
    await phone.page.getByText("Not signed in.").waitFor();
  });

  it("goes back to the wallet alone, and the recovery codes go with the last factor", async () => {
    await button("Remove Authenticator app").click();
    await button("Remove it now: Authenticator app").click();
    await row("Authenticator app").waitFor({ state: "detached" });
    await factors().getByText("Add a passkey or an app first").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("is signed out, though the answer that it is signed in was still under way", async () => {
    const asked = holdOnce(page, "/v1/session");
    await factors().getByLabel("Name of the new passkey").fill("Desk");
    await button("Add a passkey").click();
    await row("Desk").waitFor();
    const held = await asked;
    const givenUp = page.waitForEvent("requestfailed", (request) => request === held.request);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in with the wallet" }).waitFor();
    await Promise.all([givenUp, held.release()]);
    await page.getByText("Not signed in.").waitFor();
  });

  it("complained about nothing in the console", async () => {
    await desk.end();
    await phone.end();
  });

  const factors = (): Locator => page.getByRole("region", { name: "Second factors" });
  const button = (name: string) => factors().getByRole("button", { name, exact: true });
  const row = (name: string) => factors().getByRole("listitem").filter({ hasText: name });

  /** Ends the session where there is one, and begins one by the wallet alone. */
  async function signInAgain(of: Page): Promise<void> {
    const out = of.getByRole("button", { name: "Sign out" });
    const go = of.getByRole("button", { name: "Sign in with the wallet" });
    await out.or(go).waitFor();
    if (await out.isVisible()) await out.click();
    await go.click();
    await button("Add a passkey").waitFor();
  }

  /** Has the service answer a question, and keeps the next answer from the page until it is released. */
  async function holdOnce(of: Page, path: string) {
    const { promise, resolve } = Promise.withResolvers<{ request: Request; release: () => Promise<void> }>();
    const asked = (url: URL) => url.pathname === path;
    await of.route(
      asked,
      async (route) => {
        const response = await route.fetch();
        resolve({ request: route.request(), release: () => route.fulfill({ response }) });
      },
      { times: 1 },
    );
    return promise;
  }

  async function giveRecoveryCode(code: string): Promise<void> {
    const field = dialog(page).getByLabel("Recovery code");
    await dialog(page).getByText("Use a recovery code instead").waitFor();
    if (!(await field.isVisible())) await dialog(page).getByText("Use a recovery code instead").click();
    await field.fill(code);
    await field.press("Enter");
  }

  async function giveAppCode(code: string): Promise<void> {
    const field = dialog(page).getByLabel("Code of your authenticator app");
    await field.fill(code);
    await field.press("Enter");
  }
});
