import { getPoints, getReferral } from "@qti/sdk";
import { getTapRules, getTapState } from "@qti/sdk/rewards/taps";
import type { Browser, Locator, Page } from "playwright-core";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { carryThrough, dialog, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { outsider } from "./support/chain.ts";
import { newcomer, stranger, verify } from "./support/market.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import {
  aHandsPause,
  allow,
  boxOfTarget,
  energy,
  tapWithMouse,
  target,
  untilAllCounted,
  waiting,
} from "./support/taps.ts";
import { allProblemsOf, untilSettled, visit } from "./support/visit.ts";
import { sentBy } from "./support/wallet.ts";

const stack = inject("stack");
const api = { url: stack.api };

/*
 * Somebody taps, claims and invites somebody else. Both are new to the chain, so that the story begins with nothing whatever
 * others did before. Each step stands on the one before.
 */
describe("somebody who taps, and somebody whom they bring", () => {
  const name = `Tapper ${Math.random().toString(36).slice(2, 8)}`;
  let browser: Browser;
  let tapper: Scene;
  let guest: Scene;
  let tapperKey: Hex;
  let guestKey: Hex;
  let account: Address;
  let link = "";

  tellStory(() => ({ tapper: tapper.page, guest: guest.page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    tapperKey = await newcomer(stack, { tier: 1, dollars: 1n });
    account = privateKeyToAccount(tapperKey).address;
    guestKey = await stranger(stack);
    tapper = await openScene(browser, stack, {
      privateKey: tapperKey,
      path: "/rewards",
      // What the browser says of the batches that this test keeps from the service, and of one that comes too late.
      expected: [/(net::ERR_\w+|status of 409) .*\/v1\/taps\)/],
    });
    guest = await openScene(browser, stack, { privateKey: guestKey, path: "/rewards" });
  });

  afterAll(() => browser.close());

  it("says what a tap is worth before anybody is asked for anything", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const { page, complaints } = await openPage(context);
    await visit(page, "/rewards");
    const worth = page.getByRole("region", { name: "What a tap is worth" });
    await worth.getByText("1 point, up to 2").waitFor();
    await worth.getByText("0.01 QTI").waitFor();
    await worth.getByText("1,000 points (10 QTI now)").waitFor();
    await worth.getByText("may fall, also to zero").waitFor();
    await expect.poll(() => target(page).getAttribute("aria-disabled")).toBe("true");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("counts nothing without the wallet's word", async () => {
    const { page, wallet } = tapper;
    await page.getByRole("button", { name: "Start tapping" }).click();
    await untilFlow(page, "preview");
    await dialog(page).getByText("count taps, nothing else").waitFor();
    await dialog(page).getByText("after 24 hours, or when you end it").waitFor();
    wallet.next("eth_signTypedData_v4", "reject");
    await dialog(page).getByRole("button", { name: "Allow it", exact: true }).click();
    await untilFlow(page, "rejected");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await tapWithMouse(page, 1);
    await expect.poll(() => waiting(page)).toBe(0);
    expect((await standing()).session).toBeNull();
  });

  it("is allowed once, by a key that nobody can read out of the browser", async () => {
    const { page, wallet } = tapper;
    await allow(page);
    const asked = wallet.seen.filter(({ method }) => method === "eth_signTypedData_v4").at(-1);
    expect(JSON.parse(String(asked?.params[1]))).toMatchObject({
      primaryType: "TapSession",
      domain: { name: "QTI Taps", chainId: stack.chainId },
    });
    await expect.poll(() => keyIn(page)).toEqual({ extractable: false, usages: ["sign"], kind: "private" });
    expect((await standing()).session).toMatchObject({ account });
    expect(wallet.seen.some(({ method }) => method === "eth_sendTransaction")).toBe(false);
  });

  it("counts taps of a mouse at once, and takes energy for them", async () => {
    const { page } = tapper;
    const before = await energy(page);
    await tapWithMouse(page, 7);
    // Before any answer of the service: it is asked every two seconds.
    expect(before - (await energy(page))).toBeGreaterThanOrEqual(6);
    await untilAllCounted(page);
    const { progress } = await standing();
    expect(progress.today).toBeGreaterThanOrEqual(7_000_000n);
    expect(progress.streak).toBe(1);
  });

  it("counts keys that are pressed, and a held key once", async () => {
    const { page } = tapper;
    const before = await earned();
    await target(page).focus();
    for (const key of ["Space", "Enter", "Space"]) await page.keyboard.press(key, { delay: aHandsPause() });
    await page.keyboard.down("Enter");
    // What a keyboard sends while a key is held.
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await untilAllCounted(page);
    const gained = (await earned()) - before;
    expect(gained).toBeGreaterThanOrEqual(4_000_000n);
    expect(gained).toBeLessThan(5_000_000n);
  });

  it("counts every finger, and neither zooms nor scrolls", async () => {
    const { page } = tapper;
    const before = await earned();
    await touch(page, [
      [-40, 0],
      [40, 10],
    ]);
    await untilAllCounted(page);
    const gained = (await earned()) - before;
    expect(gained).toBeGreaterThanOrEqual(2_000_000n);
    expect(gained).toBeLessThan(3_000_000n);
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
  });

  it("tells who listens a sum, and not each tap", async () => {
    const { page } = tapper;
    await tapWithMouse(page, 3);
    await page
      .getByRole("status")
      .getByText(/\d+ taps counted\. [\d.]+ points today, \d+ energy left\./)
      .waitFor();
  });

  it("lets energy come back by itself", async () => {
    const { page } = tapper;
    const low = await energy(page);
    await expect.poll(() => energy(page), { timeout: 20_000 }).toBeGreaterThan(low);
  });

  it("can be read by everybody while it counts", async () => {
    expect(await allProblemsOf(tapper.page)).toEqual([]);
  });

  it("keeps taps over a lost connection and a reload, and counts each once", async () => {
    const { page } = tapper;
    const before = await earned();
    const isBatch = (url: URL) => url.origin === new URL(stack.api).origin && url.pathname === "/v1/taps";
    await page.route(isBatch, (route) =>
      route.request().method() === "POST" ? route.abort("connectionrefused") : route.fallback(),
    );
    await tapWithMouse(page, 3);
    await page.getByText("No connection to the service").waitFor();
    await expect.poll(() => waiting(page)).toBe(3);
    await visit(page, "/rewards");
    await expect.poll(() => waiting(page)).toBe(3);
    await page.unroute(isBatch);
    await untilAllCounted(page);
    const gained = (await earned()) - before;
    expect(gained).toBeGreaterThanOrEqual(3_000_000n);
    expect(gained).toBeLessThan(4_000_000n);
  });

  it("lets one tab count at a time", async () => {
    const second = await tapper.context.newPage();
    await visit(second, "/rewards");
    await second.getByText("Another tab of this browser counts").waitFor();
    await second.close();
  });

  it("brings the points to the account, without a fee where the service sends them", async () => {
    const { page, wallet } = tapper;
    const { relay } = await getTapRules(api);
    const { claimable } = await standing();
    const sent = sentBy(wallet);
    await page
      .getByRole("button", { name: /^Claim [\d.]+ points$/ })
      .first()
      .click();
    await carryThrough(page, "Claim");
    await expect.poll(() => getPoints(outsider(stack, guestKey), { account })).toBe(claimable);
    expect(sentBy(wallet) - sent).toBe(relay ? 0 : 1);
    await page.getByText("Nothing to claim yet").waitFor();
    await page.getByRole("region", { name: "Claimed, day by day" }).getByRole("img").waitFor();
  });

  it("brings later points by a transaction of one's own", async () => {
    const { page, wallet } = tapper;
    await tapWithMouse(page, 2);
    await untilAllCounted(page);
    const sent = sentBy(wallet);
    await page
      .getByRole("button", { name: /^Claim (by your own transaction|[\d.]+ points)$/ })
      .last()
      .click();
    await carryThrough(page, "Claim");
    expect(sentBy(wallet) - sent).toBe(1);
  });

  it("ends at once when the person ends it: the key is gone", async () => {
    const { page } = tapper;
    await page.getByRole("button", { name: "End it now" }).click();
    await page.getByRole("button", { name: "Start tapping" }).waitFor();
    await expect.poll(() => keyIn(page)).toBeUndefined();
    await tapWithMouse(page, 1);
    await expect.poll(() => waiting(page)).toBe(0);
  });

  it("says where another browser of the person took over", async () => {
    const { page } = tapper;
    await allow(page);
    await visit(page, "/rewards");
    await page.getByRole("button", { name: "End it now" }).waitFor();
    const elsewhere = await openScene(browser, stack, { privateKey: tapperKey, path: "/rewards" });
    await allow(elsewhere.page);
    await tapWithMouse(page, 1);
    await page.getByText("Taps are counted elsewhere").waitFor();
    await elsewhere.end();
  });

  it("lets taps of who is not verified wait, and says for what", async () => {
    const { page } = guest;
    await page.getByText("Your taps wait for a verified identity").waitFor();
    await allow(page);
    await tapWithMouse(page, 2);
    await untilAllCounted(page);
    await page.getByText(/^2(\.\d+)? points wait\./).waitFor();
    const link = page.getByRole("main").getByRole("link", { name: "Get verified" });
    await expect.poll(() => link.getAttribute("href")).toBe("/identity");
  });

  it("shows on the leaderboard who asks for it, by the name that they choose", async () => {
    const { page } = tapper;
    await visit(page, "/rewards/leaderboard");
    await page.getByRole("button", { name: "Sign in to be shown" }).click();
    await page.getByLabel("Name to show").fill("0x12");
    await page.getByRole("button", { name: "Show me", exact: true }).click();
    await page.getByText("Use from 3 to 20 Latin letters").waitFor();
    await page.getByLabel("Name to show").fill(name);
    await page.getByRole("button", { name: "Show me", exact: true }).click();
    await page.getByText(`You are shown as ${name}`).waitFor();
    await placeOf(page, name).getByText("you", { exact: true }).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await visit(guest.page, "/rewards/leaderboard");
    await placeOf(guest.page, name).waitFor();
  });

  it("takes them off at once when they leave", async () => {
    const { page } = tapper;
    await page.getByRole("button", { name: "Leave the leaderboard" }).click();
    await page.getByRole("button", { name: "Show me", exact: true }).waitFor();
    await placeOf(page, name).waitFor({ state: "detached" });
    await visit(guest.page, "/rewards/leaderboard");
    await untilSettled(guest.page);
    await expect.poll(() => placeOf(guest.page, name).count()).toBe(0);
  });

  it("gives a verified person a link, and others the way to one", async () => {
    await visit(guest.page, "/rewards/referrals");
    await guest.page.getByText("Only who is verified can invite").waitFor();
    const { page } = tapper;
    await visit(page, "/rewards/referrals");
    const shown = page.locator("[data-invitation]");
    await shown.waitFor();
    link = (await shown.getAttribute("data-invitation")) ?? "";
    expect(new URL(link).pathname).toMatch(/^\/rewards\/invite\/[0-9A-HJKMNP-TV-Z]{8}$/);
    const terms = page.getByRole("region", { name: "What you get, and when" });
    await terms.getByText("10 % of the points a newcomer earns by taps in their first 90 days").waitFor();
    await page.getByText("Nobody yet").waitFor();
  });

  it("says what is wrong with one's own code", async () => {
    const { page } = tapper;
    await visit(page, new URL(link).pathname);
    await page.getByText("This is your own link").waitFor();
  });

  it("shows who invites and what it means, and takes a no for a no", async () => {
    const { page, wallet } = guest;
    await visit(page, new URL(link).pathname);
    const what = page.getByRole("region", { name: "What it means" });
    await what.getByText(`${account.slice(0, 6)}…${account.slice(-4)}`).waitFor();
    await what.getByText("nothing", { exact: true }).waitFor();
    await what.getByText("After that it stands for ever").waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Accept the invitation" }).click();
    await untilFlow(page, "preview");
    const { relay } = await getTapRules(api);
    wallet.next(relay ? "eth_signTypedData_v4" : "eth_sendTransaction", "reject");
    await dialog(page).getByRole("button", { name: "Accept", exact: true }).click();
    await untilFlow(page, "rejected");
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect.poll(() => referral()).toMatchObject({ status: "none" });
  });

  it("binds the newcomer who accepts, and shows them to who brought them", async () => {
    const { page } = guest;
    await page.getByRole("button", { name: "Accept the invitation" }).click();
    await carryThrough(page, "Accept");
    await page.getByText("You accepted this invitation").waitFor();
    await expect.poll(() => referral()).toMatchObject({ status: "bound", referrer: account });
    await visit(tapper.page, "/rewards/referrals");
    const row = newcomerRow(tapper.page);
    await row.getByText("accepted", { exact: true }).waitFor();
    await row.getByText("Not verified yet").waitFor();
    expect(await allProblemsOf(tapper.page)).toEqual([]);
  });

  it("makes it final when they are verified, and says what is still missing", async () => {
    await verify(stack, guestKey, 1);
    const { page } = tapper;
    await expect
      .poll(
        async () => {
          await visit(page, "/rewards/referrals");
          await newcomerRow(page).waitFor();
          return newcomerRow(page).getByText("verified", { exact: true }).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await newcomerRow(page).getByText("Stakes less than 100 QTI in a lock of 30 days or more").waitFor();
    await visit(guest.page, new URL(link).pathname);
    await guest.page.getByText("You are verified already").waitFor();
  });

  it("complained about nothing in the console", async () => {
    await guest.end();
    await tapper.end();
  });

  const standing = () => getTapState(api, { account });
  const earned = async () => (await standing()).progress.earned;
  const referral = () =>
    getReferral(outsider(stack, guestKey), { newcomer: privateKeyToAccount(guestKey).address });
  const newcomerRow = (page: Page) =>
    page.locator(`[data-newcomer="${privateKeyToAccount(guestKey).address.toLowerCase()}"]`);
});

/** Puts fingers down at once, at places seen from the middle of the target, and lifts them. */
async function touch(page: Page, fingers: readonly (readonly [number, number])[]): Promise<void> {
  const box = await boxOfTarget(page);
  const session = await page.context().newCDPSession(page);
  const points = fingers.map(([x, y], id) => ({
    x: box.x + box.width / 2 + x,
    y: box.y + box.height / 2 + y,
    id,
  }));
  for (let down = 1; down <= points.length; down++) {
    await session.send("Input.dispatchTouchEvent", {
      type: "touchStart",
      touchPoints: points.slice(0, down),
    });
    // The next one comes as fast as a hand's.
    const at = await page.evaluate(() => performance.now());
    await page.waitForFunction((since) => performance.now() - since > 90, at);
  }
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}

/** What is known of the key that the browser keeps; `undefined` where it keeps none. */
function keyIn(page: Page) {
  return page.evaluate(
    () =>
      new Promise<{ extractable: boolean; usages: string[]; kind: string } | undefined>((resolve, reject) => {
        const opening = indexedDB.open("qti.taps", 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("sessions").objectStore("sessions").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const [found] = all.result as { privateKey: CryptoKey }[];
            resolve(
              found && {
                extractable: found.privateKey.extractable,
                usages: found.privateKey.usages,
                kind: found.privateKey.type,
              },
            );
          };
        };
      }),
  );
}

const placeOf = (page: Page, name: string): Locator =>
  page.getByRole("row").filter({ visible: true, hasText: name });
