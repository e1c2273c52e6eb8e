import { type Address, getAddress, isAddress, parseEther } from "viem";
import { CampaignCsvError } from "../errors/campaignCsv.ts";
import type { CampaignLeaf } from "./campaignTree.ts";

/** Digits, and a point with at most 18 of them behind it. */
const amountPattern = /^\d{1,12}(\.\d{1,18})?$/;

/**
 * Reads the leaves of a campaign from a table: one account a line, with the QTI that it gets in all, separated by a comma, a
 * semicolon or a tab. A first line without an address is a heading. Empty lines are passed over. Pure.
 *
 * @param text - The file. Amounts are in QTI, e.g. `12.5`.
 * @returns Leaves for `buildCampaignTree`, in the order of the file.
 * @throws {@link CampaignCsvError} naming the first line that cannot be read.
 *
 * @example
 * ```ts
 * const leaves = parseCampaignCsv("account,qti\n0x70997970C51812dc3A010C7d01b50e0d17dc79C8,12.5");
 * ```
 */
export function parseCampaignCsv(text: string): readonly CampaignLeaf[] {
  const found = new Map<Address, CampaignLeaf>();
  let heading = true;
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    if (heading && !cells[0]?.startsWith("0x")) {
      heading = false;
      continue;
    }
    heading = false;
    const leaf = toLeaf(cells, index + 1);
    if (found.has(leaf.account)) throw new CampaignCsvError(index + 1, "twice");
    found.set(leaf.account, leaf);
  }
  if (found.size === 0) throw new CampaignCsvError(0, "empty");
  return [...found.values()];
}

function toLeaf(cells: readonly string[], line: number): CampaignLeaf {
  const [account, amount, ...more] = cells;
  if (account === undefined || amount === undefined || more.some((cell) => cell !== ""))
    throw new CampaignCsvError(line, "columns");
  if (!isAddress(account)) throw new CampaignCsvError(line, "account");
  const cumulative = amountPattern.test(amount) ? parseEther(amount) : 0n;
  if (cumulative === 0n) throw new CampaignCsvError(line, "amount");
  return { account: getAddress(account), cumulative };
}
