import { readFileSync } from "node:fs";
import { parseRecordProof, verifyRecordProof } from "@qti/sdk/records/log";
import type { RecordProof, RecordRow } from "@qti/sdk/records/wire";
import type { Browser, Page, Route } from "playwright-core";
import { createPublicClient, defineChain, http } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dialog, makeRecordKeys, signIn } from "./support/app.ts";
import { launchBrowser } from "./support/browser.ts";
import { openScene, type Scene } from "./support/scene.ts";
import { tellStory } from "./support/story.ts";
import { allProblemsOf, visit } from "./support/visit.ts";

const stack = inject("stack");

/*
 * A note, its place in the log of the service, and a service that lies about it. Each step stands on the one before.
 */
describe("the proof of a note", () => {
  const text = "the ferry leaves when the fog does";
  let browser: Browser;
  let scene: Scene;
  let page: Page;
  /** What the service gave of the first version. */
  let before: { record: RecordRow; proof: RecordProof };

  tellStory(() => ({ page }));

  beforeAll(async () => {
    browser = await launchBrowser();
    scene = await openScene(browser, stack, { privateKey: generatePrivateKey(), path: "/records" });
    page = scene.page;
  });

  afterAll(() => browser.close());

  it("says which leaf of the log it is, and who signed that", async () => {
    await signIn(page);
    await makeRecordKeys(page);
    await page.getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("Title").fill("Ferry");
    await page.getByLabel("Text").fill(text);
    const [record, proof] = await Promise.all([
      page.waitForResponse(of("GET", /^\/v1\/records\/[0-9a-f-]{36}$/)),
      page.waitForResponse(of("GET", /^\/v1\/records\/[0-9a-f-]{36}\/proof$/)),
      dialog(page).getByRole("button", { name: "Seal and store" }).click(),
    ]);
    before = { record: await record.json(), proof: await proof.json() };
    await openProof();
    const { index, size } = before.proof.inclusion;
    const leaf = `Leaf ${(index + 1).toLocaleString("en")} of ${size.toLocaleString("en")}.`;
    await dialog(page).getByText(leaf).waitFor();
    await dialog(page)
      .getByText(/signed by the log with Ed25519 and with ML-DSA-65/)
      .waitFor();
  });

  // The keeper anchors once a minute.
  it("leads to the chain once the keeper has anchored the log", { timeout: 180_000 }, async () => {
    const anchored = dialog(page).getByText(/^Anchored /);
    const look = dialog(page).getByRole("button", { name: "Look again" });
    await expect
      .poll(
        async () => {
          // It goes away when the answer to the click before was that it is anchored.
          if (!(await anchored.isVisible())) await look.click({ timeout: 1_000 }).catch(() => undefined);
          return anchored.isVisible();
        },
        { timeout: 100_000, interval: 2_000 },
      )
      .toBe(true);
    const link = dialog(page).getByRole("link", { name: /^The transaction, in block \d+$/ });
    expect(await link.getAttribute("href")).toMatch(/^\/transactions\/0x[0-9a-f]{64}$/);
    expect(await allProblemsOf(page)).toEqual([]);
  });

  it("hands out a proof that somebody else checks without the service, and that says nothing of what is in it", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog(page).getByRole("button", { name: "Save the proof" }).click(),
    ]);
    const file = readFileSync(await download.path(), "utf8");
    const proof = parseRecordProof(file);
    const chain = defineChain({
      id: stack.chainId,
      name: "local",
      nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
      rpcUrls: { default: { http: [stack.rpc] } },
    });
    const client = createPublicClient({ chain, transport: http() });
    expect(await verifyRecordProof(proof, { client })).toMatchObject({
      proven: true,
      anchoredAt: expect.any(Number),
    });
    expect(proof.leaf).toMatchObject({ id: before.record.id, version: 1 });
    expect(file).not.toContain(text);
  });

  it("opens no version from before, and says that the service rolled it back", async () => {
    await dialog(page).getByRole("button", { name: "Write a new version" }).click();
    await dialog(page).getByLabel("Text").fill(`${text}, and not before`);
    await dialog(page).getByRole("button", { name: "Seal and store" }).click();
    // The text is in the editor's field too, from before it was stored.
    await shownText().getByText(`${text}, and not before`, { exact: true }).waitFor();
    const honest = await lie(`/v1/records/${before.record.id}`, before.record);
    await visit(page, "/records");
    await page
      .getByText("The service rolled this record back: it gave an older version than it had before.")
      .click();
    await dialog(page).getByText("Do not rely on what it shows.").waitFor();
    await dialog(page).getByText("It gave version 1; there was version 2.").waitFor();
    await honest();
  });

  it("notices a log that was cut, and hands out what convicts the service", async () => {
    const honest = await lie(`/v1/records/${before.record.id}/proof`, before.proof);
    await visit(page, "/records");
    await page.getByText("The service truncated its log: entries that were in it are gone.").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog(page).getByRole("button", { name: "Save the evidence" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain(before.proof.checkpoint);
    expect(await allProblemsOf(page)).toEqual([]);
    await honest();
  });

  it("opens again as soon as the service is honest", async () => {
    await dialog(page).getByRole("button", { name: "Try again" }).click();
    await shownText().getByText(`${text}, and not before`, { exact: true }).waitFor();
  });

  it("complained about nothing in the console", () => scene.end());

  const of =
    (method: string, path: RegExp) => (response: { url(): string; request(): { method(): string } }) =>
      response.request().method() === method && path.test(new URL(response.url()).pathname);

  /** What a note says, where it is shown and not written. */
  const shownText = () => dialog(page).locator("[data-note-text]");

  async function openProof(): Promise<void> {
    await page.getByRole("button", { name: /^Ferry/ }).click();
    await dialog(page).getByRole("tab", { name: "Proof" }).click();
  }

  /** Has the service answer one question as it did before, until the answer is called. */
  async function lie(path: string, json: unknown): Promise<() => Promise<void>> {
    const asked = (url: URL) => url.pathname === path;
    const answer = async (route: Route) => {
      if (route.request().method() !== "GET") return route.fallback();
      return route.fulfill({ response: await route.fetch(), json });
    };
    await page.route(asked, answer);
    return () => page.unroute(asked, answer);
  }
});
