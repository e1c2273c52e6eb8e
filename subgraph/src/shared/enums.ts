// AssemblyScript has no string enums: these constants are the values of the enums in schema.graphql.

export namespace Domain {
  export const IDENTITY: string = "IDENTITY";
  export const ASSETS: string = "ASSETS";
  export const EXCHANGE: string = "EXCHANGE";
  export const STAKING: string = "STAKING";
  export const REWARDS: string = "REWARDS";
  export const LOANS: string = "LOANS";
  export const RECORDS: string = "RECORDS";
}

export namespace AssetState {
  export const DRAFT: string = "DRAFT";
  export const ACTIVE: string = "ACTIVE";
  export const MATURED: string = "MATURED";
  export const RETIRED: string = "RETIRED";
}

const ASSET_STATES: string[] = [AssetState.DRAFT, AssetState.ACTIVE, AssetState.MATURED, AssetState.RETIRED];
const ASSET_CLASSES: string[] = [
  "REAL_ESTATE",
  "PRIVATE_CREDIT",
  "COMMODITY",
  "EQUITY",
  "FUND",
  "ART",
  "CARBON",
  "OTHER",
];

/** Name of the contract's enum `AssetState`, where 0 is "never tokenized"; empty for a number nobody knows. */
export function assetStateName(state: i32): string {
  return state >= 1 && state <= ASSET_STATES.length ? ASSET_STATES[state - 1] : "";
}

/** Name of the contract's enum `AssetClass`; a class nobody knows is `OTHER`, since the index must go on. */
export function assetClassName(class_: i32): string {
  return class_ >= 0 && class_ < ASSET_CLASSES.length ? ASSET_CLASSES[class_] : "OTHER";
}
