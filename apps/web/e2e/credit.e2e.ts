import {
  approveSync,
  creditCalendar,
  depositToPoolSync,
  drawCreditSync,
  getCreditBook,
  getCreditLine,
  getPoolShares,
  queueExitSync,
  repayCreditSync,
} from "@qti/sdk";
import type { Browser, Locator, Page } from "playwright-core";
import { type Hex, maxUint256 } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, dialog, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { outsider, passTime } from "./support/chain.ts";
import { fact, figure } from "./support/figures.ts";
import { newcomer } from "./support/market.ts";
import { borrowers, desks, fund, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";
import { sentBy } from "./support/wallet.ts";

const stack = inject("stack");
const dollar = 1_000_000n;
const day = 86_400;

/*
 * A first loan from its application to the day on which it is late, and the people whose money it is: somebody who lends, somebody
 * who vouches. Nobody knows them; what the people of the demo owe is paid first, so that their defaults close no pool while the
 * clock of the chain goes forward by months. Each step stands on the one before.
 */
describe("a credit line", () => {
  let browser: Browser;
  let borrower: Scene;
  let lender: Scene;
  let friend: Scene;
  let keys: { borrower: Hex; lender: Hex; friend: Hex };
  let page: Page;

  tellStory(() => ({ borrower: borrower.page, lender: lender.page, friend: friend.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    await payForTheDemo();
    keys = {
      borrower: await newcomer(stack, { tier: 2, dollars: 150n }),
      lender: await newcomer(stack, { tier: 2, dollars: 3_000n }),
      friend: await newcomer(stack, { tier: 2, dollars: 1_000n }),
    };
    await fund(stack.rpc, privateKeyToAccount(privateKeyOf(desks.underwriter)).address);
    borrower = await openScene(browser, stack, { privateKey: keys.borrower, path: "/loans/credit" });
    lender = await openScene(browser, stack, { privateKey: keys.lender, path: "/loans/lend" });
    friend = await openScene(browser, stack, { privateKey: keys.friend, path: "/loans/vouch" });
    page = borrower.page;
  });

  afterAll(() => browser.close());

  it("says to who has no wallet what it costs, and step by step what happens to who does not pay", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const stranger = await openPage(context);
    await visit(stranger.page, "/loans");
    await stranger.page.getByRole("table", { name: "The two ways to borrow, side by side" }).waitFor();
    await stranger.page.getByRole("link", { name: "Apply or draw" }).click();
    await stranger.page.getByRole("heading", { name: "How it works" }).waitFor();
    await stranger.page.getByText("a year, simple interest, no fee").waitFor();
    await stranger.page.getByRole("heading", { name: "If $200.00 were drawn today" }).waitFor();
    await stranger.page.getByRole("img", { name: /^The way of cycle/ }).waitFor();
    const steps = stranger.page.getByRole("list", { name: "Each step with its date and what it costs" });
    for (const step of [
      "The statement closes",
      "End of the time to pay",
      "Grace ends",
      "Default",
      "Written off",
    ])
      await steps.getByText(step, { exact: true }).first().waitFor();
    await steps.getByText("Everything is due: ").waitFor();
    expect(stranger.complaints).toEqual([]);
    await context.close();
  });

  it("is lent by people who see what a wave of defaults would leave them", async () => {
    const { page: lending } = lender;
    await lending.getByRole("table", { name: "The senior and the first-loss pool, side by side" }).waitFor();
    const wave = lending.getByRole("region", { name: "What if people do not pay?" });
    await wave.getByText("How often does that happen?").waitFor();

    await lending.getByLabel("Amount to put in").fill("1,000");
    await lending.getByText("It loses when borrowers do not pay more than the first loss holds").waitFor();
    await lending.getByRole("button", { name: "Review the deposit" }).click();
    await untilFlow(lending, "preview");
    lender.wallet.next("eth_signTypedData_v4", "reject");
    expect(await runToIndex(lending, "Deposit")).toContain("rejected");
    expect(sentBy(lender.wallet)).toBe(0);
    await dialog(lending).getByRole("button", { name: "Close" }).last().click();
    expect(await lending.getByLabel("Amount to put in").inputValue()).toBe("1,000");
    await lending.getByRole("button", { name: "Review the deposit" }).click();
    await untilFlow(lending, "preview");
    expect(await runToIndex(lending, "Deposit")).toContain("indexed");
    expect(sentBy(lender.wallet)).toBe(1);
    await done(lending);
    await expect.poll(() => figure(yourShares(lending), "Worth")).toBeGreaterThan(999);

    await lending.getByRole("button", { name: "Choose first loss" }).click();
    await lending.waitForURL(/pool=firstLoss/);
    await lending.getByLabel("Amount to put in").fill("400");
    await lending.getByText("It loses with every borrower who does not pay").waitFor();
    await lending.getByRole("button", { name: "Review the deposit" }).click();
    await carryThrough(lending, "Deposit");
    await expect.poll(() => figure(yourShares(lending), "Worth")).toBeGreaterThan(399);
  });

  it("is refused at first with every reason, and what would raise it", async () => {
    await page.getByRole("button", { name: "Sign in and apply" }).click();
    await page.getByText("Not yet", { exact: true }).waitFor();
    await page.getByText(/0 points of the 20 that it takes/).waitFor();
    await page.getByText("One more point at 9 days.").waitFor();
    await page.getByText("Nobody vouches for you yet").waitFor();
  });

  it("is given once an underwriter has recorded an income that somebody proved", async () => {
    const underwriter = await openScene(browser, stack, {
      privateKey: privateKeyOf(desks.underwriter),
      path: "/loans/desk",
    });
    const desk = underwriter.page;
    await desk.getByRole("button", { name: "Sign in", exact: true }).click();
    await desk.getByLabel("Account", { exact: true }).fill(privateKeyToAccount(keys.borrower).address);
    await desk.getByLabel("Income a month, in dollars").fill("1,500");
    await desk.getByRole("button", { name: "Record it" }).click();
    await desk.getByText("Choose a day that is not over.").waitFor();
    await desk.getByLabel("Counts until").fill(dayOf((await chainTime()) + 90 * day));
    await desk.getByRole("button", { name: "Record it" }).click();
    await desk.getByText("$1,500.00 a month").waitFor();
    await underwriter.end();

    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByText(/^You can have a limit of \$1\d\d\.00$/).waitFor();
    await page.getByRole("button", { name: "Take the limit" }).click();
    await carryThrough(page, "Take the limit");
    await expect.poll(() => figure(line(), "Limit")).toBeGreaterThanOrEqual(100);
  });

  it("is drawn after everything was said, and not when the wallet declines", async () => {
    await page.getByLabel("Amount to draw").fill("5,000");
    await page.getByText(/^You can draw \$\d+(\.\d+)? now\. Enter at most that\.$/).waitFor();
    await page.getByLabel("Amount to draw").fill("100");
    const preview = page.getByRole("region", { name: "What this means" });
    await fact(preview, "You then owe").getByText("$100.00").waitFor();
    await fact(preview, "Payable until").waitFor();
    await page.getByRole("button", { name: "Review the draw" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("there is no new limit for 12 cycles").waitFor();
    borrower.wallet.next("eth_sendTransaction", "reject");
    expect(await runToIndex(page, "Draw")).toContain("rejected");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("button", { name: "Review the draw" }).click();
    await carryThrough(page, "Draw");
    await expect.poll(() => figure(line(), "You owe")).toBeGreaterThanOrEqual(100);
    await line().getByText("in order", { exact: true }).waitFor();
  });

  it("hands its dates over as a calendar file", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the dates (.ics)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("qti-credit-line.ics");
  });

  it("can be read by everybody", async () => {
    expect(await allProblemsOf(page)).toEqual([]);
    // From its top: what lies under the head of a page that is scrolled is no finding.
    await visit(lender.page, "/loans/lend?pool=firstLoss");
    expect(await allProblemsOf(lender.page)).toEqual([]);
  });

  it("is spoken of on every page when a due time is near", async () => {
    const { statementAt } = await calendarOfTheLine();
    await passTime(stack.rpc, statementAt + day - (await chainTime()));
    await visit(page, "/stake");
    await page.getByText(/of your credit line is to be paid before/).waitFor();
    await page.getByRole("link", { name: "Pay", exact: true }).click();
    await page.getByText(/^Pay \$\d+\.\d\d before .* and you have paid in time\.$/).waitFor();
  });

  it("grows when what is due is paid in time, by one permission and one transaction", async () => {
    const before = await figure(line(), "Limit");
    await page.getByRole("button", { name: /^What is due: / }).click();
    await page.getByText("Everything that is due is met.").waitFor();
    await page.getByRole("button", { name: "Review the payment" }).click();
    await untilFlow(page, "preview");
    const sent = sentBy(borrower.wallet);
    expect(await runToIndex(page, "Pay")).toContain("indexed");
    expect(sentBy(borrower.wallet) - sent).toBe(1);
    await done(page);
    await expect.poll(() => figure(line(), "Limit")).toBeGreaterThan(before);
    await line().getByText("in order", { exact: true }).waitFor();
  });

  it("is dearer and halved when it is late, as was said before", async () => {
    const before = await figure(line(), "Limit");
    const { lateAt } = await calendarOfTheLine();
    await passTime(stack.rpc, lateAt + day - (await chainTime()));
    await visit(page, "/loans/credit");
    await line().getByText("late", { exact: true }).waitFor();
    await line().getByText("You are late, and it costs more with each day.").waitFor();
    await page.getByRole("tab", { name: "Draw" }).click();
    await page.getByText("A statement is open. Pay what is due first").waitFor();
    await page.getByRole("tab", { name: "Pay" }).click();
    await page.getByRole("button", { name: /^What is due: / }).click();
    await page.getByRole("button", { name: "Review the payment" }).click();
    await carryThrough(page, "Pay");
    await expect.poll(() => figure(line(), "Limit")).toBeLessThan(before / 2 + 0.02);
    expect(await figure(line(), "Limit")).toBeGreaterThan(before / 2 - 0.02);
  });

  it("rises by somebody who vouches and sees what they may lose", async () => {
    const { page: vouching } = friend;
    await page.getByRole("button", { name: "Invite somebody" }).click();
    await page.getByLabel("Address of who may vouch").fill(privateKeyToAccount(keys.friend).address);
    await page.getByRole("button", { name: "Review the invitation" }).click();
    await carryThrough(page, "Invite");

    const client = outsider(stack, keys.friend);
    const { testDollar: token, firstLossPool: spender } = stack.contracts as Record<string, Hex>;
    if (!token || !spender) throw new Error("The stack has no pools.");
    await approveSync(client, { token, spender, amount: maxUint256 });
    await depositToPoolSync(client, { pool: "firstLoss", assets: 200n * dollar });

    await visit(vouching, "/loans/vouch");
    await vouching.getByRole("button", { name: /^Vouch for / }).click();
    await vouching.getByLabel("Worth of the shares to lock").fill("100");
    await vouching
      .getByText(
        "At most $79.92: just under four fifths of what the locked shares are worth, as their price moves.",
      )
      .waitFor();
    await vouching.getByLabel("Added to their limit").fill("90");
    await vouching.getByText("At most $79.92 for these shares. Lock more, or add less.").waitFor();
    await vouching.getByLabel("Added to their limit").fill("60");
    await vouching.getByText("all of it: $100.00").waitFor();
    await vouching.getByRole("button", { name: "Review it" }).click();
    await untilFlow(vouching, "preview");
    await dialog(vouching).getByText("your shares are burnt before anybody else loses").waitFor();
    const before = await figure(line(), "Limit");
    expect(await runToIndex(vouching, "Lock and vouch")).toContain("indexed");
    await done(vouching);
    await vouching.getByText(/\$60\.00 added to their limit/).waitFor();
    expect(await allProblemsOf(vouching)).toEqual([]);
    await expect.poll(() => figure(line(), "Limit")).toBeGreaterThan(before + 59);
    await page.getByText(/adds \$60\.00 to your limit/).waitFor();
  });

  it("gives a vouch back when the debt fits without it", async () => {
    const { page: vouching } = friend;
    await page.getByRole("button", { name: /^All of it: / }).click();
    await page.getByRole("button", { name: "Review the payment" }).click();
    await carryThrough(page, "Pay");
    await line().getByText("nothing owed", { exact: true }).waitFor();
    await visit(vouching, "/loans/vouch");
    await vouching.getByRole("button", { name: /^End it for / }).click();
    await untilFlow(vouching, "preview");
    await fact(dialog(vouching), "Shares come back").getByText("at once").waitFor();
    expect(await runToIndex(vouching, "End it")).toContain("indexed");
    await done(vouching);
    await vouching.getByText("You vouch for nobody.").waitFor();
  });

  it("lets seniors leave at once, or by the queue that anyone may serve", async () => {
    const { page: lending } = lender;
    await visit(lending, "/loans/lend");
    await lending.getByRole("tab", { name: "Leave" }).click();
    await lending.getByLabel("Amount to take out").fill("200");
    await lending.getByText("Paid at once").waitFor();
    await lending.getByRole("button", { name: "Review leaving" }).click();
    await carryThrough(lending, "Take out");

    const client = outsider(stack, keys.lender);
    const { shares } = await getPoolShares(client, { pool: "senior", owner: client.account.address });
    await queueExitSync(client, { shares: shares / 4n });
    await visit(lending, "/loans/lend");
    const queue = lending.getByRole("region", { name: "The queue" });
    await queue.getByText(/^Ticket \d+$/).waitFor();
    await queue.getByRole("button", { name: "Serve the queue" }).click();
    await carryThrough(lending, "Serve the queue");
    await queue.getByText(/was paid for your tickets and waits for you/).waitFor();
    await queue.getByRole("button", { name: "Fetch it" }).click();
    await carryThrough(lending, "Fetch");
    await queue.getByText("Nobody waits.").waitFor();
  });

  it("lets the first loss leave after a notice of sixty days", async () => {
    const { page: lending } = lender;
    await visit(lending, "/loans/lend?pool=firstLoss");
    await lending.getByRole("tab", { name: "Leave" }).click();
    await lending.getByLabel("Amount to give notice for").fill("100");
    await fact(lending.getByRole("region", { name: "What this means" }), "Until then it may lose")
      .getByText("all of it: $100.00")
      .waitFor();
    await lending.getByRole("button", { name: "Review the notice" }).click();
    await carryThrough(lending, "Give notice");
    await yourShares(lending)
      .getByText(/can leave from/)
      .waitFor();
    await passTime(stack.rpc, 60 * day);
    await visit(lending, "/loans/lend?pool=firstLoss");
    await yourShares(lending).getByRole("button", { name: "Take it out" }).click();
    await carryThrough(lending, "Take out");
    await yourShares(lending).getByText("Your notice").waitFor({ state: "detached" });
  });

  it("is written off by anybody half a year after its default, is still owed, and can be paid", async () => {
    const { page: lending } = lender;
    const client = outsider(stack, keys.borrower);
    await drawCreditSync(client, { amount: 40n * dollar, receiver: client.account.address });
    const { writableAt } = await calendarOfTheLine();
    await passTime(stack.rpc, writableAt - day - (await chainTime()));
    await visit(lending, "/loans/desk");
    await lending.getByRole("tab", { name: "Queue and losses" }).click();
    await lending.getByRole("heading", { name: "In default, not ripe yet" }).waitFor();
    await lending.getByText("No debt is ripe.").waitFor();

    await passTime(stack.rpc, 2 * day);
    await visit(lending, "/loans/desk");
    await lending.getByRole("tab", { name: "Queue and losses" }).click();
    await lending.getByRole("button", { name: /^Write off the debt of / }).click();
    await untilFlow(lending, "preview");
    await dialog(lending).getByText("It is still owed, and what is paid later is income.").waitFor();
    expect(await runToIndex(lending, "Write off")).toContain("indexed");
    await done(lending);
    await lending.getByText("No debt is ripe.").waitFor();
    expect(await allProblemsOf(lending)).toEqual([]);

    await visit(page, "/loans/credit");
    await line().getByText("written off", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^All of it: / }).click();
    await page.getByRole("button", { name: "Review the payment" }).click();
    await untilFlow(page, "preview");
    expect(await runToIndex(page, "Pay")).toContain("indexed");
    await done(page);
    await page.getByText(/^No limit can be given before /).waitFor();
    expect(await line().isVisible()).toBe(false);
  });

  it("complained about nothing in the console", async () => {
    await borrower.end();
    await lender.end();
    await friend.end();
  });

  const line = () => page.getByRole("region", { name: "Your line" });
  const yourShares = (of: Page): Locator => of.getByRole("region", { name: "Your shares" });
  const done = (of: Page) => dialog(of).getByRole("button", { name: "Done" }).click();
  const dayOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 10);

  async function chainTime(): Promise<number> {
    const { timestamp } = await outsider(stack, keys.borrower).getBlock();
    return Number(timestamp);
  }

  /** The dates of the oldest cycle that the borrower has not met. */
  async function calendarOfTheLine() {
    const client = outsider(stack, keys.borrower);
    const { cycle } = await getCreditLine(client, { account: client.account.address });
    const { start } = await getCreditBook(client);
    return creditCalendar({ start, cycle });
  }

  /** Pays what the people of the demo owe. */
  async function payForTheDemo(): Promise<void> {
    const payer = outsider(stack, privateKeyOf(desks.qtiHolder));
    const { testDollar: token, creditLines: spender } = stack.contracts as Record<string, Hex>;
    if (!token || !spender) throw new Error("The stack has no credit lines.");
    await approveSync(payer, { token, spender, amount: maxUint256 });
    for (const index of Object.values(borrowers)) {
      const { address } = privateKeyToAccount(privateKeyOf(index));
      const { principal, interest } = await getCreditLine(payer, { account: address });
      if (principal + interest > 0n) await repayCreditSync(payer, { borrower: address, amount: maxUint256 });
    }
  }
});
