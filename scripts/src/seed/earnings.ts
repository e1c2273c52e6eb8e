import {
  activateCampaignSync,
  bindReferralSync,
  claimCampaignSync,
  claimTapsSync,
  createCampaignSync,
  encodeMetadata,
  exchangePointsSync,
  fundCampaignSync,
  getTapTally,
  nextCampaignId,
  previewExchange,
  proposeCampaignRootSync,
  redeemItemSync,
  setStoreItemSync,
  tapVoucherTypedData,
} from "@qti/sdk";
import {
  buildCampaignTree,
  type CampaignTree,
  campaignClaimOf,
  campaignRule,
  publishCampaignTree,
} from "@qti/sdk/rewards/campaigns";
import { uploadStoreCodes } from "@qti/sdk/rewards/store";
import { signedInApi } from "@qti/service/apiSession";
import { keccak256, stringToHex } from "viem";
import { DeploymentError } from "../errors.ts";
import { addressOf, type Cast } from "./cast.ts";
import { newcomers, type PersonName, people } from "./people.ts";

const unit = 10n ** 18n;
/** Points have six decimals. */
const point = 1_000_000n;
const day = 86_400;

/** What can be had for points in the demo. */
const items = [
  {
    name: "Coffee for two",
    description: "A code for two coffees at any café of the Kiosk chain. Valid for a year.",
    price: 180n,
    stock: 120n,
    limit: 4,
  },
  {
    name: "Film evening",
    description: "One ticket for any film at the Rialto cinemas, any day of the week.",
    price: 420n,
    stock: 40n,
    limit: 2,
  },
  {
    name: "Day on the river",
    description: "A canoe for two persons for one day on the Amstel, April to October.",
    price: 1_150n,
    stock: 8n,
    limit: 1,
  },
  {
    name: "Print of Harbour 7",
    description: "A numbered print, 40 by 50 cm, of the warehouse as it was in 1911. Post is included.",
    price: 2_400n,
    stock: 0n,
    limit: 1,
  },
] as const;

/** What the demo's campaign pays, in whole QTI, in its first tree and in the second that adds to it. */
const thanks: readonly (readonly [PersonName, first: bigint, second: bigint])[] = [
  ["ada", 400n, 520n],
  ["ben", 220n, 300n],
  ["cleo", 180n, 180n],
  ["dana", 640n, 900n],
  ["farid", 0n, 90n],
  ["grace", 0n, 260n],
];

/** A code of the demo: worth nothing anywhere. */
const codeOf = (name: string, number: number): string =>
  `DEMO-${keccak256(stringToHex(`${name} ${number}`))
    .slice(2, 14)
    .toUpperCase()}`;

/** How people earn and spend in the demo's month. Points are whole. */
export type EarningScene =
  | { readonly kind: "openStore" }
  | {
      readonly kind: "bind";
      readonly newcomer: PersonName | keyof typeof newcomers;
      readonly referrer: PersonName;
    }
  | { readonly kind: "tap"; readonly who: PersonName; readonly points: bigint }
  | { readonly kind: "exchangePoints"; readonly who: PersonName; readonly points: bigint }
  | { readonly kind: "redeemItem"; readonly who: PersonName; readonly item: number }
  | { readonly kind: "thank" | "thankMore" | "activateThanks" }
  | { readonly kind: "claimThanks"; readonly who: PersonName };

/** Points, referrals, the store and a campaign as the demo's people use them. */
export class DemoEarnings {
  private readonly cast: Cast;
  private campaignId: bigint | undefined;
  /** The newest last. */
  private readonly trees: CampaignTree[] = [];

  constructor(cast: Cast) {
    this.cast = cast;
  }

  async play(scene: EarningScene, now: number): Promise<void> {
    const { cast } = this;
    switch (scene.kind) {
      case "openStore":
        return this.openStore();
      case "bind": {
        const referrer = cast.person(people[scene.referrer]).account.address;
        const newcomer = { ...people, ...newcomers }[scene.newcomer];
        await cast.endow(newcomer);
        await bindReferralSync(cast.person(newcomer), { referrer });
        return;
      }
      case "tap":
        return this.tap(scene.who, scene.points * point, now);
      case "exchangePoints": {
        const client = cast.person(people[scene.who]);
        const points = scene.points * point;
        await exchangePointsSync(client, { points, minQti: await previewExchange(client, { points }) });
        return;
      }
      case "redeemItem": {
        const item = items[scene.item];
        if (item === undefined) throw new DeploymentError(`The demo's store has no item ${scene.item}.`);
        const client = cast.person(people[scene.who]);
        await redeemItemSync(client, { itemId: BigInt(scene.item), maxPoints: item.price * point });
        return;
      }
      case "thank":
        return this.thank(now);
      case "thankMore":
        return this.propose(2);
      case "activateThanks":
        await activateCampaignSync(cast.desk("rewardsOperator"), { campaignId: this.campaign() });
        return;
      case "claimThanks":
        return this.claim(scene.who);
    }
  }

