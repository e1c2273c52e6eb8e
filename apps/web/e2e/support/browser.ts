import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where distributions put the browser; CHROMIUM_PATH names another. */
const executable = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Starts the system's Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

/** A page that notes everything that went wrong in it. */
export type WatchedPage = { page: Page; complaints: string[] };

/**
 * Opens a page and collects its console errors and uncaught exceptions: a test ends by asserting that there are none.
 *
 * @param expected - Texts of complaints that the test itself causes, such as a request to a service that it stopped.
 */
export async function openPage(
  context: BrowserContext,
  expected: readonly RegExp[] = [],
): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(String(error)));
  return { page, complaints };
}

/** Keeps what the page looked like when a test failed, if it is still open. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (page.isClosed()) return;
  const file = name.replaceAll(/[^a-z0-9]+/gi, "-").slice(0, 80);
  await page.screenshot({ path: `test-results/${file}.png`, fullPage: true });
}
