import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Hex } from "viem";
import { expect } from "vitest";
import { connectWallet } from "./app.ts";
import { openPage } from "./browser.ts";
import type { E2eStack } from "./stack.ts";
import { visit } from "./visit.ts";
import { createTestWallet, type TestWallet } from "./wallet.ts";

/** One person at one page, with a wallet that does what the test says. */
export type Scene = {
  context: BrowserContext;
  page: Page;
  wallet: TestWallet;
  /** Ends the scene: nothing went wrong in the page but what the scene was told to expect. */
  end(): Promise<void>;
};

/**
 * Opens a page and connects the wallet.
 *
 * @param options.expected - Complaints of the browser that the test itself causes.
 * @param options.prepare - Runs before the page is opened: routes, clocks.
 */
export async function openScene(
  browser: Browser,
  stack: E2eStack,
  options: {
    privateKey: Hex;
    path: string;
    onChain?: number;
    expected?: readonly RegExp[];
    prepare?: (page: Page) => Promise<void>;
  },
): Promise<Scene> {
  const context = await browser.newContext({ baseURL: stack.web });
  const wallet = await createTestWallet(context, {
    privateKeys: [options.privateKey],
    rpcUrl: stack.rpc,
    chainId: stack.chainId,
    ...(options.onChain === undefined ? {} : { onChain: options.onChain }),
  });
  const { page, complaints } = await openPage(context, options.expected);
  await options.prepare?.(page);
  await visit(page, options.path);
  await connectWallet(page);
  return {
    context,
    page,
    wallet,
    end: async () => {
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}

/** Takes a service away from a page and gives it back. The rest of the world still has it. */
export async function unplug(page: Page, service: string): Promise<() => Promise<void>> {
  const { origin } = new URL(service);
  const ours = (url: URL) => url.origin === origin;
  await page.route(ours, (route) => route.abort("connectionrefused"));
  return () => page.unroute(ours);
}

/** What the browser says of each request to a service that was taken away. */
export function unplugged(service: string): RegExp {
  return new RegExp(`ERR_CONNECTION_REFUSED \\(${new URL(service).origin.replaceAll(".", "\\.")}`);
}