  /** Gives the service what it needs of the operator: the lists of the campaign, and codes for what was and will be had. */
  async publish(url: string): Promise<void> {
    const operator = this.cast.desk("rewardsOperator").account;
    const api = signedInApi(url, operator, "The demo's operator publishes lists and codes.");
    const campaignId = this.campaign();
    for (const { root, claims } of this.trees) {
      const leaves = claims.map(({ account, cumulative }) => ({ account, cumulative }));
      await publishCampaignTree(api, { campaignId, root, leaves });
    }
    for (const [index, { name, stock }] of items.entries()) {
      const codes = Array.from({ length: Math.min(Number(stock), 40) }, (_, number) => codeOf(name, number));
      if (codes.length > 0) await uploadStoreCodes(api, { itemId: BigInt(index), codes });
    }
  }

  private async openStore(): Promise<void> {
    const client = this.cast.desk("rewardsOperator");
    for (const [index, { name, description, price, stock, limit }] of items.entries()) {
      const uri = encodeMetadata({ name, description });
      await setStoreItemSync(client, { itemId: BigInt(index), price: price * point, stock, limit, uri });
    }
  }

  /** The oracle's voucher for so many points more than were claimed, submitted by whom they are for. */
  private async tap(who: PersonName, points: bigint, now: number): Promise<void> {
    const client = this.cast.person(people[who]);
    const account = client.account.address;
    const { sequence, total } = await getTapTally(client, { account });
    const voucher = {
      account,
      earned: total + points,
      sequence: BigInt(sequence) + 1n,
      deadline: BigInt(now + day),
    };
    const tapRewards = addressOf(this.cast, "tapRewards");
    const signature = await this.cast
      .desk("tapOracle")
      .signTypedData(tapVoucherTypedData({ chainId: this.cast.chain.id, tapRewards, voucher }));
    await claimTapsSync(client, { voucher, signature });
  }

  private async thank(now: number): Promise<void> {
    const client = this.cast.desk("rewardsOperator");
    const campaignId = await nextCampaignId(client);
    const uri = encodeMetadata({
      name: "Thank you, first stakers",
      description: "QTI for those who staked in the first week and kept it staked.",
    });
    await createCampaignSync(client, { endsAt: now + 180 * day, uri });
    this.campaignId = campaignId;
    // Trees only grow, so the last one is what all of them need.
    const most = thanks.reduce((sum, [, , last]) => sum + last, 0n);
    await fundCampaignSync(client, { campaignId, amount: most * unit });
    await this.propose(1);
  }

  private async propose(column: 1 | 2): Promise<void> {
    const { cast } = this;
    const campaignId = this.campaign();
    const tree = buildCampaignTree({
      chainId: cast.chain.id,
      distributor: addressOf(cast, "merkleDistributor"),
      campaignId,
      leaves: thanks
        .filter((row) => row[column] > 0n)
        .map((row) => ({
          account: cast.person(people[row[0]]).account.address,
          cumulative: row[column] * unit,
        })),
    });
    const { root, total } = tree;
    await proposeCampaignRootSync(cast.desk("rewardsOperator"), {
      campaignId,
      root,
      total,
      uri: campaignRule,
    });
    this.trees.push(tree);
  }

  private async claim(who: PersonName): Promise<void> {
    const client = this.cast.person(people[who]);
    const account = client.account.address;
    const first = this.trees[0];
    const claim = first && campaignClaimOf(first, account);
    if (claim === undefined) throw new DeploymentError(`The demo's campaign has nothing for ${who}.`);
    const { cumulative, proof } = claim;
    await claimCampaignSync(client, { campaignId: this.campaign(), holder: account, cumulative, proof });
  }

  private campaign(): bigint {
    if (this.campaignId === undefined) throw new DeploymentError("The demo's campaign was not created yet.");
    return this.campaignId;
  }
}
