import {
  approveSync,
  depositSync,
  enrolIssuerSync,
  matureSync,
  openRedemptionSync,
  predictAsset,
  redeemSharesSync,
  revokeSync,
  setFrozenTokensSync,
  stateValuationSync,
  tokenizeAndActivateSync,
  tokenizeSync,
  transferSync,
  updateDocumentsSync,
  withdrawSync,
} from "@qti/sdk";
import { maxUint256 } from "viem";
import { DeploymentError } from "../errors.ts";
import { daysOfHistory } from "../parts/chain.ts";
import type { StackAddresses } from "../stack/addresses.ts";
import { type DemoAsset, type DemoAssetName, demoAssets, termsOf } from "./assets.ts";
import { addressOf, type Cast, createCast, equipLiquidator, fund, verify } from "./cast.ts";
import { type Clock, takeClock } from "./clock.ts";
import { DemoCredit } from "./credit.ts";
import { DemoPapers } from "./documents.ts";
import { DemoEarnings } from "./earnings.ts";
import { DemoExchange } from "./exchange.ts";
import { activateIncome, claimIncome, type Payment, payIncome } from "./income.ts";
import { offers } from "./market.ts";
import { DemoMarkets } from "./markets.ts";
import { admitOfficer, announceOfficer } from "./officer.ts";
import { people } from "./people.ts";
import { DemoPositions, playRewards } from "./positions.ts";
import { completeTheRecovery, proposeTheRecovery, scheduleRecovery } from "./recovery.ts";
import { type Scene, story } from "./story.ts";

/** The stack that gets demo data, and where to say what was made. */
export interface SeedTarget extends StackAddresses {
  /** Folder for the papers of the demo's issuers; they are not kept when left out. */
  readonly papers?: string;
  report(message: string): void;
}

/** A chain that began when parts/chain.ts lets it begin is so much older than the month that most of the story takes. */
const daysBeforeTheMonth = daysOfHistory - 30;

const unit = 10n ** 18n;
const micro = 1_000_000n;

type MarketKind =
  | "trade"
  | "leaveWeekly"
  | "fillWeekly"
  | "payIncome"
  | "activateIncome"
  | "claimIncome"
  | "mature"
  | "openRedemption"
  | "redeem";

/** What lasts from one scene to the next. */
interface Stage {
  readonly cast: Cast;
  readonly clock: Clock;
  readonly exchange: DemoExchange;
  readonly payments: Map<DemoAssetName, Payment>;
  readonly papers: DemoPapers;
  readonly positions: DemoPositions;
  readonly earnings: DemoEarnings;
  readonly credit: DemoCredit;
  readonly markets: DemoMarkets;
}

/**
 * Plays a month of people tokenizing, transferring, trading and staking, and three of people borrowing, through the SDK and under the real delays, and brings
 * the chain's clock from its genesis to the present; then fills the book of a stack that keeps one. Nothing in it is random
 * but the salts of documents and orders.
 */
export async function seed(stack: SeedTarget): Promise<void> {
  if (stack.rpc === undefined) return;
  const clock = await takeClock(stack.rpc);
  if (stack.contracts === undefined) return clock.toPresent();
  const cast = createCast(stack.rpc, stack.contracts);
  const stage: Stage = {
    cast,
    clock,
    exchange: new DemoExchange(cast),
    payments: new Map(),
    papers: new DemoPapers(cast.chain.id, stack.papers),
    positions: new DemoPositions(cast),
    earnings: new DemoEarnings(cast),
    credit: new DemoCredit(cast),
    markets: new DemoMarkets(cast),
  };
  await equipLiquidator(cast, await clock.now());
  for (const [day, scenes] of story) {
    await clock.toDay(daysBeforeTheMonth + day);
    for (const scene of scenes) {
      await play(scene, stage);
      await clock.skip(1_380);
    }
  }
  await clock.toPresent();
  if (stack.api !== undefined) {
    await openBook(stack.api, stage);
    await stage.earnings.publish(stack.api);
  }
  stack.report(
    `${Object.keys(people).length} people, ${Object.keys(demoAssets).length} assets, a month of history`,
  );
}

/** The stack's own book takes the orders that are left. */
async function openBook(api: string, { cast, clock, exchange }: Stage): Promise<void> {
  const placed = await Promise.all(
    offers.map(async (offer) => ({ ...offer, address: await assetAddress(cast, demoAssets[offer.asset]) })),
  );
  await exchange.openBook(api, placed, await clock.now());
}

