import type { Browser, Page } from "playwright-core";
import type { Hex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, makeRecordKeys, runToIndex, signIn, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { newcomer } from "./support/market.ts";
import { earnPoints } from "./support/points.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { serverHolds } from "./support/server.ts";
import { newItem, uploadCodes } from "./support/shop.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * Somebody has a thing in the store whose code the operator has not uploaded yet, makes keys only when they are asked for, and
 * opens the code. Item, buyer and code are new, so nothing that others did is in the way. Each step stands on the one before.
 */
describe("a code that was bought", () => {
  const mark = generatePrivateKey().slice(2, 8).toUpperCase();
  const name = `Evening in the greenhouse ${mark}`;
  const code = `FERN-${mark}-KEY`;
  let browser: Browser;
  let buyerKey: Hex;
  let itemId: bigint;
  let scene: Scene;
  let page: Page;
  let link = "";

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    buyerKey = await newcomer(stack, { tier: 1, dollars: 1n });
    await earnPoints(stack, buyerKey, 300n);
    itemId = await newItem(stack, { name, price: 250n });
    scene = await openScene(browser, stack, { privateKey: buyerKey, path: "/rewards/store" });
    page = scene.page;
    await scene.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stack.web });
  });

  afterAll(() => browser.close());

  it("is paid with points", async () => {
    await page.getByRole("button", { name: `Have it: ${name}` }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("250 points", { exact: true }).waitFor();
    expect(await runToIndex(page, "Redeem")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await page.getByText("You have had 1").waitFor();
  });

  it("waits for the operator, then for keys, and says which", async () => {
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const order = page.getByRole("row").filter({ hasText: name });
    await order.getByText("Waits for the operator: no code is left").waitFor();
    await uploadCodes(stack, itemId, [code]);
    await order.getByRole("link", { name: /^Waits for your keys/ }).click();
    await page.waitForURL("**/records");
  });

  it("comes by itself when there are keys, and is not in the page until it is opened", async () => {
    await makeRecordKeys(page);
    const vault = page.getByRole("region", { name: "Codes from the store" });
    const open = vault.getByRole("button", { name: `Open the code of ${name}` });
    await open.waitFor();
    expect(await page.content()).not.toContain(code);
    await open.click();
    await dialog(page).getByText(code, { exact: true }).waitFor();
    await dialog(page)
      .getByText(/Sealed by the store for you, and unchanged since/)
      .waitFor();
    link = page.url();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("can be copied, and is gone from the page when it is closed", async () => {
    await dialog(page)
      .getByRole("button", { name: /, copy/ })
      .click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    await dialog(page).getByRole("button", { name: "Close", exact: true }).last().click();
    await dialog(page).waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(code);
    expect(page.url()).not.toContain("code=");
  });

  it("is one click away from what was bought", async () => {
    await visit(page, "/rewards/store");
    await page
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("link", { name: "Open the code" })
      .click();
    await dialog(page).getByText(code, { exact: true }).waitFor();
    expect(page.url()).toBe(link);
  });

  it("is in nothing that the service keeps", async () => {
    expect(await serverHolds(stack, code)).toEqual([]);
  });

  it("is opened by nobody else, link or not", async () => {
    const privateKey = await newcomer(stack, { tier: 1, dollars: 1n });
    const other = await openScene(browser, stack, { privateKey, path: new URL(link).pathname });
    await visit(other.page, link);
    await signIn(other.page);
    await makeNewKeys(other.page);
    await dialog(other.page).getByText("Nothing with this link was delivered to this account.").waitFor();
    expect(await other.page.content()).not.toContain(code);
    await other.end();
  });

  it("says where keys are missing that they are elsewhere, and that new ones open nothing old", async () => {
    const second = await openScene(browser, stack, { privateKey: buyerKey, path: link });
    await signIn(second.page);
    await second.page.getByText("This browser does not have your keys").waitFor();
    await second.page.getByLabel("Backup", { exact: true }).waitFor();
    await makeNewKeys(second.page);
    await dialog(second.page).getByText("This code was sealed for other keys of yours").waitFor();
    expect(await second.page.content()).not.toContain(code);
    await second.end();
  });

  it("complained about nothing in the console", () => scene.end());
});

/** Makes keys where the page would rather have those of before. */
async function makeNewKeys(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make new keys instead" }).click();
  await makeRecordKeys(page);
}
