import type { Browser } from "playwright-core";
import type { Hex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, onTestFailed } from "vitest";
import { account, dialog, untilFlow } from "./support/app.ts";
import { keepPicture, launchBrowser, openPage } from "./support/browser.ts";
import { holdBlocks, outsider } from "./support/chain.ts";
import { fund } from "./support/people.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { visit } from "./support/visit.ts";

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Everything that can become of a transaction once it is sent, on a chain that mines when it is told to. */
describe("a transaction that was sent", () => {
  let key: Hex;
  let scene: Scene;

  beforeEach(async () => {
    key = generatePrivateKey();
    await fund(stack.rpc, privateKeyToAccount(key).address);
    scene = await openScene(browser, stack, { privateKey: key, path: "/" });
    onTestFailed(({ task }) => keepPicture(scene.page, task.name));
  });

  it("is told to be cancelled when the wallet sends nothing in its place", async () => {
    await holdBlocks(stack.rpc, async (mine) => {
      const { nonce, from } = await sendPending();
      await replace({ to: from, nonce });
      await mine();
      await dialog(scene.page).getByText("Cancelled in the wallet").waitFor();
    });
    await scene.end();
  });

  it("is told to be replaced when the wallet sends something else in its place", async () => {
    await holdBlocks(stack.rpc, async (mine) => {
      const { nonce } = await sendPending();
      await replace({ to: privateKeyToAccount(generatePrivateKey()).address, nonce, value: 1n });
      await mine();
      await dialog(scene.page).getByText("Another transaction took its place").waitFor();
    });
    await scene.end();
  });

  it("is followed under its new hash when the wallet raises its fee", async () => {
    await holdBlocks(stack.rpc, async (mine) => {
      const { nonce, to, data } = await sendPending();
      await replace({ to, nonce, data });
      await mine();
      await untilFlow(scene.page, "indexed");
    });
    await scene.end();
  });

  it("goes on while its window is closed, and says so when it is done", async () => {
    await holdBlocks(stack.rpc, async (mine) => {
      await sendPending();
      await closeWindow();
      await mine();
      await scene.page.getByRole("status").getByText("Take test money: done").waitFor();
    });
    await scene.end();
  });

  it("leaves the page to its person while the wallet does not answer", async () => {
    await openReview();
    scene.wallet.next("eth_sendTransaction", "hang");
    await dialog(scene.page).getByRole("button", { name: "Take it", exact: true }).click();
    await untilFlow(scene.page, "confirming");
    await closeWindow();
    await scene.page.keyboard.press("Escape");
    await scene.page.getByRole("link", { name: "Portfolio" }).first().click();
    await scene.page.getByRole("heading", { name: "Portfolio", level: 1 }).waitFor();
    await scene.end();
  });

  it("belongs to the account that sent it: another account in the wallet is another person", async () => {
    const other = generatePrivateKey();
    await scene.wallet.use(other);
    const shown = privateKeyToAccount(other).address.slice(0, 6);
    await scene.page
      .getByRole("banner")
      .getByRole("button", { name: new RegExp(`account ${shown}`, "i") })
      .click();
    await expect.poll(() => dialog(scene.page).getByText("Sent from this browser").count()).toBe(0);
    await scene.end();
  });

  /** Opens the review of the smallest action that needs nothing else. */
  async function openReview(): Promise<void> {
    await account(scene.page).click();
    await dialog(scene.page).getByRole("button", { name: "Get test money" }).click();
    await untilFlow(scene.page, "preview");
  }

  async function closeWindow(): Promise<void> {
    await dialog(scene.page).last().getByRole("button", { name: "Close" }).last().click();
  }

  /** Sends an action into a chain that does not mine, and answers with what the wallet was asked for. */
  async function sendPending() {
    await openReview();
    await dialog(scene.page).getByRole("button", { name: "Take it", exact: true }).click();
    await untilFlow(scene.page, "pending");
    const asked = scene.wallet.seen.findLast(({ method }) => method === "eth_sendTransaction")?.params[0];
    const { from, to, data } = asked as { from: Hex; to: Hex; data: Hex };
    // The page learns the number of the transaction from the node; a replacement is recognised by it.
    await scene.page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([name, text]) => name.startsWith("qti.journal.") && text.includes('"nonce"'),
      ),
    );
    return { from, to, data, nonce: await outsider(stack, key).getTransactionCount({ address: from }) };
  }

  /** The person sends another transaction with the same number and a higher fee. */
  async function replace(transaction: { to: Hex; nonce: number; data?: Hex; value?: bigint }): Promise<void> {
    await outsider(stack, key).sendTransaction({
      maxFeePerGas: 100n * 10n ** 9n,
      maxPriorityFeePerGas: 50n * 10n ** 9n,
      gas: 500_000n,
      ...transaction,
    });
  }
});

/** Someone without any wallet uses the app at once. */
describe("the burner wallet", () => {
  it("is made at once, pays its way, is still there after a reload, and can be several people", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const { page, complaints } = await openPage(context);
    onTestFailed(({ task }) => keepPicture(page, task.name));
    await visit(page, "/stake");
    await page
      .getByRole("banner")
      .getByRole("button", { name: /connect a wallet/i })
      .click();
    await dialog(page)
      .getByRole("button", { name: /^Burner wallet/ })
      .click();
    await account(page).click();
    await dialog(page).getByRole("button", { name: "Get test money" }).click();
    await dialog(page).getByRole("button", { name: "Take it", exact: true }).click();
    await untilFlow(page, "indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();

    const first = await account(page).textContent();
    await dialog(page).getByRole("button", { name: "Another account" }).click();
    await dialog(page)
      .getByRole("radio", { name: /Burner 2/ })
      .waitFor();
    await expect.poll(() => account(page).textContent()).not.toBe(first);
    await dialog(page)
      .getByRole("radio", { name: /Burner 1/ })
      .check();
    await expect.poll(() => account(page).textContent()).toBe(first);
    await page.keyboard.press("Escape");

    await page.getByLabel("Amount to stake").fill("10");
    await page.getByRole("button", { name: "Review the stake" }).click();
    await dialog(page).getByRole("button", { name: "Stake", exact: true }).click();
    await untilFlow(page, "indexed");
    await page.reload();
    await expect.poll(() => account(page).textContent()).toBe(first);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("shows a watched address without signing anything for it", async () => {
    const context = await browser.newContext({ baseURL: stack.web });
    const { page, complaints } = await openPage(context);
    onTestFailed(({ task }) => keepPicture(page, task.name));
    await visit(page, "/stake");
    await page
      .getByRole("banner")
      .getByRole("button", { name: /connect a wallet/i })
      .click();
    await dialog(page).getByText("Watch an address without signing").click();
    await dialog(page).getByLabel("Address").fill("0x12");
    await dialog(page).getByRole("button", { name: "Watch", exact: true }).click();
    await dialog(page)
      .getByText(/An address is 0x and 40/)
      .waitFor();
    await dialog(page).getByLabel("Address").fill("0xBcd4042DE499D14e55001CcbB24a551F3b954096");
    await dialog(page).getByRole("button", { name: "Watch", exact: true }).click();
    await account(page).waitFor();
    await page.getByText("This address is only watched").first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
