import fc from "fast-check";
import { type Address, getAddress, pad, toHex } from "viem";
import { describe, expect, test } from "vitest";
import { merkleRoot } from "../core/merkleTree.ts";
import { CampaignTreeError } from "../errors/campaignTree.ts";
import { buildCampaignTree, campaignClaimOf, campaignLeaf } from "./campaignTree.ts";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const bound = { chainId: 31_337, distributor: at(9_999), campaignId: 7n };

const lists = fc.uniqueArray(
  fc.record({
    account: fc.integer({ min: 1, max: 5_000 }).map(at),
    cumulative: fc.bigInt({ min: 1n, max: 10n ** 27n }),
  }),
  { minLength: 1, maxLength: 40, selector: ({ account }) => account },
);

describe("buildCampaignTree", () => {
  test("default", () => {
    const leaves = [
      { account: at(3), cumulative: 30n },
      { account: at(1), cumulative: 10n },
      { account: at(2), cumulative: 20n },
    ];
    const tree = buildCampaignTree({ ...bound, leaves });
    expect(tree.total).toBe(60n);
    expect(tree.claims.map(({ account, cumulative }) => [account, cumulative])).toEqual([
      [at(1), 10n],
      [at(2), 20n],
      [at(3), 30n],
    ]);
    expect(campaignClaimOf(tree, at(3))?.proof).toHaveLength(1);
    expect(campaignClaimOf(tree, at(4))).toBeUndefined();
  });

  test("behavior: every claim proves itself, and the order of the list changes nothing", () => {
    fc.assert(
      fc.property(lists, (leaves) => {
        const { root, total, claims } = buildCampaignTree({ ...bound, leaves });
        expect(total).toBe(leaves.reduce((sum, { cumulative }) => sum + cumulative, 0n));
        for (const { proof, ...leaf } of claims) {
          expect(merkleRoot(campaignLeaf({ ...bound, ...leaf }), proof)).toBe(root);
        }
        expect(buildCampaignTree({ ...bound, leaves: leaves.toReversed() }).root).toBe(root);
      }),
    );
  });

  test("behavior: another chain, distributor or campaign is another root", () => {
    const given = { ...bound, leaves: [{ account: at(1), cumulative: 1n }] };
    const { root } = buildCampaignTree(given);
    for (const change of [{ chainId: 1 }, { distributor: at(8) }, { campaignId: 8n }]) {
      expect(buildCampaignTree({ ...given, ...change }).root).not.toBe(root);
    }
  });

  test.each([
    ["nobody", []],
    ["nothing", [{ account: at(1), cumulative: 0n }]],
    [
      "twice",
      [
        { account: at(1), cumulative: 1n },
        { account: at(1), cumulative: 2n },
      ],
    ],
  ] as const)("error: CampaignTreeError: %s", (reason, leaves) => {
    expect(() => buildCampaignTree({ ...bound, leaves })).toThrow(expect.objectContaining({ reason }));
    expect(() => buildCampaignTree({ ...bound, leaves })).toThrow(CampaignTreeError);
  });
});
