import { type AssetClass, type AssetRules, encodeMetadata } from "@qti/sdk";
import { keccak256, stringToHex } from "viem";
import type { PersonName } from "./people.ts";

/** An asset of the demo, before it has terms on the chain. */
export interface DemoAsset {
  readonly issuer: PersonName;
  readonly name: string;
  readonly symbol: string;
  readonly class: AssetClass;
  readonly jurisdiction: number;
  readonly shares: bigint;
  /** Whole US dollars. */
  readonly dollars: bigint;
  readonly description: string;
  readonly rules?: Partial<AssetRules>;
  readonly blockedCountries?: readonly number[];
  /** Day of the story on which it is tokenized. */
  readonly day: number;
  /** Stays a draft: described, nothing minted. */
  readonly draft?: boolean;
}

const share = 10n ** 18n;

export const demoAssets = {
  harbour: {
    issuer: "ada",
    name: "Harbour Street 12",
    symbol: "HBR12",
    class: "realEstate",
    jurisdiction: 528,
    shares: 10_000n,
    dollars: 2_400_000n,
    description:
      "A brick building of 1926 at the old harbour of Rotterdam: eighteen flats and two shops, let in full. Rent after costs is paid to shareholders every quarter.",
    day: 1,
  },
  wind: {
    issuer: "ada",
    name: "Noordzee Wind Note 2031",
    symbol: "NZW31",
    class: "privateCredit",
    jurisdiction: 528,
    shares: 50_000n,
    dollars: 5_000_000n,
    description:
      "A senior loan to the owner of eleven offshore turbines, repaid from the sale of power until 2031. Secured by the turbines and by the contract with the grid.",
    rules: { minTier: 2, capPerIdentity: 20_000n * share },
    day: 3,
  },
  cask: {
    issuer: "grace",
    name: "Speyside Cask Reserve 2014",
    symbol: "CASK14",
    class: "commodity",
    jurisdiction: 826,
    shares: 2_400n,
    dollars: 720_000n,
    description:
      "One hundred and twenty casks of single malt, filled in 2014 and lying in a bonded warehouse at Dufftown. Insured, weighed every year, to be bottled in 2029.",
    blockedCountries: [840],
    day: 5,
  },
  solar: {
    issuer: "grace",
    name: "Salisbury Solar Farm",
    symbol: "SOLAR",
    class: "equity",
    jurisdiction: 826,
    shares: 20_000n,
    dollars: 3_100_000n,
    description:
      "Shares in the company that owns a 6 MW solar farm on former grazing land near Salisbury, feeding the grid since 2022.",
    rules: { maxHolders: 100 },
    day: 9,
  },
  painting: {
    issuer: "ada",
    name: "Study in Blue, 1931",
    symbol: "BLUE31",
    class: "art",
    jurisdiction: 250,
    shares: 1_000n,
    dollars: 1_150_000n,
    description:
      "Oil on canvas, 61 by 50 cm, in private hands since it was painted; on loan to a museum in Lyon. Sold when holders of three quarters of the shares ask for it.",
    rules: { minTier: 2, maxHolders: 50 },
    day: 14,
  },
  harvest: {
    issuer: "grace",
    name: "Beauce Harvest Note 2026",
    symbol: "HRV26",
    class: "privateCredit",
    jurisdiction: 250,
    shares: 1_800n,
    dollars: 180_000n,
    description:
      "A loan to a cooperative of grain farmers in the Beauce for seed and fuel, repaid with interest out of the harvest of the year. The harvest is in and the loan has been repaid.",
    day: 5,
  },
  mangrove: {
    issuer: "grace",
    name: "Mangrove Restoration 2027",
    symbol: "MNGRV",
    class: "carbon",
    jurisdiction: 360,
    shares: 40_000n,
    dollars: 600_000n,
    description:
      "Forty thousand tonnes of carbon to be bound by 380 hectares of mangrove replanted on the north coast of Java. Terms are still being drafted.",
    day: 24,
    draft: true,
  },
} as const satisfies Record<string, DemoAsset>;

export type DemoAssetName = keyof typeof demoAssets;

/** What the issuer puts on the chain; `documentsRoot` commits to the papers without showing them. */
export function termsOf(asset: DemoAsset, documentsRoot: `0x${string}`) {
  return {
    name: asset.name,
    symbol: asset.symbol,
    class: asset.class,
    jurisdiction: asset.jurisdiction,
    shares: asset.shares,
    valuation: asset.dollars * 1_000_000n,
    metadataURI: encodeMetadata({ name: asset.name, description: asset.description }),
    documentsRoot,
    rules: { minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0n, ...asset.rules },
    blockedCountries: asset.blockedCountries ?? [],
    salt: keccak256(stringToHex(asset.symbol)),
  };
}
