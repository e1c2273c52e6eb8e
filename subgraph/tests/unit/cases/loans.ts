import { blocks, joined, logId, numberOf, type TestCase, timeOf, word } from "../case.ts";
import { type Events, emit, type TestEvent } from "../events.ts";
import {
  activated,
  ada,
  ben,
  cleo,
  dollar,
  dollars,
  house,
  markets,
  moved,
  rateModel,
  share,
  tokenized,
} from "../people.ts";

const id = word(50);
const oracle = `0x${"0a".repeat(20)}` as const;
const wad = 10n ** 18n;
const position = joined(id, ada);
const zero = `0x${"0".repeat(40)}` as const;

type Event<name extends string> = name extends `${infer event}`
  ? Events[`LendingMarkets.${event}` & keyof Events]
  : never;

/** A market of the house's shares for dollars, as a transaction makes it. */
export const created = (regulated = true, tx = 50): readonly TestEvent[] => [
  emit("LendingMarkets.OracleListed", { oracle, listed: true }),
  emit("LendingMarkets.RateModelListed", { rateModel, listed: true }),
  emit(
    "LendingMarkets.MarketCreated",
    {
      id,
      params: {
        loanToken: dollars,
        collateral: house,
        oracle,
        rateModel,
        lltv: (7n * wad) / 10n,
        dust: 5n * dollar,
      },
      regulated,
    },
    { tx },
  ),
  emit("LendingMarkets.CapsSet", { id, supplyCap: 1_000n, borrowCap: 800n }, { tx }),
];
const accrued = (rate: bigint, interest: bigint) =>
  emit("LendingMarkets.InterestAccrued", { id, rate, interest });
const supplied = (over: Partial<Event<"Supplied">> = {}) =>
  emit("LendingMarkets.Supplied", { id, caller: ada, account: ada, assets: 100n, shares: 100_000n, ...over });
const pledged = (assets: bigint, tx?: number, caller = ada) =>
  emit(
    "LendingMarkets.CollateralSupplied",
    { id, caller, account: ada, assets },
    tx === undefined ? {} : { tx },
  );
const borrowed = (over: Partial<Event<"Borrowed">> = {}) =>
  emit("LendingMarkets.Borrowed", {
    id,
    caller: ada,
    account: ada,
    receiver: ada,
    assets: 50n,
    shares: 50_000n,
    ...over,
  });
const liquidated = (over: Partial<Event<"Liquidated">> = {}, tx?: number) =>
  emit(
    "LendingMarkets.Liquidated",
    {
      id,
      caller: ben,
      borrower: ada,
      repaid: 20n,
      repaidShares: 20_000n,
      seized: 4n,
      badDebt: 0n,
      badShares: 0n,
      ...over,
    },
    tx === undefined ? {} : { tx },
  );
const system = emit("IdentityRegistry.SystemContractSet", { account: markets, allowed: true });
/** The house is there, and Ada gets a hundred of its shares. */
const opened = [system, tokenized(), activated()];
const minted = moved(zero, ada, 100n * share);

