import {
  createCampaign,
  decodeMetadata,
  encodeMetadata,
  extendCampaign,
  fundCampaign,
  getContracts,
  proposeCampaignRoot,
  type Quota,
  setStoreItem,
} from "@qti/sdk";
import { buildCampaignTree, type CampaignTree, publishCampaignTree } from "@qti/sdk/rewards/campaigns";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { exactTime, longDay } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import type { BuiltList } from "@/lib/operator/build-list";
import { listWait } from "@/lib/operator/compare-lists";
import { signInSteps } from "@/lib/session/sign-in-step";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import "@/lib/no-eval";

const qti = (value: bigint, t: Translator) => `${formatAmount(value, { decimals: 18, maximum: 4 }, t)} QTI`;
const points = (value: bigint, t: Translator) =>
  t("store.items.price", { points: formatAmount(value, { decimals: 6, maximum: 2 }, t) });

/** Opens a campaign. */
export function createCampaignFlow(
  { name, description, endsAt }: { name: string; description: string; endsAt: number },
  t: Translator,
): Flow {
  const parameters = { endsAt, uri: encodeMetadata({ name, description }) };
  return {
    title: t("operator.create.flow", { name }),
    verb: t("operator.create.verb"),
    changes: [
      { label: t("operator.create.name"), value: name },
      ...(description === "" ? [] : [{ label: t("operator.create.description"), value: description }]),
      { label: t("operator.end.label"), value: longDay(endsAt, t) },
      { label: t("operator.create.money"), value: t("operator.create.moneyText") },
    ],
    risk: t("operator.create.risk"),
    plan: async () => [
      writeStep({ id: "create", title: t("operator.create.verb") }, createCampaign, () => parameters),
    ],
    estimateGas: ({ account, client }) => createCampaign.estimateGas(client, { ...parameters, account }),
    done: t("operator.create.done", { name }),
  };
}

type Campaign = { campaignId: bigint; name: string; funded: bigint; endsAt: bigint };

/** Puts QTI of the treasury into a campaign. */
export function fundCampaignFlow(
  { campaignId, name, funded }: Campaign,
  { amount, budget }: { amount: bigint; budget: Quota | undefined },
  t: Translator,
): Flow {
  const parameters = { campaignId, amount };
  return {
    title: t("operator.fund.flow", { amount: qti(amount, t), name }),
    verb: t("operator.fund.verb"),
    changes: [
      { label: t("operator.fund.inCampaign"), before: qti(funded, t), value: qti(funded + amount, t) },
      ...(budget
        ? [
            {
              label: t("operator.fund.budgetLeft"),
              before: qti(budget.left, t),
              value: qti(budget.left > amount ? budget.left - amount : 0n, t),
            },
          ]
        : []),
    ],
    risk: t("operator.fund.risk"),
    plan: async () => [
      writeStep({ id: "fund", title: t("operator.fund.verb") }, fundCampaign, () => parameters),
    ],
    estimateGas: ({ account, client }) => fundCampaign.estimateGas(client, { ...parameters, account }),
    done: t("operator.fund.done", { amount: qti(amount, t), name }),
  };
}

/** Lets a campaign end later. */
export function extendCampaignFlow(
  { campaignId, name, endsAt: before }: Campaign,
  endsAt: number,
  t: Translator,
): Flow {
  const parameters = { campaignId, endsAt };
  return {
    title: t("operator.extend.flow", { name }),
    verb: t("operator.extend.verb"),
    changes: [
      { label: t("operator.end.label"), before: longDay(Number(before), t), value: longDay(endsAt, t) },
    ],
    risk: t("operator.extend.risk"),
    plan: async () => [
      writeStep({ id: "extend", title: t("operator.extend.verb") }, extendCampaign, () => parameters),
    ],
    estimateGas: ({ account, client }) => extendCampaign.estimateGas(client, { ...parameters, account }),
    done: t("operator.extend.done", { name, day: longDay(endsAt, t) }),
  };
}

