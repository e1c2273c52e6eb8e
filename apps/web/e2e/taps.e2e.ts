import { getTapState } from "@qti/sdk/rewards/taps";
import type { Browser, Page } from "playwright-core";
import type { Address } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./support/browser.ts";
import { newcomer } from "./support/market.ts";
import { openScene, type Scene, unplug, unplugged } from "./support/scene.ts";
import { tappedForLong } from "./support/server.ts";
import { tellStory } from "./support/story.ts";
import { allow, boxOfTarget, energy, tapWithMouse, target, untilAllCounted } from "./support/taps.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * Why taps may not count, and what the page says then. Where it takes hours of tapping to get there, the service's account of
 * the person is put to where it would be; everything after that is real. Each step stands on the one before.
 */
describe("taps that do not count", () => {
  let browser: Browser;
  let scene: Scene;
  let page: Page;
  let account: Address;

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    const privateKey = await newcomer(stack, { tier: 1, dollars: 1n });
    account = privateKeyToAccount(privateKey).address;
    scene = await openScene(browser, stack, {
      privateKey,
      path: "/rewards",
      expected: [unplugged(stack.api)],
    });
    page = scene.page;
    await allow(page);
  });

  afterAll(() => browser.close());

  it("are those of a machine: it is told so without a reproach, and may go on", async () => {
    await tapLikeAMachine(page, 48);
    await page.getByText("These taps came like those of a machine").waitFor();
    await page.getByText("Nobody is barred: tap on as you like.").waitFor();
    await page.getByText(/^\d+ taps? (was|were) not counted\.$/).waitFor();
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("are no more than a pause away from counting again", async () => {
    const before = await earned();
    // Who is at the edge of what a hand does may be told so once more; tapping on is enough.
    await expect
      .poll(async () => {
        await tapWithMouse(page, 6);
        await untilAllCounted(page);
        const isTold = await page.getByText("These taps came like those of a machine").isVisible();
        return !isTold && (await earned()) > before;
      })
      .toBe(true);
  });

  it("come after a very long time without a rest", async () => {
    await tappedForLong(stack, account, { energyMs: 900_000, busyMs: 601_000, today: 500 });
    await tapWithMouse(page, 2);
    await page.getByText("Time for a rest").waitFor();
    await page.getByText("After a short break taps count again.").waitFor();
  });

  it("find no energy: it says when it is back, and the target takes none", async () => {
    await tappedForLong(stack, account, { energyMs: 0, busyMs: 0, today: 500 });
    await visit(page, "/rewards");
    await tapWithMouse(page, 1);
    await page.getByText("Out of energy").waitFor();
    await page.getByText(/^It comes back by itself: all of it in \d+ minutes\.$/).waitFor();
    await expect.poll(() => energy(page)).toBeLessThan(20);
  });

  it("are more than a day holds: it says until when, and none is taken", async () => {
    await tappedForLong(stack, account, { energyMs: 900_000, busyMs: 0, today: 1_000 });
    await visit(page, "/rewards");
    await page.getByText("That is all for today").waitFor();
    await page
      .getByText(/1,000 points that a person can earn in a day\. The next day begins at midnight UTC/)
      .waitFor();
    await expect.poll(() => target(page).getAttribute("aria-disabled")).toBe("true");
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("cannot be made while the service is away: the page says so, and is there when it is back", async () => {
    const plug = await unplug(page, stack.api);
    await visit(page, "/rewards");
    const main = page.getByRole("main");
    await main.getByRole("alert").first().waitFor();
    await expect.poll(() => target(page).count()).toBe(0);
    await plug();
    await main.getByRole("button", { name: "Try again" }).first().click();
    await target(page).waitFor();
  });

  it("complained about nothing in the console but the service that was away", () => scene.end());

  const earned = async () => (await getTapState({ url: stack.api }, { account })).progress.earned;
});

/** Taps as a machine does, to the millisecond: its own clock says so, however late the browser was. */
async function tapLikeAMachine(page: Page, times: number): Promise<void> {
  const box = await boxOfTarget(page);
  const init = {
    bubbles: true,
    pointerId: 1,
    pointerType: "mouse",
    clientX: box.x + box.width / 2,
    clientY: box.y + box.height / 2,
  };
  await page.evaluate(
    async ({ times, init }) => {
      const every = 400;
      const button = document.querySelector("[data-tap-target]");
      const begun = performance.now();
      for (let tap = 0; tap < times; tap++) {
        const due = begun + tap * every;
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        performance.now = () => due;
        button?.dispatchEvent(new PointerEvent("pointerdown", init));
        button?.dispatchEvent(new PointerEvent("pointerup", init));
        Reflect.deleteProperty(performance, "now");
      }
    },
    { times, init },
  );
}
