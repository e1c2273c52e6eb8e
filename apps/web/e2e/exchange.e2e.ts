import { pauseExchangeSync } from "@qti/sdk";
import { getOrderBook, getOrders } from "@qti/sdk/exchange/book";
import type { Browser, Locator, Page } from "playwright-core";
import { type Address, isAddress } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { outsider, passTime } from "./support/chain.ts";
import { cuttableLine } from "./support/line.ts";
import { freshAsset, newcomer } from "./support/market.ts";
import { desks, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";
import { sentBy } from "./support/wallet.ts";

const stack = inject("stack");
const living = ["open", "waiting", "unfillable"] as const;
const share = 10n ** 18n;
const day = 86_400;

/*
 * The market of an asset that nobody has traded, and people whom nobody knows: the story begins with an empty book whatever
 * others did on this chain before, and ends nobody's orders but its own. It pauses trading and waits the pause out, so it
 * turns the clock of the chain forward. Each step stands on the one before.
 */
describe("a market of two people", () => {
  const name = `Lock House ${generatePrivateKey().slice(2, 8)}`;
  let browser: Browser;
  let seller: Scene;
  let buyer: Scene;
  let line: Awaited<ReturnType<typeof cuttableLine>>;
  let maker: Address;
  let market: string;

  tellStory(() => ({ seller: seller.page, buyer: buyer.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    const sellerKey = await newcomer(stack, { tier: 2, dollars: 1_000n });
    const buyerKey = await newcomer(stack, { tier: 2, dollars: 5_000n });
    maker = privateKeyToAccount(sellerKey).address;
    const asset = await freshAsset(stack, { name, symbol: "LOCK", holder: maker, shares: 50n });
    market = `/exchange/${asset}`;
    seller = await openScene(browser, stack, { privateKey: sellerKey, path: "/exchange" });
    line = await cuttableLine(stack.api);
    buyer = await openScene(browser, stack, {
      privateKey: buyerKey,
      path: "/exchange",
      // What the browser says of a line that is cut.
      expected: [/net::ERR_\w+ \(.*\/v1\/orders\/stream/],
      prepare: (page) => line.lay(page, "/v1/orders/stream"),
    });
  });

  afterAll(async () => {
    await browser.close();
    line.end();
  });

  it("opens empty from the list of everything that can be traded", async () => {
    const { page } = seller;
    await page.getByRole("link", { name: new RegExp(`${name}.*not traded yet`) }).click();
    await page.waitForURL(new RegExp(`${market}$`, "i"));
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    await page.getByText("No orders now").waitFor();
    await page.getByText("Not traded yet").waitFor();
  });

  it("is one of many: another shows every price of the book that the service keeps", async () => {
    const { page } = buyer;
    await page.getByRole("link", { name: /Salisbury Solar Farm/ }).click();
    await page.waitForURL(/\/exchange\/0x/);
    const sellers = prices(page, "Sellers");
    await sellers.first().waitFor();
    const { asks, bids } = await bookOf(new URL(page.url()).pathname);
    // Below the head of each table.
    await expect.poll(() => sellers.count()).toBe(1 + asks.length);
    await expect.poll(() => prices(page, "Buyers").count()).toBe(1 + bids.length);
    expect(Math.min(asks.length, bids.length)).toBeGreaterThan(0);
  });

  it("takes no order whose signature was declined, and keeps what was typed", async () => {
    const { page, wallet } = seller;
    await writeOrder(page, "Sell", { shares: "10", price: "245" });
    await page.getByText("$2,450.00").waitFor();
    await page.getByRole("button", { name: "Review the order" }).click();
    await untilFlow(page, "preview");
    wallet.next("eth_signTypedData_v4", "reject");
    await dialog(page).getByRole("button", { name: "Sign the order", exact: true }).click();
    await untilFlow(page, "rejected");
    await expect.poll(() => ordersOfSeller()).toEqual([]);
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect.poll(() => page.getByLabel("Price of a share").inputValue()).toBe("245");
  });

  it("keeps a signed order and shows it to its maker", async () => {
    await placeOrder(seller.page);
    await prices(seller.page, "Sellers").first().waitFor();
    await visit(seller.page, "/exchange/orders");
    const row = orderRow(seller.page, "Sell 10 LOCK");
    await row.getByText("open", { exact: true }).waitFor();
    await expect
      .poll(() => ordersOfSeller())
      .toEqual([{ side: "ask", state: "open", fillable: 10n * share }]);
  });

  it("tells somebody whom the rules of the asset refuse why, before they sign anything", async () => {
    const privateKey = await newcomer(stack, { tier: 1, dollars: 500n });
    const { page, wallet, end } = await openScene(browser, stack, { privateKey, path: market });
    const form = await openTakeForm(page);
    await form.getByLabel("Shares").fill("1");
    await form
      .getByRole("alert")
      .getByText("The receiver is verified at a lower tier than this asset asks for.")
      .waitFor();
    await form.getByRole("button", { name: "Review the purchase" }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(wallet.seen.filter(({ method }) => /sign|send/i.test(method))).toEqual([]);
    await end();
  });

  it("sells a part of it to another person, with one signed permission and one transaction", async () => {
    const { page, wallet } = buyer;
    await visit(page, market);
    const form = await openTakeForm(page);
    await form.getByLabel("Shares").fill("11");
    await form.getByText("10 are offered at this price. Enter at most that.").waitFor();
    await form.getByLabel("Shares").fill("4");
    await form.getByRole("button", { name: "Review the purchase" }).click();
    expect(await runToIndex(page, "Buy")).toEqual(
      expect.arrayContaining(["signing", "confirming", "pending", "confirmed", "indexed"]),
    );
    expect(sentBy(wallet)).toBe(1);
    await dialog(page).getByRole("link", { name: "See the portfolio" }).click();
    await page
      .getByRole("region", { name: "Shares of assets" })
      .getByText(/^4 LOCK/)
      .waitFor();
  });

  it("tells everybody what was paid", async () => {
    await visit(buyer.page, market);
    await trade(buyer.page, /bought 4 \$245\.00/).waitFor();
    await visit(buyer.page, "/exchange");
    await buyer.page.getByRole("link", { name: new RegExp(`${name}.*\\$245\\.00`) }).waitFor();
    await orderRow(seller.page, "Sell 10 LOCK").getByText("40 % filled").waitFor();
  });

  it("keeps an order of who wants to buy", async () => {
    const { page } = buyer;
    await visit(page, market);
    await writeOrder(page, "Buy", { shares: "5", price: "240" });
    await page.getByText("$1,200.00").waitFor();
    await placeOrder(page);
    await prices(page, "Buyers").filter({ hasText: "$240.00" }).waitFor();
  });

  it("lets a holder sell into it at once, and takes nothing from the order that they left", async () => {
    const { page } = seller;
    await visit(page, market);
    const form = await openTakeForm(page);
    await form.getByRole("button", { name: "Sell now" }).click();
    await form.getByText("The best buyer wants 5 LOCK at $240.00").waitFor();
    await form.getByLabel("Shares").fill("5");
    await form.getByRole("button", { name: "Review the sale" }).click();
    expect(await runToIndex(page, "Sell")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await trade(page, /sold 5 \$240\.00/).waitFor();
    // The permission to take shares is one: what was sold now was in it besides what the order needs.
    await expect.poll(ordersOfSeller).toEqual([{ side: "ask", state: "open", fillable: 6n * share }]);
  });

  it("shows the dates of a standing order, for which the permission grows by what it needs", async () => {
    const { page } = seller;
    await page.getByRole("tab", { name: "Leave an order" }).click();
    await page.getByLabel("Kind of order").selectOption("standing");
    await writeOrder(page, "Sell", { shares: "2", price: "250" });
    await page.getByLabel("How often").fill("4");
    await placeOrder(page);
    await visit(page, "/exchange/orders");
    const row = orderRow(page, "Sell 2 LOCK", "Standing orders");
    await row.getByText("Calendar").click();
    const dates = row.getByRole("region", { name: "Dates of this standing order" });
    await dates.getByText("open now").waitFor();
    await expect.poll(() => dates.getByText("to come").count()).toBe(3);
    // The first order can still be filled: the permission of the second did not take its own away.
    await orderRow(page, "Sell 10 LOCK").getByText("open", { exact: true }).waitFor();
  });

  it("can be read by everybody where there are orders and trades", async () => {
    expect(await allProblemsOf(seller.page)).toEqual([]);
    await visit(buyer.page, market);
    await prices(buyer.page, "Sellers").first().waitFor();
    expect(await allProblemsOf(buyer.page)).toEqual([]);
  });

  it("ends an order that its maker cancels", async () => {
    const { page } = seller;
    await page.getByRole("button", { name: "Cancel: Sell 10 LOCK" }).click();
    expect(await runToIndex(page, "Cancel the order")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await orderRow(page, "Sell 10 LOCK", "Ended").getByText("cancelled").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Cancel: Sell 10 LOCK" }).count()).toBe(0);
  });

  it("catches up with what it missed while its line was cut", async () => {
    line.cut();
    await buyer.page.getByText("interrupted, trying again").waitFor();
    const { page } = seller;
    await visit(page, market);
    await page.getByLabel("Kind of order").selectOption("moving");
    await writeOrder(page, "Sell", { shares: "3", price: "244" });
    await page.getByLabel("Last price of a share").fill("1");
    await page.getByLabel("Stands for … days").fill("1");
    await placeOrder(page);
    line.mend();
    // The longer it was cut, the longer it waits before it tries again: half a minute at most.
    await buyer.page.getByText("interrupted, trying again").waitFor({ state: "detached", timeout: 60_000 });
    await expect.poll(() => prices(buyer.page, "Sellers").count()).toBe(3);
  });

  it("sells at a price that falls while one looks, for no more than was seen", async () => {
    const { page } = buyer;
    const form = await openTakeForm(page);
    const offer = form.getByText("The best seller offers 3 LOCK at");
    const first = await firstPrice(offer);
    await expect.poll(() => firstPrice(offer)).toBeLessThan(first);
    const seen = await firstPrice(offer);
    await form.getByLabel("Shares").fill("1");
    await form.getByRole("button", { name: "Review the purchase" }).click();
    expect(await runToIndex(page, "Buy")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    const paid = trade(page, /bought 1 \$24/);
    await paid.waitFor();
    expect(await firstPrice(paid)).toBeLessThanOrEqual(seen);
  });

  it("fills nothing while trading is paused: says so to who had reviewed already, and asks for nothing", async () => {
    const { page, wallet } = buyer;
    const before = sentBy(wallet);
    const form = page.getByRole("tabpanel", { name: "Take an offer" });
    await form.getByLabel("Shares").fill("1");
    await form.getByRole("button", { name: "Review the purchase" }).click();
    await untilFlow(page, "preview");
    await pauseExchangeSync(outsider(stack, privateKeyOf(desks.pauser)));
    await dialog(page).getByRole("button", { name: "Buy", exact: true }).click();
    await untilFlow(page, "failed");
    await dialog(page)
      .getByText(/Trading is paused until/)
      .waitFor();
    expect(sentBy(wallet)).toBe(before);
    await visit(page, market);
    await page.getByText("Trading is paused", { exact: true }).waitFor();
    await page.getByText("No order can be filled now").waitFor();
  });

  it("lets everybody cancel meanwhile, all orders at once", async () => {
    const { page } = seller;
    await visit(page, "/exchange/orders");
    await orderRow(page, "Sell 3 LOCK").getByText("Trading is paused.").waitFor();
    await page.getByRole("button", { name: "Cancel all" }).click();
    expect(await runToIndex(page, "Cancel all")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await expect.poll(ordersOfSeller).toEqual([]);
  });

  it("goes on by itself when the pause is over, and complained about nothing in the console", async () => {
    await passTime(stack.rpc, 14 * day);
    await visit(buyer.page, market);
    await buyer.page.getByText("No orders now").waitFor();
    await expect.poll(() => buyer.page.getByText("Trading is paused").count()).toBe(0);
    await seller.end();
    await buyer.end();
  });

  async function ordersOfSeller() {
    const { items } = await getOrders({ url: stack.api }, { maker, states: living });
    return items.map(({ side, state, fillable }) => ({ side, state, fillable }));
  }
});

/** The book of a market as the service has it. */
function bookOf(path: string) {
  const [asset, money] = [path.split("/").at(-1), stack.contracts.testDollar];
  if (!asset || !money || !isAddress(asset) || !isAddress(money)) throw new Error(`${path} is no market.`);
  return getOrderBook({ url: stack.api }, { asset, money });
}

/** Fills in the form of a market. */
async function writeOrder(
  page: Page,
  side: "Buy" | "Sell",
  { shares, price }: { shares: string; price: string },
): Promise<void> {
  const form = page.getByRole("tabpanel", { name: "Leave an order" });
  await form.getByRole("button", { name: side, exact: true }).click();
  await form.getByLabel(/^Shares/).fill(shares);
  await form
    .getByLabel(/price of a share/i)
    .first()
    .fill(price);
}

/** Reviews what stands in the form, signs it, and waits until the book has it. */
async function placeOrder(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review the order" }).click();
  await untilFlow(page, "preview");
  await dialog(page).getByRole("button", { name: "Sign the order", exact: true }).click();
  await page.getByRole("status").getByText("The order is in the book.").waitFor();
}

/** Goes to where an order of somebody else is taken. */
async function openTakeForm(page: Page): Promise<Locator> {
  await page.getByRole("tab", { name: "Take an offer" }).click();
  return page.getByRole("tabpanel", { name: "Take an offer" });
}

/** Rows of one side of the book, its head the first. */
function prices(page: Page, who: "Sellers" | "Buyers"): Locator {
  return page.getByRole("region", { name: `${who} by price, best first` }).getByRole("row");
}

/** A trade in the list of a market. */
function trade(page: Page, words: RegExp): Locator {
  return page.getByRole("region", { name: "Trades, newest first" }).getByRole("row", { name: words });
}

/** The first amount of dollars that stands in something, in cents. */
async function firstPrice(shown: Locator): Promise<number> {
  const [, dollars = "", cents = ""] = /\$([\d,]+)\.(\d\d)/.exec((await shown.textContent()) ?? "") ?? [];
  return Number(dollars.replaceAll(",", "") + cents);
}

/** A living order on the page of one's own. */
function orderRow(page: Page, words: string, part = "In the book"): Locator {
  return page.getByRole("region", { name: part }).getByRole("listitem").filter({ hasText: words }).first();
}
