import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, makeRecordKeys, signIn } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * One person in two browsers, which share nothing but the account and what the vault keeps: what one writes the other finds, and where
 * both changed the same the person says what stays. Each step stands on the one before.
 */
describe("a profile in the vault", () => {
  const privateKey = generatePrivateKey();
  let browser: Browser;
  let desk: Scene;
  let phone: Scene;
  let recoveryCode: string;

  tellStory(() => ({ desk: desk.page, phone: phone.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    desk = await openScene(browser, stack, { privateKey, path: "/records" });
    // The service says no to who saves over what somebody else kept, and the browser writes that down.
    const expected = [/409 \(Conflict\).*\/v1\/records\//];
    phone = await openScene(browser, stack, { privateKey, path: "/records", expected });
  });

  afterAll(() => browser.close());

  it("is written in one browser", async () => {
    const { page } = desk;
    await signIn(page);
    recoveryCode = await makeRecordKeys(page);
    await profile(page).getByText("Nothing is stated.").waitFor();
    await edit(page);
    await page.getByLabel("Name").fill("Ada Byron");
    await page.getByRole("button", { name: "Add a credential" }).click();
    await save(page);
    await page.getByText("Say what it is, or remove it.").waitFor();
    await page.getByLabel("What it is").fill("Licence to trade");
    await page.getByLabel("Valid until").fill("2031-05-30");
    expect(await allProblemsOf(page)).toEqual([]);
    await save(page);
    await profile(page).getByText("Ada Byron").waitFor();
    await profile(page).getByText("valid until 2031-05-30").waitFor();
  });

  it("is the same in another one that got the keys by backup and recovery code", async () => {
    await visit(desk.page, "/settings");
    const [download] = await Promise.all([
      desk.page.waitForEvent("download"),
      desk.page.getByRole("button", { name: "Save the backup" }).click(),
    ]);
    const { page } = phone;
    await signIn(page);
    await page.getByRole("button", { name: "I have keys on another device" }).click();
    await page.getByLabel("Backup", { exact: true }).fill(readFileSync(await download.path(), "utf8"));
    await page.getByLabel("Recovery code").fill(recoveryCode);
    await page.getByRole("button", { name: "Open my keys here" }).click();
    await profile(page).getByText("Ada Byron").waitFor();
    await profile(page).getByText("Licence to trade").waitFor();
  });

  it("keeps what both changed, and asks where both changed the same", async () => {
    await visit(desk.page, "/records");
    await edit(desk.page);
    await edit(phone.page);
    await desk.page.getByLabel("Phone").fill("+44 1815");
    await desk.page.getByLabel("Email").fill("ada@example.org");
    await save(desk.page);
    await profile(desk.page).getByText("+44 1815").waitFor();

    await phone.page.getByLabel("Phone").fill("+44 1852");
    await phone.page.getByLabel("Address").fill("12 St James's Square, London");
    await save(phone.page);
    await dialog(phone.page).getByText("Nothing was overwritten.").waitFor();
    await save(phone.page);
    await phone.page.getByText("Choose one of the two.").waitFor();
    expect(await allProblemsOf(phone.page)).toEqual([]);
    await phone.page.getByText("+44 1852").click();
    await save(phone.page);
    const shown = profile(phone.page);
    for (const text of ["Ada Byron", "ada@example.org", "+44 1852", "12 St James's Square, London"])
      await shown.getByText(text).waitFor();

    await visit(desk.page, "/records");
    await profile(desk.page).getByText("+44 1852").waitFor();
    await profile(desk.page).getByText("12 St James's Square, London").waitFor();
  });

  it("takes language and theme along, where a browser wants it", async () => {
    for (const { page } of [desk, phone]) {
      await visit(page, "/settings");
      await page.getByText("Language and theme are this browser's own.").waitFor();
    }
    await choose(desk.page, "Dark");
    await join(desk.page);
    expect(await themeOf(desk.page)).toBe("dark");
    await join(phone.page);
    expect(await themeOf(phone.page)).toBe("dark");

    // It is there only as long as the saving takes.
    await Promise.all([
      phone.page.getByText("Bringing this browser and your vault together.").waitFor(),
      choose(phone.page, "Light"),
    ]);
    await phone.page.getByText(together).waitFor();
    await visit(desk.page, "/settings");
    await expect.poll(() => themeOf(desk.page)).toBe("light");
  });

  it("is closed from afar by ending the session of a browser that was lost", async () => {
    await visit(desk.page, "/settings");
    const signIn = desk.page.getByRole("region", { name: "Sign-in" });
    await signIn.getByText("this browser", { exact: true }).waitFor();
    await expect.poll(() => signIn.getByRole("listitem").count()).toBe(2);
    // Both themes are looked at by what the system says.
    await choose(desk.page, "As the system");
    expect(await allProblemsOf(desk.page)).toEqual([]);
    await signIn.getByRole("button", { name: /^End the session of / }).click();
    await expect.poll(() => signIn.getByRole("listitem").count()).toBe(1);
    await visit(phone.page, "/settings");
    await phone.page.getByText("Not signed in.").waitFor();
  });

  it("complained about nothing in the console", async () => {
    await desk.end();
    await phone.end();
  });

  const profile = (page: Page) => page.getByRole("region", { name: "Your profile" });
  const edit = (page: Page) => profile(page).getByRole("button", { name: "Edit" }).click();
  const save = (page: Page) => dialog(page).getByRole("button", { name: "Seal and store" }).click();
  const choose = (page: Page, theme: string) => page.getByText(theme, { exact: true }).click();
  const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);

  const together = "Language and theme are those of your vault: a change here reaches";

  /** Lets a browser take part, and waits until it has what the vault has. */
  async function join(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Take them from my vault" }).click();
    await page.getByText(together).waitFor();
  }
});
