import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import type { Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { account, carryThrough, dialog, pressUnlessDone, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { giveDollars, passTime } from "./support/chain.ts";
import { desks, fund, people, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { untilSettled, visit } from "./support/visit.ts";

const stack = inject("stack");
const day = 86_400;
const addressOf = (index: number) => privateKeyToAccount(privateKeyOf(index)).address;

/*
 * A week at the desks: what waits for its delay is waited for, so the clock of the chain is turned forward. One person sits
 * down at one desk after the other by switching the account in the wallet. Each step stands on the one before.
 */
describe("a week at the desks", () => {
  const lostKeyOwner = people.elif;
  const newKey = generatePrivateKey();
  let browser: Browser;
  let scene: Scene;
  let page: Page;
  let harbour: string;
  let statement: string;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    scene = await openScene(browser, stack, {
      privateKey: privateKeyOf(desks.complianceDesk),
      path: "/compliance",
    });
    page = scene.page;
    await fund(stack.rpc, privateKeyToAccount(newKey).address);
    await giveDollars(stack, privateKeyOf(desks.qtiHolder), addressOf(people.ada), 1_100_000n);
  });

  afterAll(() => browser.close());

  /** The person chooses another account in the wallet. */
  async function become(key: Hex): Promise<void> {
    await scene.wallet.use(key);
    const shown = privateKeyToAccount(key).address.slice(0, 6);
    await page
      .getByRole("banner")
      .getByRole("button", { name: new RegExp(`account ${shown}`, "i") })
      .waitFor();
  }

  const main = () => page.getByRole("main");
  const waiting = () => page.getByRole("region", { name: "Waiting for its time" });
  const row = (list: Locator, text: string | RegExp) => list.getByRole("listitem").filter({ hasText: text });

  async function lookUp(who: number): Promise<void> {
    await visit(page, `/compliance?who=${addressOf(who)}`);
    await page.getByRole("region", { name: "Standing" }).waitFor();
  }

  it("looks somebody up, and shows with the reason what this desk may not do", async () => {
    await page.getByLabel("Account or identity").fill(addressOf(people.farid));
    await page.getByRole("button", { name: "Look up" }).click();
    await page.getByRole("region", { name: "Standing" }).getByText("Verified").waitFor();
    const force = main().getByRole("button", { name: "Move by order" }).first();
    await expect.poll(() => force.isDisabled()).toBe(true);
    await main().getByText('for the role "Compliance force"').first().waitFor();
  });

  it("freezes nobody when the wallet declines, and does when it agrees after a while", async () => {
    await main().getByRole("button", { name: "Freeze", exact: true }).click();
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await untilFlow(page, "preview");
    scene.wallet.next("eth_sendTransaction", "reject");
    await dialog(page).getByRole("button", { name: "Freeze", exact: true }).click();
    await untilFlow(page, "rejected");
    await dialog(page).getByText("Nothing was sent and nothing has changed.").waitFor();

    let agree: () => void = () => undefined;
    scene.wallet.next("eth_sendTransaction", {
      after: new Promise((resolve) => {
        agree = resolve;
      }),
    });
    await dialog(page).getByRole("button", { name: "Ask again" }).click();
    await untilFlow(page, "confirming");
    agree();
    await untilFlow(page, "indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await page.getByRole("region", { name: "Standing" }).getByText("Frozen", { exact: true }).waitFor();
  });

  it("says before it signs that the compliance force waits two days, and puts it on the calendar", async () => {
    await become(privateKeyOf(desks.complianceForce));
    await main().getByRole("button", { name: "Release", exact: true }).click();
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await dialog(page).getByText("Release the identity of Farid").waitFor();
    await dialog(page).getByText("not yet: waits 2 days").waitFor();
    await carryThrough(page, "Schedule it");
    await visit(page, "/roles");
    const operation = row(waiting(), "Release the identity of Farid");
    await operation.getByText("Waits", { exact: true }).waitFor();
    await expect.poll(() => operation.getByRole("button", { name: "Carry it out" }).count()).toBe(0);
  });

  it("is cancelled by a guardian, who can carry nothing out", async () => {
    await become(privateKeyOf(desks.guardian));
    const operation = row(waiting(), "Release the identity of Farid");
    await operation.getByRole("button", { name: "Cancel" }).click();
    await carryThrough(page, "Cancel it");
    await operation.waitFor({ state: "detached" });
  });

  it("is scheduled again, due after two days, and carried out by who scheduled it", async () => {
    await become(privateKeyOf(desks.complianceForce));
    await lookUp(people.farid);
    await main().getByRole("button", { name: "Release", exact: true }).click();
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(page, "Schedule it");
    await passTime(stack.rpc, 2 * day);
    await visit(page, "/roles");
    const operation = row(waiting(), "Release the identity of Farid");
    await operation.getByText("Due", { exact: true }).waitFor();
    await operation.getByRole("button", { name: "Carry it out" }).click();
    await carryThrough(page, "Carry it out");
    await operation.waitFor({ state: "detached" });
    await lookUp(people.farid);
    await page.getByRole("region", { name: "Standing" }).getByText("Verified").waitFor();
  });

  it("shows at the issuer's desk the path of an asset, and states a value", async () => {
    await become(privateKeyOf(people.ada));
    await visit(page, "/issuer");
    await main()
      .getByRole("link", { name: /Harbour Street 12/ })
      .click();
    await page.waitForURL(/\/issuer\/0x/);
    harbour = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("list", { name: "Life of the asset" }).getByText("In circulation").waitFor();
    await page.getByLabel("Value of the whole").fill("2,500,000");
    await page.getByText("$250 a share").waitFor();
    await page.getByRole("button", { name: "Review the value" }).click();
    await carryThrough(page, "State it");
    await page.getByText("$2,500,000").first().waitFor();
  });

  it("pays income only after it has shown who gets what", async () => {
    await page.getByRole("tab", { name: "Income" }).click();
    await page.getByRole("textbox", { name: "Income" }).fill("12,000");
    await page.getByRole("button", { name: "Work out who gets what" }).click();
    const table = page.getByRole("table", { name: "Who gets how much" });
    await table.getByText("Ben").waitFor();
    await expect.poll(() => table.getByText("You", { exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Review the payment" }).click();
    await dialog(page).getByText("Left over by rounding").waitFor();
    await carryThrough(page, "Pay it in");
    await main().getByText("Being checked").waitFor();
  });

  it("lets anybody check the split, and activate it after a day", async () => {
    await become(privateKeyOf(people.ben));
    await visit(page, `/assets/${harbour}`);
    const income = row(page.getByRole("region", { name: "Income" }), "$12,000");
    await income.getByText("Being checked", { exact: true }).waitFor();
    await income.getByText("Who gets what, worked out here").click();
    await income.getByText("The split is right").waitFor();
    await passTime(stack.rpc, day);
    await visit(page, `/assets/${harbour}`);
    await pressUnlessDone(page, {
      button: income.getByRole("button", { name: "Activate" }),
      verb: "Activate it",
      done: income.getByText("Can be claimed", { exact: true }),
    });
  });

  it("pays a holder their part, once", async () => {
    const income = row(page.getByRole("region", { name: "Income" }), "$12,000");
    const button = income.getByRole("button", { name: /^Claim \$/ });
    const part = (await button.textContent())?.replace("Claim ", "") ?? "";
    await button.click();
    await carryThrough(page, "Claim it");
    await income.getByText(`You claimed ${part}.`).waitFor();
    await expect.poll(() => button.count()).toBe(0);
  });

  it("commits to documents, and proves later that a file is the one, and no other", async () => {
    const deed = path.join(tmpdir(), `qti-deed-${process.pid}.txt`);
    const forged = path.join(tmpdir(), `qti-forged-${process.pid}.txt`);
    writeFileSync(deed, "Annual accounts. Rent 120,000.");
    writeFileSync(forged, "Annual accounts. Rent 180,000.");
    await become(privateKeyOf(people.ada));
    await visit(page, `/issuer/${harbour}`);
    await page.getByRole("tab", { name: "Documents" }).click();
    await page.getByLabel("Documents", { exact: true }).last().setInputFiles([deed]);
    await page.getByRole("button", { name: "Review the documents" }).click();
    await untilFlow(page, "preview");
    const download = page.waitForEvent("download");
    expect(await runToIndex(page, "Append")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    const proof = path.join(tmpdir(), `qti-proof-${process.pid}.json`);
    await (await download).saveAs(proof);
    expect(readFileSync(proof, "utf8")).not.toContain("Rent");

    await become(privateKeyOf(people.ben));
    await visit(page, `/assets/${harbour}`);
    await page.getByRole("button", { name: "Check a document that I was given" }).click();
    await page.getByLabel("The document").setInputFiles(deed);
    await page.getByLabel("Its proof").setInputFiles(proof);
    await page.getByRole("button", { name: "Check the document" }).click();
    await page.getByText(/This is the file committed on/).waitFor();
    await page.getByLabel("The document").setInputFiles(forged);
    await page.getByRole("button", { name: "Check the document" }).click();
    await page.getByText("The file is none of those in the proof", { exact: false }).waitFor();
  });

  it("proves in the browser that the chain holds a transaction, and saves history and proof", async () => {
    await visit(page, `/transactions?asset=${harbour}&kind=INCOME_CLAIMED`);
    await untilSettled(page);
    const csv = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as CSV" }).click();
    const history = path.join(tmpdir(), `qti-history-${process.pid}.csv`);
    await (await csv).saveAs(history);
    const [head = "", ...lines] = readFileSync(history, "utf8").split("\r\n");
    expect(head.startsWith("time,block,transaction,")).toBe(true);
    expect(lines.pop()).toBe("");
    const shown = main().getByRole("link", { name: "Income claimed" });
    expect(lines.map((line) => line.includes("INCOME_CLAIMED,Income claimed"))).toEqual(
      Array.from({ length: await shown.count() }, () => true),
    );

    await shown.first().click();
    await page.waitForURL(/\/transactions\/0x/);
    await page.getByRole("button", { name: "Check it in this browser" }).click();
    await page.getByText("Proven: the block holds it").waitFor();
    const steps = page.getByRole("list", { name: "Steps of the proof" }).getByRole("listitem");
    await expect.poll(() => steps.count()).toBeGreaterThan(8);
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the proof" }).click();
    expect((await file).suggestedFilename()).toMatch(/^qti-proof-[0-9a-f]{12}\.json$/);
  });

  it("lets a new account say that it takes the place of a lost one", async () => {
    await signStatement();
    expect(JSON.parse(statement).lost).toBe(addressOf(lostKeyOwner));
  });

  it("stops a recovery when the owner of the account objects", async () => {
    await proposeRecovery();
    await become(privateKeyOf(lostKeyOwner));
    await visit(page, "/identity");
    await page.getByText("This account is said to be lost").waitFor();
    await page.getByRole("button", { name: "It is mine: object" }).click();
    await carryThrough(page, "Object");
    await page.getByText("This account is said to be lost").waitFor({ state: "detached" });
  });

  it("completes a recovery to which nobody objects, and brings the shares over", async () => {
    // The one before was used up by the proposal that was stopped.
    await signStatement();
    await proposeRecovery();
    await passTime(stack.rpc, 3 * day);
    await become(newKey);
    await visit(page, "/compliance");
    await page.getByRole("tab", { name: "Lost wallets" }).click();
    const recovery = row(page.getByRole("region", { name: "Waiting for objections" }), "Elif");
    await recovery.getByRole("button", { name: "Complete it" }).click();
    await carryThrough(page, "Complete it");
    await lookUp(lostKeyOwner);
    await page.getByRole("region", { name: "Standing" }).getByText("Retired").waitFor();
    const bring = main().getByRole("button", { name: "Bring these shares over" });
    await bring.first().waitFor();
    const before = await bring.count();
    await bring.first().click();
    await carryThrough(page, "Bring them over");
    await expect.poll(() => bring.count()).toBe(before - 1);
  });

  /** Whoever lost their account signs with a new one. */
  async function signStatement(): Promise<void> {
    await become(newKey);
    await visit(page, "/identity");
    await page.getByLabel("The account that you lost").fill(addressOf(lostKeyOwner));
    await page.getByRole("button", { name: "Sign the statement" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByRole("button", { name: "Sign the statement", exact: true }).click();
    const shown = page.getByRole("region", { name: "The statement is signed" });
    statement = (await shown.textContent()) ?? "";
  }

  /** The compliance force schedules the statement, waits its two days, and proposes. */
  async function proposeRecovery(): Promise<void> {
    await become(privateKeyOf(desks.complianceForce));
    await visit(page, "/compliance");
    await page.getByRole("tab", { name: "Lost wallets" }).click();
    await page.getByRole("button", { name: "Propose a recovery" }).click();
    await dialog(page).getByLabel("Statement of the new account").fill(statement);
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(page, "Schedule it");
    await passTime(stack.rpc, 2 * day);
    await visit(page, "/roles");
    const operation = row(waiting(), /Propose that .* replaces the lost account/);
    await operation.getByRole("button", { name: "Carry it out" }).click();
    await carryThrough(page, "Carry it out");
  }

  it("lets an asset mature, and its holders redeem what the issuer paid in", async () => {
    await become(privateKeyOf(people.ada));
    await visit(page, `/issuer/${harbour}`);
    await page.getByRole("button", { name: "Let it mature" }).click();
    await carryThrough(page, "Let it mature");
    await page.getByRole("tab", { name: "Redemption" }).click();
    await page.getByLabel(/^For all 10,000 shares/).fill("1,000,000");
    await page.getByText("$100 a share").waitFor();
    await page.getByRole("button", { name: "Review the redemption" }).click();
    await carryThrough(page, "Pay it in");

    await become(privateKeyOf(people.ben));
    await visit(page, `/assets/${harbour}`);
    const redemption = page.getByRole("region", { name: "Redemption" });
    await redemption.getByLabel("Shares to redeem").fill("10");
    await redemption.getByText("You get $1,000").waitFor();
    await redemption.getByRole("button", { name: "Review the redemption" }).click();
    await carryThrough(page, "Redeem");
    await redemption.getByText("10 shares, 0.1 %").waitFor();
  });

  it("leaves no complaint behind", async () => {
    await expect.poll(() => account(page).count()).toBe(1);
    await scene.end();
  });
});
