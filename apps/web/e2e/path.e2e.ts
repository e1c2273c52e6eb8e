import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, connectWallet, dialog, makeRecordKeys, runToIndex, signIn } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { fund, people, privateKeyOf } from "./support/people.ts";
import { serverHolds } from "./support/server.ts";
import { tellStory } from "./support/story.ts";
import { visit } from "./support/visit.ts";
import { createTestWallet } from "./support/wallet.ts";

const stack = inject("stack");

/*
 * The path of someone new, in the order in which they walk it: each step stands on the one before. The words in the
 * secret note and file stand nowhere else, so that the last step can look for them on the server.
 */
describe("the path of someone new", () => {
  const mine = generatePrivateKey();
  const secret = "the heron nests behind the third sluice";
  const fileSecret = "a ledger of pewter spoons, folio nine";
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let assetAddress: string;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "qti-path-"));
    writeFileSync(path.join(folder, "deed.txt"), `Title deed of the mill.\n${fileSecret}\n`);
    writeFileSync(path.join(folder, "ledger.txt"), `${fileSecret}\n`);
    browser = await launchBrowser();
    context = await browser.newContext({ baseURL: stack.web, acceptDownloads: true });
    await createTestWallet(context, { privateKeys: [mine], rpcUrl: stack.rpc, chainId: stack.chainId });
    ({ page, complaints } = await openPage(context));
    await fund(stack.rpc, privateKeyToAccount(mine).address);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it("connects a wallet that announced itself, and gets test money", async () => {
    await visit(page, "/");
    await connectWallet(page);
    await page
      .getByRole("banner")
      .getByRole("button", { name: /account/i })
      .click();
    await dialog(page).getByRole("button", { name: "Get test money" }).click();
    expect(await runToIndex(page, "Take it")).toEqual(
      expect.arrayContaining(["preview", "confirming", "pending", "confirmed", "indexed"]),
    );
    await dialog(page).getByRole("button", { name: "Done" }).click();
  });

  it("is verified by the demo attester", async () => {
    await visit(page, "/identity");
    await page.getByText("Not verified", { exact: true }).waitFor();
    await page.getByLabel("Country").selectOption({ label: "Netherlands" });
    await page.getByRole("button", { name: "Review the verification" }).click();
    const states = await runToIndex(page, "Verify");
    expect(states).toEqual(
      expect.arrayContaining(["signing", "working", "confirming", "pending", "indexed"]),
    );
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await page.getByText("Verified", { exact: true }).waitFor();
  });

  it("tokenizes an asset whose document is sealed in the browser", async () => {
    await visit(page, "/assets/tokenize");
    await page.getByLabel("Name").fill("Mill on the Linge");
    await page.getByLabel("Ticker").fill("mill1");
    await page.getByLabel("Kind").selectOption("realEstate");
    await page.getByLabel("Governing law").selectOption({ label: "Netherlands" });
    await page.getByLabel("Description").fill("A water mill with two dwellings, let to one family.");
    await page.getByLabel("Number of shares").fill("1,000");
    await page.getByLabel("Value of the whole").fill("850,000");
    await page.getByLabel("Seal a document with it").check();
    await makeRecordKeys(page);
    await page.getByLabel("Document", { exact: true }).setInputFiles(path.join(folder, "deed.txt"));
    await page.getByRole("button", { name: "Review the asset" }).click();
    const states = await runToIndex(page, "Tokenize");
    expect(states).toEqual(
      expect.arrayContaining(["working", "confirming", "pending", "confirmed", "indexed"]),
    );
    await dialog(page).getByRole("link", { name: "See the asset" }).click();
    await page.waitForURL(/\/assets\/0x/);
    assetAddress = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("heading", { name: "Mill on the Linge" }).waitFor();
  });

  it("opens the sealed document and proves it by the hash on the chain", async () => {
    await page.getByRole("button", { name: "Show the documents that I may open" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /Open and prove/ }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain(fileSecret);
    await page.getByText("This is the document whose hash stands on the chain.").waitFor();
  });

  it("sends shares to a verified account and is told why an unverified one is refused", async () => {
    const stranger = privateKeyToAccount(generatePrivateKey()).address;
    await page.getByLabel("Receiver").fill(stranger);
    await page.getByLabel("Shares", { exact: true }).fill("5");
    await page.getByRole("alert").getByText("The receiver is not a verified account.").waitFor();

    const ben = privateKeyToAccount(privateKeyOf(people.ben)).address;
    await page.getByLabel("Receiver").fill(ben);
    await page.getByRole("button", { name: "Review the transfer" }).click();
    await carryThrough(page, "Send");
    await page.getByText("995 MILL1").first().waitFor();
  });

  it("stakes with one signed permission, sees the price grow, and withdraws", async () => {
    await visit(page, "/stake");
    const before = await sharePrice();
    await page.getByLabel("Amount to stake").fill("100");
    await page.getByRole("button", { name: "Review the stake" }).click();
    const states = await runToIndex(page, "Stake");
    expect(states).toEqual(
      expect.arrayContaining(["signing", "simulating", "confirming", "pending", "confirmed", "indexed"]),
    );
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await page
      .getByText(/^(100|99\.99)/)
      .first()
      .waitFor();

    await expect.poll(sharePrice, { timeout: 30_000 }).toBeGreaterThan(before);

    await page.getByRole("tab", { name: "Withdraw" }).click();
    await page.getByRole("tabpanel", { name: "Withdraw" }).getByRole("button", { name: "All" }).click();
    await page.getByRole("button", { name: "Review the withdrawal" }).click();
    expect(await runToIndex(page, "Withdraw")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
  });

  it("finds everything in the portfolio", async () => {
    await visit(page, "/portfolio");
    const holdings = page.getByRole("region", { name: "Shares of assets" });
    await holdings.getByText("Mill on the Linge").waitFor();
    await holdings.getByText(/995 MILL1/).waitFor();
    const history = page.getByRole("region", { name: "History" });
    for (const words of [
      "Withdrawn from the stake",
      "Staked",
      "Shares sent",
      "Asset drafted",
      "Account verified",
    ])
      await history.getByText(words, { exact: true }).first().waitFor();
  });

  it("writes a private note with a file and reads both back", async () => {
    await visit(page, "/records");
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill("Where the heron nests");
    await page.getByLabel("Text").fill(secret);
    await page.getByLabel(/^Files/).setInputFiles(path.join(folder, "ledger.txt"));
    await page.getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: /Where the heron nests/ }).click();
    await page.locator("[data-note-text]").getByText(secret).waitFor();
    const download = page.waitForEvent("download");
    await dialog(page)
      .getByRole("button", { name: /Open ledger\.txt/ })
      .click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain(fileSecret);
  });

  it("shares the note by fingerprint: the second account opens it, a third finds nothing", async () => {
    const readerKey = generatePrivateKey();
    const reader = await person(readerKey);
    const fingerprint = await reader.page.locator("[data-fingerprint]").first().textContent();
    await dialog(page).getByRole("tab", { name: "Readers" }).click();
    await dialog(page)
      .getByLabel("Share with a key fingerprint")
      .fill(fingerprint ?? "");
    await dialog(page).getByRole("button", { name: "Share this note" }).click();
    await dialog(page)
      .getByRole("list", { name: "Readers" })
      .getByText(privateKeyToAccount(readerKey).address.slice(0, 6))
      .waitFor();

    await visit(reader.page, "/records");
    await reader.page.getByRole("button", { name: /Where the heron nests/ }).click();
    await reader.page.locator("[data-note-text]").getByText(secret).waitFor();
    expect(reader.complaints).toEqual([]);
    await reader.context.close();

    const stranger = await person(generatePrivateKey());
    await stranger.page.getByText("No notes yet").waitFor();
    expect(stranger.complaints).toEqual([]);
    await stranger.context.close();
  });

  it("left nothing readable on the server, in its database or in its files", async () => {
    for (const words of [secret, fileSecret, "Where the heron nests", "ledger.txt", "deed.txt"])
      expect(await serverHolds(stack, words)).toEqual([]);
  });

  it("complained about nothing in the console", () => {
    expect(complaints).toEqual([]);
    expect(assetAddress).toMatch(/^0x[0-9a-fA-F]{40}$/);
  });

  /** Another person in a browser of their own, signed in on the records page with keys made. */
  async function person(privateKey: Hex) {
    const own = await browser.newContext({ baseURL: stack.web });
    await createTestWallet(own, { privateKeys: [privateKey], rpcUrl: stack.rpc, chainId: stack.chainId });
    const opened = await openPage(own);
    await visit(opened.page, "/records");
    await connectWallet(opened.page);
    await signIn(opened.page);
    await makeRecordKeys(opened.page);
    await opened.page.getByRole("heading", { name: "Your fingerprint" }).waitFor();
    return { context: own, ...opened };
  }

  /** The price on the page, once it is there. */
  async function sharePrice(): Promise<number> {
    const shown = page.getByText("One sQTI is worth").locator("xpath=following-sibling::dd[1]");
    const figure = shown.getByText(/\d\.\d/).first();
    return Number.parseFloat(((await figure.textContent()) ?? "").replace(/[^\d.]/g, ""));
  }
});
