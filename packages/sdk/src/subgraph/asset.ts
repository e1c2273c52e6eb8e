import type { Address, Hex } from "viem";
import type { AssetClass, AssetState } from "../assets/terms.ts";
import type { AssetFieldsFragment } from "../generated/graphql.ts";

/** An asset as the subgraph lists it. */
export type IndexedAsset = {
  /** Address of the share token. */
  asset: Address;
  /** Number in the registry. */
  assetId: bigint;
  issuer: Address;
  name: string;
  symbol: string;
  class: AssetClass;
  /** ISO 3166-1 numeric. */
  jurisdiction: number;
  /** Whole shares. */
  shares: bigint;
  /** Stated value of the whole asset, US dollars with 6 decimals. */
  valuation: bigint;
  /** Unix seconds. */
  valuedAt: bigint;
  /** Text of a stranger: show it through `decodeMetadata`. */
  metadataURI: string;
  documentsRoot: Hex | undefined;
  state: AssetState;
  module: Address;
  /** Unix seconds; 0n when transfers are not paused. */
  pausedUntil: bigint;
  /** Share units (18 decimals). */
  supply: bigint;
  holderCount: number;
  transferCount: number;
  /** Unix seconds. */
  createdAt: bigint;
  /** Unix seconds; `undefined` while a draft. */
  activatedAt: bigint | undefined;
  /** Transaction that drafted it. */
  transactionHash: Hex;
};

/** What a row says of the asset that it is about. */
export type NamedAsset = { asset: Address; name: string; symbol: string };

/** The subgraph's words for it in the SDK's. */
export const toNamedAsset = ({
  id,
  name,
  symbol,
}: {
  id: Address;
  name: string;
  symbol: string;
}): NamedAsset => ({
  asset: id,
  name,
  symbol,
});

const classes: { [name in AssetFieldsFragment["class"]]: AssetClass } = {
  REAL_ESTATE: "realEstate",
  PRIVATE_CREDIT: "privateCredit",
  COMMODITY: "commodity",
  EQUITY: "equity",
  FUND: "fund",
  ART: "art",
  CARBON: "carbon",
  OTHER: "other",
};

const states: { [name in AssetFieldsFragment["state"]]: AssetState } = {
  DRAFT: "draft",
  ACTIVE: "active",
  MATURED: "matured",
  RETIRED: "retired",
};

/** The subgraph's words for an asset in the SDK's. */
export function toIndexedAsset({ id, ...fields }: AssetFieldsFragment): IndexedAsset {
  return {
    ...fields,
    asset: id,
    issuer: fields.issuer.id,
    class: classes[fields.class],
    state: states[fields.state],
    documentsRoot: fields.documentsRoot ?? undefined,
    activatedAt: fields.activatedAt ?? undefined,
  };
}
