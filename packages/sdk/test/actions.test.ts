import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { AbiFunction } from "viem";
import { createPublicClient, custom } from "viem";
import { describe, expect, test } from "vitest";
import * as accessManager from "../src/generated/abi/accessManager.ts";
import * as appraisalOracle from "../src/generated/abi/appraisalOracle.ts";
import * as assetRedemption from "../src/generated/abi/assetRedemption.ts";
import * as assetRegistry from "../src/generated/abi/assetRegistry.ts";
import * as assetToken from "../src/generated/abi/assetToken.ts";
import * as complianceModule from "../src/generated/abi/complianceModule.ts";
import * as creditBook from "../src/generated/abi/creditBook.ts";
import * as creditLines from "../src/generated/abi/creditLines.ts";
import * as exchange from "../src/generated/abi/exchange.ts";
import * as firstLossPool from "../src/generated/abi/firstLossPool.ts";
import * as identityRegistry from "../src/generated/abi/identityRegistry.ts";
import * as incomeDistributor from "../src/generated/abi/incomeDistributor.ts";
import * as interestRateModel from "../src/generated/abi/interestRateModel.ts";
import * as lendingMarkets from "../src/generated/abi/lendingMarkets.ts";
import * as liquidator from "../src/generated/abi/liquidator.ts";
import * as merkleDistributor from "../src/generated/abi/merkleDistributor.ts";
import * as orderQuoter from "../src/generated/abi/orderQuoter.ts";
import * as qtiPoints from "../src/generated/abi/qtiPoints.ts";
import * as referralRegistry from "../src/generated/abi/referralRegistry.ts";
import * as rewardStore from "../src/generated/abi/rewardStore.ts";
import * as rewardsTreasury from "../src/generated/abi/rewardsTreasury.ts";
import * as seniorPool from "../src/generated/abi/seniorPool.ts";
import * as stakingPool from "../src/generated/abi/stakingPool.ts";
import * as stakingVault from "../src/generated/abi/stakingVault.ts";
import * as tapRewards from "../src/generated/abi/tapRewards.ts";
import * as vouching from "../src/generated/abi/vouching.ts";
import * as sdk from "../src/index.ts";

const src = join(import.meta.dirname, "../src");

/** Contracts of the finished domains; a domain joins when everything that can be done in it has an action. */
const contracts = {
  accessManager,
  appraisalOracle,
  assetRedemption,
  assetRegistry,
  assetToken,
  complianceModule,
  creditBook,
  creditLines,
  exchange,
  firstLossPool,
  identityRegistry,
  incomeDistributor,
  interestRateModel,
  lendingMarkets,
  liquidator,
  merkleDistributor,
  orderQuoter,
  qtiPoints,
  referralRegistry,
  rewardStore,
  rewardsTreasury,
  seniorPool,
  stakingPool,
  stakingVault,
  tapRewards,
  vouching,
};

const registryOnly = "only the registry may call it; the action of this name calls the registry";
const wiring =
  "the deployment sets it and ADMIN alone can change it, after 72 hours: with the ABI, from a script";
const treasuryOnly = "only the treasury may call it, for `fundStream`";
const partsOnly = "only the credit lines and the pools may call it, for their own actions";
const ofPool = "`...ToPool`, `...FromPool` and `transferPoolShares` with `pool`";
const ownLiquidator = "whoever deploys a liquidator of its own hands it on with the ABI, from a script";
const ownAuthority = "only the access manager may call it";

