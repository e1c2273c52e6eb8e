/** Parts of the app that data about a person belong to. */
export const dataGroups = ["signIn", "identity", "records", "exchange", "rewards", "loans", "other"] as const;
export type DataGroup = (typeof dataGroups)[number];

const groupOf: { readonly [table: string]: DataGroup } = {
  passkey_challenges: "signIn",
  sessions: "signIn",
  passkeys: "signIn",
  totp_secrets: "signIn",
  recovery_codes: "signIn",
  factor_tries: "signIn",
  attested_people: "identity",
  published_keys: "records",
  records: "records",
  blob_holders: "records",
  wallet_shares: "records",
  orders: "exchange",
  order_events: "exchange",
  campaign_trees: "rewards",
  campaign_leaves: "rewards",
  store_codes: "rewards",
  store_orders: "rewards",
  tap_names: "rewards",
  tap_days: "rewards",
  tap_batches: "rewards",
  tap_sessions: "rewards",
  tap_people: "rewards",
  referral_codes: "rewards",
  relays: "rewards",
  credit_incomes: "loans",
  credit_applications: "loans",
};

/** Rows of a service's tables by the part of the app that they belong to, without what there is nothing of. */
export function groupData<item extends { table: string; rows: number }>(
  items: readonly item[],
): { group: DataGroup; items: item[]; rows: number }[] {
  return dataGroups
    .map((group) => {
      const own = items.filter(({ table, rows }) => rows > 0 && (groupOf[table] ?? "other") === group);
      return { group, items: own, rows: own.reduce((sum, { rows }) => sum + rows, 0) };
    })
    .filter(({ items: own }) => own.length > 0);
}