/** Publishes a list, and proposes its root. */
export function proposeListFlow(
  { campaignId, name, funded }: Campaign,
  list: BuiltList,
  {
    apiUrl,
    chainId,
    now,
    onSession,
    onConfirmed,
  }: { apiUrl: string; chainId: number; now: number; onSession: () => void; onConfirmed: () => void },
  t: Translator,
): Flow {
  const { people, total, added, falling } = list.comparison;
  let tree: CampaignTree | undefined;
  const ready = () => {
    if (!tree) throw new TreeMissingError();
    return { campaignId, root: tree.root, total: tree.total, uri: list.uri };
  };
  return {
    title: t("operator.propose.flow", { name }),
    verb: t("operator.propose.verb"),
    changes: [
      {
        label: t("operator.propose.who"),
        value: t("operator.propose.people", { count: people, n: formatCount(people, t) }),
      },
      { label: t("operator.propose.total"), before: qti(total - added, t), value: qti(total, t) },
      { label: t("operator.propose.funded"), value: qti(funded, t) },
      {
        label: t("operator.propose.recompute"),
        value:
          list.block === undefined
            ? t("operator.propose.byLines")
            : t("operator.propose.byQuery", { block: String(list.block) }),
      },
      {
        label: t("operator.propose.counts"),
        value: t("operator.propose.countsText", { time: exactTime(now + listWait, t) }),
      },
    ],
    risk:
      falling.length > 0
        ? t("operator.propose.riskFalling", {
            count: falling.length,
            n: formatCount(falling.length, t),
          })
        : t("operator.propose.risk"),
    plan: async ({ account, client }) => {
      const { merkleDistributor: distributor } = await getContracts(client, { names: ["merkleDistributor"] });
      return [
        ...(await signInSteps(apiUrl, account, onSession, t)),
        {
          id: "publish",
          kind: "task",
          title: t("operator.propose.publish"),
          run: async () => {
            tree ??= buildCampaignTree({ chainId, distributor, campaignId, leaves: list.leaves });
            await publishCampaignTree({ url: apiUrl }, { campaignId, root: tree.root, leaves: list.leaves });
          },
        },
        writeStep({ id: "propose", title: t("operator.propose.root") }, proposeCampaignRoot, ready),
      ];
    },
    done: t("operator.propose.done"),
    doneLink: () => ({ href: "/rewards/campaigns", title: t("operator.propose.link") }),
    onConfirmed,
  };
}

/** The steps ran in another order than planned: a root is proposed before its tree was made. */
export class TreeMissingError extends Error {
  override readonly name = "TreeMissingError";
}

/** An item as it stands on the chain, and what it is called. */
export type ItemNow = {
  itemId: bigint;
  name: string;
  description: string;
  price: bigint;
  stock: bigint;
  limit: bigint;
  uri: string;
};

/** What an item shall be. Points with 6 decimals; a limit of 0 is none. */
export type ItemTerms = { name: string; description: string; price: bigint; stock: bigint; limit: number };

/** Puts an item into the store, or changes one. */
export function itemFlow(
  { itemId, before, terms }: { itemId: bigint; before: ItemNow | undefined; terms: ItemTerms },
  t: Translator,
): Flow {
  const { name, description, price, stock, limit } = terms;
  const parameters = { itemId, price, stock, limit, uri: uriOf(before, terms) };
  const offSale = before !== undefined && before.stock > 0n && stock === 0n;
  const limitWords = (most: bigint) => (most === 0n ? t("operator.item.noLimit") : formatCount(most, t));
  const change = (label: string, was: string | undefined, value: string) =>
    was === undefined || was === value ? { label, value } : { label, before: was, value };
  const title = before === undefined ? "add" : offSale ? "take" : "change";
  return {
    title: t(`operator.item.flow.${title}`, { name }),
    verb: t(`operator.item.verb.${title}`),
    changes: [
      change(t("operator.item.name"), before?.name, name),
      ...(description === (before?.description ?? "")
        ? []
        : [{ label: t("operator.item.description"), value: description }]),
      change(t("operator.item.price"), before && points(before.price, t), points(price, t)),
      change(t("operator.item.stock"), before && formatCount(before.stock, t), formatCount(stock, t)),
      change(t("operator.item.limit"), before && limitWords(before.limit), limitWords(BigInt(limit))),
    ],
    risk: t("operator.item.risk"),
    plan: async () => [
      writeStep({ id: "item", title: t(`operator.item.verb.${title}`) }, setStoreItem, () => parameters),
    ],
    estimateGas: ({ account, client }) => setStoreItem.estimateGas(client, { ...parameters, account }),
    done: t("operator.item.done", { name }),
  };
}

/** What the chain is to hold of the description; what this desk has no field for stays. */
function uriOf(before: ItemNow | undefined, { name, description }: ItemTerms): string {
  if (before && before.name === name && before.description === description) return before.uri;
  const read = before && decodeMetadata(before.uri);
  return encodeMetadata({ ...(read?.ok ? read.metadata : {}), name, description });
}
