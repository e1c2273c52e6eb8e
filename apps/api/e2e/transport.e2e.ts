import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { selfSigned } from "../test/support/certificate.ts";
import { startChild } from "../test/support/childService.ts";

let certificate: Awaited<ReturnType<typeof selfSigned>>;
let browser: Browser;

beforeAll(async () => {
  certificate = await selfSigned();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  certificate?.remove();
});

/** What Chromium says of its connection when it asks the api how it is. */
async function visit(environment: Record<string, string>) {
  const child = await startChild({ environment: { ...certificate.environment, ...environment } });
  const { port } = await child.line((entry) => entry.msg === "listening");
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const details = new Promise<{ protocol?: string; keyExchangeGroup?: string }>((resolve) =>
    session.on("Network.responseReceived", ({ response }) => resolve(response.securityDetails ?? {})),
  );
  const answer = await page.goto(`https://localhost:${port}/v1/health`);
  return { status: answer?.status(), details: await details };
}

describe("Chromium and the api", () => {
  it.each(["prefer", "require"])("agree on X25519MLKEM768 under QTI_TLS_PQ=%s", async (postQuantum) => {
    const { status, details } = await visit({ QTI_TLS_PQ: postQuantum });
    expect(status).toBe(200);
    expect(details).toMatchObject({ protocol: "TLS 1.3", keyExchangeGroup: "X25519MLKEM768" });
  });
});
