import {
  appraiseSync,
  approveSync,
  borrowSync,
  createMarket,
  createMarketSync,
  type MarketParams,
  predictAsset,
  repayLoanSync,
  scheduleSync,
  setAppraisalTerms,
  setAppraisalTermsSync,
  setFeedAnswerSync,
  supplyCollateralSync,
  supplyToMarketSync,
} from "@qti/sdk";
import type { Address } from "viem";
import { type DemoAssetName, demoAssets, termsOf } from "./assets.ts";
import { addressOf, type Cast } from "./cast.ts";
import { type PersonName, people } from "./people.ts";

const unit = 10n ** 18n;
const dollar = 1_000_000n;
const percent = unit / 100n;
/** As the deployment proposes it, see contracts/ignition/credit.ts. */
const terms = { dailyBps: 200, borrowMaxAge: 90 * 86_400 } as const;
const caps = { supplyCap: 500_000n * dollar, borrowCap: 400_000n * dollar } as const;
/** A cent with the eight decimals of the feed. */
const feedCent = 1_000_000n;
/** A pledge that is worth less would not be worth anybody's gas. */
const dust = 100n * dollar;

/** What is pledged in the markets of the demo, and the loan-to-value from which somebody may liquidate. */
const pledges = {
  harbour: 70n * percent,
  cask: 60n * percent,
  qti: 77n * percent,
} as const satisfies Partial<Record<DemoAssetName | "qti", bigint>>;

/** What is pledged in a market of the demo; the loan is always in dollars. */
export type Pledge = keyof typeof pledges;
const appraised = ["harbour", "cask"] as const satisfies readonly Pledge[];

/** What happens in the demo's lending markets. Amounts are whole dollars, whole shares and whole QTI. */
export type MarketScene =
  /** RISK announces terms of appraisals and markets; 72 hours later it carries out first those, and after the first appraisals these. */
  | { readonly kind: "scheduleMarkets" | "setAppraisalTerms" | "openMarkets" }
  | { readonly kind: "appraise"; readonly asset: (typeof appraised)[number]; readonly dollars: bigint }
  | { readonly kind: "sayQtiPrice"; readonly cents: bigint }
  | {
      readonly kind: "marketLend";
      readonly who: PersonName;
      readonly pledge: Pledge;
      readonly dollars: bigint;
    }
  | {
      readonly kind: "marketBorrow";
      readonly who: PersonName;
      readonly pledge: Pledge;
      /** Pledged on top of what is. */
      readonly units: bigint;
      readonly dollars: bigint;
    }
  | {
      readonly kind: "marketRepay";
      readonly who: PersonName;
      readonly pledge: Pledge;
      readonly dollars: bigint;
    };

/** The lending markets as the demo's people use them. */
export class DemoMarkets {
  private readonly cast: Cast;

  constructor(cast: Cast) {
    this.cast = cast;
  }

  async play(scene: MarketScene): Promise<void> {
    switch (scene.kind) {
      case "scheduleMarkets":
        return this.schedule();
      case "setAppraisalTerms":
        for (const name of appraised)
          await setAppraisalTermsSync(this.risk, { asset: await this.token(name), ...terms });
        return;
      case "openMarkets":
        for (const params of await this.all()) await createMarketSync(this.risk, { params, ...caps });
        return;
      case "appraise": {
        const asset = await this.token(scene.asset);
        await appraiseSync(this.appraiser, { asset, value: scene.dollars * dollar });
        return;
      }
      case "sayQtiPrice":
        await setFeedAnswerSync(this.appraiser, { answer: scene.cents * feedCent });
        return;
      case "marketLend": {
        const client = this.cast.person(people[scene.who]);
        const params = await this.params(scene.pledge);
        const assets = scene.dollars * dollar;
        await approveSync(client, { token: params.loanToken, spender: this.venue, amount: assets });
        await supplyToMarketSync(client, { params, assets });
        return;
      }
      case "marketBorrow": {
        const client = this.cast.person(people[scene.who]);
        const params = await this.params(scene.pledge);
        const amount = scene.units * unit;
        await approveSync(client, { token: params.collateral, spender: this.venue, amount });
        await supplyCollateralSync(client, { params, assets: amount });
        await borrowSync(client, { params, assets: scene.dollars * dollar });
        return;
      }
      case "marketRepay": {
        const client = this.cast.person(people[scene.who]);
        const params = await this.params(scene.pledge);
        const assets = scene.dollars * dollar;
        await approveSync(client, { token: params.loanToken, spender: this.venue, amount: assets });
        await repayLoanSync(client, { params, assets });
      }
    }
  }

  private get venue(): Address {
    return addressOf(this.cast, "lendingMarkets");
  }

