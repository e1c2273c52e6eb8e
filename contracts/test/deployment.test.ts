import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { network } from "hardhat";
import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  BaseError,
  decodeErrorResult,
  encodeFunctionData,
  getAddress,
  type Hex,
  isHex,
  toFunctionSelector,
  toFunctionSignature,
  zeroAddress,
  zeroHash,
} from "viem";
import { CREDIT_TERMS, RATE_TERMS, TIER_CAPS, UNDERWRITING_QUOTA } from "../ignition/credit.ts";
import Feed from "../ignition/modules/feed.ts";
import LiquidatorOfOnesOwn from "../ignition/modules/liquidator.ts";
import Qti from "../ignition/modules/Qti.ts";
import {
  FIRST_HOLDERS,
  FUNCTION_ROLES,
  GUARDED_ROLES,
  type ManagedContract,
  MORE_HOLDERS,
  ROLE_ADMINS,
  ROLES,
  type RoleName,
} from "../ignition/roles.ts";
import {
  type Devnet,
  deployDevnet,
  devnetAccounts,
  devnetInitialStreams,
  readDevnetParameters,
} from "./shared/deployment.ts";

/** Functions that anyone may call. Together with the restricted ones: all that change anything. */
const OPEN: Record<string, readonly string[]> = {
  identityRegistry: ["attest", "completeRecovery", "linkWallet", "notePledge", "objectToRecovery"],
  assetRegistry: [
    "burn",
    "mature",
    "multicall",
    "redeem",
    "retire",
    "stateValuation",
    "succeedIssuer",
    "updateDocuments",
    "updateTerms",
  ],
  complianceModule: ["initialize"],
  incomeDistributor: ["activateRoot", "claimIncome", "payIncome", "proposeRoot", "returnIncome"],
  assetRedemption: ["closeRedemption", "openRedemption", "redeem"],
  exchange: ["cancel", "cancelAll", "fill", "fillBatch", "fillFor", "fillWithPermit", "matchOrders"],
  stakingVault: [
    "approve",
    "deposit",
    "depositWithPermit",
    "mint",
    "notify",
    "redeem",
    "skim",
    "transfer",
    "transferFrom",
    "withdraw",
  ],
  stakingPool: [
    "claim",
    "increase",
    "increaseWithPermit",
    "notify",
    "poke",
    "skim",
    "stake",
    "stakeWithPermit",
    "withdraw",
  ],
  rewardsTreasury: ["pay"],
  qtiPoints: ["earn", "redeem"],
  tapRewards: ["claim"],
  referralRegistry: ["bind", "claimBonus", "vest"],
  rewardStore: ["exchangePoints", "redeemItem"],
  merkleDistributor: ["activateRoot", "claim", "returnUnclaimed"],
  lendingMarkets: [
    "accrue",
    "borrow",
    "flag",
    "liquidate",
    "recover",
    "repay",
    "repayWithPermit",
    "setAuthorization",
    "setAuthorizationBySignature",
    "supply",
    "supplyCollateral",
    "withdraw",
    "withdrawCollateral",
  ],
  creditBook: [
    "accrue",
    "collect",
    "deposit",
    "lend",
    "payJunior",
    "paySenior",
    "recordLoss",
    "recover",
    "setQueued",
    "skim",
    "writeOff",
  ],
  creditLines: ["attest", "draw", "lowerLimit", "raiseLimit", "repay", "repayWithPermit", "writeOff"],
  recordAnchor: ["preserve"],
};

const DAY = 86_400;
const POINT = 10n ** 6n;
const QTI = 10n ** 18n;

interface Managed {
  address: Address;
  abi: Abi;
}

