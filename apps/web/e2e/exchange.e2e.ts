import { getOrders } from "@qti/sdk/exchange/book";
import type { Browser, Page } from "playwright-core";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, onTestFailed } from "vitest";
import { dialog, runToIndex, untilFlow } from "./support/app.ts";
import { keepPicture, launchBrowser } from "./support/browser.ts";
import { people, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { axe, overflow, untilSettled, visit } from "./support/visit.ts";

const stack = inject("stack");
const sellerKey = privateKeyOf(people.ben);
const buyerKey = privateKeyOf(people.cleo);
const maker = privateKeyToAccount(sellerKey).address;
const living = ["open", "waiting", "unfillable"] as const;

/*
 * One market with two people of the demo, who are verified: one holds shares, the other has test dollars. Each step stands
 * on the one before.
 */
describe("a market of two people", () => {
  let browser: Browser;
  let seller: Scene;
  let buyer: Scene;
  let market: string;
  let stopped = false;

  // Each step stands on the one before: after a failure the others would only say so again.
  beforeEach(({ skip }) => {
    skip(stopped, "an earlier step failed");
    onTestFailed(async ({ task }) => {
      stopped = true;
      await keepPicture(seller.page, `${task.name} seller`);
      await keepPicture(buyer.page, `${task.name} buyer`);
    });
  });

  beforeAll(async () => {
    browser = await launchBrowser();
    seller = await openScene(browser, stack, { privateKey: sellerKey, path: "/exchange" });
    buyer = await openScene(browser, stack, { privateKey: buyerKey, path: "/exchange" });
  });

  afterAll(() => browser.close());

  it("opens from the list of everything that can be traded", async () => {
    await seller.page.getByRole("link", { name: /Harbour Street 12/ }).click();
    await seller.page.waitForURL(/\/exchange\/0x/);
    market = new URL(seller.page.url()).pathname;
    await seller.page.getByRole("heading", { name: "Harbour Street 12", level: 1 }).waitFor();
    await seller.page.getByText("No orders now").waitFor();
  });

  it("takes no order whose signature was declined, and keeps what was typed", async () => {
    const { page, wallet } = seller;
    await writeSale(page, { shares: "10", price: "245" });
    await page.getByText("$2,450.00").waitFor();
    await page.getByRole("button", { name: "Review the order" }).click();
    await untilFlow(page, "preview");
    wallet.next("eth_signTypedData_v4", "reject");
    await dialog(page).getByRole("button", { name: "Sign the order", exact: true }).click();
    await untilFlow(page, "rejected");
    expect(await ordersOfSeller()).toEqual([]);
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    expect(await page.getByLabel("Price of a share").inputValue()).toBe("245");
  });

  it("keeps a signed order and shows it to its maker", async () => {
    await placeOrder(seller.page);
    await seller.page.getByRole("region", { name: "Sellers by price, best first" }).waitFor();
    await visit(seller.page, "/exchange/orders");
    const row = orderRow(seller.page, "Sell 10 HBR12");
    await row.getByText("open", { exact: true }).waitFor();
    expect(await ordersOfSeller()).toEqual([{ side: "ask", state: "open" }]);
  });

  it("sells a part of it to another person, with one signed permission and one transaction", async () => {
    const { page, wallet } = buyer;
    await visit(page, market);
    await page.getByRole("tab", { name: "Take an offer" }).click();
    const form = page.getByRole("tabpanel", { name: "Take an offer" });
    await form.getByLabel("Shares").fill("11");
    await form.getByText("10 are offered at this price. Enter at most that.").waitFor();
    await form.getByLabel("Shares").fill("4");
    await form.getByRole("button", { name: "Review the purchase" }).click();
    expect(await runToIndex(page, "Buy")).toEqual(
      expect.arrayContaining(["signing", "confirming", "pending", "confirmed", "indexed"]),
    );
    expect(wallet.seen.filter(({ method }) => method === "eth_sendTransaction")).toHaveLength(1);
    await dialog(page).getByRole("link", { name: "See the portfolio" }).click();
    // 450 and 75 less in the demo's month.
    await page
      .getByRole("region", { name: "Shares of assets" })
      .getByText(/^379 HBR12/)
      .waitFor();
  });

  it("tells everybody what was paid", async () => {
    await visit(buyer.page, market);
    const trades = buyer.page.getByRole("region", { name: "Trades, newest first" });
    await trades.getByRole("row", { name: /bought 4 \$245\.00/ }).waitFor();
    await visit(buyer.page, "/exchange");
    await buyer.page.getByRole("link", { name: /Harbour Street 12.*\$245\.00/ }).waitFor();
    await orderRow(seller.page, "Sell 10 HBR12").getByText("40 % filled").waitFor();
  });

  it("shows the dates of a standing order, for which the permission grows by what it needs", async () => {
    const { page } = seller;
    await visit(page, market);
    await page.getByLabel("Kind of order").selectOption("standing");
    await writeSale(page, { shares: "2", price: "250" });
    await page.getByLabel("How often").fill("4");
    await placeOrder(page);
    await visit(page, "/exchange/orders");
    const row = orderRow(page, "Sell 2 HBR12", "Standing orders");
    await row.getByText("Calendar").click();
    const dates = row.getByRole("region", { name: "Dates of this standing order" });
    await dates.getByText("open now").waitFor();
    expect(await dates.getByText("to come").count()).toBe(3);
    // The first order can still be filled: the permission of the second did not take its own away.
    await orderRow(page, "Sell 10 HBR12").getByText("open", { exact: true }).waitFor();
  });

  it("can be read by everybody where there are orders and trades", async () => {
    await visit(seller.page, "/exchange/orders");
    await orderRow(seller.page, "Sell 2 HBR12", "Standing orders").getByText("Calendar").click();
    expect(await problemsOf(seller.page)).toEqual([]);
    await visit(buyer.page, market);
    await buyer.page.getByRole("region", { name: "Sellers by price, best first" }).waitFor();
    expect(await problemsOf(buyer.page)).toEqual([]);
  });

  it("ends an order that its maker cancels", async () => {
    const { page } = seller;
    await page.getByRole("button", { name: "Cancel: Sell 10 HBR12" }).click();
    expect(await runToIndex(page, "Cancel the order")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    const ended = page.getByRole("region", { name: "Ended" });
    await ended
      .getByRole("listitem")
      .filter({ hasText: "Sell 10 HBR12" })
      .first()
      .getByText("cancelled")
      .waitFor();
    expect(await page.getByRole("button", { name: "Cancel: Sell 10 HBR12" }).count()).toBe(0);
  });

  it("ends all others at once, and complained about nothing in the console", async () => {
    await seller.page.getByRole("button", { name: "Cancel all" }).click();
    expect(await runToIndex(seller.page, "Cancel all")).toContain("indexed");
    await dialog(seller.page).getByRole("button", { name: "Done" }).click();
    await expect.poll(ordersOfSeller).toEqual([]);
    await seller.end();
    await buyer.end();
  });

  async function ordersOfSeller() {
    const { items } = await getOrders({ url: stack.api }, { maker, states: living });
    return items.map(({ side, state }) => ({ side, state }));
  }
});

/** Fills in a sale in the form of a market. */
async function writeSale(page: Page, { shares, price }: { shares: string; price: string }): Promise<void> {
  const form = page.getByRole("tabpanel", { name: "Leave an order" });
  await form.getByRole("button", { name: "Sell", exact: true }).click();
  await form.getByLabel(/^Shares/).fill(shares);
  await form.getByLabel("Price of a share").fill(price);
}

/** Reviews what stands in the form, signs it, and waits until the book has it. */
async function placeOrder(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review the order" }).click();
  await untilFlow(page, "preview");
  await dialog(page).getByRole("button", { name: "Sign the order", exact: true }).click();
  await page.getByRole("status").getByText("The order is in the book.").waitFor();
}

/** A living order on the page of one's own. */
function orderRow(page: Page, words: string, part = "In the book") {
  return page.getByRole("region", { name: part }).getByRole("listitem").filter({ hasText: words });
}

/** What axe finds, and what sticks out, in both themes on a phone and on a desk. */
async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = [];
  await untilSettled(page);
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const what of await overflow(page)) problems.push(`${colorScheme} ${width}: sticks out: ${what}`);
      for (const { id, where } of await axe(page, colorScheme === "light" ? "all" : "colour"))
        problems.push(`${colorScheme} ${width}: ${id} at ${where.join(" | ")}`);
    }
  return problems;
}
