import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { accountSchema } from "@qti/sdk/records/wire";
import {
  type CampaignTree,
  campaignClaimSchema,
  campaignLimits,
  campaignRootSchema,
  campaignTreeSchema,
  type PublishTreeBody,
  publishedTreeSchema,
  publishTreeBodySchema,
} from "@qti/sdk/rewards/campaigns";
import type { MiddlewareHandler } from "hono";
import type { Address } from "viem";
import type { ChainClient } from "../core/chain.ts";
import type { AppEnv, Clock } from "../core/context.ts";
import { jsonBody } from "../core/jsonBody.ts";
import { inJson, problemAnswers, sessionSecurity } from "../core/openapi.ts";
import { ProblemError } from "../core/problem.ts";
import { refuseInvalid } from "../core/validation.ts";
import type { Database } from "../database/client.ts";
import { assertAbility } from "../identity/assertAbility.ts";
import { requireSession } from "../identity/sessionCookie.ts";
import { keepTree, readClaim, readTree } from "./campaignStore.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** A leaf is at most 130 bytes of JSON. */
const bodyLimit = campaignLimits.leaves * 160;

/** What is found by its hash may be kept by everybody. */
const unchanging = "public, max-age=31536000, immutable";

const publishedContent = {
  "application/json": { schema: inJson(publishedTreeSchema.meta({ id: "PublishedTree" })) },
};

const publishRoute = createRoute({
  method: "post",
  path: "/v1/campaigns/trees",
  tags: ["rewards"],
  summary: "Publish the leaves of a campaign's root",
  description: `For accounts that hold REWARDS_OPERATOR. The root is computed again by the rule qti:campaign/v1, and a tree that gives another is refused. A published tree is found by its root and never changes; publishing it again answers as the first time. At most ${campaignLimits.leaves} leaves.`,
  security: sessionSecurity,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: publishTreeBodySchema.meta({ id: "PublishTree" }) } },
    },
  },
  responses: {
    200: { description: "It was published before.", content: publishedContent },
    201: { description: "It is published.", content: publishedContent },
    ...problemAnswers(
      "sign-in-required",
      "origin-refused",
      "role-required",
      "step-up-needed",
      "invalid-input",
      "tree-refused",
      "upload-quota",
      "campaigns-disabled",
      "too-large",
      "unsupported-media-type",
      "chain-unreachable",
    ),
  },
});

const treeRoute = createRoute({
  method: "get",
  path: "/v1/campaigns/trees/{root}",
  tags: ["rewards"],
  summary: "Everything that a campaign's root commits to",
  description:
    "Ascending by account. Whoever computes the root of it again knows whether the operator is honest.",
  request: { params: z.object({ root: campaignRootSchema }) },
  responses: {
    200: {
      description: "The tree.",
      content: { "application/json": { schema: inJson(campaignTreeSchema.meta({ id: "CampaignTree" })) } },
    },
    ...problemAnswers("invalid-input"),
  },
});

const claimRoute = createRoute({
  method: "get",
  path: "/v1/campaigns/trees/{root}/{account}",
  tags: ["rewards"],
  summary: "What an account claims with",
  request: { params: z.object({ root: campaignRootSchema, account: accountSchema }) },
  responses: {
    200: {
      description: "What it gets in all, and the proof.",
      content: { "application/json": { schema: inJson(campaignClaimSchema.meta({ id: "CampaignClaim" })) } },
    },
    // Most people are in no tree: that is an answer, and no error for a browser to tell of.
    204: { description: "The tree is not known, or the account is not in it." },
    ...problemAnswers("invalid-input"),
  },
});

/** Where the contracts are that decide about campaigns. */
export type CampaignContracts = { accessManager: Address; merkleDistributor: Address };

export type CampaignRouteDeps = {
  db: Database;
  chain: ChainClient;
  clock: Clock;
  /** Absent where the contracts are not known; then nothing can be published. */
  contracts: CampaignContracts | undefined;
  /** Leaves that one account may publish within a day. */
  leavesPerDay: number;
};

/** Trees of campaigns: published by operators, read by everybody. */
export function campaignRoutes(deps: CampaignRouteDeps): OpenAPIHono<AppEnv> {
  const { db, chain, clock, contracts, leavesPerDay } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const builder = new TreeBuilder();
  const open = () => {
    if (contracts === undefined) throw new ProblemError("campaigns-disabled");
    return contracts;
  };
  /** Before the body is read: thousands of leaves of somebody who may not publish them are not parsed. */
  const mayPublish: MiddlewareHandler<AppEnv> = async (c, next) => {
    requireSession(c);
    open();
    await assertAbility(c, "create", "CampaignTree");
    await next();
  };

  app.openapi({ ...publishRoute, middleware: [mayPublish, jsonBody(bodyLimit)] }, async (c) => {
    const { account: publisher } = requireSession(c);
    const body = c.req.valid("json");
    const tree = await build(open().merkleDistributor, body);
    const publication = { campaignId: body.campaignId, tree, publisher };
    const { row, created } = await keepTree(db, clock, publication, leavesPerDay);
    return created ? c.json(wireOf(row), 201) : c.json(wireOf(row), 200);
  });

  app.openapi(treeRoute, async (c) => {
    const tree = await readTree(db, c.req.valid("param").root);
    c.header("cache-control", unchanging);
    return c.json(tree, 200);
  });

  app.openapi(claimRoute, async (c) => {
    const { root, account } = c.req.valid("param");
    const claim = await readClaim(db, root, account);
    // Nothing to keep: the tree may yet be published.
    if (claim === undefined) return c.body(null, 204);
    c.header("cache-control", unchanging);
    return c.json(claim, 200);
  });

  return app;

  /** @throws {@link ProblemError} `tree-refused` when the leaves make none, or one with another root */
  async function build(distributor: Address, body: PublishTreeBody): Promise<CampaignTree> {
    const { campaignId, leaves, root } = body;
    const built = await builder.build({ chainId: chain.chain.id, distributor, campaignId, leaves });
    if ("refusal" in built) throw new ProblemError("tree-refused", { detail: built.refusal });
    if (built.tree.root === root) return built.tree;
    throw new ProblemError("tree-refused", { extensions: { root: built.tree.root } });
  }
}

function wireOf({ root, campaignId, total, count }: PublishedRow) {
  return { root: root as `0x${string}`, campaignId: `${campaignId}`, total: `${total}`, count };
}

type PublishedRow = { root: string; campaignId: bigint; total: bigint; count: number };
