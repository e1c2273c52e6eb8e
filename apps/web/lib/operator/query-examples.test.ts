import { campaignQueryUri } from "@qti/sdk/rewards/queries";
import { describe, expect, it } from "vitest";
import { compactQuery, exampleQuery, queryExamples } from "./query-examples";

const asset = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";

describe.each(queryExamples)("the query about %s", (example) => {
  const query = compactQuery(exampleQuery(example, asset));

  it("is of one block, and comes to its last page", () => {
    expect(query).toMatch(/ rows: \w+\(block: \$block, first: 1000, orderBy: id, where: \{ id_gt: \$after,/);
    expect(query).not.toContain("\n");
  });

  it("fits into the link of a proposal with the longest rule", () => {
    const uri = campaignQueryUri({
      block: 10n ** 17n,
      share: "proRata",
      amount: 10n ** 29n,
      previous: `0x${"ab".repeat(32)}`,
      query,
    });
    expect(uri.length).toBeLessThan(1_000);
  });
});

describe("a query in one line", () => {
  it("loses its comments and its room, and nothing else", () => {
    expect(compactQuery('{\n  # all of them\n  rows: a(where: { b: "c  d" }) { id }\n}\n')).toBe(
      '{ rows: a(where: { b: "c d" }) { id } }',
    );
  });

  it("writes addresses of assets as the index has them", () => {
    expect(exampleQuery("holders", asset)).toContain(asset.toLowerCase());
  });
});
