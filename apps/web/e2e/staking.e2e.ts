import { pauseStakingSync, requirements, stakeSync, withdrawPositionSync } from "@qti/sdk";
import { stakingPoolAbi } from "@qti/sdk/abis";
import type { Browser, Locator, Page } from "playwright-core";
import { type Hex, parseEventLogs } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { giveQti, holdBlocks, outsider, passTime } from "./support/chain.ts";
import { amountIn, fact, figure } from "./support/figures.ts";
import { desks, fund, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";
import { sentBy } from "./support/wallet.ts";

const stack = inject("stack");
const qti = 10n ** 18n;
const day = 86_400;

/*
 * A position of somebody whom nobody knows, from its opening to its end. Others of the demo may stake beside it, and the
 * stream of the treasury may be dry: rewards come from a neighbour who leaves early. It waits for locks to end, so it turns
 * the clock of the chain forward. Each step stands on the one before.
 */
describe("a position in the pool", () => {
  const key = generatePrivateKey();
  const me = privateKeyToAccount(key).address;
  let browser: Browser;
  let scene: Scene;
  let page: Page;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    await fund(stack.rpc, me);
    await giveQti(stack, privateKeyOf(desks.qtiHolder), me, 1_000n * qti);
    scene = await openScene(browser, stack, { privateKey: key, path: "/stake" });
    page = scene.page;
  });

  afterAll(() => browser.close());

  it("is one of two ways, side by side, which people see before they have a wallet", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const stranger = await openPage(context);
    await visit(stranger.page, "/stake");
    const table = stranger.page.getByRole("table", { name: "The vault and the pool, side by side" });
    for (const way of ["The vault", "The pool"])
      await table.getByRole("columnheader", { name: way }).waitFor();
    for (const row of ["Access", "Rewards", "Earned lately", "Leaving costs"])
      await table.getByRole("rowheader", { name: row }).waitFor();
    await table.getByText("at first 10 % to 40 % of what you take out").waitFor();
    await stranger.page.getByText("nobody promises that it goes on").waitFor();

    await table.getByRole("button", { name: "Use the pool" }).click();
    await stranger.page.waitForURL(/way=pool/);
    await stranger.page.getByRole("heading", { name: "Open a position" }).waitFor();
    await stranger.page.reload();
    await stranger.page.getByRole("radio", { name: /^365 days/ }).waitFor();
    await stranger.page.getByText("Connect a wallet to see your positions").waitFor();
    expect(stranger.complaints).toEqual([]);
    await context.close();
  });

  it("says what it would mean while one types", async () => {
    await page.getByRole("button", { name: "Use the pool" }).click();
    await amountField().fill("2,000");
    await page.getByText("You have 1,000 QTI. Enter at most that.").waitFor();
    await amountField().fill("100");
    await page.getByRole("radio", { name: /^90 days/ }).check();
    const preview = page.getByRole("region", { name: "What this means" });
    await fact(preview, "Weight").getByText("150", { exact: true }).waitFor();
    await fact(preview, "At once").getByText("20 QTI stays behind").waitFor();
    await fact(preview, "Half-way").getByText("10 QTI stays behind").waitFor();
    await fact(preview, "From").getByText("nothing").waitFor();
    await page.getByRole("radio", { name: /^No lock/ }).check();
    await fact(preview, "Weight").getByText("100", { exact: true }).waitFor();
    await expect.poll(() => preview.getByText("stays behind").count()).toBe(0);
  });

  it("is not opened when the wallet declines, and what was typed stays", async () => {
    await page.getByRole("radio", { name: /^90 days/ }).check();
    await page.getByRole("button", { name: "Review the position" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("20 QTI at once, less with each day").waitFor();
    scene.wallet.next("eth_signTypedData_v4", "reject");
    expect(await runToIndex(page, "Open the position")).toContain("rejected");
    await dialog(page).getByText("Nothing was sent and nothing has changed.").waitFor();
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect.poll(() => amountField().inputValue()).toBe("100");
    expect(sentBy(scene.wallet)).toBe(0);
  });

  it("is opened by one permission and one transaction, although the wallet takes its time and leaves the network meanwhile", async () => {
    await page.getByRole("button", { name: "Review the position" }).click();
    await untilFlow(page, "preview");
    let sign: (() => void) | undefined;
    scene.wallet.next("eth_signTypedData_v4", { after: new Promise((resolve) => (sign = resolve)) });
    await dialog(page).getByRole("button", { name: "Open the position", exact: true }).click();
    await untilFlow(page, "signing");
    await scene.wallet.moveTo(1);
    sign?.();
    await untilFlow(page, "failed");
    await dialog(page).getByRole("alert").getByText("The wallet is on another network.").waitFor();
    expect(sentBy(scene.wallet)).toBe(0);
    await scene.wallet.moveTo(stack.chainId);
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await untilFlow(page, "indexed");
    expect(sentBy(scene.wallet)).toBe(1);
    await done();
    await expect.poll(() => amountField().inputValue()).toBe("");
  });

  it("stands on the page with its time line, and a table behind it", async () => {
    const mine = position("100 QTI for 90 days");
    await mine.getByText("locked", { exact: true }).waitFor();
    await mine.getByRole("img", { name: /1 event since .*; free from/ }).waitFor();
    await mine.getByText("Show what happened").click();
    await happened(mine)
      .getByRole("row", { name: /opened 100/ })
      .waitFor();
    const other = generatePrivateKey();
    await scene.wallet.use(other);
    await page.getByText("No position yet").waitFor();
    await scene.wallet.use(key);
    await position("100 QTI for 90 days").waitFor();
  });

  it("earns from second to second what a neighbour left behind", async () => {
    await neighbourLeaves(20_000n);
    const earned = () => figure(position("100 QTI for 90 days"), "Earned, not claimed yet");
    await expect.poll(earned).toBeGreaterThan(0);
    const before = await earned();
    await expect.poll(earned).toBeGreaterThan(before);
  });

  it("pays what it shows", async () => {
    await passTime(stack.rpc, day);
    await visit(page, "/stake?way=pool");
    const mine = position("100 QTI for 90 days");
    await expect.poll(() => figure(mine, "Earned, not claimed yet")).toBeGreaterThan(0);
    const before = await atHand();
    await mine.getByRole("button", { name: /^Claim/ }).click();
    await untilFlow(page, "preview");
    const shown = await reviewed("You receive");
    expect(await runToIndex(page, "Claim")).toContain("indexed");
    await done();
    // What flows until the block comes on top.
    await expect.poll(async () => (await atHand()) - before).toBeGreaterThanOrEqual(shown - 0.0001);
    await mine.getByText("Show what happened").click();
    await happened(mine)
      .getByRole("row", { name: /claimed/ })
      .waitFor();
  });

  it("is locked anew when something is added, which is said before", async () => {
    const mine = position("100 QTI for 90 days");
    await mine.getByRole("button", { name: /^Add/ }).click();
    await mine.getByText("The lock begins anew for all of it").waitFor();
    await mine.getByLabel("Amount to add").fill("50");
    await mine.getByRole("button", { name: "Review the addition" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("The whole position is locked anew").waitFor();
    expect(await runToIndex(page, "Add")).toContain("indexed");
    await done();
    await position("150 QTI for 90 days").waitFor();
  });

  it("can be left early by who says so, for the penalty that was shown", async () => {
    await passTime(stack.rpc, 30 * day);
    await visit(page, "/stake?way=pool");
    const mine = position("150 QTI for 90 days");
    await mine.getByRole("button", { name: /^Withdraw/ }).click();
    await mine.getByLabel("Amount to withdraw").fill("60");
    await mine.getByText("Stays with the other stakers", { exact: true }).waitFor();
    await mine.getByRole("button", { name: "Review the withdrawal" }).click();
    await mine.getByText("Say that you want this, or wait until the lock is over.").waitFor();
    await expect.poll(() => dialog(page).count()).toBe(0);
    await mine.getByRole("checkbox").check();
    await mine.getByRole("button", { name: "Review the withdrawal" }).click();
    await untilFlow(page, "preview");
    const shown = await reviewed("Stays with the other stakers");
    expect(shown).toBeGreaterThan(7.9);
    expect(shown).toBeLessThan(8.1);
    expect(await runToIndex(page, "Withdraw")).toContain("indexed");
    await done();
    const { penalty, withdrawn } = await lastWithdrawal();
    expect(withdrawn).toBe(60);
    expect(penalty).toBeLessThanOrEqual(shown + 0.0001);
    expect(penalty).toBeGreaterThan(shown - 0.001);
    await position("90 QTI for 90 days").waitFor();
  });

  it("can be read by everybody", async () => {
    const mine = position("90 QTI for 90 days");
    await mine.getByRole("button", { name: /^Withdraw/ }).click();
    await mine.getByLabel("Amount to withdraw").fill("10");
    await amountField().fill("10");
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("is free when the lock is over: anyone may end its higher weight, and the keeper does it by itself", async () => {
    const mine = position("90 QTI for 90 days");
    const end = mine.getByRole("button", { name: /^End the higher weight/ });
    // While blocks are held back the keeper is not first.
    await holdBlocks(stack.rpc, async () => {
      await passTime(stack.rpc, 60 * day);
      await visit(page, "/stake?way=pool");
      await mine.getByText("lock over", { exact: true }).waitFor();
      await mine.getByText("leaving costs nothing").waitFor();
      await end.click();
      await untilFlow(page, "preview");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
    });
    await mine.getByText("free", { exact: true }).waitFor();
    await expect.poll(() => end.count()).toBe(0);
  });

  it("lets all of it out while new stakes are paused, without asking twice", async () => {
    await pauseStakingSync(outsider(stack, privateKeyOf(desks.pauser)), { venue: "stakingPool" });
    await visit(page, "/stake?way=pool");
    await page.getByText("New stakes are paused").waitFor();
    const mine = position("90 QTI for 90 days");
    await expect.poll(() => mine.getByRole("button", { name: /^Add/ }).count()).toBe(0);
    await mine.getByRole("button", { name: /^Withdraw/ }).click();
    await mine.getByRole("button", { name: "All" }).click();
    await mine.getByText("You receive").waitFor();
    await expect.poll(() => mine.getByRole("checkbox").count()).toBe(0);
    await mine.getByRole("button", { name: "Review the withdrawal" }).click();
    await untilFlow(page, "preview");
    expect(await runToIndex(page, "Withdraw")).toContain("indexed");
    await done();
    await expect.poll(() => lastWithdrawal()).toEqual({ withdrawn: 90, penalty: 0 });
  });

  it("goes on by itself when the pause is over, and complained about nothing in the console", async () => {
    await passTime(stack.rpc, 14 * day);
    await visit(page, "/stake?way=pool");
    await page.getByRole("heading", { name: "Open a position" }).waitFor();
    // The page asks for the time of the chain, which is months ahead of this computer's by now.
    await page.getByText("New stakes are paused").waitFor({ state: "detached" });
    await scene.end();
  });

  const amountField = () => page.getByLabel("Amount to put in");

  /** A position of one's own by its words. */
  function position(words: string): Locator {
    return page
      .getByRole("region", { name: "Your positions" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: words }) });
  }

  /** The table of what happened to a position. */
  const happened = (mine: Locator) => mine.getByRole("region", { name: /^What happened to position/ });

  const done = () => dialog(page).getByRole("button", { name: "Done" }).click();

  /** An amount in the review, by its label. */
  async function reviewed(label: string): Promise<number> {
    return amountIn(await fact(dialog(page), label).textContent());
  }

  async function atHand(): Promise<number> {
    return amountIn(
      await page
        .getByText(/^At hand: /)
        .first()
        .textContent(),
    );
  }

  /** Somebody opens a position for a year and leaves it at once: two fifths of it stay, and stream to who is there. */
  async function neighbourLeaves(amount: bigint): Promise<void> {
    const neighbourKey: Hex = generatePrivateKey();
    const owner = privateKeyToAccount(neighbourKey).address;
    await fund(stack.rpc, owner);
    await giveQti(stack, privateKeyOf(desks.qtiHolder), owner, amount * qti);
    const neighbour = outsider(stack, neighbourKey);
    const [missing] = await requirements(neighbour, { action: "stake", amount: amount * qti, owner });
    if (missing?.type !== "permit") throw new Error("The stake needs no permit.");
    const { permit } = missing.apply(await neighbour.signTypedData(missing.typedData));
    const { event } = await stakeSync(neighbour, { amount: amount * qti, lock: 3, permit });
    await withdrawPositionSync(neighbour, { positionId: event.args.positionId, amount: amount * qti });
  }

  /** What left a position of one's own last, and what of it stayed behind; in QTI. */
  async function lastWithdrawal(): Promise<{ withdrawn: number; penalty: number }> {
    const hash = scene.wallet.sent.at(-1);
    if (!hash) throw new Error("Nothing was sent.");
    const { logs } = await outsider(stack, key).getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: stakingPoolAbi, logs, eventName: "Withdrawn" });
    if (!event) throw new Error("Nothing was withdrawn.");
    return { withdrawn: Number(event.args.withdrawn) / 1e18, penalty: Number(event.args.penalty) / 1e18 };
  }
});