/** What changes the chain and has no action, with the reason. */
const without: { [contract in keyof typeof contracts]?: Record<string, string> } = {
  accessManager: {
    consumeScheduledOp: "a contract calls it when a delayed operation reaches it",
    multicall: "several calls at once are `sendCalls` of their `.call`s",
    labelRole: wiring,
    setGrantDelay: wiring,
    setRoleAdmin: wiring,
    setRoleGuardian: wiring,
    setTargetAdminDelay: wiring,
    setTargetFunctionRole: wiring,
    updateAuthority: wiring,
  },
  assetRegistry: {
    redeem: "only the redemption contract may call it, for `redeemShares`",
    setAuthority: ownAuthority,
  },
  assetToken: {
    initialize: "once, when the registry makes the token",
    burn: registryOnly,
    forcedBurn: registryOnly,
    forcedTransfer: registryOnly,
    mint: "only the registry may call it, for `activate`",
    pause: registryOnly,
    redeem: "only the registry may call it, for `redeemShares`",
    setActive: "only the registry may call it, for `activate` and `mature`",
    setFrozenTokens: registryOnly,
    setFrozenTokensIf: registryOnly,
    setIssuer: "only the registry may call it, for `succeedIssuer`",
    setModule: registryOnly,
    setTerms: "only the registry may call it, for `updateTerms`",
    unpause: registryOnly,
  },
  complianceModule: {
    setPledges: wiring,
    initialize: "only the registry may call it, for `tokenize` and `updateTerms`",
    setAuthority: ownAuthority,
  },
  exchange: { fillFor: "only the exchange itself may call it, for `fillBatch`", setAuthority: ownAuthority },
  identityRegistry: {
    notePledge: "only a contract of the system may call it, for `supplyCollateral` and `recoverPosition`",
    setAuthority: ownAuthority,
  },
  appraisalOracle: { setAuthority: ownAuthority },
  interestRateModel: { move: "only a market's contract moves its rate, in every action" },
  lendingMarkets: {
    delistMoney: "`delistMoney` with `venue`",
    listMoney: "`listMoney` with `venue`",
    pause: "`pauseLoans` with `venue`",
    setAuthority: ownAuthority,
    unpause: "`unpauseLoans` with `venue`",
  },
  creditLines: {
    bindVouching: wiring,
    lowerLimit: "only vouching may call it, for `endVouch`",
    raiseLimit: "only vouching may call it, for `vouch`",
    setAuthority: ownAuthority,
  },
  creditBook: {
    bind: wiring,
    collect: partsOnly,
    deposit: partsOnly,
    lend: partsOnly,
    payJunior: partsOnly,
    paySenior: partsOnly,
    recordLoss: partsOnly,
    recover: partsOnly,
    setAuthority: ownAuthority,
    setQueued: partsOnly,
    writeOff: partsOnly,
  },
  seniorPool: {
    approve: "`approve` with the pool as the token",
    mint: "`depositToPool` says the money that goes in, which is what people know",
    permit: "`permit` with the pool as the token",
    transferFrom: "`transferFrom` with the pool as the token",
  },
  firstLossPool: {
    approve: "`approve` with the pool as the token",
    deposit: ofPool,
    depositWithPermit: ofPool,
    mint: "`depositToPool` says the money that goes in, which is what people know",
    permit: "`permit` with the pool as the token",
    redeem: ofPool,
    transfer: ofPool,
    transferFrom: "`transferFrom` with the pool as the token",
    withdraw: ofPool,
  },
  liquidator: {
    acceptOwnership: ownLiquidator,
    onMarketLiquidate: "only the markets may call it, for `liquidateByContract`",
    renounceOwnership: ownLiquidator,
    transferOwnership: ownLiquidator,
  },
  vouching: { burnFor: "only the credit lines may call it, for `writeOffCredit`" },
  incomeDistributor: {
    listMoney: "`listMoney` with `venue`",
    delistMoney: "`delistMoney` with `venue`",
    setAuthority: ownAuthority,
  },
  merkleDistributor: {
    pause: "`pauseRewards` with `venue`",
    setAuthority: ownAuthority,
    unpause: "`unpauseRewards` with `venue`",
  },
  qtiPoints: {
    earn: "only a channel may call it, for `claimTaps` and `claimReferralBonus`",
    redeem: "only a redeemer may call it, for `exchangePoints` and `redeemItem`",
    setAuthority: ownAuthority,
  },
  referralRegistry: {
    pause: "`pauseRewards` with `venue`",
    setAuthority: ownAuthority,
    unpause: "`unpauseRewards` with `venue`",
  },
  rewardStore: {
    pause: "`pauseRewards` with `venue`",
    setAuthority: ownAuthority,
    unpause: "`unpauseRewards` with `venue`",
  },
  rewardsTreasury: {
    pay: "only a contract with a budget may call it, for what it pays",
    setAuthority: ownAuthority,
  },
  tapRewards: { setAuthority: ownAuthority },
  stakingPool: { notify: treasuryOnly, setAuthority: ownAuthority },
  stakingVault: {
    approve: "`approve` with the vault as the token",
    mint: "`deposit` says the QTI that goes in, which is what people know",
    notify: treasuryOnly,
    pause: "`pauseStaking` with `venue`",
    setAuthority: ownAuthority,
    skim: "`skimStaking` with `venue`",
    transferFrom:
      "for contracts that were approved: `redeem` with `owner` is what people do with another's stake",
    unpause: "`unpauseStaking` with `venue`",
  },
  assetRedemption: {
    listMoney: "`listMoney` with `venue`",
    delistMoney: "`delistMoney` with `venue`",
    setAuthority: ownAuthority,
  },
};