describe("deployment", () => {
  let chain: Devnet;
  let accounts: Record<string, Address>;
  let deployer: Address;
  let everyone: Address[];
  let managed: Record<ManagedContract, Managed>;

  before(async () => {
    chain = await deployDevnet();
    accounts = await devnetAccounts();
    everyone = (await chain.viem.getWalletClients()).map(({ account }) => getAddress(account.address));
    deployer = everyone[0] ?? zeroAddress;
    const { identityRegistry, assetRegistry, complianceModule, rewardsTreasury, recordAnchor } =
      chain.contracts;
    const { incomeDistributor, assetRedemption, exchange, stakingVault, stakingPool } = chain.contracts;
    const { qtiPoints, tapRewards, referralRegistry, rewardStore, merkleDistributor } = chain.contracts;
    const { lendingMarkets, appraisalOracle, creditBook, creditLines } = chain.contracts;
    managed = {
      identityRegistry,
      assetRegistry,
      complianceModule,
      incomeDistributor,
      assetRedemption,
      exchange,
      stakingVault,
      stakingPool,
      rewardsTreasury,
      qtiPoints,
      tapRewards,
      referralRegistry,
      rewardStore,
      merkleDistributor,
      lendingMarkets,
      appraisalOracle,
      creditBook,
      creditLines,
      recordAnchor,
    };
  });

  after(() => chain.close());

  const manager = () => chain.contracts.accessManager;
  const isHolder = (role: RoleName, account: Address) =>
    account === holderOf(role) ||
    MORE_HOLDERS.some(([held, parameter]) => held === role && accounts[parameter] === account);
  const holderOf = (role: RoleName) =>
    role in FIRST_HOLDERS ? accounts[FIRST_HOLDERS[role as keyof typeof FIRST_HOLDERS]] : undefined;

  it("puts every contract where its name says", async () => {
    const client = await chain.viem.getPublicClient();
    expect(Object.keys(chain.contracts).sort()).to.deep.equal([
      "accessManager",
      "appraisalOracle",
      "assetRedemption",
      "assetRegistry",
      "assetToken",
      "complianceModule",
      "creditBook",
      "creditLines",
      "demoDesk",
      "demoFaucet",
      "exchange",
      "feedOracle",
      "firstLossPool",
      "identityRegistry",
      "incomeDistributor",
      "interestRateModel",
      "keyDirectory",
      "lendingMarkets",
      "liquidator",
      "merkleDistributor",
      "orderQuoter",
      "qtiPoints",
      "qtiToken",
      "recordAnchor",
      "referralRegistry",
      "rewardStore",
      "rewardsTreasury",
      "seniorPool",
      "stakingPool",
      "stakingVault",
      "tapRewards",
      "testDollar",
      "testFeed",
      "vouching",
    ]);
    for (const [name, { address }] of Object.entries(chain.contracts)) {
      expect((await client.getCode({ address }))?.length ?? 0, name).to.be.greaterThan(2);
    }
  });

  it("connects the contracts with each other", async () => {
    const c = chain.contracts;
    for (const { address } of Object.values(managed)) {
      const contract = await chain.viem.getContractAt("StakingVault", address);
      expect(await contract.read.authority()).to.equal(getAddress(c.accessManager.address));
    }
    expect(await c.stakingVault.read.asset()).to.equal(getAddress(c.qtiToken.address));
    for (const { address } of [c.stakingVault, c.stakingPool]) {
      expect(await c.rewardsTreasury.read.isStream([address])).to.equal(true);
    }
    expect(await c.assetRegistry.read.isModuleAllowed([c.complianceModule.address])).to.equal(true);
    expect(await c.assetRegistry.read.redemption()).to.equal(getAddress(c.assetRedemption.address));
    for (const taker of [c.incomeDistributor, c.assetRedemption]) {
      expect(await taker.read.assetRegistry()).to.equal(getAddress(c.assetRegistry.address));
      expect(await taker.read.identityRegistry()).to.equal(getAddress(c.identityRegistry.address));
      expect(await taker.read.isMoney([c.testDollar.address])).to.equal(true);
    }
    expect(await c.orderQuoter.read.exchange()).to.equal(getAddress(c.exchange.address));
    expect(await c.exchange.read.isMoney([c.testDollar.address])).to.equal(true);
    expect(await c.exchange.read.feeRecipient()).to.equal(accounts.feeRecipient);
    expect(await c.exchange.read.feeBps()).to.equal(25);
    expect(await c.identityRegistry.read.isAttester([accounts.attester ?? zeroAddress])).to.equal(true);
  });

  it("sets who signs vouchers, what may be earned and paid a day, and who redeems", async () => {
    const { qtiPoints, tapRewards, referralRegistry, ...c } = chain.contracts;
    const { rewardStore, merkleDistributor, rewardsTreasury } = c;
    expect(await tapRewards.read.oracle()).to.equal(accounts.tapOracle);
    expect(await tapRewards.read.dailyCap()).to.equal(1_000n * POINT);
    for (const [{ address }, limit] of [
      [tapRewards, 1_000_000n * POINT],
      [referralRegistry, 200_000n * POINT],
    ] as const) {
      const quota = await qtiPoints.read.channelOf([address]);
      expect([quota.limit, quota.period]).to.deep.equal([limit, DAY]);
    }
    expect(await referralRegistry.read.terms()).to.deep.equal({
      bonusBps: 1_000,
      newcomerCap: 2_000n * POINT,
      referrerCap: 50_000n * POINT,
      minStake: 100n * QTI,
    });
    expect(await referralRegistry.read.stakingPool()).to.equal(getAddress(c.stakingPool.address));
    expect(await referralRegistry.read.tapRewards()).to.equal(getAddress(tapRewards.address));
    expect(await qtiPoints.read.isRedeemer([rewardStore.address])).to.equal(true);
    expect(await rewardStore.read.rate()).to.equal(10n ** 16n);
    for (const [{ address }, limit] of [
      [rewardStore, 20_000n * QTI],
      [merkleDistributor, 200_000n * QTI],
    ] as const) {
      const budget = await rewardsTreasury.read.budgetOf([address]);
      expect([budget.limit, budget.period]).to.deep.equal([limit, DAY]);
    }
    for (const reader of [tapRewards, referralRegistry, rewardStore, merkleDistributor]) {
      expect(await reader.read.identityRegistry()).to.equal(getAddress(c.identityRegistry.address));
    }
    for (const earner of [tapRewards, referralRegistry, rewardStore]) {
      expect(await earner.read.points()).to.equal(getAddress(qtiPoints.address));
    }
    for (const payer of [rewardStore, merkleDistributor]) {
      expect(await payer.read.treasury()).to.equal(getAddress(rewardsTreasury.address));
    }
    expect(await merkleDistributor.read.qti()).to.equal(getAddress(c.qtiToken.address));
  });

  it("opens lending markets to the dollar, appraisals, the feed and the rate model, and makes them hold pledges", async () => {
    const { lendingMarkets, appraisalOracle, feedOracle, interestRateModel, testFeed, ...c } =
      chain.contracts;
    expect(await lendingMarkets.read.isMoney([c.testDollar.address])).to.equal(true);
    for (const { address } of [appraisalOracle, feedOracle]) {
      expect(await lendingMarkets.read.isOracle([address])).to.equal(true);
    }
    expect(await lendingMarkets.read.isRateModel([interestRateModel.address])).to.equal(true);
    const { system } = await c.identityRegistry.read.standingOf([lendingMarkets.address]);
    expect(system).to.equal(true);
    expect(await c.complianceModule.read.pledges()).to.equal(getAddress(lendingMarkets.address));
    expect(await interestRateModel.read.terms()).to.deep.equal(RATE_TERMS);
    expect(await testFeed.read.setter()).to.equal(accounts.appraiser);
    // Two dollars of 6 decimals for 10^18 units, times 10^36.
    const price = 2n * 10n ** 6n * 10n ** 18n;
    const pair = [c.qtiToken.address, c.testDollar.address] as const;
    expect(await feedOracle.read.prices(pair)).to.deep.equal([price, price]);
  });

  it("binds the credit lines with their parts, under the terms of the deployment", async () => {
    const { creditBook, creditLines, seniorPool, firstLossPool, vouching, ...c } = chain.contracts;
    expect(await creditBook.read.money()).to.equal(getAddress(c.testDollar.address));
    expect(await creditBook.read.lines()).to.equal(getAddress(creditLines.address));
    expect(await creditBook.read.seniorPool()).to.equal(getAddress(seniorPool.address));
    expect(await creditBook.read.firstLossPool()).to.equal(getAddress(firstLossPool.address));
    expect(await creditBook.read.termsOf([1])).to.deep.equal(CREDIT_TERMS);
    for (const tier of [1, 2, 3] as const) {
      expect(await creditLines.read.tierCapOf([tier])).to.equal(TIER_CAPS[tier]);
    }
    const { limit, period } = await creditLines.read.underwritingQuota();
    expect({ limit, period }).to.deep.equal(UNDERWRITING_QUOTA);
    for (const pool of [seniorPool, firstLossPool]) {
      expect(await pool.read.asset()).to.equal(getAddress(c.testDollar.address));
    }
    const bound = await creditLines.getEvents.VouchingBound({}, { fromBlock: 0n });
    expect(bound.map(({ args }) => args.vouching)).to.deep.equal([getAddress(vouching.address)]);
  });

  it("deploys the price of one pair by itself, for a feed that the network publishes", async () => {
    const { testFeed, testDollar, qtiToken } = chain.contracts;
    const terms = {
      collateral: getAddress(qtiToken.address),
      loanToken: getAddress(testDollar.address),
      feed: getAddress(testFeed.address),
      sequencer: zeroAddress,
      heartbeat: DAY,
      min: 1n,
      max: 10n ** 12n,
    };
    const { feedOracle } = await chain.ignition.deploy(Feed, { parameters: { Feed: terms } });
    expect(await feedOracle.read.terms()).to.deep.equal(terms);
  });

  it("gives the keeper a liquidator, and whoever likes another", async () => {
    const { lendingMarkets, liquidator } = chain.contracts;
    const owner = deployer;
    const parameters = { Liquidator: { lendingMarkets: lendingMarkets.address, owner } };
    const another = await chain.ignition.deploy(LiquidatorOfOnesOwn, { parameters });
    for (const [contract, account] of [
      [liquidator, accounts.rewardsKeeper],
      [another.liquidator, owner],
    ] as const) {
      expect(await contract.read.markets()).to.equal(getAddress(lendingMarkets.address));
      expect(await contract.read.owner()).to.equal(account);
    }
  });

  it("allots the fixed supply and starts the first streams", async () => {
    const { qtiToken, rewardsTreasury, stakingVault, stakingPool, demoFaucet, testDollar } = chain.contracts;
    const balances = await Promise.all(
      [
        rewardsTreasury.address,
        stakingVault.address,
        stakingPool.address,
        demoFaucet.address,
        accounts.qtiHolder ?? zeroAddress,
      ].map((address) => qtiToken.read.balanceOf([address])),
    );
    expect(balances.reduce((sum, balance) => sum + balance, 0n)).to.equal(await qtiToken.read.totalSupply());
    const streams = await devnetInitialStreams();
    for (const [target, initial, balance] of [
      [stakingVault, streams.vault, balances[1]],
      [stakingPool, streams.pool, balances[2]],
    ] as const) {
      expect(balance).to.equal(initial);
      const [left] = await target.read.stream();
      expect(left).to.equal(initial);
    }
    expect(await testDollar.read.balanceOf([demoFaucet.address])).to.equal(500_000_000_000n * 10n ** 6n);
  });

  it("works on a chain that started a month ago", async () => {
    const monthAgo = new Date(Date.now() - 30 * 86_400_000);
    const past = await deployDevnet({ initialDate: monthAgo });
    const { timestamp } = await (await past.viem.getPublicClient()).getBlock();
    expect(Number(timestamp)).to.be.within(monthAgo.getTime() / 1_000 - 1, monthAgo.getTime() / 1_000 + 600);
    await past.close();
  });

  it("leaves test money and the demo desk out on public networks", async () => {
    const connection = await network.create();
    const { address: creditMoney } = await connection.viem.deployContract("TestDollar", [deployer]);
    const parameters = { $global: { ...(await readDevnetParameters()), creditMoney } };
    const contracts = await connection.ignition.deploy(Qti, { parameters });
    expect(await contracts.creditBook.read.money()).to.equal(getAddress(creditMoney));
    expect(Object.keys(contracts).filter((name) => /demo|test/i.test(name))).to.deep.equal([]);
    const { accessManager } = contracts;
    const granted = await accessManager.getEvents.RoleGranted(
      { roleId: ROLES.ISSUER_DESK.id },
      { fromBlock: 0n },
    );
    expect(granted.map(({ args }) => args.account)).to.deep.equal([accounts.complianceDesk]);
    expect(await accessManager.read.hasRole([ROLES.ADMIN.id, deployer])).to.deep.equal([false, 0]);
    await connection.close();
  });

  it("refuses to hand ADMIN to the deployer, which would leave nobody with it", async () => {
    const connection = await network.create();
    const { address: creditMoney } = await connection.viem.deployContract("TestDollar", [deployer]);
    const parameters = { $global: { ...(await readDevnetParameters()), creditMoney, admin: deployer } };
    const outcome = await connection.ignition.deploy(Qti, { parameters }).then(
      () => "deployed",
      (error: unknown) => (error instanceof Error ? error.message : "unknown"),
    );
    expect(outcome).to.include("HandOver").and.to.include("AccessManagerNotScheduled");
    await connection.close();
  });

  describe("roles", () => {
    it("gives each restricted function the role of the table, and knows every function that changes anything", async () => {
      for (const [name, { address, abi }] of Object.entries(managed) as [ManagedContract, Managed][]) {
        const roles: Record<string, RoleName> = FUNCTION_ROLES[name];
        const open = OPEN[name] ?? [];
        for (const item of changing(abi)) {
          if (item.name === "setAuthority") continue;
          const role = roles[signatureOf(item)];
          const listed = role !== undefined || open.includes(item.name);
          expect(listed, `${name}.${signatureOf(item)} is in neither list`).to.equal(true);
          const id = await manager().read.getTargetFunctionRole([address, toFunctionSelector(item)]);
          expect(id, `${name}.${item.name}`).to.equal(ROLES[role ?? "ADMIN"].id);
        }
        const known = new Set(changing(abi).map(signatureOf));
        for (const signature of Object.keys(roles)) expect(known.has(signature), signature).to.equal(true);
        for (const open_ of open) expect(changing(abi).map((item) => item.name)).to.include(open_);
      }
    });

    it("holds exactly the grants of the table, each with its delay", async () => {
      const client = await chain.viem.getPublicClient();
      const logs = await client.getContractEvents({ ...contractOf(manager()), fromBlock: 0n });
      const held = new Map<string, bigint>();
      for (const log of logs) {
        if (log.eventName === "RoleGranted") {
          const { roleId, account, delay } = log.args;
          held.set(`${roleId} ${account}`, BigInt(delay ?? 0));
        } else if (log.eventName === "RoleRevoked") held.delete(`${log.args.roleId} ${log.args.account}`);
      }
      const expected = new Map<string, bigint>();
      for (const role of Object.keys(FIRST_HOLDERS) as RoleName[]) {
        expected.set(`${ROLES[role].id} ${holderOf(role)}`, ROLES[role].delay);
      }
      for (const [role, parameter] of MORE_HOLDERS) {
        expected.set(`${ROLES[role].id} ${accounts[parameter]}`, ROLES[role].delay);
      }
      expected.set(`${ROLES.ISSUER_DESK.id} ${getAddress(chain.contracts.demoDesk.address)}`, 0n);
      expect([...held].sort()).to.deep.equal([...expected].sort());
    });

    it("sets who administers and who guards each role", async () => {
      for (const [role, { id }] of Object.entries(ROLES) as [RoleName, { id: bigint }][]) {
        const admin = ROLE_ADMINS[role as keyof typeof ROLE_ADMINS] ?? "ADMIN";
        expect(await manager().read.getRoleAdmin([id]), role).to.equal(ROLES[admin].id);
        const guarded = (GUARDED_ROLES as readonly RoleName[]).includes(role);
        expect(await manager().read.getRoleGuardian([id]), role).to.equal(guarded ? ROLES.GUARDIAN.id : 0n);
      }
    });

    it("is the table of docs/security.md", async () => {
      const page = await readFile(join(import.meta.dirname, "../../docs/security.md"), "utf8");
      const rows = [...page.matchAll(/^\| ([A-Z_]+) \| (?:(\d+) h|0) \|/gm)];
      const table = Object.fromEntries(rows.map(([, role, hours]) => [role, BigInt(hours ?? 0) * 3_600n]));
      const used = new Set<RoleName>([
        ...(Object.keys(FIRST_HOLDERS) as RoleName[]),
        ...Object.values(FUNCTION_ROLES).flatMap((functions) => Object.values(functions) as RoleName[]),
      ]);
      expect(Object.keys(table).sort()).to.deep.equal([...used].sort());
      for (const role of used) expect(table[role], role).to.equal(ROLES[role].delay);
    });

    it("A1 no account without the role changes anything", async () => {
      const client = await chain.viem.getPublicClient();
      for (const [name, { address, abi }] of Object.entries(managed) as [ManagedContract, Managed][]) {
        for (const item of changing(abi)) {
          const role = (FUNCTION_ROLES[name] as Record<string, RoleName>)[signatureOf(item)];
          if (role === undefined) continue;
          const data = encodeFunctionData({ abi: [item], args: item.inputs.map(zeroOf) });
          for (const account of everyone) {
            if (isHolder(role, account)) continue;
            const error = await revertOf(client.call({ account, to: address, data }), abi);
            expect(error, `${name}.${item.name} by ${account}`).to.equal("AccessManagedUnauthorized");
          }
        }
      }
    });

    it("A1 nobody but the AccessManager changes the authority", async () => {
      const client = await chain.viem.getPublicClient();
      for (const [name, { address, abi }] of Object.entries(managed)) {
        const data = encodeFunctionData({ abi, functionName: "setAuthority", args: [deployer] });
        for (const account of everyone) {
          const error = await revertOf(client.call({ account, to: address, data }), abi);
          expect(error, name).to.equal("AccessManagedUnauthorized");
        }
      }
    });

    it("A1 nobody without the role changes roles", async () => {
      const client = await chain.viem.getPublicClient();
      const { abi, address } = manager();
      const free = ["cancel", "consumeScheduledOp", "execute", "multicall", "renounceRole", "schedule"];
      for (const item of changing(abi).filter(({ name }) => !free.includes(name))) {
        const data = encodeFunctionData({ abi: [item], args: item.inputs.map(zeroOf) });
        for (const account of everyone) {
          const error = await revertOf(client.call({ account, to: address, data }), abi);
          // ADMIN may, but not without having waited.
          const expected =
            account === accounts.admin ? "AccessManagerNotScheduled" : "AccessManagerUnauthorizedAccount";
          expect(error, `${item.name} by ${account}`).to.equal(expected);
        }
      }
    });

    it("A2 holders of delayed roles do nothing that was not scheduled", async () => {
      const client = await chain.viem.getPublicClient();
      for (const [name, { address, abi }] of Object.entries(managed) as [ManagedContract, Managed][]) {
        for (const item of changing(abi)) {
          const role = (FUNCTION_ROLES[name] as Record<string, RoleName>)[signatureOf(item)];
          if (role === undefined || ROLES[role].delay === 0n) continue;
          const data = encodeFunctionData({ abi: [item], args: item.inputs.map(zeroOf) });
          const account = holderOf(role);
          if (account === undefined) continue;
          const error = await revertOf(client.call({ account, to: address, data }), manager().abi);
          expect(error, `${name}.${item.name}`).to.equal("AccessManagerNotScheduled");
        }
      }
    });

    it("A4 the implementation of asset tokens cannot be initialised, not even by the registry", async () => {
      const { assetToken, assetRegistry } = chain.contracts;
      const client = await chain.viem.getPublicClient();
      const item = changing(assetToken.abi).find(({ name }) => name === "initialize");
      if (item === undefined) expect.fail("initialize is gone");
      const data = encodeFunctionData({ abi: [item], args: item.inputs.map(zeroOf) });
      for (const account of [...everyone, assetRegistry.address]) {
        const error = await revertOf(client.call({ account, to: assetToken.address, data }), assetToken.abi);
        const expected =
          account === assetRegistry.address ? "InvalidInitialization" : "AssetTokenOnlyRegistry";
        expect(error).to.equal(expected);
      }
    });

    it("A5 the deployer holds no role, no token and no power to attest", async () => {
      for (const { id } of Object.values(ROLES)) {
        expect(await manager().read.hasRole([id, deployer])).to.deep.equal([false, 0]);
      }
      const { qtiToken, testDollar, identityRegistry } = chain.contracts;
      expect(await qtiToken.read.balanceOf([deployer])).to.equal(0n);
      expect(await testDollar.read.balanceOf([deployer])).to.equal(0n);
      expect(await identityRegistry.read.isAttester([deployer])).to.equal(false);
    });
  });
});

