import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  onTestFailed,
  onTestFinished,
} from "vitest";
import { account, dialog, makeRecordKeys, runToIndex, signIn, untilFlow } from "./support/app.ts";
import { keepPicture, launchBrowser } from "./support/browser.ts";
import { giveQti } from "./support/chain.ts";
import { fund, people, privateKeyOf } from "./support/people.ts";
import { openScene, type Scene, unplug, unplugged } from "./support/scene.ts";
import { untilHydrated } from "./support/visit.ts";

const stack = inject("stack");
const qti = 10n ** 18n;
const ada = privateKeyOf(people.ada);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Opens a scene that leaves a picture behind when its test fails. */
async function scene(options: Parameters<typeof openScene>[2]): Promise<Scene> {
  const opened = await openScene(browser, stack, options);
  onTestFailed(async ({ task }) => {
    await keepPicture(opened.page, task.name);
    await opened.context.close();
  });
  return opened;
}

/** Someone new with ether and ten QTI. */
async function someoneNew() {
  const privateKey = generatePrivateKey();
  const { address } = privateKeyToAccount(privateKey);
  await fund(stack.rpc, address);
  await giveQti(stack, ada, address, 10n * qti);
  return { privateKey, address };
}

/** Types an amount to stake and opens the review. */
async function reviewStake(page: Page, amount: string): Promise<void> {
  await page.getByLabel("Amount to stake").fill(amount);
  await page.getByRole("button", { name: "Review the stake" }).click();
  await untilFlow(page, "preview");
}

const typedAmount = (page: Page) => page.getByLabel("Amount to stake").inputValue();

/** What is said as an alarm. The browser's frame around the page has a region of its own for the names of pages. */
const alarms = (page: Page) => page.locator("main, dialog").getByRole("alert");