const isFunction = (item: { type: string }): item is AbiFunction => item.type === "function";

/** Every function that changes the chain: its contract, its name and the constant that tells its shape. */
const changes = Object.entries(contracts).flatMap(([contract, items]) =>
  Object.entries(items).flatMap(([constant, item]) =>
    !Array.isArray(item) && "type" in item && isFunction(item) && /payable$/.test(item.stateMutability)
      ? [{ contract, name: item.name, constant }]
      : [],
  ),
);

/** Actions by what they import from the ABIs, as "contract.constant". */
const users = new Map<string, string[]>();
for (const file of globSync(["*/*.ts", "loans/*/*.ts"], { cwd: src })) {
  const action = basename(file, ".ts");
  if (!(action in sdk)) continue;
  const text = readFileSync(join(src, file), "utf8");
  for (const [, names = "", contract] of text.matchAll(/import \{([^}]+)\} from "[^"]*\/abi\/(\w+)\.ts"/g)) {
    for (const name of names.split(",")) {
      const key = `${contract}.${name.trim()}`;
      users.set(key, [...(users.get(key) ?? []), action]);
    }
  }
}

function isWrite(name: string): boolean {
  const value: unknown = Reflect.get(sdk, name);
  return typeof value === "function" && "extractEvent" in value;
}

const actionsOf = ({ contract, constant }: { contract: string; constant: string }) =>
  (users.get(`${contract}.${constant}`) ?? []).filter(isWrite);

const reasonFor = ({ contract, name }: { contract: string; name: string }) =>
  Object.entries(without).find(([key]) => key === contract)?.[1]?.[name];

describe("everything that can be done", () => {
  test("default", () => {
    expect(changes.length).toBeGreaterThan(100);
    const missing = changes.filter((change) => actionsOf(change).length === 0 && !reasonFor(change));
    expect(missing.map(({ contract, name }) => `${contract}.${name}`)).toEqual([]);
  });

  test("behavior: what is said to have no action has none, and exists", () => {
    const stale = Object.entries(without).flatMap(([contract, reasons]) =>
      Object.keys(reasons)
        .filter((name) => !changes.some((each) => each.contract === contract && each.name === name))
        .map((name) => `${contract}.${name}`),
    );
    const done = changes.filter((change) => actionsOf(change).length > 0 && reasonFor(change));
    expect([...stale, ...done.map(({ contract, name }) => `${contract}.${name}`)]).toEqual([]);
  });

  test("behavior: each action can be simulated, estimated, waited for, and is bound by qti(client)", () => {
    const bound = sdk.qti(createPublicClient({ transport: custom({ request: async () => null }) }));
    const actions = Object.keys(sdk).filter(isWrite);
    const partial = actions.filter((name) => {
      const parts = ["call", "simulate", "estimateGas"].map((part) =>
        Reflect.get(Object(Reflect.get(sdk, name)), part),
      );
      const twin = `${name}Sync`;
      return parts.includes(undefined) || !(twin in sdk && name in bound && twin in bound);
    });
    expect(actions.length).toBeGreaterThan(70);
    expect(partial).toEqual([]);
  });
});