function changing(abi: Abi): AbiFunction[] {
  return abi.filter(
    (item): item is AbiFunction =>
      item.type === "function" && item.stateMutability !== "view" && item.stateMutability !== "pure",
  );
}

/** `name(types)`, structs as tuples, as selectors are computed. */
function signatureOf(item: AbiFunction): string {
  return toFunctionSignature(item);
}

/** The zero of any type, so that every function can be called. */
function zeroOf(parameter: AbiParameter): unknown {
  const { type } = parameter;
  if (type.endsWith("]")) return [];
  if (type === "tuple" && "components" in parameter) {
    return Object.fromEntries(parameter.components.map((part) => [part.name, zeroOf(part)]));
  }
  if (type === "address") return zeroAddress;
  if (type === "bool") return false;
  if (type === "string") return "";
  if (type.startsWith("bytes"))
    return type === "bytes" ? "0x" : (zeroHash.slice(0, 2 + 2 * Number(type.slice(5))) as Hex);
  return Number(type.replace(/\D/g, "")) <= 48 ? 0 : 0n;
}

function contractOf<const A extends Abi>({ address, abi }: { address: Address; abi: A }) {
  return { address, abi };
}

/** Name of the custom error with which a call reverts. */
async function revertOf(call: Promise<unknown>, abi: Abi): Promise<string> {
  try {
    await call;
    return "succeeded";
  } catch (error) {
    const data = error instanceof BaseError ? findData(error) : undefined;
    if (data === undefined) throw error;
    return decodeErrorResult({ abi, data }).errorName;
  }
}

/** The revert data, wherever in the chain of causes the transport left it. */
function findData(error: unknown): Hex | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("data" in error && isHex(error.data) && error.data !== "0x") return error.data;
  for (const next of ["data" in error ? error.data : undefined, "cause" in error ? error.cause : undefined]) {
    const found = findData(next);
    if (found !== undefined) return found;
  }
  return undefined;
}
