import {
  appraiseSync,
  approveSync,
  borrowSync,
  createMarket,
  createMarketSync,
  getHolding,
  getMarketPosition,
  type MarketParams,
  marketId,
  scheduleSync,
  setAppraisalTerms,
  setAppraisalTermsSync,
  supplyCollateralSync,
} from "@qti/sdk";
import type { Browser, Locator, Page } from "playwright-core";
import type { Address, Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { shortAddress } from "../lib/format/address.ts";
import { carryThrough, dialog, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { outsider, passTime } from "./support/chain.ts";
import { amountIn, fact } from "./support/figures.ts";
import { freshAsset, newcomer, stranger } from "./support/market.ts";
import { desks, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";
import { sentBy } from "./support/wallet.ts";

const stack = inject("stack");
const wad = 10n ** 18n;
const dollar = 1_000_000n;
const share = 10n ** 18n;
const day = 86_400;
/** Portugal: where the keeper's liquidator does not live, so that this market's liquidations are left to people. */
const country = 620;
const blockedCountries = [528];

/*
 * A market of shares that nobody knows, opened as the chain demands, with three days between word and deed; somebody who lends,
 * somebody who borrows, and somebody who comes when the shares are appraised lower. Each step stands on the one before.
 */
describe("a lending market", () => {
  const mark = generatePrivateKey().slice(2, 8);
  const name = `Mill House ${mark}`;
  const symbol = `M${mark}`.toUpperCase();
  let browser: Browser;
  let lender: Scene;
  let borrower: Scene;
  let liquidator: Scene;
  let keys: { lender: Hex; borrower: Hex; liquidator: Hex };
  let asset: Address;
  let params: MarketParams;
  let market: string;
  let page: Page;

  tellStory(() => ({ lender: lender.page, borrower: borrower.page, liquidator: liquidator.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    keys = {
      lender: await newcomer(stack, { tier: 2, dollars: 20_000n, country }),
      borrower: await newcomer(stack, { tier: 2, dollars: 500n, country }),
      liquidator: await newcomer(stack, { tier: 2, dollars: 20_000n, country }),
    };
    const { address: holder } = privateKeyToAccount(keys.borrower);
    asset = await freshAsset(stack, { name, symbol, holder, shares: 50n, blockedCountries });
    await openMarket();
    market = `/loans/markets/${marketId(params)}`;
    lender = await openScene(browser, stack, { privateKey: keys.lender, path: "/loans/markets" });
    borrower = await openScene(browser, stack, { privateKey: keys.borrower, path: market });
    liquidator = await openScene(browser, stack, {
      privateKey: keys.liquidator,
      path: "/loans/markets/liquidations",
    });
    page = borrower.page;
  });

  afterAll(() => browser.close());

  it("says to who has no wallet what it costs, and what happens if the pledge loses value", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const visitor = await openPage(context);
    await visit(visitor.page, "/loans/markets");
    await visitor.page.getByRole("link", { name, exact: true }).click();
    await visitor.page.getByRole("heading", { name, level: 1 }).waitFor();
    const rules = visitor.page.getByRole("region", { name: "If the pledge falls in value" });
    await rules.getByText("As soon as you owe more than 70 % of what the pledge is worth").waitFor();
    await rules.getByText("what they paid and 9 % on top").waitFor();
    await rules.getByText("whether an account is frozen").waitFor();
    await visitor.page.getByRole("img", { name: /^0 % is in use: borrowing costs/ }).waitFor();
    await visitor.page.getByText("Connect a wallet to see what you have here.").waitFor();
    expect(visitor.complaints).toEqual([]);
    await context.close();
  });

  it("is lent to, but not when the wallet declines", async () => {
    const { page: lending, wallet } = lender;
    await lending.getByRole("link", { name, exact: true }).click();
    await lending.getByRole("tab", { name: "Lend" }).click();
    await lending.getByLabel("Amount to lend").fill("50,000");
    await lending
      .getByText("You have $20000. Enter at most that.")
      .or(lending.getByText("You have $20,000. Enter at most that."))
      .waitFor();
    await lending.getByLabel("Amount to lend").fill("10,000");
    await fact(means(lending), "You have lent").getByText("$10,000.00").waitFor();
    await lending.getByRole("button", { name: "Review the loan" }).click();
    await untilFlow(lending, "preview");
    wallet.next("eth_sendTransaction", "reject");
    expect(await runToIndex(lending, "Lend")).toContain("rejected");
    await dialog(lending).getByRole("button", { name: "Close" }).last().click();
    expect(await lending.getByLabel("Amount to lend").inputValue()).toBe("10,000");
    await act(lending, "Review the loan", "Lend");
    await expect.poll(() => yours(lending, "Lent, with interest")).toBe(10_000);
  });

  it("takes a pledge of shares, and lends nothing without one", async () => {
    await page.getByRole("button", { name: "Borrow", exact: true }).click();
    await page.getByText("Pledge something first, or more than now.").waitFor();
    await page.getByRole("button", { name: "Pledge", exact: true }).click();
    await page.getByLabel("Amount to pledge").fill("40");
    await act(page, "Review the pledge", "Pledge");
    await expect.poll(() => yours(page, "Pledged")).toBe(40);
    await expect.poll(() => yours(page, "The pledge is worth")).toBe(9_800);
  });

  it("is borrowed from once everything was said", async () => {
    await page.getByRole("button", { name: "Borrow", exact: true }).click();
    await page.getByLabel("Amount to borrow").fill("7,000");
    await page.getByText(/^The pledge allows \$6,860\./).waitFor();
    await page.getByLabel("Amount to borrow").fill("6,000");
    await fact(means(page), "You then owe").getByText("$6,000.00").waitFor();
    // 6,000 / 0.7 / 40 shares.
    await fact(means(page), "Liquidated at a price of").getByText("$214.28").waitFor();
    await page.getByRole("button", { name: "Review the borrowing" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("anybody may pay your debt and take pledge worth 9 % more").waitFor();
    borrower.wallet.next("eth_sendTransaction", "reject");
    expect(await runToIndex(page, "Borrow")).toContain("rejected");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await act(page, "Review the borrowing", "Borrow");
    await expect.poll(() => yours(page, "You owe")).toBeGreaterThanOrEqual(6_000);
    await mine(page).getByText("safe", { exact: true }).waitFor();
  });

  it("says what a fall of the price would do", async () => {
    const safety = page.getByRole("region", { name: "How safe is the loan?" });
    const slider = safety.getByLabel("If the price falls by");
    await slider.fill("5");
    await safety.getByText(/^At a fall of 5 % .* the loan stays safe\.$/).waitFor();
    await slider.fill("20");
    await safety
      .getByText("At a fall of 20 % the pledge is worth $7,840.00 and anybody may liquidate.")
      .waitFor();
    await safety.locator("summary").click();
    await safety.getByRole("row", { name: /^15 % \$8,330\.00 72(\.\d)? % can be liquidated$/ }).waitFor();
  });

  it("can be read by everybody", async () => {
    await visit(page, market);
    expect(await allProblemsOf(page)).toEqual([]);
    expect(await allProblemsOf(liquidator.page)).toEqual([]);
  });

  it("is paid back in full by one permission and one transaction, to the last unit, though interest goes on", async () => {
    await page.getByRole("button", { name: "Pay back" }).click();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.getByRole("button", { name: "Review the payment" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("a little more than you owe, as interest goes on by the second").waitFor();
    const sent = sentBy(borrower.wallet);
    expect(await runToIndex(page, "Pay back")).toContain("indexed");
    expect(sentBy(borrower.wallet) - sent).toBe(1);
    await done(page);
    const { borrowShares } = await position();
    expect(borrowShares).toBe(0n);
    await page.getByText("There is nothing of yours here.").waitFor();
  });

  it("gives the pledge back", async () => {
    await page.getByRole("button", { name: "Take back" }).click();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await act(page, "Review it", "Take back");
    await page.getByText("You have nothing in this market.").waitFor();
    const { address: account } = privateKeyToAccount(keys.borrower);
    expect((await getHolding(outsider(stack, keys.borrower), { asset, account })).balance).toBe(50n * share);
  });

  it("lets somebody act for another, until that is taken back", async () => {
    await visit(page, market);
    const permissions = page.getByRole("region", { name: "Who may act for you" });
    await permissions.getByText("Nobody but you.").waitFor();
    await permissions.getByText("Let somebody act").click();
    await permissions.getByLabel("Their address").fill("somebody");
    await permissions.getByRole("button", { name: "Review the permission" }).click();
    await permissions.getByText("That is no address.").waitFor();
    await permissions.getByLabel("Their address").fill(privateKeyToAccount(keys.lender).address);
    await act(page, "Review the permission", "Let them act");
    await permissions.getByRole("button", { name: /^Take the permission of / }).click();
    await carryThrough(page, "Take it back");
    await permissions.getByText("Nobody but you.").waitFor();
  });

  it("follows an appraisal slowly, as whoever appraises is shown before", async () => {
    await borrowAgain();
    const appraiser = await openScene(browser, stack, {
      privateKey: privateKeyOf(desks.rewardsOperator),
      path: "/loans/markets/desk",
    });
    const desk = appraiser.page;
    await desk.getByLabel("Asset", { exact: true }).fill(asset);
    await desk.getByLabel("Worth of all shares").fill("200,000");
    await desk.getByText("18.3 % down").waitFor();
    await desk.getByText(/^reached in about 9 days/).waitFor();
    await act(desk, "Review the appraisal", "Appraise");
    await desk.getByRole("row", { name: new RegExp(`^${symbol} .*\\$200,000`) }).waitFor();
    expect(await allProblemsOf(desk)).toEqual([]);
    await appraiser.end();
    await passTime(stack.rpc, 10 * day);
  });

  it("gets other caps from who answers for risk, announced three days before", async () => {
    const risk = await openScene(browser, stack, {
      privateKey: privateKeyOf(desks.treasurer),
      path: "/loans/markets/desk",
    });
    const desk = risk.page;
    await desk.getByRole("button", { name: /^Set the caps of a market/ }).click();
    await dialog(desk).getByLabel("Id of the market").fill(marketId(params));
    await dialog(desk).getByLabel("At most lent").fill("150,000");
    await dialog(desk).getByLabel("At most borrowed").fill("120,000");
    await dialog(desk).getByRole("button", { name: "Review" }).click();
    await untilFlow(desk, "preview");
    await dialog(desk)
      .getByText(/^Let the market 0x.* take up to \$150,000\.00 and lend up to \$120,000\.00$/)
      .waitFor();
    await dialog(desk).getByText("not yet: waits 3 days after it is scheduled.").waitFor();
    expect(await runToIndex(desk, "Schedule it")).toContain("indexed");
    await done(desk);
    await risk.end();
  });

  it("can be flagged by who may not hold the shares", async () => {
    const passer = await openScene(browser, stack, {
      privateKey: await stranger(stack),
      path: "/loans/markets/liquidations",
    });
    const row = loanOf(passer.page);
    await row.getByText("You may not hold these shares.").waitFor();
    expect(await row.getByRole("button", { name: /^Liquidate/ }).count()).toBe(0);
    await row.getByRole("button", { name: /^Flag/ }).click();
    await carryThrough(passer.page, "Flag");
    await row.getByText(/^flagged /).waitFor();
    await passer.end();
  });

  it("lets somebody who may hold the shares pay the debt and take them, and says what that brings", async () => {
    const { page: hunting } = liquidator;
    await visit(hunting, "/loans/markets/liquidations");
    const row = loanOf(hunting);
    await row.getByText("You may hold what is taken.").waitFor();
    await fact(row, "Worth more by").getByText("(9 %)").waitFor();
    await row.getByRole("button", { name: /^Liquidate/ }).click();
    await untilFlow(hunting, "preview");
    await dialog(hunting)
      .getByText("Whether anybody buys it from you at that price, nobody knows.")
      .waitFor();
    expect(await runToIndex(hunting, "Liquidate")).toContain("indexed");
    await done(hunting);
    await row.waitFor({ state: "detached" });
    const { address: account } = privateKeyToAccount(keys.liquidator);
    const { balance } = await getHolding(outsider(stack, keys.liquidator), { asset, account });
    // 6,500 dollars and their interest, with nine percent on top, at 200 dollars a share.
    expect(Number(balance / 10n ** 15n) / 1_000).toBeCloseTo(35.4, 0);
    await visit(page, market);
    await expect.poll(() => yours(page, "You owe")).toBe(0);
  });

  it("pays the lender with interest", async () => {
    const { page: lending } = lender;
    await visit(lending, market);
    expect(await yours(lending, "Lent, with interest")).toBeGreaterThan(10_000);
    await lending.getByRole("tab", { name: "Lend" }).click();
    await lending.getByRole("button", { name: "Take out" }).click();
    await lending
      .getByRole("tabpanel", { name: "Lend" })
      .getByRole("button", { name: "All", exact: true })
      .click();
    await act(lending, "Review it", "Take out");
    await lending.getByText("You have nothing in this market.").waitFor();
  });

  it("complained about nothing in the console", async () => {
    await lender.end();
    await borrower.end();
    await liquidator.end();
  });

  const mine = (of: Page): Locator => of.getByRole("region", { name: "What you have here" });
  const means = (of: Page): Locator => of.getByRole("region", { name: "What this means" });
  const done = (of: Page) => dialog(of).getByRole("button", { name: "Done" }).click();
  const yours = async (of: Page, label: string) =>
    amountIn(await fact(mine(of), label).locator("dd").textContent());
  const loanOf = (of: Page): Locator =>
    of
      .getByRole("article")
      .filter({ hasText: name })
      .filter({ hasText: shortAddress(privateKeyToAccount(keys.borrower).address) });

  /** Reviews, confirms and follows an action to the index. */
  async function act(of: Page, review: string, verb: string): Promise<void> {
    await of.getByRole("button", { name: review }).click();
    await untilFlow(of, "preview");
    expect(await runToIndex(of, verb)).toContain("indexed");
    await done(of);
  }

  function position() {
    const { address: account } = privateKeyToAccount(keys.borrower);
    return getMarketPosition(outsider(stack, keys.borrower), { id: marketId(params), account });
  }

  /** RISK announces the terms of the asset and the market, and carries it out when its time has come. */
  async function openMarket(): Promise<void> {
    const risk = outsider(stack, privateKeyOf(desks.treasurer));
    const appraiser = outsider(stack, privateKeyOf(desks.rewardsOperator));
    const { testDollar, appraisalOracle, interestRateModel, lendingMarkets } = stack.contracts as Record<
      string,
      Address
    >;
    if (!testDollar || !appraisalOracle || !interestRateModel || !lendingMarkets)
      throw new Error("The stack has no lending markets.");
    params = {
      loanToken: testDollar,
      collateral: asset,
      oracle: appraisalOracle,
      rateModel: interestRateModel,
      lltv: (7n * wad) / 10n,
      dust: 100n * dollar,
    };
    const { address: account } = risk.account;
    const terms = { asset, dailyBps: 200, borrowMaxAge: 90 * day };
    const caps = { params, supplyCap: 100_000n * dollar, borrowCap: 100_000n * dollar };
    await scheduleSync(risk, { call: setAppraisalTerms.call({ ...terms, appraisalOracle, account }) });
    await scheduleSync(risk, { call: createMarket.call({ ...caps, lendingMarkets, account }) });
    await passTime(stack.rpc, 3 * day);
    await setAppraisalTermsSync(risk, terms);
    // A market asks for a price before there is one of it.
    await appraiseSync(appraiser, { asset, value: 245_000n * dollar });
    await createMarketSync(risk, caps);
  }

  /** The same loan once more, closer to its limit. */
  async function borrowAgain(): Promise<void> {
    const client = outsider(stack, keys.borrower);
    const { lendingMarkets: spender } = stack.contracts as Record<string, Address>;
    if (!spender) throw new Error("The stack has no lending markets.");
    await approveSync(client, { token: asset, spender, amount: 40n * share });
    await supplyCollateralSync(client, { params, assets: 40n * share });
    await borrowSync(client, { params, assets: 6_500n * dollar });
  }
});
