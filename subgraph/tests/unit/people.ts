import type { Hex } from "viem";
import { placeholders } from "../../scripts/lib/manifest.ts";
import { address, timeOf, word } from "./case.ts";
import { type Events, emit, type TestEvent } from "./events.ts";

export const ada = address(1);
export const ben = address(2);
export const cleo = address(3);
export const attester = address(4);
export const house = address(5);
export const system = address(6);
export const otherModule = address(7);
export const dollars = address(8);
export const adaIdentity = word(1);
export const benIdentity = word(2);
export const share = 10n ** 18n;
export const dollar = 10n ** 6n;
export const vault = placeholderOf("stakingVault");
export const module = placeholderOf("complianceModule");
export const qti = placeholderOf("qtiToken");
export const exchange = placeholderOf("exchange");
export const distributor = placeholderOf("incomeDistributor");
export const redemptions = placeholderOf("assetRedemption");
export const treasury = placeholderOf("rewardsTreasury");
export const pool = placeholderOf("stakingPool");
export const points = placeholderOf("qtiPoints");
export const taps = placeholderOf("tapRewards");
export const referrals = placeholderOf("referralRegistry");
export const store = placeholderOf("rewardStore");
export const campaigns = placeholderOf("merkleDistributor");
export const markets = placeholderOf("lendingMarkets");
export const appraisals = placeholderOf("appraisalOracle");
export const rateModel = placeholderOf("interestRateModel");
export const book = placeholderOf("creditBook");
export const lines = placeholderOf("creditLines");
export const senior = placeholderOf("seniorPool");
export const firstLoss = placeholderOf("firstLossPool");
export const vouching = placeholderOf("vouching");
/** A year after the first block. */
export const nextYear = timeOf(0) + 31_536_000;

function placeholderOf(key: string): Hex {
  return `0x${String(placeholders[key]).slice(2)}`;
}

/** Terms of a house in Germany of a thousand shares, worth a million dollars, without documents. */
export const terms: Events["AssetRegistry.AssetTokenized"]["terms"] = {
  name: "Haus am See",
  symbol: "HAUS",
  class: 0,
  jurisdiction: 276,
  shares: 1_000n,
  valuation: 1_000_000n * dollar,
  metadataURI: "data:application/json,%7B%7D",
  documentsRoot: word(0),
  module,
  rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n },
  blockedCountries: [],
  salt: word(77),
};

/** Ada drafts the house, as the registry tells it. */
export const tokenized = (over: Partial<typeof terms> = {}, tx = 1): TestEvent =>
  emit(
    "AssetRegistry.AssetTokenized",
    { asset: house, issuer: ada, assetId: 0n, terms: { ...terms, ...over } },
    { tx },
  );

/** The house is put into circulation. */
export const activated = (): TestEvent => emit("AssetRegistry.AssetStateChanged", { asset: house, state: 2 });

/** Shares of the house move. */
export const moved = (from: Hex, to: Hex, value: bigint, tx?: number): TestEvent =>
  emit("AssetToken.Transfer", { from, to, value }, tx === undefined ? { at: house } : { at: house, tx });

/** An account is attested for the first time: Germany, full. */
export const attested = (account: Hex, identity: Hex, index: bigint): TestEvent =>
  emit("IdentityRegistry.AccountAttested", {
    account,
    identity,
    index,
    country: 276,
    tier: 2,
    validUntil: nextYear,
    attester,
  });

/** Ben is attested, the second. */
export const benAttested = (): TestEvent => attested(ben, benIdentity, 2n);

/** Ada is attested, the first of all. */
export const adaAttested = (): TestEvent => attested(ada, adaIdentity, 1n);
