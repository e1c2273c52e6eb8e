import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Opens the list of wallets and takes one of it. */
export async function connectWallet(page: Page, name = "Test Wallet"): Promise<void> {
  await page
    .getByRole("banner")
    .getByRole("button", { name: /connect a wallet/i })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
  await account(page).waitFor();
}

/** The button in the head of the page that shows who is connected. */
export function account(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /account 0x/i });
}

/** The dialog that is open. */
export function dialog(page: Page): Locator {
  return page.getByRole("dialog");
}

/** Waits until the action on the screen is in a state. */
export async function untilFlow(page: Page, state: string): Promise<void> {
  await page.locator(`[data-flow="${state}"]`).waitFor({ timeout: 60_000 });
}

/** Confirms the review and follows the action to the index. Answers with the states it was seen in. */
export async function runToIndex(page: Page, verb: string): Promise<string[]> {
  const seen = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const states: string[] = [];
        const look = () => {
          const state = document.querySelector<HTMLElement>("[data-flow]")?.dataset.flow;
          if (state && states.at(-1) !== state) states.push(state);
          if (state === "indexed" || state === "failed" || state === "rejected") {
            observer.disconnect();
            resolve(states);
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, attributes: true, childList: true });
        look();
      }),
  );
  await dialog(page).getByRole("button", { name: verb, exact: true }).click();
  return seen;
}

/** Confirms the review on the screen, follows it to the index, and closes it. */
export async function carryThrough(page: Page, verb: string): Promise<void> {
  await untilFlow(page, "preview");
  expect(await runToIndex(page, verb)).toContain("indexed");
  await dialog(page).getByRole("button", { name: "Done" }).click();
}

/**
 * Presses what anybody may press, and waits until `done` shows that it happened. A keeper does the same by itself and may be
 * first, at any moment: then the button goes away, or the action is refused. The page is opened anew in between.
 */
export async function pressUnlessDone(
  page: Page,
  { button, verb, done }: { button: Locator; verb: string; done: Locator },
): Promise<void> {
  await button.or(done).first().waitFor();
  if (await button.isVisible()) {
    const pressed = await button.click({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (pressed) {
      await untilFlow(page, "preview");
      await runToIndex(page, verb);
      await page.reload();
    }
  }
  await done.waitFor({ timeout: 60_000 });
}

/** Makes record keys: writes the recovery code down, as a person does, and types it back. */
export async function makeRecordKeys(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make keys" }).click();
  const shown = page.locator("[data-recovery-code]");
  const code = ((await shown.textContent()) ?? "").replace(/, copy.*$/, "").trim();
  await page.getByLabel("Type or paste it back").fill(code);
  await page.getByRole("button", { name: "I have written it down" }).click();
  await shown.waitFor({ state: "detached" });
  return code;
}

/** Signs in to the service where the page asks for it. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
