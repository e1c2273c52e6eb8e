import type { Browser, Page, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { fixedSecurityHeaders } from "../lib/config/security.ts";
import { languageCookie } from "../lib/i18n/languages.ts";
import { account, dialog, makeRecordKeys, runToIndex, signIn, untilFlow } from "./support/app.ts";
import { launchBrowser, openPage, type WatchedPage } from "./support/browser.ts";
import { problemsOf, untilSettled, visit } from "./support/visit.ts";

const stack = inject("stack");

const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];
const widths = [360, 768, 1280] as const;

/** Every page with its title. What the last word of some stands for is found on the list before it. */
const pages = [
  { path: "/", title: "Real assets in shares, and papers that stay private" },
  { path: "/portfolio", title: "Portfolio" },
  { path: "/assets", title: "Assets" },
  { path: "/assets/one", title: "Noordzee Wind Note 2031" },
  { path: "/assets/matured", title: "Beauce Harvest Note 2026" },
  { path: "/assets/tokenize", title: "Tokenize an asset" },
  { path: "/exchange", title: "Exchange" },
  { path: "/exchange/one", title: "Noordzee Wind Note 2031" },
  { path: "/exchange/orders", title: "My orders" },
  { path: "/stake", title: "Stake" },
  { path: "/stake?way=pool", title: "Stake" },
  { path: "/loans", title: "Loans" },
  { path: "/loans/credit", title: "Credit line" },
  { path: "/loans/markets", title: "Lending markets" },
  { path: "/loans/markets/one", title: "Harbour Street 12" },
  { path: "/loans/markets/liquidations", title: "Liquidations" },
  { path: "/loans/markets/desk", title: "Markets desk" },
  { path: "/loans/lend", title: "Lend to newcomers" },
  { path: "/loans/vouch", title: "Vouch for somebody" },
  { path: "/loans/desk", title: "Lenders' desk" },
  { path: "/rewards", title: "Earn" },
  { path: "/rewards/referrals", title: "Referrals" },
  { path: "/rewards/store", title: "Store" },
  { path: "/rewards/campaigns", title: "Campaigns" },
  { path: "/rewards/desk", title: "Rewards desk" },
  { path: "/rewards/leaderboard", title: "Leaderboard" },
  { path: "/rewards/invite/00000000", title: "An invitation" },
  { path: "/records", title: "Records" },
  { path: "/identity", title: "Identity" },
  { path: "/transactions", title: "Transactions" },
  { path: "/transactions/one", title: "Transaction" },
  { path: "/roles", title: "Roles" },
  { path: "/compliance", title: "Compliance desk" },
  { path: "/issuer", title: "Issuer's desk" },
  { path: "/issuer/one", title: "Noordzee Wind Note 2031" },
  { path: "/settings", title: "Settings" },
  { path: "/nowhere", title: "There is no such page" },
] as const;

/** What the browser itself says of a page, and of a code of nobody's, that is rightly answered with 404. */
const expected = [/status of 404 .*\/(nowhere|v1\/referrals\/codes\/00000000)\)$/];

/** Pages that say something else to somebody than to nobody. */
const impersonal: readonly string[] = ["/", "/assets", "/assets/matured", "/exchange", "/nowhere"];
const personal = pages.filter(({ path }) => !impersonal.includes(path));

describe.each([
  { who: "a visitor without a wallet", connected: false, shown: pages },
  { who: "someone of the demo", connected: true, shown: personal },
])("every page, for $who", ({ connected, shown }) => {
  let browser: Browser;
  /** One for each theme: they are looked at side by side. */
  let tabs: readonly (WatchedPage & { theme: Theme })[];
  let ones: ReadonlyMap<string, string>;
  const strangers: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ baseURL: stack.web });
    const own = new Set([stack.web, stack.api, stack.graphql, stack.rpc].map((url) => new URL(url).origin));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && !own.has(url.origin)) strangers.push(request.url());
    });
    const openTab = async (theme: Theme) => {
      const tab = await openPage(context, expected);
      await tab.page.emulateMedia({ colorScheme: theme });
      return { ...tab, theme };
    };
    const light = await openTab("light");
    tabs = [light, await openTab("dark")];
    if (connected) await becomeAda(light.page);
    ones = await addressesOf(light.page);
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each(shown)("$path", async ({ path, title }) => {
    const problems = await Promise.all(
      tabs.map(async ({ page, theme }) => {
        await page.setViewportSize({ width: theme === "light" ? 1280 : 360, height: 800 });
        const response = await visit(page, ones.get(path) ?? path);
        await expectHeaders(response);
        await untilSettled(page);
        await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe(theme);
        const headings = page.getByRole("heading", { level: 1 });
        await expect.poll(() => headings.count()).toBe(1);
        expect(await headings.textContent()).toBe(title);
        return problemsOf(page, theme, widths);
      }),
    );
    expect(problems.flat()).toEqual([]);
    expect(tabs.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  it("asked nobody but this stack", () => {
    expect(strangers).toEqual([]);
  });
});

describe.each([
  { language: "de", theme: "light" },
  { language: "es", theme: "dark" },
] as const)("every page in $language", ({ language, theme }) => {
  let browser: Browser;
  let tab: WatchedPage;
  let ones: ReadonlyMap<string, string>;

  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ baseURL: stack.web, colorScheme: theme });
    tab = await openPage(context, expected);
    await becomeAda(tab.page);
    ones = await addressesOf(tab.page);
    await context.addCookies([{ name: languageCookie, value: language, url: stack.web }]);
    await tab.page.setViewportSize({ width: 360, height: 800 });
  });

  afterAll(() => browser.close());

  // Words of other lengths: a phone is where they do not fit first.
  it.each(pages)("$path", async ({ path }) => {
    const { page, complaints } = tab;
    await visit(page, ones.get(path) ?? path);
    await untilSettled(page);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await problemsOf(page, theme, [360])).toEqual([]);
    expect(complaints).toEqual([]);
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
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      expect(await problemsOf(page, colorScheme, [360, 1280])).toEqual([]);
    }
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

async function becomeAda(page: Page): Promise<void> {
  await visit(page, "/assets");
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

/** Where those of the pages are that stand on a list. */
async function addressesOf(page: Page): Promise<ReadonlyMap<string, string>> {
  await visit(page, "/assets");
  const asset = await hrefOf(page, "/assets/0x", "Noordzee Wind Note 2031");
  const matured = await hrefOf(page, "/assets/0x", "Beauce Harvest Note 2026");
  await visit(page, "/loans/markets");
  await untilSettled(page);
  const market = await hrefOf(page, "/loans/markets/0x", "Harbour Street 12");
  await visit(page, "/transactions");
  return new Map([
    ["/assets/one", asset],
    ["/assets/matured", matured],
    ["/exchange/one", asset.replace("/assets", "/exchange")],
    ["/loans/markets/one", market],
    ["/issuer/one", asset.replace("/assets", "/issuer")],
    ["/transactions/one", await hrefOf(page, "/transactions/0x")],
  ]);
}

/** Where the first link of a list leads that begins with `path` and says `words`. */
async function hrefOf(page: Page, path: string, words = ""): Promise<string> {
  const link = page.locator(`main li a[href^='${path}']`).filter({ hasText: words }).first();
  return (await link.getAttribute("href")) ?? "";
}

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
