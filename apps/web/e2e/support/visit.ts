import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page, Response } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Opens a page and waits until React has taken it over: before, a click goes nowhere. */
export async function visit(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path);
  if (response === null) throw new Error(`${path} was not loaded anew.`);
  await untilHydrated(page);
  return response;
}

/** React's root, as it hangs at the document: `isDehydrated` until the page that the server drew was taken over and committed. */
type ReactRoot = { stateNode: { current: { memoizedState: { isDehydrated?: boolean } | null } } };

/**
 * Waits until React has taken over the page and answers to clicks in its head. Before, what is typed is the server's own text to
 * React, and the next letter takes it away.
 */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const of = (node: object | null, prefix: string): unknown =>
      Object.entries(node ?? {}).find(([key]) => key.startsWith(prefix))?.[1];
    const root = of(document, "__reactContainer") as ReactRoot | undefined;
    return (
      root?.stateNode.current.memoizedState?.isDehydrated === false &&
      of(document.querySelector("header button"), "__reactProps") !== undefined
    );
  });
}

/** Waits until nothing on the page is a placeholder any more, and nothing is being worked on. */
export async function untilSettled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("main .animate-breathe, main [aria-busy='true']") === null &&
      ![...document.querySelectorAll("main dd, main h1, main p")].some(
        (element) => element.textContent === "…",
      ),
  );
}

/** Waits until the page has taken the theme and no colour is on its way to another: between two themes none can be read. */
async function untilStill(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.waitForFunction((name) => document.documentElement.dataset.theme === name, theme);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== "running" || effect?.getTiming().iterations === Infinity,
      ),
  );
}

/** How many pixels the page is wider than the screen, and what sticks out. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40) ?? ""}`);
  });
}

type AxeFinding = { id: string; impact: string; where: string[] };

const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Those of them that may answer otherwise when nothing but colours has changed. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Asks axe: all its rules, or those about colour alone, for a page that was looked at in another theme already. It runs in
 * a world of its own beside the page's: the page's policy neither lets it in nor is weakened for it, and what it changes
 * in objects of JavaScript the page does not see.
 */
async function axe(page: Page, rules: "all" | "colour" = "all"): Promise<AxeFinding[]> {
  const runOnly = JSON.stringify(rules === "all" ? allRules : colourRules);
  const session = await sessionOf(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  // The same world as before while the page is the same: axe is read once for each.
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "axe",
  });
  const { result: known } = await session.send("Runtime.evaluate", {
    expression: "typeof axe",
    contextId,
  });
  if (known.value === "undefined")
    await session.send("Runtime.evaluate", { expression: axeSource, contextId });
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `axe.run(document, { resultTypes: ["violations"], runOnly: ${runOnly} })
      .then(({ violations }) => violations.map(({ id, impact, nodes }) => ({
        id, impact: String(impact), where: nodes.map(({ target, failureSummary }) => target.join(" ") + ": " + failureSummary),
      })))`,
  });
  if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.text}`);
  return result.value as AxeFinding[];
}

/**
 * What axe finds and what sticks out at some widths, in the theme that the page has. Of the dark one only colours are asked
 * about: everything else was the same in the light one.
 */
export async function problemsOf(
  page: Page,
  theme: "light" | "dark",
  widths: readonly number[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await untilStill(page, theme);
    for (const what of await overflow(page)) problems.push(`${theme} ${width}: sticks out: ${what}`);
    for (const { id, where } of await axe(page, theme === "light" ? "all" : "colour"))
      problems.push(`${theme} ${width}: ${id} at ${where.join(" | ")}`);
  }
  return problems;
}

/** What axe finds, and what sticks out, in both themes on a phone and on a desk. */
export async function allProblemsOf(page: Page): Promise<string[]> {
  await untilSettled(page);
  return problemsNow(page);
}

/** The same of a page that is in the middle of something: a dialog that asks while the page behind it waits. */
export async function problemsNow(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    problems.push(...(await problemsOf(page, colorScheme, [360, 1280])));
  }
  return problems;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The line on which a page's tools are asked, one for each page. */
function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}
