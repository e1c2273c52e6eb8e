import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { makeRecordKeys, signIn } from "../e2e/support/app.ts";
import { launchBrowser } from "../e2e/support/browser.ts";
import { untilSettled, visit } from "../e2e/support/visit.ts";
import { readStack } from "./stack.ts";

/*
 * Takes the pictures of the README from a running stack, as Ada of the demo sees it: her key is public, her portfolio is
 * full. What the pictures show of her records is written first.
 */

const folder = fileURLToPath(new URL("../../../docs/images/", import.meta.url));
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
/** A picture that is heavier than this makes the README slow to read. */
const most = 300 * 1024;

const notes = [
  {
    title: "What the surveyor said about the roof",
    text: "Slates on the north side by spring, the rest can wait.",
  },
  { title: "Questions for the notary", text: "Who keeps the original deed? What happens to the lease?" },
  { title: "Where the spare keys are", text: "With Cleo, and in the safe at the bank." },
];

async function becomeAda(page: Page): Promise<void> {
  await visit(page, "/");
  await page
    .getByRole("banner")
    .getByRole("button", { name: /connect a wallet/i })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: /^Ada/ }).click();
  await page
    .getByRole("banner")
    .getByRole("button", { name: /account 0x/i })
    .waitFor();
}

async function writeNotes(page: Page): Promise<void> {
  await visit(page, "/records");
  await signIn(page);
  await makeRecordKeys(page);
  for (const { title, text } of notes) {
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Text").fill(text);
    await page.getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: title }).waitFor();
  }
}

/** Types what the preview of a new asset needs; nothing is sent. */
async function fillTokenize(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("Mill on the Linge");
  await page.getByLabel("Ticker").fill("MILL1");
  await page.getByLabel("Kind").selectOption("realEstate");
  await page.getByLabel("Governing law").selectOption({ label: "Netherlands" });
  await page
    .getByLabel("Description")
    .fill("A water mill of 1860 with two dwellings, let to one family since 2019.");
  await page.getByLabel("Number of shares").fill("1,000");
  await page.getByLabel("Value of the whole").fill("850,000");
}

/** What is on each picture; `on` prepares the page for it. */
async function shots(
  page: Page,
): Promise<{ name: string; path: string; on?: (page: Page) => Promise<void> }[]> {
  await visit(page, "/portfolio");
  const held = page
    .getByRole("region", { name: "Shares of assets" })
    .locator("a[href^='/assets/0x']")
    .first();
  const asset = (await held.getAttribute("href")) ?? "/assets";
  return [
    { name: "home", path: "/" },
    { name: "portfolio", path: "/portfolio" },
    { name: "asset", path: asset },
    { name: "tokenize", path: "/assets/tokenize", on: fillTokenize },
    { name: "stake", path: "/stake" },
    { name: "records", path: "/records" },
  ];
}

async function take(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await becomeAda(page);
  await writeNotes(page);
  for (const { name, path: address, on } of await shots(page)) {
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const [suffix, viewport] of [["", desk] as const, ["-phone", phone] as const]) {
        await page.setViewportSize(viewport);
        await visit(page, address);
        await on?.(page);
        await untilSettled(page);
        await page.evaluate(() => {
          (document.activeElement as HTMLElement | null)?.blur();
          window.scrollTo(0, 0);
        });
        const file = path.join(folder, `${name}-${theme}${suffix}.png`);
        await page.screenshot({ path: file });
        const { size } = statSync(file);
        if (size > most) throw new Error(`${file} has ${size} bytes, more than ${most}.`);
        console.log(`${path.basename(file)} ${(size / 1024).toFixed(0)} KiB`);
      }
    }
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await take(await browser.newContext({ baseURL: readStack().web, viewport: desk }));
} finally {
  await browser.close();
}