describe("a wallet that says no", () => {
  it("is on another network: everything can be read, and it is switched before it signs", async () => {
    const { privateKey } = await someoneNew();
    const { page, wallet, end } = await scene({ privateKey, path: "/stake", onChain: 1 });
    await page.getByText("Your wallet is on another network than QTI local network").waitFor();
    await page.getByText("At hand: 10 QTI").waitFor();
    await reviewStake(page, "3");

    wallet.next("wallet_switchEthereumChain", "reject");
    await dialog(page).getByRole("button", { name: "Switch network" }).click();
    await dialog(page).getByText("The request was declined in the wallet.").waitFor();
    await expect.poll(() => alarms(page).count()).toBe(0);
    await dialog(page).getByRole("button", { name: "Switch network" }).click();
    expect(await runToIndex(page, "Stake")).toContain("indexed");
    expect(wallet.seen.filter(({ method }) => method === "wallet_addEthereumChain")).toHaveLength(1);
    await end();
  });

  it("leaves the network after the review: nothing is sent to the wrong one", async () => {
    const { privateKey } = await someoneNew();
    const { page, wallet, end } = await scene({ privateKey, path: "/stake" });
    await reviewStake(page, "3");
    let signed: (() => void) | undefined;
    wallet.next("eth_signTypedData_v4", { after: new Promise((resolve) => (signed = resolve)) });
    await dialog(page).getByRole("button", { name: "Stake", exact: true }).click();
    await untilFlow(page, "signing");
    await wallet.moveTo(1);
    signed?.();
    await untilFlow(page, "failed");
    await dialog(page).getByRole("alert").getByText("The wallet is on another network.").waitFor();
    expect(wallet.seen.some(({ method }) => method === "eth_sendTransaction")).toBe(false);
    await wallet.moveTo(stack.chainId);
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await untilFlow(page, "indexed");
    await end();
  });

  it("declines a signature and a transaction: no alarm, nothing lost, and it can be asked again", async () => {
    const { privateKey } = await someoneNew();
    const { page, wallet, end } = await scene({ privateKey, path: "/stake" });
    await reviewStake(page, "2");
    wallet.next("eth_signTypedData_v4", "reject");
    expect(await runToIndex(page, "Stake")).toContain("rejected");
    await dialog(page).getByText("You declined in the wallet").waitFor();
    await dialog(page).getByText("Nothing was sent and nothing has changed.").waitFor();
    await expect.poll(() => alarms(page).count()).toBe(0);

    wallet.next("eth_sendTransaction", "reject");
    await dialog(page).getByRole("button", { name: "Ask again" }).click();
    await expect.poll(() => wallet.seen.some(({ method }) => method === "eth_sendTransaction")).toBe(true);
    await untilFlow(page, "rejected");
    await expect.poll(() => alarms(page).count()).toBe(0);
    await dialog(page).getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
    await expect.poll(() => typedAmount(page)).toBe("2");

    await page.getByRole("button", { name: "Review the stake" }).click();
    expect(await runToIndex(page, "Stake")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await expect.poll(() => typedAmount(page)).toBe("");
    await end();
  });

  it("declines to sign in and to connect: the page waits for another try", async () => {
    const { page, wallet, end } = await scene({ privateKey: generatePrivateKey(), path: "/records" });
    wallet.next("personal_sign", "reject");
    await signIn(page);
    await page.getByRole("status").getByText("The request was declined in the wallet.").waitFor();
    await expect.poll(() => alarms(page).count()).toBe(0);
    await signIn(page);
    await page.getByRole("button", { name: "Make keys" }).waitFor();

    await account(page).click();
    await dialog(page).getByRole("button", { name: "Disconnect" }).click();
    wallet.next("wallet_requestPermissions", "reject");
    wallet.next("eth_requestAccounts", "reject");
    await page
      .getByRole("banner")
      .getByRole("button", { name: /connect a wallet/i })
      .click();
    await dialog(page)
      .getByRole("button", { name: /^Test Wallet/ })
      .click();
    await dialog(page).getByText("The request was declined in the wallet.").waitFor();
    await expect.poll(() => alarms(page).count()).toBe(0);
    await end();
  });

  it("cannot pay the fee: says so, keeps what was typed, and goes on when it can", async () => {
    const { privateKey, address } = await someoneNew();
    await fund(stack.rpc, address, 0n);
    const { page, end } = await scene({ privateKey, path: "/stake" });
    await reviewStake(page, "5");
    expect(await runToIndex(page, "Stake")).toContain("failed");
    const words = "The account holds too little of the network's coin to pay for this transaction.";
    await dialog(page).getByRole("alert").getByText(words).waitFor();
    await expect.poll(() => typedAmount(page)).toBe("5");
    await fund(stack.rpc, address);
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await untilFlow(page, "indexed");
    await end();
  });
});

describe("what the rules of an asset refuse", () => {
  it("is an unverified receiver: the sentence says why, nothing is asked of the wallet, what was typed stays", async () => {
    const { page, wallet, end } = await scene({ privateKey: ada, path: "/portfolio" });
    await page.getByRole("region", { name: "Shares of assets" }).getByText("Harbour Street 12").click();
    await page.getByLabel("Receiver").fill(privateKeyToAccount(generatePrivateKey()).address);
    await page.getByLabel("Shares", { exact: true }).fill("4");
    const alarm = alarms(page).filter({ hasText: "The receiver is not a verified account." });
    await alarm.waitFor();
    await page.getByRole("button", { name: "Review the transfer" }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(wallet.seen.some(({ method }) => method === "eth_sendTransaction")).toBe(false);

    await page.getByLabel("Receiver").fill(privateKeyToAccount(privateKeyOf(people.dana)).address);
    await alarm.waitFor({ state: "detached" });
    await expect.poll(() => page.getByLabel("Shares", { exact: true }).inputValue()).toBe("4");
    await page.getByRole("button", { name: "Review the transfer" }).click();
    await untilFlow(page, "preview");
    await end();
  });
});

describe("a service that stops", () => {
  it("is the index: what the chain knows goes on, histories say that they are missing, and come back", async () => {
    const { privateKey } = await someoneNew();
    const expected = [unplugged(stack.graphql)];
    let plugIn: (() => Promise<void>) | undefined;
    const { page, end } = await scene({
      privateKey,
      path: "/stake",
      expected,
      prepare: async (opened) => {
        // The app waits for the index with patience; the test does not.
        await opened.clock.install();
        plugIn = await unplug(opened, stack.graphql);
      },
    });
    const missing = page
      .getByText("Lists and histories are missing until it does.", { exact: false })
      .first();
    await missing.waitFor();
    await page.getByText("At hand: 10 QTI").waitFor();

    await reviewStake(page, "4");
    await dialog(page).getByRole("button", { name: "Stake", exact: true }).click();
    await untilFlow(page, "confirmed");
    await page.clock.fastForward(20_000);
    await untilFlow(page, "unindexed");
    await dialog(page).getByText("The index is behind: histories will show it later.").waitFor();
    await plugIn?.();
    await page.clock.fastForward(10_000);
    await untilFlow(page, "indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();
    await page.clock.fastForward(20_000);
    await missing.waitFor({ state: "detached" });
    await page
      .getByRole("region", { name: "Deposits and withdrawals" })
      .getByText("4 QTI", { exact: true })
      .first()
      .waitFor();
    await end();
  });

  it("is the service of records: the chain goes on, the page says what is missing and takes it up again", async () => {
    const { privateKey } = await someoneNew();
    let plugIn: (() => Promise<void>) | undefined;
    const { page, end } = await scene({
      privateKey,
      path: "/records",
      expected: [unplugged(stack.api)],
      prepare: async (opened) => {
        plugIn = await unplug(opened, stack.api);
      },
    });
    await page.getByText("The service for sign-in and records does not answer.").waitFor();
    await page.getByText("Everything on the chain goes on meanwhile.", { exact: false }).waitFor();

    await page.getByRole("link", { name: "Stake" }).first().click();
    await reviewStake(page, "1");
    expect(await runToIndex(page, "Stake")).toContain("indexed");
    await dialog(page).getByRole("button", { name: "Done" }).click();

    await page.getByRole("link", { name: "Records" }).first().click();
    await page.getByText("The service for sign-in and records does not answer.").waitFor();
    await plugIn?.();
    await page.getByRole("button", { name: "Try again" }).click();
    await signIn(page);
    await page.getByRole("button", { name: "Make keys" }).waitFor();
    await end();
  });

  it("is the node: histories stay, what was typed stays, and the action goes through when it is back", async () => {
    const { privateKey } = await someoneNew();
    const { page, end } = await scene({ privateKey, path: "/stake", expected: [unplugged(stack.rpc)] });
    await page.getByText("At hand: 10 QTI").waitFor();
    await page.getByLabel("Amount to stake").fill("6");
    const plugIn = await unplug(page, stack.rpc);
    await page.getByRole("button", { name: "Review the stake" }).click();
    expect(await runToIndex(page, "Stake")).toContain("failed");
    await dialog(page).getByRole("alert").getByText("The node cannot be reached.").waitFor();
    await dialog(page).getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
    await expect.poll(() => typedAmount(page)).toBe("6");
    await page
      .getByRole("region", { name: "Deposits and withdrawals" })
      .getByText("Staked", { exact: true })
      .first()
      .waitFor();

    await page.reload();
    await page.getByText("The node cannot be reached.").first().waitFor();
    await page
      .getByRole("region", { name: "Deposits and withdrawals" })
      .getByText("Staked", { exact: true })
      .first()
      .waitFor();
    await plugIn();
    await alarms(page).getByRole("button", { name: "Try again" }).click();
    await page.getByText("At hand: 10 QTI").waitFor();
    await reviewStake(page, "6");
    expect(await runToIndex(page, "Stake")).toContain("indexed");
    await end();
  });

  it("is the node while a transaction is on its way: it is found when the node is back", async () => {
    const { privateKey } = await someoneNew();
    const { page, wallet, end } = await scene({
      privateKey,
      path: "/stake",
      expected: [unplugged(stack.rpc)],
    });
    await reviewStake(page, "1");
    let confirmed: (() => void) | undefined;
    wallet.next("eth_sendTransaction", { after: new Promise((resolve) => (confirmed = resolve)) });
    await dialog(page).getByRole("button", { name: "Stake", exact: true }).click();
    await untilFlow(page, "confirming");
    const plugIn = await unplug(page, stack.rpc);
    confirmed?.();
    await untilFlow(page, "pending");
    await plugIn();
    await untilFlow(page, "indexed");
    await end();
  });
});

describe("a record that is not what was sealed", () => {
  const title = "Where the well is";
  const text = "Behind the third poplar, under the flat stone.";
  let folder: string;
  let open: Scene;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "qti-refusals-"));
    // The service refuses to deliver what is not intact.
    const expected = [/status of 503 .*\/v1\/blobs\//];
    open = await openScene(browser, stack, { privateKey: generatePrivateKey(), path: "/records", expected });
    await signIn(open.page);
    await makeRecordKeys(open.page);
    await open.page.getByRole("heading", { name: "Your fingerprint" }).waitFor();
  });

  beforeEach(() => {
    onTestFailed(({ task }) => keepPicture(open.page, task.name));
  });

  afterAll(async () => {
    await open.end();
    rmSync(folder, { recursive: true });
  });

  it("cannot begin with a file that is too large: the form says so and keeps the rest", async () => {
    const { page } = open;
    const before = blobs();
    // Sparse: it has the size and no content.
    const large = path.join(folder, "film.mkv");
    const descriptor = openSync(large, "w");
    ftruncateSync(descriptor, 300 * 1024 * 1024);
    closeSync(descriptor);
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Text").fill(text);
    await page.getByLabel(/^Files/).setInputFiles(large);
    await dialog(page)
      .getByText("film.mkv has 300 MiB. A file may have at most 256 MiB: remove it, or divide it.")
      .waitFor();
    await page.getByRole("button", { name: "Seal and store" }).click();
    await expect.poll(() => page.getByLabel("Title").inputValue()).toBe(title);
    await expect.poll(() => page.getByLabel("Text").inputValue()).toBe(text);
    expect(blobs()).toEqual(before);

    await page.getByRole("button", { name: "Remove film.mkv" }).click();
    await page.getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: new RegExp(title) }).waitFor();
    expect(blobs().length).toBeGreaterThan(before.length);
  });

  it("is changed in one region: the other one serves it, and nobody notices", async () => {
    const { page } = open;
    const [region] = readdirSync(stack.regions);
    tamper(blobs().filter((file) => file.startsWith(path.join(stack.regions, region ?? "", "/"))));
    await opensWell(page);
  });

  it("is changed in every region: the page says that it cannot be trusted", async () => {
    const { page } = open;
    const undo = tamper(blobs());
    await reopen(page);
    await page
      .locator("main li")
      .getByText("No region can deliver this ciphertext intact at the moment.", { exact: false })
      .first()
      .waitFor();
    undo();
    await opensWell(page);
  });

  it("is changed by the service itself: the browser finds it out", async () => {
    const { page } = open;
    const ours = (url: URL) => url.pathname.startsWith("/v1/blobs/");
    await page.route(ours, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
      await route.fulfill({ response, body });
    });
    await reopen(page);
    await page.locator("main li").getByText("is not what was sealed", { exact: false }).first().waitFor();
    await page.unroute(ours);
    await opensWell(page);
  });

  it("comes with a recipient that quantum computers could open: it is refused by name", async () => {
    const { page } = open;
    // The list says what there is; what is opened is asked for by itself.
    const ours = (url: URL) => /^\/v1\/records\/[^/]+$/.test(url.pathname);
    await page.route(ours, async (route) => {
      const response = await route.fetch();
      const record = (await response.json()) as { header: string };
      const header = Buffer.from(record.header, "base64").toString("latin1");
      const share = Buffer.alloc(32, 7).toString("base64").replace(/=+$/, "");
      const stanza = `-> X25519 ${share}\n${share}\n`;
      record.header = Buffer.from(header.replace(/\n--- /, `\n${stanza}--- `), "latin1").toString("base64");
      await route.fulfill({ response, json: record });
    });
    await reopen(page);
    await page
      .locator("main li")
      .getByText("The service gave a header with mixed recipients", { exact: false })
      .first()
      .waitFor();
    await page.unroute(ours);
    await opensWell(page);
  });

  async function reopen(page: Page): Promise<void> {
    await page.reload();
    await untilHydrated(page);
  }

  async function opensWell(page: Page): Promise<void> {
    await reopen(page);
    await page.getByRole("button", { name: new RegExp(title) }).click();
    await page.locator("[data-note-text]").getByText(text).waitFor();
    await page.keyboard.press("Escape");
  }

  /** Every ciphertext of every region. */
  function blobs(): string[] {
    return readdirSync(stack.regions, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  }

  /** Changes one bit in the middle of each file; answers with the way back. */
  function tamper(files: readonly string[]): () => void {
    const originals = files.map((file) => [file, readFileSync(file)] as const);
    for (const [file, bytes] of originals) {
      const changed = Buffer.from(bytes);
      changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
      writeFileSync(file, changed);
    }
    const undo = () => {
      for (const [file, bytes] of originals) writeFileSync(file, bytes);
    };
    onTestFinished(undo);
    return undo;
  }
});
