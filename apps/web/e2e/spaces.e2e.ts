import { readFileSync } from "node:fs";
import { transferSync } from "@qti/sdk";
import type { Browser, Page } from "playwright-core";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, makeRecordKeys, signIn } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { outsider } from "./support/chain.ts";
import { freshAsset, newcomer, stranger } from "./support/market.ts";
import { desks, fund, people, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");
const unit = 10n ** 18n;

const addressOf = (key: Hex) => privateKeyToAccount(key).address;
const paper = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

/** Signs in and makes keys, where the page asks for it. */
async function ready(page: Page): Promise<void> {
  await signIn(page);
  await makeRecordKeys(page);
}

/** Somebody who has keys; `onChain`: others can see there that they are theirs. */
async function withKeys(browser: Browser, privateKey: Hex, { onChain = false } = {}): Promise<Scene> {
  const scene = await openScene(browser, stack, { privateKey, path: "/records" });
  await ready(scene.page);
  if (onChain) await registerKeys(scene.page);
  return scene;
}

async function registerKeys(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Register on the chain" }).click();
  await carryThrough(page, "Register");
}

/** Opens a file of papers and says what is in it. */
async function read(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Open ${name}` }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

/** Opens a page and what needs keys on it, as often as it takes until it says something: the index follows the chain. */
async function untilSaid(page: Page, look: () => Promise<void>, text: string | RegExp): Promise<void> {
  const said = page.getByText(text).first();
  await expect
    .poll(
      async () => {
        await look();
        return said.waitFor({ timeout: 4_000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 90_000 },
    )
    .toBe(true);
}

/*
 * Papers that only those read whom the chain names: identity papers, the officer; papers for a loan, the underwriter. Each step stands on
 * the one before.
 */
describe("papers for an officer", () => {
  let browser: Browser;
  let person: Scene;
  let officer: Scene;
  let borrower: Scene;
  let underwriter: Scene;

  tellStory(() => ({
    person: person.page,
    officer: officer.page,
    borrower: borrower.page,
    underwriter: underwriter.page,
  }));

  beforeAll(async () => {
    browser = await launchBrowser();
    await fund(stack.rpc, addressOf(privateKeyOf(desks.underwriter)));
    const [personKey, borrowerKey] = [
      await stranger(stack),
      await newcomer(stack, { tier: 2, dollars: 10n }),
    ];
    person = await openScene(browser, stack, { privateKey: personKey, path: "/identity" });
    borrower = await openScene(browser, stack, { privateKey: borrowerKey, path: "/loans/credit" });
    officer = await withKeys(browser, privateKeyOf(desks.complianceDesk));
    underwriter = await withKeys(browser, privateKeyOf(desks.underwriter), { onChain: true });
  });

  afterAll(() => browser.close());

  it("are not taken while nobody's keys stand on the chain", async () => {
    const { page } = person;
    await page.getByRole("button", { name: "Hand over papers" }).click();
    await ready(page);
    await page.getByText("There is nobody to check papers at the moment").waitFor();
    await registerKeys(officer.page);
  });

  it("are sealed by the person", async () => {
    const { page } = person;
    await hand(page);
    await page.getByRole("button", { name: "Seal and send" }).click();
    await page.getByText("Choose at least one file.").waitFor();
    for (const [label, text] of [
      ["Given names", "Ada"],
      ["Family name", "Lovelace"],
      ["Date of birth", "1815-12-10"],
      ["Street and number", "12 St James's Square"],
      ["Postal code", "SW1Y 4JH"],
      ["City", "London"],
    ] as const)
      await page.getByLabel(label).fill(text);
    await page.getByLabel("Country of residence").selectOption({ label: "United Kingdom" });
    await page.getByLabel("Nationality").selectOption({ label: "United Kingdom" });
    await page.getByLabel("Files", { exact: true }).setInputFiles(paper("passport.txt", "No. 1815"));
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Seal and send" }).click();
    await page.getByText("Not decided yet").waitFor();
  });

  it("are opened by the officer, who says what is missing", async () => {
    const { page } = officer;
    await atDesk(page, "/compliance");
    await page.getByText("Ada Lovelace").waitFor();
    await page.getByText("12 St James's Square, SW1Y 4JH London, United Kingdom").waitFor();
    expect(await read(page, "passport.txt")).toBe("No. 1815");
    await page.getByLabel("Your decision").selectOption("more");
    await page.getByRole("button", { name: "Seal and send the decision" }).click();
    await page.getByText("Say what is wrong or missing.", { exact: true }).waitFor();
    await page.getByLabel("What they should know").fill("The second page is missing.");
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Seal and send the decision" }).click();
    await page.getByText("The decision is sealed and sent.").waitFor();
  });

  it("and the person sees it, hands in the rest, and is accepted", async () => {
    const { page } = person;
    await hand(page);
    await page.getByText("More is needed").waitFor();
    await page.getByText("The second page is missing.").waitFor();
    await page.getByText("Who can read them").click();
    await page.getByText("can read", { exact: true }).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Change the papers" }).click();
    await page.getByLabel("Files", { exact: true }).setInputFiles(paper("page2.txt", "Page 2"));
    await page.getByRole("button", { name: "Seal and send" }).click();
    await page.getByText("The papers have changed since.").waitFor();

    await atDesk(officer.page, "/compliance");
    expect(await read(officer.page, "page2.txt")).toBe("Page 2");
    await officer.page.getByRole("button", { name: "Seal and send the decision" }).click();
    await officer.page.getByText("The decision is sealed and sent.").waitFor();
    await hand(page);
    await page.getByRole("main").getByText("Accepted", { exact: true }).waitFor();
  });

  it("go to the underwriter with an application", async () => {
    const { page } = borrower;
    await page.getByRole("button", { name: "Attach papers" }).click();
    await ready(page);
    await page.getByLabel("Files", { exact: true }).setInputFiles(paper("payslip.txt", "4,000 a month"));
    await page.getByLabel("A word to the underwriter").fill("Since May.");
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Seal and send" }).click();
    await page.getByText("Not decided yet").waitFor();

    const desk = underwriter.page;
    await atDesk(desk, "/loans/desk");
    await desk.getByText("Since May.").waitFor();
    expect(await read(desk, "payslip.txt")).toBe("4,000 a month");
    expect(await allProblemsOf(desk)).toEqual([]);
    await desk.getByRole("button", { name: "Seal and send the decision" }).click();
    await desk.getByText("The decision is sealed and sent.").waitFor();
    await visit(page, "/loans/credit");
    await page.getByRole("button", { name: "Attach papers" }).click();
    await page.getByRole("main").getByText("Accepted", { exact: true }).waitFor();
  });

  it("complained about nothing in the console", async () => {
    for (const scene of [person, officer, borrower, underwriter]) await scene.end();
  });

  async function hand(page: Page): Promise<void> {
    await visit(page, "/identity");
    await page.getByRole("button", { name: "Hand over papers" }).click();
  }

  async function atDesk(page: Page, path: string): Promise<void> {
    await visit(page, path);
    await page.getByRole("tab", { name: "Papers" }).click();
    await page.getByRole("button", { name: "Open the papers" }).click();
  }
});

/*
 * An issuer seals a document for the holders of an asset; who sells everything can read it no longer, and who buys can. Each step stands on
 * the one before.
 */
describe("documents for holders", () => {
  let browser: Browser;
  let issuer: Scene;
  let seller: Scene;
  let buyer: Scene;
  let asset: Address;
  let keys: { seller: Hex; buyer: Hex };

  tellStory(() => ({ issuer: issuer.page, seller: seller.page, buyer: buyer.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    keys = {
      seller: await newcomer(stack, { tier: 2, dollars: 10n }),
      buyer: await newcomer(stack, { tier: 2, dollars: 10n }),
    };
    const holder = addressOf(keys.seller);
    asset = await freshAsset(stack, { name: "Quay 9", symbol: "QUAY9", holder, shares: 10n });
    seller = await withKeys(browser, keys.seller);
    buyer = await withKeys(browser, keys.buyer);
    issuer = await withKeys(browser, privateKeyOf(people.grace));
  });

  afterAll(() => browser.close());

  it("are sealed by the issuer, and read by who holds shares", async () => {
    const { page } = issuer;
    await untilSaid(page, atIssuer, "Everyone who holds shares and has record keys can open them.");
    await page.getByText("You have sealed nothing for the holders yet.").waitFor();
    await page.getByText("has keys", { exact: true }).waitFor();
    await page.getByLabel("Title", { exact: true }).fill("Survey of the quay");
    await page.getByLabel("Files", { exact: true }).setInputFiles(paper("survey.txt", "Sound."));
    await page.getByLabel("What survey.txt is").selectOption("report");
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Seal for the holders" }).click();
    await page.getByText("The documents are sealed for the holders.").waitFor();
    await page.getByRole("heading", { name: "Survey of the quay" }).waitFor();

    await atAsset(seller.page);
    await seller.page.getByRole("heading", { name: "Survey of the quay" }).waitFor();
    expect(await read(seller.page, "survey.txt")).toBe("Sound.");
    expect(await allProblemsOf(seller.page)).toEqual([]);
    await atAsset(buyer.page);
    await buyer.page.getByText("The issuer has sealed nothing that you may open.").waitFor();
  });

  it("follow the shares once the issuer updates the readers", async () => {
    const { page } = issuer;
    await transferSync(outsider(stack, keys.seller), {
      asset,
      to: addressOf(keys.buyer),
      amount: 10n * unit,
    });
    await untilSaid(page, atIssuer, /^not yet$/);
    await page.getByRole("button", { name: "Seal anew without them" }).click();
    await page.getByRole("button", { name: "Update readers" }).click();
    await page.getByText("The readers are up to date.").waitFor();
    await page.getByText("Can read from now on:").waitFor();
    await page.getByText("Shut out by a new version:").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);

    await atAsset(buyer.page);
    await buyer.page.getByRole("heading", { name: "Survey of the quay" }).waitFor();
    expect(await read(buyer.page, "survey.txt")).toBe("Sound.");
    await atAsset(seller.page);
    await seller.page.getByText("The issuer has sealed nothing that you may open.").waitFor();
  });

  it("complained about nothing in the console", async () => {
    for (const scene of [issuer, seller, buyer]) await scene.end();
  });

  async function atIssuer(): Promise<void> {
    await visit(issuer.page, `/issuer/${asset}`);
    await issuer.page.getByRole("tab", { name: "For holders" }).click();
    await issuer.page.getByRole("button", { name: "Open the sealed documents" }).click();
  }

  async function atAsset(page: Page): Promise<void> {
    await visit(page, `/assets/${asset}`);
    await page.getByRole("button", { name: "Show what I may open" }).click();
  }
});
