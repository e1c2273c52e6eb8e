import { describe, expect, test } from "vitest";
import { CampaignCsvError } from "../errors/campaignCsv.ts";
import { parseCampaignCsv } from "./parseCampaignCsv.ts";

const ada = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const ben = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";

/** The line and the reason for which a text cannot be read. */
function refusalOf(text: string) {
  try {
    parseCampaignCsv(text);
  } catch (error) {
    if (error instanceof CampaignCsvError) return [error.line, error.reason];
    throw error;
  }
  return undefined;
}

describe("parseCampaignCsv", () => {
  test("default", () => {
    expect(parseCampaignCsv(`account,qti\n${ada},12.5\n${ben.toLowerCase()},0.000000000000000001\n`)).toEqual(
      [
        { account: ada, cumulative: 12_500_000_000_000_000_000n },
        { account: ben, cumulative: 1n },
      ],
    );
  });

  test("behavior: as spreadsheets write it", () => {
    const text = `\uFEFF"Account";"QTI";\r\n\r\n"${ada}";"7";\r\n ${ben}\t8`;
    expect(parseCampaignCsv(text).map(({ cumulative }) => cumulative)).toEqual([
      7n * 10n ** 18n,
      8n * 10n ** 18n,
    ]);
  });

  test.each([
    ["nothing", "", 0, "empty"],
    ["a heading alone", "account,qti", 0, "empty"],
    ["a second heading", `account,qti\nmore,words\n${ada},1`, 2, "account"],
    ["one column", ada, 1, "columns"],
    ["three columns", `${ada},1,2`, 1, "columns"],
    ["a short address", `${ada},1\n\n0x12,1`, 3, "account"],
    ["a wrong checksum", ada.replace("C51812", "c51812").concat(",1"), 1, "account"],
    ["separators of thousands", `${ada};1.000.000`, 1, "amount"],
    ["a negative amount", `${ada},-1`, 1, "amount"],
    ["an exponent", `${ada},1e3`, 1, "amount"],
    ["nineteen decimals", `${ada},0.0000000000000000001`, 1, "amount"],
    ["zero", `${ada},0.0`, 1, "amount"],
    ["an account twice", `${ada},1\n${ada.toLowerCase()},2`, 2, "twice"],
  ])("error: CampaignCsvError for %s", (_, text, line, reason) => {
    expect(refusalOf(text)).toEqual([line, reason]);
  });
});
