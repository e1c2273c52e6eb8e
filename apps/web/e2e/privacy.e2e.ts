import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, makeRecordKeys, signIn } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, problemsNow, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * Somebody who wants to know what is known of them, takes it along, and leaves. Each step stands on the one before.
 */
describe("one's own data", () => {
  const privateKey = generatePrivateKey();
  const secret = "the kingfisher waits below the weir";
  let browser: Browser;
  let scene: Scene;
  let page: Page;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    scene = await openScene(browser, stack, { privateKey, path: "/records" });
    ({ page } = scene);
  });

  afterAll(() => browser.close());

  it("is listed, by the part of the app that it belongs to", async () => {
    await signIn(page);
    await makeRecordKeys(page);
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill("At the weir");
    await page.getByLabel("Text").fill(secret);
    await page.getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: /At the weir/ }).waitFor();

    await visit(page, "/settings");
    const records = data().getByRole("group").filter({ hasText: "Records and keys" });
    await records.getByText("Records and keys").click();
    await records.getByText("Sealed records:").waitFor();
    await records.getByText("stays without your name").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("comes along as one file, with the records opened and their proofs", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      data().getByRole("button", { name: "Download my data" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("qti-my-data.zip");
    // Nothing in it is compressed.
    const archive = readFileSync(await download.path(), "utf8");
    for (const part of [secret, "data/sessions.json", "/proof.json", "qti/record-proof/v1"])
      expect(archive).toContain(part);
    await data().getByText("The file is in your downloads.").waitFor();
  });

  it("is not erased by accident", async () => {
    await data()
      .getByRole("button", { name: /^Erase my data/ })
      .click();
    await dialog(page).getByLabel("The last 6 characters of your account").fill("000000");
    await dialog(page).getByRole("button", { name: "Erase for good" }).click();
    await dialog(page).getByText("the end of the account, to confirm.").waitFor();
    expect(await problemsNow(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Keep everything" }).click();
    await visit(page, "/records");
    await page.getByRole("button", { name: /At the weir/ }).waitFor();
  });

  it("is erased for good, and the account begins anew", async () => {
    await visit(page, "/settings");
    await data()
      .getByRole("button", { name: /^Erase my data/ })
      .click();
    const ending = privateKeyToAddress(privateKey).slice(-6);
    await dialog(page).getByLabel("The last 6 characters of your account").fill(ending);
    await dialog(page).getByRole("button", { name: "Erase for good" }).click();
    await dialog(page).getByText("Everything is erased").waitFor();
    await dialog(page).getByText("What stays, and why").waitFor();
    expect(await problemsNow(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Forget the keys too" }).click();
    await data().getByText("Sign in above to see it, take it along or erase it.").waitFor();

    await visit(page, "/records");
    await signIn(page);
    await makeRecordKeys(page);
    await page.getByText("No notes yet").waitFor();
  });

  it("complained about nothing in the console", async () => {
    await scene.end();
  });

  const data = () => page.getByRole("region", { name: "Your data" });
});