export const loansCases: readonly TestCase[] = [
  {
    of: "LendingMarkets.OracleListed",
    name: "an oracle is listed, and taken off again",
    blocks: blocks(
      [emit("LendingMarkets.OracleListed", { oracle, listed: true })],
      [emit("LendingMarkets.OracleListed", { oracle, listed: false })],
    ),
    expect: [
      {
        query: `{ before: lendingOracle(id: "${oracle}", block: { number: ${numberOf(0)} }) { listed } }`,
        answer: { before: { listed: true } },
      },
      {
        query: `{ lendingOracles { id listed updatedAt } lendingProtocols { id marketCount pausedUntil }
          transactions(orderBy: sequence) { domain kind account { id } } }`,
        answer: {
          lendingOracles: [{ id: oracle, listed: false, updatedAt: String(timeOf(1)) }],
          lendingProtocols: [{ id: markets, marketCount: 0, pausedUntil: "0" }],
          transactions: [
            { domain: "LOANS", kind: "ORACLE_LISTED", account: { id: oracle } },
            { domain: "LOANS", kind: "ORACLE_DELISTED", account: { id: oracle } },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.RateModelListed",
    name: "a rate model is listed, and taken off again",
    blocks: blocks(
      [emit("LendingMarkets.RateModelListed", { rateModel, listed: true })],
      [emit("LendingMarkets.RateModelListed", { rateModel, listed: false })],
    ),
    expect: [
      {
        query: `{ lendingRateModels { id listed } transactions(orderBy: sequence) { kind account { id } } }`,
        answer: {
          lendingRateModels: [{ id: rateModel, listed: false }],
          transactions: [
            { kind: "RATE_MODEL_LISTED", account: { id: rateModel } },
            { kind: "RATE_MODEL_DELISTED", account: { id: rateModel } },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.MarketCreated",
    name: "a market is what it is for ever, and its first caps are no news of their own",
    blocks: blocks([tokenized(), ...created()]),
    expect: [
      {
        query: `{ lendingMarkets { id protocol { id } loanToken collateral asset { id } regulated oracle { listed } rateModel { listed } lltv dust
          supplyCap borrowCap supplied borrowed utilization accruedAt positionCount createdAt } }`,
        answer: {
          lendingMarkets: [
            {
              id,
              protocol: { id: markets },
              loanToken: dollars,
              collateral: house,
              asset: { id: house },
              regulated: true,
              oracle: { listed: true },
              rateModel: { listed: true },
              lltv: String((7n * wad) / 10n),
              dust: String(5n * dollar),
              supplyCap: "1000",
              borrowCap: "800",
              supplied: "0",
              borrowed: "0",
              utilization: "0",
              accruedAt: String(timeOf(0)),
              positionCount: 0,
              createdAt: String(timeOf(0)),
            },
          ],
        },
      },
      {
        query: `{ asset(id: "${house}") { lendingMarkets { id } } protocols { lendingMarketCount } lendingProtocols { marketCount }
          transactions(where: { kind_in: [LENDING_MARKET_CREATED, LENDING_CAPS_SET] }) { kind account { id } asset { id } money lendingMarket { id } } }`,
        answer: {
          asset: { lendingMarkets: [{ id }] },
          protocols: [{ lendingMarketCount: 1 }],
          lendingProtocols: [{ marketCount: 1 }],
          transactions: [
            {
              kind: "LENDING_MARKET_CREATED",
              account: { id: markets },
              asset: { id: house },
              money: dollars,
              lendingMarket: { id },
            },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.CapsSet",
    name: "caps that change later are news; those of an unknown market are nothing",
    blocks: blocks(
      created(false),
      [emit("LendingMarkets.CapsSet", { id, supplyCap: 5n, borrowCap: 4n })],
      [emit("LendingMarkets.CapsSet", { id: word(99), supplyCap: 5n, borrowCap: 4n })],
    ),
    expect: [
      {
        query: `{ lendingMarkets { supplyCap borrowCap asset { id } }
          transactions(where: { kind: LENDING_CAPS_SET }) { lendingMarket { id } } }`,
        answer: {
          lendingMarkets: [{ supplyCap: "5", borrowCap: "4", asset: null }],
          transactions: [{ lendingMarket: { id } }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.InterestAccrued",
    name: "interest is added to both totals, and its rate is a point of the history",
    blocks: blocks(
      [...created(false), supplied(), pledged(9n), borrowed()],
      [accrued(1_000n, 10n)],
      [accrued(500n, 0n)],
    ),
    expect: [
      {
        query: `{ before: lendingMarket(id: "${id}", block: { number: ${numberOf(1)} }) {
          supplied borrowed supplyShares borrowShares cumulativeInterest borrowRate supplyRate utilization accruedAt } }`,
        answer: {
          before: {
            supplied: "110",
            borrowed: "60",
            supplyShares: "100000",
            borrowShares: "50000",
            cumulativeInterest: "10",
            borrowRate: "1000",
            supplyRate: "545",
            utilization: "545454545454545454",
            accruedAt: String(timeOf(1)),
          },
        },
      },
      {
        query: `{ now: lendingMarkets { borrowRate cumulativeInterest accruedAt }
          lendingMarketStats_collection(interval: day, current: include) { supplied borrowed collateralAmount borrowRate borrowRateHigh borrowRateLow utilizationHigh changes }
          lendingFlowStats_collection(interval: day, current: include) { deposited borrowed interest } }`,
        answer: {
          now: [{ borrowRate: "500", cumulativeInterest: "10", accruedAt: String(timeOf(2)) }],
          lendingMarketStats_collection: [
            {
              supplied: "110",
              borrowed: "60",
              collateralAmount: "9",
              borrowRate: "500",
              borrowRateHigh: "1000",
              borrowRateLow: "0",
              utilizationHigh: "545454545454545454",
              changes: 5,
            },
          ],
          lendingFlowStats_collection: [{ deposited: "100", borrowed: "50", interest: "10" }],
        },
      },
    ],
  },
  {
    of: "InterestRateModel.RateMoved",
    name: "the rate at the target is that of the market, and another contract's is not",
    blocks: blocks([
      ...created(false),
      emit("InterestRateModel.RateMoved", { market: markets, id, rateAtTarget: 77n }),
      emit("InterestRateModel.RateMoved", { market: ben, id, rateAtTarget: 99n }),
      emit("InterestRateModel.RateMoved", { market: markets, id: word(99), rateAtTarget: 99n }),
    ]),
    expect: [
      { query: "{ lendingMarkets { rateAtTarget } }", answer: { lendingMarkets: [{ rateAtTarget: "77" }] } },
    ],
  },
  {
    of: "LendingMarkets.Supplied",
    name: "who lends has shares, whoever paid for them",
    blocks: blocks([...created(false), supplied(), supplied({ caller: ben, assets: 7n, shares: 7_000n })]),
    expect: [
      {
        query: `{ lendingPositions { id account { id } supplyShares borrowShares collateral deposited withdrawn createdAt }
          lendingMarkets { supplied supplyShares cumulativeDeposit positionCount openPositionCount lendingPositionCount borrowingPositionCount }
          lendingProtocols { positionCount borrowingPositionCount } protocols { lendingPositionCount } }`,
        answer: {
          lendingPositions: [
            {
              id: position,
              account: { id: ada },
              supplyShares: "107000",
              borrowShares: "0",
              collateral: "0",
              deposited: "107",
              withdrawn: "0",
              createdAt: String(timeOf(0)),
            },
          ],
          lendingMarkets: [
            {
              supplied: "107",
              supplyShares: "107000",
              cumulativeDeposit: "107",
              positionCount: 1,
              openPositionCount: 1,
              lendingPositionCount: 1,
              borrowingPositionCount: 0,
            },
          ],
          lendingProtocols: [{ positionCount: 1, borrowingPositionCount: 0 }],
          protocols: [{ lendingPositionCount: 1 }],
        },
      },
      {
        query: `{ lendingEvents(orderBy: sequence) { id kind account { id } caller { id } receiver { id } assets shares supplySharesAfter }
          transactions(where: { kind: LOAN_SUPPLIED }, orderBy: sequence) { account { id } counterparty { id } amount moneyAmount money lendingEvent { id } } }`,
        answer: {
          lendingEvents: [
            {
              id: logId(0, 4),
              kind: "SUPPLIED",
              account: { id: ada },
              caller: { id: ada },
              receiver: null,
              assets: "100",
              shares: "100000",
              supplySharesAfter: "100000",
            },
            {
              id: logId(0, 5),
              kind: "SUPPLIED",
              account: { id: ada },
              caller: { id: ben },
              receiver: null,
              assets: "7",
              shares: "7000",
              supplySharesAfter: "107000",
            },
          ],
          transactions: [
            {
              account: { id: ada },
              counterparty: null,
              amount: null,
              moneyAmount: "100",
              money: dollars,
              lendingEvent: { id: logId(0, 4) },
            },
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: null,
              moneyAmount: "7",
              money: dollars,
              lendingEvent: { id: logId(0, 5) },
            },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.Withdrawn",
    name: "who takes everything out lends no longer; what was withdrawn stays known",
    blocks: blocks(
      [...created(false), supplied()],
      [
        emit("LendingMarkets.Withdrawn", {
          id,
          caller: ben,
          account: ada,
          receiver: cleo,
          assets: 103n,
          shares: 100_000n,
        }),
      ],
    ),
    expect: [
      {
        query: `{ lendingPositions { supplyShares deposited withdrawn } lendingMarkets { supplyShares cumulativeWithdraw openPositionCount lendingPositionCount positionCount }
          lendingEvents(where: { kind: WITHDRAWN }) { caller { id } receiver { id } assets shares }
          transactions(where: { kind: LOAN_WITHDRAWN }) { account { id } counterparty { id } moneyAmount } }`,
        answer: {
          lendingPositions: [{ supplyShares: "0", deposited: "100", withdrawn: "103" }],
          lendingMarkets: [
            {
              supplyShares: "0",
              cumulativeWithdraw: "103",
              openPositionCount: 0,
              lendingPositionCount: 0,
              positionCount: 1,
            },
          ],
          lendingEvents: [{ caller: { id: ben }, receiver: { id: cleo }, assets: "103", shares: "100000" }],
          transactions: [{ account: { id: ada }, counterparty: { id: cleo }, moneyAmount: "103" }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.Borrowed",
    name: "who borrows owes shares of what is borrowed",
    blocks: blocks([
      ...created(false),
      supplied({ account: ben }),
      pledged(9n),
      borrowed({ receiver: cleo }),
    ]),
    expect: [
      {
        query: `{ lendingPositions(where: { borrowShares_gt: 0 }) { account { id } borrowShares borrowed collateral }
          lendingMarkets { borrowed borrowShares cumulativeBorrow borrowingPositionCount utilization collateralAmount }
          lendingProtocols { borrowingPositionCount }
          transactions(where: { kind: LOAN_BORROWED }) { account { id } counterparty { id } moneyAmount money } }`,
        answer: {
          lendingPositions: [
            { account: { id: ada }, borrowShares: "50000", borrowed: "50", collateral: "9" },
          ],
          lendingMarkets: [
            {
              borrowed: "50",
              borrowShares: "50000",
              cumulativeBorrow: "50",
              borrowingPositionCount: 1,
              utilization: "500000000000000000",
              collateralAmount: "9",
            },
          ],
          lendingProtocols: [{ borrowingPositionCount: 1 }],
          transactions: [
            { account: { id: ada }, counterparty: { id: cleo }, moneyAmount: "50", money: dollars },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.Repaid",
    name: "a payment that is rounded up takes no more than there is",
    blocks: blocks(
      [...created(false), supplied({ account: ben }), pledged(9n), borrowed()],
      [emit("LendingMarkets.Repaid", { id, caller: ben, account: ada, assets: 51n, shares: 50_000n })],
    ),
    expect: [
      {
        query: `{ lendingPosition(id: "${position}") { borrowShares borrowed repaid }
          lendingMarkets { borrowed borrowShares cumulativeRepay borrowingPositionCount openPositionCount }
          lendingProtocols { borrowingPositionCount }
          transactions(where: { kind: LOAN_REPAID }) { account { id } counterparty { id } moneyAmount } }`,
        answer: {
          lendingPosition: { borrowShares: "0", borrowed: "50", repaid: "51" },
          lendingMarkets: [
            {
              borrowed: "0",
              borrowShares: "0",
              cumulativeRepay: "51",
              borrowingPositionCount: 0,
              openPositionCount: 2,
            },
          ],
          lendingProtocols: [{ borrowingPositionCount: 0 }],
          transactions: [{ account: { id: ada }, counterparty: { id: ben }, moneyAmount: "51" }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.CollateralSupplied",
    name: "shares that are pledged stay their owner's, who holds them no longer; pledge and move are one row",
    blocks: blocks(
      opened,
      [minted, ...created()],
      [
        emit("IdentityRegistry.AccountPledged", { account: ada }, { tx: 9 }),
        pledged(60n * share, 9),
        moved(ada, markets, 60n * share, 9),
      ],
      [moved(ada, markets, 5n * share, 10)],
    ),
    expect: [
      {
        query: `{ holding(id: "${joined(house, ada)}") { balance pledged } custody: holding(id: "${joined(house, markets)}") { balance pledged }
          assets { holderCount } protocols { holdingCount } account(id: "${ada}") { hasPledged } }`,
        answer: {
          holding: { balance: String(35n * share), pledged: String(60n * share) },
          custody: { balance: String(65n * share), pledged: "0" },
          assets: [{ holderCount: 1 }],
          protocols: [{ holdingCount: 1 }],
          account: { hasPledged: true },
        },
      },
      {
        query: `{ transfers(orderBy: sequence) { kind amount }
          transactions(where: { kind_in: [COLLATERAL_SUPPLIED, SHARES_TRANSFERRED] }, orderBy: sequence) {
            domain kind account { id } counterparty { id } asset { id } amount token moneyAmount transfer { kind } lendingEvent { kind collateral } } }`,
        answer: {
          transfers: [
            { kind: "MINT", amount: String(100n * share) },
            { kind: "PLEDGE", amount: String(60n * share) },
            { kind: "TRANSFER", amount: String(5n * share) },
          ],
          transactions: [
            {
              domain: "LOANS",
              kind: "COLLATERAL_SUPPLIED",
              account: { id: ada },
              counterparty: null,
              asset: { id: house },
              amount: String(60n * share),
              token: house,
              moneyAmount: null,
              transfer: { kind: "PLEDGE" },
              lendingEvent: { kind: "COLLATERAL_SUPPLIED", collateral: String(60n * share) },
            },
            {
              domain: "ASSETS",
              kind: "SHARES_TRANSFERRED",
              account: { id: ada },
              counterparty: { id: markets },
              asset: { id: house },
              amount: String(5n * share),
              token: house,
              moneyAmount: null,
              transfer: { kind: "TRANSFER" },
              lendingEvent: null,
            },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.CollateralSupplied",
    name: "what a callback of the owner does in between hides no pledge",
    blocks: blocks(
      opened,
      [minted, ...created()],
      [
        pledged(60n * share, 9),
        moved(ada, ben, 1n * share, 9),
        emit("QtiToken.Transfer", { from: ada, to: cleo, value: 1n }, { tx: 9 }),
        moved(ada, markets, 60n * share, 9),
      ],
    ),
    expect: [
      {
        query:
          "{ transfers(orderBy: sequence) { kind } protocols { totals { transferCount transactionCount } } }",
        answer: {
          transfers: [{ kind: "MINT" }, { kind: "TRANSFER" }, { kind: "PLEDGE" }],
          protocols: [{ totals: { transferCount: 3, transactionCount: "10" } }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.CollateralWithdrawn",
    name: "a pledge that is given back is its owner's to hold again",
    blocks: blocks(
      opened,
      [minted, ...created()],
      [pledged(100n * share, 9), moved(ada, markets, 100n * share, 9)],
      [
        emit(
          "LendingMarkets.CollateralWithdrawn",
          { id, caller: ada, account: ada, receiver: ada, assets: 40n * share },
          { tx: 10 },
        ),
        moved(markets, ada, 40n * share, 10),
      ],
    ),
    expect: [
      {
        query: `{ before: asset(id: "${house}", block: { number: ${numberOf(2)} }) { holderCount } }`,
        answer: { before: { holderCount: 0 } },
      },
      {
        query: `{ holding(id: "${joined(house, ada)}") { balance pledged } assets { holderCount } lendingMarkets { collateralAmount }
          lendingPositions { collateral } transactions(where: { kind: COLLATERAL_WITHDRAWN }) { account { id } counterparty { id } amount transfer { kind } } }`,
        answer: {
          holding: { balance: String(40n * share), pledged: String(60n * share) },
          assets: [{ holderCount: 1 }],
          lendingMarkets: [{ collateralAmount: String(60n * share) }],
          lendingPositions: [{ collateral: String(60n * share) }],
          transactions: [
            {
              account: { id: ada },
              counterparty: null,
              amount: String(40n * share),
              transfer: { kind: "RELEASE" },
            },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.Liquidated",
    name: "a liquidator pays debt and takes shares for it",
    blocks: blocks(
      opened,
      [minted, ...created(), supplied({ account: cleo })],
      [pledged(100n * share, 9), moved(ada, markets, 100n * share, 9), borrowed()],
      [
        emit("LendingMarkets.PositionFlagged", { id, borrower: ada, flaggedAt: timeOf(2) }),
        liquidated({ seized: 30n * share }, 11),
        moved(markets, ben, 30n * share, 11),
      ],
    ),
    expect: [
      {
        query: `{ lendingPosition(id: "${position}") { borrowShares collateral liquidated seized badDebt liquidationCount flaggedAt }
          lendingMarkets { borrowed borrowShares supplied collateralAmount cumulativeLiquidate cumulativeSeized badDebt liquidationCount }
          lendingProtocols { liquidationCount } protocols { liquidationCount } holding(id: "${joined(house, ada)}") { balance pledged }
          assets { holderCount } }`,
        answer: {
          lendingPosition: {
            borrowShares: "30000",
            collateral: String(70n * share),
            liquidated: "20",
            seized: String(30n * share),
            badDebt: "0",
            liquidationCount: 1,
            flaggedAt: String(timeOf(2)),
          },
          lendingMarkets: [
            {
              borrowed: "30",
              borrowShares: "30000",
              supplied: "100",
              collateralAmount: String(70n * share),
              cumulativeLiquidate: "20",
              cumulativeSeized: String(30n * share),
              badDebt: "0",
              liquidationCount: 1,
            },
          ],
          lendingProtocols: [{ liquidationCount: 1 }],
          protocols: [{ liquidationCount: 1 }],
          holding: { balance: "0", pledged: String(70n * share) },
          assets: [{ holderCount: 1 }],
        },
      },
      {
        query: `{ lendingEvents(where: { kind: LIQUIDATED }) { account { id } caller { id } assets shares collateral badDebt borrowSharesAfter flaggedAt }
          transactions(where: { kind: POSITION_LIQUIDATED }) { account { id } counterparty { id } amount token moneyAmount money transfer { kind } } }`,
        answer: {
          lendingEvents: [
            {
              account: { id: ada },
              caller: { id: ben },
              assets: "20",
              shares: "20000",
              collateral: String(30n * share),
              badDebt: "0",
              borrowSharesAfter: "30000",
              flaggedAt: String(timeOf(2)),
            },
          ],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(30n * share),
              token: house,
              moneyAmount: "20",
              money: dollars,
              transfer: { kind: "SEIZURE" },
            },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.Liquidated",
    name: "what all collateral does not pay for is the lenders' loss at once, and the sale is over",
    blocks: blocks(
      [...created(false), supplied({ account: cleo }), pledged(9n), borrowed()],
      [
        emit("LendingMarkets.PositionFlagged", { id, borrower: ada, flaggedAt: timeOf(1) }),
        liquidated({ seized: 9n, badDebt: 30n, badShares: 30_000n }),
      ],
    ),
    expect: [
      {
        query: `{ lendingPosition(id: "${position}") { borrowShares collateral liquidated badDebt flaggedAt }
          lendingMarkets { borrowed borrowShares supplied supplyShares badDebt borrowingPositionCount openPositionCount }
          lendingEvents(where: { kind: LIQUIDATED }) { badDebt badShares flaggedAt }
          lendingFlowStats_collection(interval: day, current: include) { liquidated seized badDebt } }`,
        answer: {
          lendingPosition: {
            borrowShares: "0",
            collateral: "0",
            liquidated: "20",
            badDebt: "30",
            flaggedAt: "0",
          },
          lendingMarkets: [
            {
              borrowed: "0",
              borrowShares: "0",
              supplied: "70",
              supplyShares: "100000",
              badDebt: "30",
              borrowingPositionCount: 0,
              openPositionCount: 1,
            },
          ],
          lendingEvents: [{ badDebt: "30", badShares: "30000", flaggedAt: String(timeOf(1)) }],
          lendingFlowStats_collection: [{ liquidated: "20", seized: "9", badDebt: "30" }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.PositionFlagged",
    name: "a position is flagged, and unflagged when it is healthy",
    blocks: blocks(
      [...created(false), supplied({ account: cleo }), pledged(9n), borrowed()],
      [emit("LendingMarkets.PositionFlagged", { id, borrower: ada, flaggedAt: timeOf(1) })],
      [emit("LendingMarkets.PositionFlagged", { id, borrower: ada, flaggedAt: 0 })],
    ),
    expect: [
      {
        query: `{ before: lendingPosition(id: "${position}", block: { number: ${numberOf(1)} }) { flaggedAt } }`,
        answer: { before: { flaggedAt: String(timeOf(1)) } },
      },
      {
        query: `{ now: lendingPosition(id: "${position}") { flaggedAt borrowShares }
          lendingEvents(where: { kind_in: [FLAGGED, UNFLAGGED] }, orderBy: sequence) { kind flaggedAt }
          transactions(where: { kind_in: [POSITION_FLAGGED, POSITION_UNFLAGGED] }, orderBy: sequence) { kind account { id } amount moneyAmount } }`,
        answer: {
          now: { flaggedAt: "0", borrowShares: "50000" },
          lendingEvents: [
            { kind: "FLAGGED", flaggedAt: String(timeOf(1)) },
            { kind: "UNFLAGGED", flaggedAt: "0" },
          ],
          transactions: [
            { kind: "POSITION_FLAGGED", account: { id: ada }, amount: null, moneyAmount: null },
            { kind: "POSITION_UNFLAGGED", account: { id: ada }, amount: null, moneyAmount: null },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.PositionRecovered",
    name: "pledge and debt of a lost account go to its successor with their history; what it lent stays",
    blocks: blocks(
      opened,
      [minted, ...created(), supplied()],
      [pledged(9n, 9), moved(ada, markets, 9n, 9), borrowed()],
      [
        emit("LendingMarkets.PositionRecovered", {
          id,
          lost: ada,
          successor: ben,
          collateral: 9n,
          borrowShares: 50_000n,
        }),
      ],
    ),
    expect: [
      {
        query: `{ lendingPositions(orderBy: borrowShares) { account { id } supplyShares borrowShares collateral deposited borrowed }
          lendingMarkets { positionCount openPositionCount borrowingPositionCount collateralAmount borrowShares }
          lost: holding(id: "${joined(house, ada)}") { pledged } successor: holding(id: "${joined(house, ben)}") { pledged balance }
          transactions(where: { kind: POSITION_RECOVERED }) { account { id } counterparty { id } amount } }`,
        answer: {
          lendingPositions: [
            {
              account: { id: ada },
              supplyShares: "100000",
              borrowShares: "0",
              collateral: "0",
              deposited: "100",
              borrowed: "0",
            },
            {
              account: { id: ben },
              supplyShares: "0",
              borrowShares: "50000",
              collateral: "9",
              deposited: "0",
              borrowed: "50",
            },
          ],
          lendingMarkets: [
            {
              positionCount: 2,
              openPositionCount: 2,
              borrowingPositionCount: 1,
              collateralAmount: "9",
              borrowShares: "50000",
            },
          ],
          lost: { pledged: "0" },
          successor: { pledged: "9", balance: "0" },
          transactions: [{ account: { id: ada }, counterparty: { id: ben }, amount: "9" }],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.AuthorizationSet",
    name: "who may act for an account may no longer when it says so",
    blocks: blocks(
      [emit("LendingMarkets.AuthorizationSet", { authorizer: ada, authorized: ben, isAuthorized: true })],
      [emit("LendingMarkets.AuthorizationSet", { authorizer: ada, authorized: ben, isAuthorized: false })],
    ),
    expect: [
      {
        query: `{ before: lendingAuthorization(id: "${joined(ada, ben)}", block: { number: ${numberOf(0)} }) { isAuthorized } }`,
        answer: { before: { isAuthorized: true } },
      },
      {
        query: `{ account(id: "${ada}") { lendingAuthorizations { authorized { id } isAuthorized } }
          transactions(orderBy: sequence) { kind account { id } counterparty { id } } }`,
        answer: {
          account: { lendingAuthorizations: [{ authorized: { id: ben }, isAuthorized: false }] },
          transactions: [
            { kind: "LENDING_AUTHORIZED", account: { id: ada }, counterparty: { id: ben } },
            { kind: "LENDING_UNAUTHORIZED", account: { id: ada }, counterparty: { id: ben } },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.PauseSet",
    name: "a pause of the markets names the contract",
    blocks: blocks(
      [emit("LendingMarkets.PauseSet", { until: timeOf(9) })],
      [emit("LendingMarkets.PauseSet", { until: 0 })],
    ),
    expect: [
      {
        query: `{ before: lendingProtocol(id: "${markets}", block: { number: ${numberOf(0)} }) { pausedUntil } }`,
        answer: { before: { pausedUntil: String(timeOf(9)) } },
      },
      {
        query: "{ lendingProtocols { pausedUntil } transactions(orderBy: sequence) { kind account { id } } }",
        answer: {
          lendingProtocols: [{ pausedUntil: "0" }],
          transactions: [
            { kind: "LOANS_PAUSED", account: { id: markets } },
            { kind: "LOANS_UNPAUSED", account: { id: markets } },
          ],
        },
      },
    ],
  },
  {
    of: "LendingMarkets.MoneyListed",
    name: "the markets keep their own list of money",
    blocks: blocks([emit("LendingMarkets.MoneyListed", { money: dollars, listed: true })]),
    expect: [
      {
        query: "{ moneyListings { id use money listed } transactions { kind domain account { id } money } }",
        answer: {
          moneyListings: [{ id: joined(markets, dollars), use: "LENDING", money: dollars, listed: true }],
          transactions: [{ kind: "MONEY_LISTED", domain: "LOANS", account: { id: markets }, money: dollars }],
        },
      },
    ],
  },
];
