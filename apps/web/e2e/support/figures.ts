import type { Locator } from "playwright-core";

/** A line of a list of facts, by its label. */
export function fact(within: Locator, label: string): Locator {
  return within.locator("dl > div").filter({ has: within.page().locator("dt", { hasText: label }) });
}

/** The figure under a label. */
export async function figure(within: Locator, label: string): Promise<number> {
  const term = within.locator("dt").getByText(label, { exact: true });
  return amountIn(await term.locator("xpath=following-sibling::dd[1]").textContent());
}

/** The first amount in a text. */
export function amountIn(text: string | null): number {
  return Number.parseFloat(/[\d,]+(\.\d+)?/.exec(text ?? "")?.[0].replaceAll(",", "") ?? "");
}
