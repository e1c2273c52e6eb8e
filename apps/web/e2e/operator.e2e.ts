import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, dialog, pressUnlessDone, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { outsider, passTime } from "./support/chain.ts";
import { stranger } from "./support/market.ts";
import { desks, people, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");
const day = 86_400;

/*
 * The operator begins a campaign, makes its lists and stocks the store, while somebody looks at it from outside and takes
 * their part. Each step stands on the one before.
 */
describe("the operator of rewards, and somebody whom a list names", () => {
  const mark = Math.random().toString(36).slice(2, 8);
  const campaign = `Harvest ${mark}`;
  const item = `Kettle ${mark}`;
  let folder: string;
  let browser: Browser;
  let operator: Scene;
  let person: Scene;
  let personKey: Hex;

  tellStory(() => ({ operator: operator.page, person: person.page }));

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "qti-operator-"));
    browser = await launchBrowser();
    personKey = await stranger(stack);
    operator = await openScene(browser, stack, {
      privateKey: privateKeyOf(desks.rewardsOperator),
      path: "/rewards/desk",
    });
    person = await openScene(browser, stack, { privateKey: personKey, path: "/rewards/desk" });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const account = () => privateKeyToAccount(personKey).address;
  const region = (page: Page) => page.getByRole("region", { name: campaign, exact: true });
  const tab = (name: string) => operator.page.getByRole("tab", { name });

  it("shows to everybody how things stand, and who may change them", async () => {
    const { page } = person;
    await page.getByText('For the role "Rewards operator", which this account does not hold').waitFor();
    await page.getByText("Held by").waitFor();
    await page.getByText(/of 200,000 QTI; renewed/).waitFor();
    await page.getByRole("region", { name: "Thank you, first stakers" }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Begin a campaign" }).count()).toBe(0);
  });

  it("begins a campaign and puts QTI into it, within the budget of the day", async () => {
    const { page } = operator;
    await page.getByRole("button", { name: "Begin a campaign" }).click();
    await dialog(page).getByLabel("Name").fill(campaign);
    await dialog(page).getByLabel("What it is for").fill("For those who brought in the barley.");
    await dialog(page)
      .getByLabel("Ends on")
      .fill(await inDays(10));
    await dialog(page).getByText("Choose a day that is at least 30 days away.").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await dialog(page)
      .getByLabel("Ends on")
      .fill(await inDays(90));
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(operator.page, "Begin it");
    await region(page).getByText("No list yet").waitFor();

    await region(page).getByRole("button", { name: "Put QTI in" }).click();
    await dialog(page).getByLabel("Amount").fill("200,001");
    await dialog(page)
      .getByText(/Campaigns may take [\d,.]+ QTI more until/)
      .waitFor();
    await dialog(page).getByLabel("Amount").fill("100");
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(operator.page, "Put it in");
    await region(page).getByText("promised to nobody yet").waitFor();
  });

  it("names the line of a table that cannot be read", async () => {
    const { page } = operator;
    await tab("Make a list").click();
    await page.getByLabel("Campaign", { exact: true }).selectOption({ label: campaign });
    await page.getByLabel("Table").fill(`account,qti\n${account()},40\n${account()},2`);
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByText("Line 3 names an account that stands in the file before.").waitFor();
  });

  it("shows what a table would do before anything is signed, and that the money does not suffice", async () => {
    const { page } = operator;
    const others = [people.ada, people.ben].map((index) => privateKeyToAccount(privateKeyOf(index)).address);
    const lines = [`${account()},40`, ...others.map((address) => `${address},35.5`)];
    const file = path.join(folder, "harvest.csv");
    writeFileSync(file, `account,qti\n${lines.join("\n")}\n`);
    await page.getByLabel("File").setInputFiles(file);
    await page.getByRole("button", { name: "Look at the list" }).click();
    const preview = page.getByRole("region", { name: "What the list would do" });
    await preview.getByText("11 QTI are missing").waitFor();
    await preview.getByText("3 are new, 0 get more").waitFor();
    const table = preview.getByRole("table", { name: "Who gets how much" });
    await expect.poll(() => table.getByRole("row").count()).toBe(4);
    await preview.getByLabel("Find an account").fill("ada");
    await expect.poll(() => table.getByRole("row").count()).toBe(2);
    await table.getByText("35.5").first().waitFor();
    await preview.getByLabel("Find an account").fill("");
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("publishes the lines and proposes their root, after signing in once", async () => {
    const { page } = operator;
    await page.getByRole("button", { name: "Publish and propose" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("from the published lines").waitFor();
    await carryThrough(operator.page, "Publish and propose");
    await page.getByText("A list of this campaign waits").waitFor();
    await tab("Campaigns").click();
    await region(page)
      .getByText(/can be checked and vetoed; counts/)
      .waitFor();
    const veto = region(page).getByRole("button", { name: "Veto it" });
    await expect.poll(() => veto.isDisabled()).toBe(true);
    await region(page).getByText('Veto it: for the role "Guardian".').waitFor();
  });

  it("lets somebody see it wait, and recompute it", async () => {
    const { page } = person;
    await visit(page, "/rewards/campaigns");
    await region(page).getByText("40 QTI will be yours when the new list counts").waitFor();
    await region(page).getByText("Lists", { exact: true }).click();
    await region(page).getByRole("button", { name: "Check the list" }).click();
    await region(page).getByText("It is right").waitFor();
  });

  it("counts after a day, once the rest of the money is there", async () => {
    const { page } = operator;
    await region(page).getByRole("button", { name: "Put QTI in" }).click();
    await dialog(page).getByLabel("Amount").fill("400");
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(operator.page, "Put it in");
    await passTime(stack.rpc, day);
    const { page: look } = person;
    await visit(look, "/rewards/desk");
    await pressUnlessDone(look, {
      button: region(look).getByRole("button", { name: "Let it count" }),
      verb: "Let it count",
      done: region(look).getByText("Open", { exact: true }),
    });
  });

  it("pays who is named, once", async () => {
    const { page } = person;
    await visit(page, "/rewards/campaigns");
    await region(page).getByRole("button", { name: "Take 40 QTI" }).click();
    await carryThrough(person.page, "Take it");
    await region(page).getByText("You have taken 40 QTI").waitFor();
  });

  it("warns where a list takes away what the one before it gave", async () => {
    const { page } = operator;
    await visit(page, "/rewards/desk");
    await tab("Make a list").click();
    await page.getByLabel("Campaign", { exact: true }).selectOption({ label: campaign });
    await page.getByLabel("The amounts are").selectOption("all");
    await page.getByLabel("Table").fill(`${account()};50`);
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByText("2 accounts would lose what they were promised").waitFor();
    const propose = page.getByRole("button", { name: "Publish and propose" });
    await expect.poll(() => propose.isDisabled()).toBe(true);
    await page.getByLabel("I mean to take it from them.").check();
    await expect.poll(() => propose.isEnabled()).toBe(true);
  });

  it("makes a list of a query, and adds it to the one that counts", async () => {
    const { page } = operator;
    await page.getByLabel("Made from").selectOption("query");
    await page.getByLabel("About whom").selectOption({ label: "who holds an asset" });
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByText("Write a query, or choose the asset whose holders are meant.").waitFor();
    await page.getByLabel("About whom").selectOption({ label: "who has locked a stake in the pool" });
    await page.getByLabel("The amounts are").selectOption("adds");
    await page.getByLabel("Total to share out").fill("300");
    await page.getByRole("button", { name: "Look at the list" }).click();
    const preview = page.getByRole("region", { name: "What the list would do" });
    await preview.getByText(/Asked as of block \d+/).waitFor();
    await expect.poll(() => preview.getByText("would lose").count()).toBe(0);
    await preview.getByRole("button", { name: "Publish and propose" }).click();
    await untilFlow(page, "preview");
    await dialog(page)
      .getByText(/by its query, as of block \d+/)
      .waitFor();
    await carryThrough(operator.page, "Publish and propose");
  });

  it("lets anybody ask the same query again, and come to the same root", async () => {
    const { page } = person;
    await visit(page, "/rewards/campaigns");
    await region(page).getByText("Lists", { exact: true }).click();
    await region(page).getByRole("button", { name: "Check the list" }).first().click();
    await region(page)
      .getByText(/from what the index says of block \d+, by the query that it names/)
      .waitFor();
  });

  it("says what the index says of a query that it does not understand", async () => {
    const { page } = operator;
    await page
      .getByLabel("Query", { exact: true })
      .fill("query ($block: Block_height!) { rows: barley(block: $block) { id } }");
    await page.getByRole("button", { name: "Look at the list" }).click();
    await page.getByText("has no field `barley`").waitFor();
  });

  it("puts an item into the store, and hands over its codes", async () => {
    const { page } = operator;
    await tab("Store").click();
    await page.getByRole("button", { name: "Put an item into the store" }).click();
    await dialog(page).getByLabel("Name").fill(item);
    await dialog(page).getByLabel("What it is").fill("A code for a kettle.");
    await dialog(page).getByLabel("Price").fill("25");
    await dialog(page).getByLabel("In stock").fill("3");
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(operator.page, "Put it in");
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: item }) });
    await row.getByText("3 codes are missing").waitFor();

    await row.getByRole("button", { name: `Add codes: ${item}` }).click();
    await dialog(page).getByLabel("Codes, one a line").fill(`${mark}-1\n${mark}-2\n${mark}-1\n${mark}-3`);
    await dialog(page).getByText("1 line stands above already.").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Hand them over" }).click();
    await dialog(page).getByText("3 codes were added").waitFor();
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await row.getByText("3 codes at hand").waitFor();
    await row.getByText("codes are missing").waitFor({ state: "detached" });
    expect(await allProblemsOf(page)).toEqual([]);
    await visit(person.page, "/rewards/store");
    await person.page.getByRole("heading", { name: item }).waitFor();
  });

  it("takes it off sale again", async () => {
    const { page } = operator;
    await page.getByRole("button", { name: `Take off sale: ${item}` }).click();
    await carryThrough(operator.page, "Take off sale");
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: item }) });
    await row.getByText("Off sale", { exact: true }).waitFor();
  });

  it("is vetoed by a guardian from the same desk", async () => {
    const { page } = operator;
    await operator.wallet.use(privateKeyOf(desks.guardian));
    await visit(page, "/rewards/desk");
    await region(page).getByRole("button", { name: "Veto it" }).click();
    await dialog(page).getByRole("button", { name: "Review" }).click();
    await carryThrough(operator.page, "Veto it");
    await region(page).getByRole("button", { name: "Veto it" }).waitFor({ state: "detached" });
  });

  it("complained about nothing in the console", async () => {
    await person.end();
    await operator.end();
  });
});

/** A day so many days from now, by the clock of the chain, as the field for days takes it. */
async function inDays(days: number): Promise<string> {
  const { timestamp } = await outsider(stack, privateKeyOf(desks.rewardsOperator)).getBlock();
  return new Date((Number(timestamp) + days * day) * 1_000).toISOString().slice(0, 10);
}
