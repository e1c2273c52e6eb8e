import { merkleDistributorAbi } from "@qti/sdk/abis";
import {
  buildCampaignTree,
  campaignLeaf,
  campaignLimits,
  getCampaignClaim,
  getCampaignTree,
  publishCampaignTree,
} from "@qti/sdk/rewards/campaigns";
import { type Address, createPublicClient, getAddress, http, pad, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { operatorAccount } from "./support/operator.ts";
import { type Person, problemOf, signIn, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const chainId = 31_337;
const distributor = inject("contracts").merkleDistributor ?? "0x";
const bound = { chainId, distributor };

let service: Service;
let operator: Person;
let anybody: Person;
beforeAll(async () => {
  service = await startService();
  [operator, anybody] = await Promise.all([signIn(service, operatorAccount), signIn(service)]);
});
afterAll(() => service.stop());

/** A tree that no other test publishes. */
function treeOf(campaignId: bigint, size: number) {
  const leaves = Array.from({ length: size }, (_, index) => ({
    account: at(1_000 + index * 7),
    cumulative: 10n ** 18n + BigInt(index),
  }));
  return { campaignId, leaves, root: buildCampaignTree({ ...bound, campaignId, leaves }).root };
}

describe("an operator", () => {
  it("publishes a tree, which everybody recomputes and claims by, without signing in", async () => {
    const { campaignId, leaves, root } = treeOf(1n, 33);
    const published = await publishCampaignTree(operator.api, { campaignId, root, leaves });
    const total = leaves.reduce((sum, { cumulative }) => sum + cumulative, 0n);
    expect(published).toEqual({ root, campaignId, total, count: 33 });

    const api = { url: service.url };
    const tree = await getCampaignTree(api, { ...bound, root });
    expect(tree).toMatchObject({ campaignId, root, total });
    const chain = createPublicClient({ transport: http(inject("rpcUrl")) });
    for (const { account, cumulative } of [leaves[0], leaves[16], leaves[32]].filter((leaf) => !!leaf)) {
      const claim = await getCampaignClaim(api, { ...bound, root, account });
      expect(claim).toMatchObject({ campaignId, cumulative });
      // The contract hashes a leaf in the same way.
      const leaf = await chain.readContract({
        address: distributor,
        abi: merkleDistributorAbi,
        functionName: "leafOf",
        args: [campaignId, account, cumulative],
      });
      expect(leaf).toBe(campaignLeaf({ ...bound, campaignId, account, cumulative }));
    }
    expect(await getCampaignClaim(api, { ...bound, root, account: at(5) })).toBeUndefined();
    const answer = await fetch(`${service.url}/v1/campaigns/trees/${root}`);
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it("publishes the same tree again, in any order, and nothing changes", async () => {
    const { campaignId, leaves, root } = treeOf(2n, 5);
    const body = (list: typeof leaves) => ({
      campaignId: `${campaignId}`,
      root,
      leaves: list.map(({ account, cumulative }) => ({ account, cumulative: `${cumulative}` })),
    });
    const first = await operator.json("POST", "/v1/campaigns/trees", body(leaves));
    expect(first.status).toBe(201);
    const again = await operator.json("POST", "/v1/campaigns/trees", body(leaves.toReversed()));
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(await first.json());
  });

  it.each([
    ["an amount", (leaf: { cumulative: bigint }) => ({ cumulative: leaf.cumulative + 1n })],
    ["an account", () => ({ account: at(77) })],
  ])("is refused a tree with %s other than its root says", async (_, change) => {
    const { campaignId, leaves, root } = treeOf(3n, 4);
    const [first, ...rest] = leaves;
    if (first === undefined) throw new Error("there are leaves");
    const changed = [{ ...first, ...change(first) }, ...rest];
    await expect(
      publishCampaignTree(operator.api, { campaignId, root, leaves: changed }),
    ).rejects.toMatchObject({ status: 422, problem: { code: "tree-refused" } });
    expect((await fetch(`${service.url}/v1/campaigns/trees/${root}`)).status).toBe(404);
  });

  it("is refused the tree of another campaign, and one that is none", async () => {
    const { leaves, root } = treeOf(4n, 4);
    const refused = { status: 422, problem: { code: "tree-refused" } };
    await expect(publishCampaignTree(operator.api, { campaignId: 5n, root, leaves })).rejects.toMatchObject(
      refused,
    );
    const twice = [...leaves, ...leaves.slice(0, 1)];
    await expect(
      publishCampaignTree(operator.api, { campaignId: 4n, root, leaves: twice }),
    ).rejects.toMatchObject(refused);
  });

  it("is refused more leaves than a tree may have, and more bytes", async () => {
    const { campaignId, root } = treeOf(6n, 1);
    const leaf = { account: at(1), cumulative: "1" };
    const many = Array.from({ length: campaignLimits.leaves + 1 }, () => leaf);
    const body = { campaignId: `${campaignId}`, root, leaves: many };
    expect(await problemOf(await operator.json("POST", "/v1/campaigns/trees", body))).toMatchObject({
      code: "invalid-input",
      errors: [{ field: "leaves" }],
    });
    const padded = { ...body, leaves: [leaf], note: "x".repeat(campaignLimits.leaves * 160) };
    expect(await problemOf(await operator.json("POST", "/v1/campaigns/trees", padded))).toMatchObject({
      code: "too-large",
    });
  });

  it("may publish so many leaves a day, and the next day again", async () => {
    const small = await serviceForTest({ environment: { QTI_LEAVES_PER_DAY: "10" } });
    const here = await signIn(small, operatorAccount);
    await publishCampaignTree(here.api, treeOf(7n, 8));
    await expect(publishCampaignTree(here.api, treeOf(8n, 3))).rejects.toMatchObject({
      status: 429,
      problem: { code: "upload-quota", limit: 10 },
    });
    expect((await fetch(`${small.url}/v1/campaigns/trees/${treeOf(8n, 3).root}`)).status).toBe(404);
    // What was published already costs nothing.
    await publishCampaignTree(here.api, treeOf(7n, 8));
    small.clock.advance(25 * 60 * 60_000);
    await publishCampaignTree((await signIn(small, operatorAccount)).api, treeOf(8n, 3));
  });
});

describe("who does not operate rewards", () => {
  it("publishes nothing", async () => {
    const tree = treeOf(9n, 2);
    await expect(publishCampaignTree(anybody.api, tree)).rejects.toMatchObject({
      status: 403,
      problem: { code: "role-required", role: "REWARDS_OPERATOR" },
    });
    // Nobody parses what they send, whatever it is.
    expect(await problemOf(await anybody.json("POST", "/v1/campaigns/trees", { leaves: "?" }))).toMatchObject(
      { code: "role-required" },
    );
    const nobody = new Visitor(service);
    expect((await problemOf(await nobody.json("POST", "/v1/campaigns/trees", {}))).code).toBe(
      "sign-in-required",
    );
  });
});

it("a service that was told of no contracts says so", async () => {
  const blind = await serviceForTest({ environment: { QTI_CONTRACTS: "{}" } });
  const person = await signIn(blind, operatorAccount);
  await expect(publishCampaignTree(person.api, treeOf(10n, 2))).rejects.toMatchObject({
    status: 404,
    problem: { code: "campaigns-disabled" },
  });
});

it("two processes that publish the same tree at once keep it once", async () => {
  const { campaignId, leaves, root } = treeOf(11n, 200);
  const other = await serviceForTest({ environment: { DATABASE_URL: service.config.databaseUrl } });
  const second = await signIn(other, operatorAccount);
  const both = await Promise.all(
    [operator.api, second.api].map((api) => publishCampaignTree(api, { campaignId, root, leaves })),
  );
  expect(both[0]).toEqual(both[1]);
  expect((await getCampaignTree({ url: service.url }, { ...bound, root })).claims).toHaveLength(200);
});