  /** The account that appraises, and that sets the feed of the development chain. */
  private get appraiser() {
    return this.cast.desk("rewardsOperator");
  }

  /** The account that opens markets. */
  private get risk() {
    return this.cast.desk("treasurer");
  }

  private async token(pledge: Pledge): Promise<Address> {
    if (pledge === "qti") return addressOf(this.cast, "qtiToken");
    const asset = demoAssets[pledge];
    const client = this.cast.person(people[asset.issuer]);
    return predictAsset(client, { issuer: client.account.address, salt: termsOf(asset, "0x").salt });
  }

  private async params(pledge: Pledge): Promise<MarketParams> {
    return {
      loanToken: addressOf(this.cast, "testDollar"),
      collateral: await this.token(pledge),
      oracle: addressOf(this.cast, pledge === "qti" ? "feedOracle" : "appraisalOracle"),
      rateModel: addressOf(this.cast, "interestRateModel"),
      lltv: pledges[pledge],
      dust,
    };
  }

  private async schedule(): Promise<void> {
    const { address: account } = this.risk.account;
    const appraisalOracle = addressOf(this.cast, "appraisalOracle");
    for (const name of appraised) {
      const asset = await this.token(name);
      const call = setAppraisalTerms.call({ asset, ...terms, appraisalOracle, account });
      await scheduleSync(this.risk, { call });
    }
    for (const params of await this.all()) {
      const call = createMarket.call({ params, ...caps, lendingMarkets: this.venue, account });
      await scheduleSync(this.risk, { call });
    }
  }

  private all(): Promise<MarketParams[]> {
    return Promise.all((Object.keys(pledges) as Pledge[]).map((pledge) => this.params(pledge)));
  }
}

type MarketDay = readonly [day: number, scenes: readonly MarketScene[]];

/**
 * Three markets against shares of a house, casks and QTI. At the end Cleo stands close to her limit, as the house was appraised lower; the
 * casks have fallen below what Hugo and Ben borrowed against theirs. The keeper liquidates Hugo as soon as it runs. Ben's single cask brings
 * less than it asks for, and stays for whoever looks at what is ripe.
 */
export const marketPlot: readonly MarketDay[] = [
  [5.3, [{ kind: "scheduleMarkets" }]],
  [
    8.7,
    [
      { kind: "setAppraisalTerms" },
      { kind: "appraise", asset: "harbour", dollars: 2_400_000n },
      { kind: "appraise", asset: "cask", dollars: 720_000n },
      { kind: "openMarkets" },
    ],
  ],
  [
    9.3,
    [
      { kind: "marketLend", who: "dana", pledge: "harbour", dollars: 30_000n },
      { kind: "marketLend", who: "ada", pledge: "cask", dollars: 16_000n },
      { kind: "marketLend", who: "cleo", pledge: "qti", dollars: 6_000n },
      { kind: "marketBorrow", who: "ben", pledge: "harbour", units: 150n, dollars: 18_000n },
    ],
  ],
  [
    12.4,
    [
      { kind: "marketLend", who: "grace", pledge: "harbour", dollars: 25_000n },
      { kind: "marketBorrow", who: "grace", pledge: "cask", units: 60n, dollars: 7_500n },
      { kind: "marketBorrow", who: "farid", pledge: "qti", units: 2_000n, dollars: 2_100n },
    ],
  ],
  [14.4, [{ kind: "appraise", asset: "harbour", dollars: 2_460_000n }]],
  [
    16.4,
    [
      { kind: "marketBorrow", who: "ada", pledge: "harbour", units: 180n, dollars: 24_000n },
      { kind: "marketBorrow", who: "cleo", pledge: "harbour", units: 30n, dollars: 4_850n },
      { kind: "sayQtiPrice", cents: 204n },
    ],
  ],
  [
    20.7,
    [
      { kind: "marketRepay", who: "ben", pledge: "harbour", dollars: 3_000n },
      { kind: "appraise", asset: "harbour", dollars: 2_430_000n },
    ],
  ],
  [
    23.5,
    [
      { kind: "marketBorrow", who: "hugo", pledge: "cask", units: 38n, dollars: 6_780n },
      { kind: "marketBorrow", who: "ben", pledge: "cask", units: 1n, dollars: 176n },
      { kind: "marketBorrow", who: "ben", pledge: "qti", units: 1_500n, dollars: 2_250n },
    ],
  ],
  [25.5, [{ kind: "sayQtiPrice", cents: 198n }]],
  [
    27.4,
    [
      { kind: "appraise", asset: "cask", dollars: 684_000n },
      { kind: "appraise", asset: "harbour", dollars: 2_375_000n },
    ],
  ],
];
