import type { IndexedCampaign, IndexedCampaignRoot } from "@qti/sdk/subgraph";

/** Where a campaign stands at a moment. */
export type CampaignState = "empty" | "open" | "over" | "closed";

/** The tone of each state; its word is a message of its name. */
export const campaignTones = {
  empty: "plain",
  open: "gain",
  over: "warn",
  closed: "plain",
} as const satisfies { [state in CampaignState]: string };

/** Where a campaign stands at a moment, in Unix seconds. */
export function campaignState(
  { closed, endsAt, root }: Pick<IndexedCampaign, "closed" | "endsAt" | "root">,
  now: number,
): CampaignState {
  if (closed) return "closed";
  if (now >= Number(endsAt)) return "over";
  return root === undefined ? "empty" : "open";
}

/** Where a list of a campaign stands at a moment. */
export type RootState =
  /** Anybody can recompute it until `readyAt`. */
  | { state: "waiting"; readyAt: number }
  /** Anybody may activate it. */
  | { state: "ready" }
  | { state: "active" | "replaced" | "vetoed" };

/** Where a list stands at a moment, in Unix seconds; `active` is the root that the campaign pays by. */
export function rootState(
  root: Pick<IndexedCampaignRoot, "root" | "state" | "readyAt">,
  active: string | undefined,
  now: number,
): RootState {
  switch (root.state) {
    case "PENDING":
      return now < Number(root.readyAt)
        ? { state: "waiting", readyAt: Number(root.readyAt) }
        : { state: "ready" };
    case "VETOED":
      return { state: "vetoed" };
    case "ACTIVE":
      return { state: root.root === active ? "active" : "replaced" };
  }
}
