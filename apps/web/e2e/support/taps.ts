import type { Locator, Page } from "playwright-core";
import { dialog, untilFlow } from "./app.ts";

/** The thing one taps. */
export const target = (page: Page): Locator => page.locator("[data-tap-target]");

/** Goes through the permission to its end. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start tapping" }).click();
  await untilFlow(page, "preview");
  await dialog(page).getByRole("button", { name: "Allow it", exact: true }).click();
  await page.getByRole("button", { name: "End it now" }).waitFor();
  await dialog(page).waitFor({ state: "detached" });
}

/** What the page says of the energy. */
export async function energy(page: Page): Promise<number> {
  const text = await page.getByText(/^Energy: [\d,]+ of/).textContent();
  return Number(/^Energy: ([\d,]+)/.exec(text ?? "")?.[1]?.replaceAll(",", ""));
}

/** How many taps are on their way. */
export async function waiting(page: Page): Promise<number> {
  return Number(await page.locator("[data-taps-waiting]").getAttribute("data-taps-waiting"));
}

export async function untilAllCounted(page: Page): Promise<void> {
  await page.locator('[data-taps-waiting="0"]').waitFor();
}

/** Where the target is, in the middle of the window. */
export async function boxOfTarget(page: Page) {
  await target(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await target(page).boundingBox();
  if (!box) throw new Error("There is no target.");
  return box;
}

/** How long a finger stays down, in milliseconds: a hand's taps are not even, and those of a machine would not count. */
export const aHandsPause = () => 90 + Math.random() * 140;

export async function tapWithMouse(page: Page, times: number): Promise<void> {
  const box = await boxOfTarget(page);
  for (let tap = 0; tap < times; tap++) {
    const x = box.x + box.width * (0.35 + Math.random() * 0.3);
    const y = box.y + box.height * (0.35 + Math.random() * 0.3);
    await page.mouse.click(x, y, { delay: aHandsPause() });
  }
}
