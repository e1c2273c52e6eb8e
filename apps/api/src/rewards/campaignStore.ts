import type { CampaignClaimJson, CampaignTree, CampaignTreeJson } from "@qti/sdk/rewards/campaigns";
import { and, asc, eq, gt, sum } from "drizzle-orm";
import { type Address, bytesToHex, concatHex, type Hash, hexToBytes } from "viem";
import { lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database } from "../database/client.ts";
import { campaignLeaves, campaignTrees } from "./campaignTables.ts";

const dayMs = 24 * 60 * 60_000;
const hashBytes = 32;
/** Rows of one insert: PostgreSQL bounds the parameters of a statement. */
const rowsAtOnce = 2_000;

type TreeRow = typeof campaignTrees.$inferSelect;

/** What is published. */
export type Publication = { campaignId: bigint; tree: CampaignTree; publisher: Address };

/**
 * Keeps a tree, all of it or nothing. The root commits to every leaf, so whoever published it first, it is the same.
 *
 * @throws {@link ProblemError} `upload-quota` when the account published too many leaves within a day
 */
export async function keepTree(
  db: Database,
  clock: Clock,
  { campaignId, tree: { root, total, claims }, publisher }: Publication,
  leavesPerDay: number,
): Promise<{ row: TreeRow; created: boolean }> {
  const row = { root, campaignId, total, count: claims.length, publisher, createdAt: clock.now() };
  return db.transaction(async (tx) => {
    await lockAccount(tx, publisher);
    const inserted = await tx.insert(campaignTrees).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return { row, created: false };
    const since = new Date(row.createdAt.getTime() - dayMs);
    const [used] = await tx
      .select({ leaves: sum(campaignTrees.count) })
      .from(campaignTrees)
      .where(and(eq(campaignTrees.publisher, publisher), gt(campaignTrees.createdAt, since)));
    if (Number(used?.leaves ?? 0) > leavesPerDay) {
      throw new ProblemError("upload-quota", { extensions: { limit: leavesPerDay } });
    }
    for (let from = 0; from < claims.length; from += rowsAtOnce) {
      await tx.insert(campaignLeaves).values(
        claims.slice(from, from + rowsAtOnce).map(({ account, cumulative, proof }) => ({
          root,
          account: account.toLowerCase(),
          cumulative,
          proof: hexToBytes(concatHex(proof)),
        })),
      );
    }
    return { row, created: true };
  });
}

/** Everything that a root commits to. @throws {@link ProblemError} `not-found` */
export async function readTree(db: Database, root: Hash): Promise<CampaignTreeJson> {
  const [tree] = await db.select().from(campaignTrees).where(eq(campaignTrees.root, root));
  if (tree === undefined) throw new ProblemError("not-found");
  const leaves = await db
    .select({ account: campaignLeaves.account, cumulative: campaignLeaves.cumulative })
    .from(campaignLeaves)
    .where(eq(campaignLeaves.root, root))
    // The database has the C locale: lower-case hex digits stand in the order of the addresses.
    .orderBy(asc(campaignLeaves.account));
  return {
    root,
    campaignId: `${tree.campaignId}`,
    total: `${tree.total}`,
    leaves: leaves.map(({ account, cumulative }) => ({ account, cumulative: `${cumulative}` })),
  };
}

/** What one account claims with; nothing where the tree is not known or the account is not in it. */
export async function readClaim(
  db: Database,
  root: Hash,
  account: string,
): Promise<CampaignClaimJson | undefined> {
  const [leaf] = await db
    .select({
      campaignId: campaignTrees.campaignId,
      cumulative: campaignLeaves.cumulative,
      proof: campaignLeaves.proof,
    })
    .from(campaignLeaves)
    .innerJoin(campaignTrees, eq(campaignTrees.root, campaignLeaves.root))
    .where(and(eq(campaignLeaves.root, root), eq(campaignLeaves.account, account)));
  if (leaf === undefined) return undefined;
  return {
    campaignId: `${leaf.campaignId}`,
    cumulative: `${leaf.cumulative}`,
    proof: Array.from({ length: leaf.proof.length / hashBytes }, (_, place) =>
      bytesToHex(leaf.proof.subarray(place * hashBytes, (place + 1) * hashBytes)),
    ),
  };
}