async function play(scene: Scene, stage: Stage): Promise<void> {
  const { cast, clock } = stage;
  switch (scene.kind) {
    case "verify":
      await verify(cast, people[scene.who], await clock.now());
      return fund(cast, people[scene.who], scene.qti);
    case "enrol":
      await enrolIssuerSync(cast.person(people[scene.who]));
      return;
    case "tokenize":
      return tokenize(stage, demoAssets[scene.asset]);
    case "transfer": {
      const to = cast.person(people[scene.to]).account.address;
      const asset = await assetAddress(cast, demoAssets[scene.asset]);
      await transferSync(cast.person(people[scene.from]), { asset, to, amount: scene.shares * unit });
      return;
    }
    case "stake": {
      const client = cast.person(people[scene.who]);
      const spender = addressOf(cast, "stakingVault");
      await approveSync(client, { token: addressOf(cast, "qtiToken"), spender, amount: maxUint256 });
      await depositSync(client, { assets: scene.qti * unit });
      return;
    }
    case "unstake":
      await withdrawSync(cast.person(people[scene.who]), { assets: scene.qti * unit });
      return;
    case "scheduleRewards":
    case "payRewards":
      return playRewards(cast, scene);
    case "lock":
    case "lockMore":
    case "leaveLock":
    case "claimReward":
      return stage.positions.play(scene);
    case "openStore":
    case "bind":
    case "tap":
    case "exchangePoints":
    case "redeemItem":
    case "thank":
    case "thankMore":
    case "activateThanks":
    case "claimThanks":
      return stage.earnings.play(scene, await clock.now());
    case "admitBorrower":
    case "lend":
    case "underwrite":
    case "draw":
    case "repay":
    case "repayDue":
    case "inviteVoucher":
    case "vouchFor":
    case "leaveSenior":
    case "leaveFirstLoss":
    case "serveQueue":
      return stage.credit.play(scene, await clock.now());
    case "scheduleMarkets":
    case "setAppraisalTerms":
    case "openMarkets":
    case "appraise":
    case "sayQtiPrice":
    case "marketLend":
    case "marketBorrow":
    case "marketRepay":
      return stage.markets.play(scene);
    case "value": {
      const asset = demoAssets[scene.asset];
      const address = await assetAddress(cast, asset);
      await stateValuationSync(issuerOf(cast, asset), { asset: address, valuation: scene.dollars * micro });
      return;
    }
    case "documents": {
      const asset = demoAssets[scene.asset];
      const address = await assetAddress(cast, asset);
      const root = await stage.papers.add(asset, address, "Report of the trustee");
      await updateDocumentsSync(issuerOf(cast, asset), { asset: address, root });
      return;
    }
    case "freezeShares": {
      const holder = cast.person(people[scene.who]).account.address;
      const asset = await assetAddress(cast, demoAssets[scene.asset]);
      await setFrozenTokensSync(cast.desk("complianceDesk"), { asset, holder, amount: scene.shares * unit });
      return;
    }
    case "revoke": {
      const subject = cast.person(people[scene.who]).account.address;
      await revokeSync(cast.desk("complianceDesk"), { subject });
      return;
    }
    case "announceOfficer":
      return announceOfficer(cast);
    case "admitOfficer":
      return admitOfficer(cast);
    case "scheduleRecovery":
      return scheduleRecovery(cast, scene.who);
    case "proposeRecovery":
      return proposeTheRecovery(cast, scene.who);
    case "completeRecovery": {
      const assets = scene.assets.map((asset) => assetAddress(cast, demoAssets[asset]));
      return completeTheRecovery(cast, scene.who, await Promise.all(assets));
    }
    default:
      return playMarket(scene, stage);
  }
}

/** What is done with the money of an asset: trades, its income, its end. */
async function playMarket(
  scene: Extract<Scene, { kind: MarketKind }>,
  { cast, clock, exchange, payments }: Stage,
): Promise<void> {
  const asset = demoAssets[scene.asset];
  const address = await assetAddress(cast, asset);
  const place = async () => ({ address, now: await clock.now() });
  switch (scene.kind) {
    case "trade":
      return exchange.trade(scene.trade, await place());
    case "leaveWeekly":
      return exchange.leaveWeekly(scene.order, await place());
    case "fillWeekly":
      return exchange.fillWeekly(scene.seller, await place());
    case "payIncome":
      payments.set(scene.asset, await payIncome(cast, address, asset.issuer, scene.dollars * micro));
      return;
    case "activateIncome":
    case "claimIncome": {
      const payment = payments.get(scene.asset);
      if (payment === undefined) throw new DeploymentError(`The demo pays no income on ${asset.name}.`);
      return scene.kind === "claimIncome"
        ? claimIncome(cast, payment, scene.who)
        : activateIncome(cast, payment);
    }
    case "mature":
      await matureSync(issuerOf(cast, asset), { asset: address });
      return;
    case "openRedemption": {
      const client = issuerOf(cast, asset);
      const [money, amount] = [addressOf(cast, "testDollar"), scene.dollars * micro];
      await approveSync(client, { token: money, spender: addressOf(cast, "assetRedemption"), amount });
      await openRedemptionSync(client, { asset: address, money, amount });
      return;
    }
    case "redeem": {
      const shares = scene.shares * unit;
      await redeemSharesSync(cast.person(people[scene.who]), { asset: address, shares, minAmount: 0n });
    }
  }
}

async function tokenize({ cast, papers }: Stage, asset: DemoAsset): Promise<void> {
  const terms = termsOf(asset, await papers.add(asset, await assetAddress(cast, asset), "Term sheet"));
  await (asset.draft ? tokenizeSync : tokenizeAndActivateSync)(issuerOf(cast, asset), terms);
}

function issuerOf(cast: Cast, asset: DemoAsset) {
  return cast.person(people[asset.issuer]);
}

function assetAddress(cast: Cast, asset: DemoAsset) {
  const client = issuerOf(cast, asset);
  return predictAsset(client, { issuer: client.account.address, salt: termsOf(asset, "0x").salt });
}
