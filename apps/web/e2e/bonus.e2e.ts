import { bindReferralSync, getPoints, pauseRewardsSync, requirements, stakeSync } from "@qti/sdk";
import type { Browser, Page } from "playwright-core";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, runToIndex, untilFlow } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { giveQti, outsider, passTime } from "./support/chain.ts";
import { newcomer, stranger, verify } from "./support/market.ts";
import { desks, privateKeyOf } from "./support/people.ts";
import { earnPoints } from "./support/points.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");
const qti = 10n ** 18n;
const point = 1_000_000n;
const day = 86_400;

/*
 * Somebody whom nobody knows brings somebody else, and gets a bonus when they stayed. Staying takes thirty days, and a pause
 * fourteen, so it turns the clock of the chain forward. Each step stands on the one before.
 */
describe("a bonus for who brought somebody", () => {
  let browser: Browser;
  let scene: Scene;
  let page: Page;
  let guestKey: Hex;
  let referrer: Address;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    const privateKey = await newcomer(stack, { tier: 1, dollars: 1n });
    referrer = privateKeyToAccount(privateKey).address;
    guestKey = await stranger(stack);
    await bindReferralSync(outsider(stack, guestKey), { referrer });
    await verify(stack, guestKey, 1);
    await earnPoints(stack, guestKey, 640n);
    scene = await openScene(browser, stack, { privateKey, path: "/rewards/referrals" });
    page = scene.page;
  });

  afterAll(() => browser.close());

  it("is not there yet: the page says what is missing, and offers nothing", async () => {
    await row().getByText("Stakes less than 100 QTI in a lock of 30 days or more").waitFor();
    await stakes(100n);
    await visit(page, "/rewards/referrals");
    await row()
      .getByText(/^Held long enough on /)
      .waitFor();
    await expect.poll(() => offered().count()).toBe(0);
  });

  it("is secured by who wants it when the newcomer has held long enough", async () => {
    await passTime(stack.rpc, 30 * day);
    await visit(page, "/rewards/referrals");
    await row().getByRole("button", { name: "Secure the bonus" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("10 %", { exact: true }).waitFor();
    await dialog(page).getByText("2,000 points", { exact: true }).waitFor();
    expect(await runToIndex(page, "Secure it")).toContain("indexed");
    await done();
    await row().getByText("bonus secured", { exact: true }).waitFor();
    await row().getByRole("button", { name: "Claim 64 points" }).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("is not paid when the wallet declines, and stays", async () => {
    await row().getByRole("button", { name: "Claim 64 points" }).click();
    await untilFlow(page, "preview");
    scene.wallet.next("eth_sendTransaction", "reject");
    expect(await runToIndex(page, "Claim")).toContain("rejected");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect.poll(() => held()).toBe(0n);
  });

  it("is paid: a tenth of what the newcomer earned by taps", async () => {
    await row().getByRole("button", { name: "Claim 64 points" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("+64 points").waitFor();
    expect(await runToIndex(page, "Claim")).toContain("indexed");
    await done();
    await expect.poll(() => held()).toBe(64n * point);
    await row().getByText("64 points paid").waitFor();
    await page.getByText("64 of 50,000 points").waitFor();
    await expect.poll(() => offered().count()).toBe(0);
  });

  it("grows with what the newcomer earns in their first ninety days", async () => {
    await earnPoints(stack, guestKey, 100n);
    await visit(page, "/rewards/referrals");
    await row().getByRole("button", { name: "Claim 10 points" }).waitFor();
  });

  it("waits while a guardian has paused bonuses, and the page says that nothing is lost", async () => {
    await pauseRewardsSync(outsider(stack, privateKeyOf(desks.pauser)), { venue: "referralRegistry" });
    await visit(page, "/rewards/referrals");
    await page.getByText("Bonuses are paused").waitFor();
    await page.getByText("nothing is lost").waitFor();
  });

  it("stands beside points whose claims are paused, while taps count as before", async () => {
    await pauseRewardsSync(outsider(stack, privateKeyOf(desks.pauser)), { venue: "tapRewards" });
    await visit(page, "/rewards");
    await page.getByText("Claims are paused").waitFor();
    await page.getByText("Taps count as before. Claiming goes on by itself when the pause ends.").waitFor();
    await page.getByRole("button", { name: "Start tapping" }).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("goes on by itself when the pauses are over", async () => {
    await passTime(stack.rpc, 14 * day);
    await visit(page, "/rewards");
    await page.getByText("Nothing to claim yet").waitFor();
    await visit(page, "/rewards/referrals");
    await row().getByRole("button", { name: "Claim 10 points" }).click();
    await untilFlow(page, "preview");
    expect(await runToIndex(page, "Claim")).toContain("indexed");
    await done();
    await expect.poll(() => held()).toBe(74n * point);
  });

  it("complained about nothing in the console", () => scene.end());

  const row = () => page.locator(`[data-newcomer="${privateKeyToAccount(guestKey).address.toLowerCase()}"]`);
  /** What of the bonus can be had now. */
  const offered = () => row().getByRole("button", { name: /^(Secure|Claim)/ });
  const held = () => getPoints(outsider(stack, guestKey), { account: referrer });
  const done = () => dialog(page).getByRole("button", { name: "Done" }).click();

  /** The newcomer opens a position for thirty days. */
  async function stakes(amount: bigint): Promise<void> {
    const guest = outsider(stack, guestKey);
    const owner = guest.account.address;
    await giveQti(stack, privateKeyOf(desks.qtiHolder), owner, amount * qti);
    const [missing] = await requirements(guest, { action: "stake", amount: amount * qti, owner });
    if (missing?.type !== "permit") throw new Error("The stake needs no permit.");
    const { permit } = missing.apply(await guest.signTypedData(missing.typedData));
    await stakeSync(guest, { amount: amount * qti, lock: 1, permit });
  }
});
