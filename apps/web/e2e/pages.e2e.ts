import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { fixedSecurityHeaders } from "../lib/config/security.ts";
import { account, dialog, makeRecordKeys, runToIndex, signIn, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage } from "./support/browser.ts";
import { axe, overflow, untilSettled, visit } from "./support/visit.ts";

const stack = inject("stack");

const themes = ["light", "dark"] as const;
const widths = [360, 768, 1280] as const;

/** Every page with its title. What "one" stands for is found on the list before it. */
const pages = [
  { path: "/", title: "Real assets in shares, and papers that stay private" },
  { path: "/portfolio", title: "Portfolio" },
  { path: "/assets", title: "Assets" },
  { path: "/assets/one", title: /\w/ },
  { path: "/assets/tokenize", title: "Tokenize an asset" },
  { path: "/exchange", title: "Exchange" },
  { path: "/exchange/one", title: /\w/ },
  { path: "/exchange/orders", title: "My orders" },
  { path: "/stake", title: "Stake" },
  { path: "/records", title: "Records" },
  { path: "/identity", title: "Identity" },
  { path: "/transactions", title: "Transactions" },
  { path: "/transactions/one", title: "Transaction" },
  { path: "/roles", title: "Roles" },
  { path: "/compliance", title: "Compliance desk" },
  { path: "/issuer", title: "Issuer's desk" },
  { path: "/issuer/one", title: /\w/ },
  { path: "/settings", title: "Settings" },
  { path: "/nowhere", title: "There is no such page" },
] as const;

/** What the browser itself says of a page that is rightly answered with 404. */
const expected = [/status of 404 .*\/nowhere\)$/];

/** Pages that say something else to somebody than to nobody. */
const personal = pages.filter(({ path }) => !["/", "/assets", "/exchange", "/nowhere"].includes(path));

describe.each([
  { who: "a visitor without a wallet", connected: false, shown: pages },
  { who: "someone of the demo", connected: true, shown: personal },
])("every page, for $who", ({ connected, shown }) => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  const ones = new Map<string, string>();
  const strangers: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ baseURL: stack.web });
    const own = new Set([stack.web, stack.api, stack.graphql, stack.rpc].map((url) => new URL(url).origin));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && !own.has(url.origin)) strangers.push(request.url());
    });
    ({ page, complaints } = await openPage(context, expected));
    await visit(page, "/assets");
    if (connected) {
      await page
        .getByRole("banner")
        .getByRole("button", { name: /connect a wallet/i })
        .click();
      await page.getByRole("dialog").getByRole("button", { name: /^Ada/ }).click();
      await page
        .getByRole("banner")
        .getByRole("button", { name: /account 0x/i })
        .waitFor();
    }
    for (const list of ["/assets", "/exchange", "/transactions"]) {
      await visit(page, list);
      const link = page.locator(`main li a[href^='${list}/0x']`).first();
      ones.set(`${list}/one`, (await link.getAttribute("href")) ?? "");
    }
    ones.set("/issuer/one", (ones.get("/assets/one") ?? "").replace("/assets/", "/issuer/"));
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(shown)("$path", async ({ path, title }) => {
    const problems: string[] = [];
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width: theme === "light" ? 1280 : 360, height: 800 });
      const response = await visit(page, ones.get(path) ?? path);
      await expectHeaders(response);
      await untilSettled(page);
      expect(await page.locator("html").getAttribute("data-theme")).toBe(theme);
      const headings = page.getByRole("heading", { level: 1 });
      expect(await headings.count()).toBe(1);
      expect(await headings.textContent()).toMatch(title);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        for (const what of await overflow(page)) problems.push(`${theme} ${width}: sticks out: ${what}`);
        for (const { id, where } of await axe(page, theme === "light" ? "all" : "colour"))
          problems.push(`${theme} ${width}: ${id} at ${where.join(" | ")}`);
      }
    }
    expect(problems).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("asked nobody but this stack", () => {
    expect(strangers).toEqual([]);
  });
});

describe("every dialog", () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(await browser.newContext({ baseURL: stack.web })));
    await page.emulateMedia({ reducedMotion: "reduce" });
  });

  afterAll(async () => {
    await browser.close();
    expect(complaints).toEqual([]);
  });

  /** Looks at the open dialog in both themes, on a phone and on a desk. */
  async function look(): Promise<void> {
    const problems: string[] = [];
    for (const colorScheme of themes)
      for (const width of [360, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        for (const what of await overflow(page))
          problems.push(`${colorScheme} ${width}: sticks out: ${what}`);
        for (const { id, where } of await axe(page, colorScheme === "light" ? "all" : "colour"))
          problems.push(`${colorScheme} ${width}: ${id} at ${where.join(" | ")}`);
      }
    expect(problems).toEqual([]);
  }

  it("of wallets and of the account", async () => {
    await visit(page, "/stake");
    await page
      .getByRole("banner")
      .getByRole("button", { name: /connect a wallet/i })
      .click();
    await dialog(page).getByText("Watch an address without signing").click();
    await look();
    await dialog(page).getByRole("button", { name: "Burner wallet" }).click();
    await account(page).click();
    await dialog(page).getByText("Test dollars").waitFor();
    await look();
  });

  it("of an action: its review, and its end", async () => {
    await dialog(page).getByRole("button", { name: "Get test money" }).click();
    await untilFlow(page, "preview");
    await look();
    expect(await runToIndex(page, "Take it")).toContain("indexed");
    await look();
    await dialog(page).getByRole("button", { name: "Done" }).click();
  });

  it("of records: keys, a note, its readers and its proof", async () => {
    await visit(page, "/records");
    await signIn(page);
    await page.getByRole("button", { name: "Make keys" }).click();
    await page.locator("[data-recovery-code]").waitFor();
    await look();
    await visit(page, "/records");
    await makeRecordKeys(page);
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill("A fair copy");
    await look();
    await page.getByRole("button", { name: "Seal and store" }).click();
    await page.getByRole("button", { name: /A fair copy/ }).click();
    await page.locator("[data-note-text]").waitFor();
    await look();
    await dialog(page).getByRole("tab", { name: "Readers" }).click();
    await dialog(page).getByLabel("Share with a key fingerprint").waitFor();
    await look();
    await dialog(page).getByRole("tab", { name: "Proof" }).click();
    await dialog(page).getByText("The account has not registered them", { exact: false }).waitFor();
    await look();
  });
});

let lastNonce = "";

async function expectHeaders(response: Response): Promise<void> {
  const headers = await response.allHeaders();
  for (const [name, value] of Object.entries(fixedSecurityHeaders))
    expect(headers[name.toLowerCase()], name).toBe(value);
  const policy = headers["content-security-policy"] ?? "";
  const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(nonce).toBeTruthy();
  expect(nonce).not.toBe(lastNonce);
  lastNonce = nonce ?? "";
  // Those with attributes: the first script has the bare tag in its own text. One without a nonce would be a complaint.
  const scripts = (await response.text()).match(/<script\s[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
}
