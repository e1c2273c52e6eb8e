import {
  blocks,
  joined,
  logId,
  numberOf,
  sharedTxHash,
  type TestCase,
  timeOf,
  txHash,
  word,
  zeroAddress,
} from "../case.ts";
import { type Events, emit, type TestEvent } from "../events.ts";
import {
  activated,
  ada,
  ben,
  cleo,
  dollar,
  dollars,
  exchange,
  house,
  moved,
  share,
  system,
  tokenized,
} from "../people.ts";

const askHash = word(700);
const bidHash = word(701);
const market = joined(house, dollars);
const adasShares = (): readonly TestEvent[] => [tokenized(), activated()];
const minted = (): TestEvent => moved(zeroAddress, ada, 1_000n * share);

/** Ada's ask of the house is filled by Ben: ten shares for a thousand dollars, of which nothing is a fee. */
const asked: Events["Exchange.OrderFilled"]["trade"] = {
  asset: house,
  money: dollars,
  assetAmount: 10n * share,
  moneyAmount: 1_000n * dollar,
  fee: 0n,
  window: 0,
  filled: 10n * share,
  bid: false,
};
const askFilled = (over: Partial<typeof asked> = {}, tx?: number): TestEvent =>
  emit(
    "Exchange.OrderFilled",
    { orderHash: askHash, maker: ada, taker: ben, trade: { ...asked, ...over } },
    tx === undefined ? {} : { tx },
  );
/** Ben's bid is filled by Ada: three shares for a hundred dollars, one dollar of which Ada goes without. */
const bidFilled = (over: Partial<typeof asked> = {}, tx?: number): TestEvent =>
  emit(
    "Exchange.OrderFilled",
    {
      orderHash: bidHash,
      maker: ben,
      taker: ada,
      trade: {
        ...asked,
        assetAmount: 3n * share,
        moneyAmount: 100n * dollar,
        fee: dollar,
        filled: 100n * dollar,
        bid: true,
        ...over,
      },
    },
    tx === undefined ? {} : { tx },
  );
/** Cleo brings Ada's ask and Ben's bid together. */
const matched = (tx: number): TestEvent =>
  emit(
    "Exchange.OrdersMatched",
    {
      askHash,
      bidHash,
      caller: cleo,
      trade: {
        asset: house,
        money: dollars,
        seller: ada,
        buyer: ben,
        assetAmount: 2n * share,
        askProceeds: 210n * dollar,
        bidCost: 215n * dollar,
        fee: 4n * dollar,
        tip: dollar,
        askWindow: 1,
        askFilled: 2n * share,
        bidWindow: 0,
        bidFilled: 220n * dollar,
      },
    },
    { tx },
  );
const tradeFields = `id kind market { id } asset { id } money seller { id } buyer { id } ask { id } bid { id } maker { id } taker { id } matcher { id }
  assetAmount moneyAmount price fee tip proceeds cost askWindow askFilled bidWindow bidFilled transfer { id } sequence blockNumber timestamp
  transactionHash logIndex`;
const rowFields = `id domain kind account { id } counterparty { id } asset { id } amount token moneyAmount fee money trade { id } order { id }
  transfer { id kind }`;

export const exchangeCases: readonly TestCase[] = [
  {
    of: "Exchange.OrderFilled",
    name: "a taken ask is a trade at its price, one row of history, and the move of its shares is no other",
    blocks: blocks(
      adasShares(),
      [minted()],
      [askFilled({ fee: 5n * dollar }, 3), moved(ada, ben, 10n * share, 3)],
    ),
    expect: [
      {
        query: `{ trades { ${tradeFields} } }`,
        answer: {
          trades: [
            {
              id: logId(2, 0, 3),
              kind: "ASK_FILLED",
              market: { id: market },
              asset: { id: house },
              money: dollars,
              seller: { id: ada },
              buyer: { id: ben },
              ask: { id: askHash },
              bid: null,
              maker: { id: ada },
              taker: { id: ben },
              matcher: null,
              assetAmount: String(10n * share),
              moneyAmount: String(1_000n * dollar),
              price: String(100n * dollar),
              fee: String(5n * dollar),
              tip: "0",
              proceeds: String(1_000n * dollar),
              cost: String(1_005n * dollar),
              askWindow: "0",
              askFilled: String(10n * share),
              bidWindow: null,
              bidFilled: null,
              transfer: { id: logId(2, 1, 3) },
              sequence: String(numberOf(2) * 1_000_000),
              blockNumber: String(numberOf(2)),
              timestamp: String(timeOf(2)),
              transactionHash: sharedTxHash(3),
              logIndex: 0,
            },
          ],
        },
      },
      {
        query: `{ transactions(where: { timestamp: ${timeOf(2)} }) { ${rowFields} } }`,
        answer: {
          transactions: [
            {
              id: logId(2, 0, 3),
              domain: "EXCHANGE",
              kind: "ORDER_FILLED",
              account: { id: ada },
              counterparty: { id: ben },
              asset: { id: house },
              amount: String(10n * share),
              token: house,
              moneyAmount: String(1_000n * dollar),
              fee: String(5n * dollar),
              money: dollars,
              trade: { id: logId(2, 0, 3) },
              order: { id: askHash },
              transfer: { id: logId(2, 1, 3), kind: "TRADE" },
            },
          ],
        },
      },
      {
        query: `{ orders { id maker { id } market { id } asset { id } money side filled window sold bought tradeCount cancelled cancelledAt createdAt updatedAt }
          makers { id account { id } epoch orderCount tradeCount cancelAllCount updatedAt } }`,
        answer: {
          orders: [
            {
              id: askHash,
              maker: { id: ada },
              market: { id: market },
              asset: { id: house },
              money: dollars,
              side: "ASK",
              filled: String(10n * share),
              window: "0",
              sold: String(10n * share),
              bought: String(1_000n * dollar),
              tradeCount: 1,
              cancelled: false,
              cancelledAt: null,
              createdAt: String(timeOf(2)),
              updatedAt: String(timeOf(2)),
            },
          ],
          makers: [
            {
              id: ada,
              account: { id: ada },
              epoch: "0",
              orderCount: 1,
              tradeCount: 1,
              cancelAllCount: 0,
              updatedAt: String(timeOf(2)),
            },
          ],
        },
      },
      {
        query: `{ exchanges { id tradeCount marketCount } protocols { marketCount totals { tradeCount transferCount transactionCount } } transfers { kind } }`,
        answer: {
          exchanges: [{ id: exchange, tradeCount: 1, marketCount: 1 }],
          // Drafted, put into circulation, minted, sold.
          protocols: [{ marketCount: 1, totals: { tradeCount: 1, transferCount: 2, transactionCount: "4" } }],
          transfers: [{ kind: "MINT" }, { kind: "TRADE" }],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "of a taken bid the taker goes without the fee, and its price has 34 digits",
    blocks: blocks(adasShares(), [minted()], [bidFilled({}, 3), moved(ada, ben, 3n * share, 3)]),
    expect: [
      {
        query: `{ trades { kind seller { id } buyer { id } ask { id } bid { id } maker { id } taker { id } price fee proceeds cost askFilled bidWindow bidFilled } }`,
        answer: {
          trades: [
            {
              kind: "BID_FILLED",
              seller: { id: ada },
              buyer: { id: ben },
              ask: null,
              bid: { id: bidHash },
              maker: { id: ben },
              taker: { id: ada },
              price: `33333333.${"3".repeat(26)}`,
              fee: String(dollar),
              proceeds: String(99n * dollar),
              cost: String(100n * dollar),
              askFilled: null,
              bidWindow: "0",
              bidFilled: String(100n * dollar),
            },
          ],
        },
      },
      {
        query: `{ orders { side sold bought } transactions(where: { domain: EXCHANGE }) { account { id } counterparty { id } amount moneyAmount fee order { id } } }`,
        answer: {
          orders: [{ side: "BID", sold: String(100n * dollar), bought: String(3n * share) }],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(3n * share),
              moneyAmount: String(99n * dollar),
              fee: String(dollar),
              order: { id: bidHash },
            },
          ],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "a standing order counts anew in each window, and what it sold in all stays",
    blocks: blocks(
      adasShares(),
      [minted()],
      [askFilled({ filled: 10n * share })],
      [askFilled({ filled: 20n * share })],
      [askFilled({ window: 3, filled: 10n * share })],
    ),
    expect: [
      {
        query:
          "{ orders { filled window sold bought tradeCount createdAt updatedAt } makers { orderCount tradeCount } }",
        answer: {
          orders: [
            {
              filled: String(10n * share),
              window: "3",
              sold: String(30n * share),
              bought: String(3_000n * dollar),
              tradeCount: 3,
              createdAt: String(timeOf(2)),
              updatedAt: String(timeOf(4)),
            },
          ],
          makers: [{ orderCount: 1, tradeCount: 3 }],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "a market has its last price, volumes and fees, and candles by hour and day",
    blocks: blocks(
      adasShares(),
      [minted()],
      [askFilled()],
      [askFilled({ moneyAmount: 3_000n * dollar, fee: dollar, filled: 20n * share })],
      [askFilled({ moneyAmount: 500n * dollar, filled: 30n * share })],
      [askFilled({ moneyAmount: 2_000n * dollar, filled: 40n * share })],
    ),
    expect: [
      {
        query: `{ markets { id asset { id } money lastPrice lastTrade { id } lastTradeAt assetVolume moneyVolume fees tips tradeCount orderCount createdAt updatedAt } }`,
        answer: {
          markets: [
            {
              id: market,
              asset: { id: house },
              money: dollars,
              lastPrice: String(200n * dollar),
              lastTrade: { id: logId(5, 0) },
              lastTradeAt: String(timeOf(5)),
              assetVolume: String(40n * share),
              moneyVolume: String(6_500n * dollar),
              fees: String(dollar),
              tips: "0",
              tradeCount: 4,
              orderCount: 1,
              createdAt: String(timeOf(2)),
              updatedAt: String(timeOf(5)),
            },
          ],
        },
      },
      {
        query: `{ marketStats_collection(interval: day, current: include) { market { id } open high low close assetVolume moneyVolume fees tips trades } }`,
        answer: {
          marketStats_collection: [
            {
              market: { id: market },
              open: String(100n * dollar),
              high: String(300n * dollar),
              low: String(50n * dollar),
              close: String(200n * dollar),
              assetVolume: String(40n * share),
              moneyVolume: String(6_500n * dollar),
              fees: String(dollar),
              tips: "0",
              trades: 4,
            },
          ],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "a fill of no shares has no price and stops nothing",
    blocks: blocks(adasShares(), [askFilled({ assetAmount: 0n, moneyAmount: 1n, filled: 0n })]),
    expect: [
      {
        query: `{ trades { price } markets { lastPrice tradeCount } marketStats_collection(interval: day, current: include) { trades } }`,
        answer: {
          trades: [{ price: null }],
          markets: [{ lastPrice: "0", tradeCount: 1 }],
          marketStats_collection: [],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "amounts of 256 bits fit",
    blocks: blocks(adasShares(), [
      askFilled({
        assetAmount: 1n,
        moneyAmount: 2n ** 256n - 1n,
        fee: 2n ** 256n - 1n,
        filled: 2n ** 128n - 1n,
      }),
    ]),
    expect: [
      {
        query: "{ trades { cost } orders { filled } }",
        answer: {
          trades: [{ cost: String(2n ** 257n - 2n) }],
          orders: [{ filled: String(2n ** 128n - 1n) }],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderFilled",
    name: "a move in the same transaction between others is a row of its own",
    blocks: blocks(
      adasShares(),
      [minted()],
      [
        moved(ada, cleo, 5n, 3),
        askFilled({}, 3),
        moved(ada, ben, 10n * share, 3),
        moved(ben, cleo, 10n * share, 3),
      ],
    ),
    expect: [
      {
        query: `{ transactions(where: { timestamp: ${timeOf(2)} }, orderBy: sequence) { kind account { id } counterparty { id } } protocols { totals { transferCount } } }`,
        answer: {
          transactions: [
            { kind: "SHARES_TRANSFERRED", account: { id: ada }, counterparty: { id: cleo } },
            { kind: "ORDER_FILLED", account: { id: ada }, counterparty: { id: ben } },
            { kind: "SHARES_TRANSFERRED", account: { id: ben }, counterparty: { id: cleo } },
          ],
          protocols: [{ totals: { transferCount: 4 } }],
        },
      },
    ],
  },
  {
    of: "Exchange.OrdersMatched",
    name: "two orders brought together are one trade between their makers, and who matched is named",
    blocks: blocks(adasShares(), [minted()], [askFilled()], [matched(4), moved(ada, ben, 2n * share, 4)]),
    expect: [
      {
        query: `{ trades(where: { kind: MATCHED }) { ${tradeFields} } }`,
        answer: {
          trades: [
            {
              id: logId(3, 0, 4),
              kind: "MATCHED",
              market: { id: market },
              asset: { id: house },
              money: dollars,
              seller: { id: ada },
              buyer: { id: ben },
              ask: { id: askHash },
              bid: { id: bidHash },
              maker: null,
              taker: null,
              matcher: { id: cleo },
              assetAmount: String(2n * share),
              moneyAmount: String(210n * dollar),
              price: String(105n * dollar),
              fee: String(4n * dollar),
              tip: String(dollar),
              proceeds: String(210n * dollar),
              cost: String(215n * dollar),
              askWindow: "1",
              askFilled: String(2n * share),
              bidWindow: "0",
              bidFilled: String(220n * dollar),
              transfer: { id: logId(3, 1, 4) },
              sequence: String(numberOf(3) * 1_000_000),
              blockNumber: String(numberOf(3)),
              timestamp: String(timeOf(3)),
              transactionHash: sharedTxHash(4),
              logIndex: 0,
            },
          ],
        },
      },
      {
        query: `{ transactions(where: { kind: ORDERS_MATCHED }) { ${rowFields} } }`,
        answer: {
          transactions: [
            {
              id: logId(3, 0, 4),
              domain: "EXCHANGE",
              kind: "ORDERS_MATCHED",
              account: { id: ada },
              counterparty: { id: ben },
              asset: { id: house },
              amount: String(2n * share),
              token: house,
              moneyAmount: String(210n * dollar),
              fee: String(5n * dollar),
              money: dollars,
              trade: { id: logId(3, 0, 4) },
              order: { id: askHash },
              transfer: { id: logId(3, 1, 4), kind: "TRADE" },
            },
          ],
        },
      },
      {
        query: `{ orders { id side filled window sold bought tradeCount } markets { fees tips tradeCount orderCount moneyVolume } }`,
        answer: {
          orders: [
            {
              id: askHash,
              side: "ASK",
              filled: String(2n * share),
              window: "1",
              sold: String(12n * share),
              bought: String(1_210n * dollar),
              tradeCount: 2,
            },
            {
              id: bidHash,
              side: "BID",
              filled: String(220n * dollar),
              window: "0",
              sold: String(215n * dollar),
              bought: String(2n * share),
              tradeCount: 1,
            },
          ],
          markets: [
            {
              fees: String(4n * dollar),
              tips: String(dollar),
              tradeCount: 2,
              orderCount: 2,
              moneyVolume: String(1_210n * dollar),
            },
          ],
        },
      },
    ],
  },
  {
    of: "Exchange.OrderCancelled",
    name: "of an order that was never filled only its maker is known; of another all that its fills told",
    blocks: blocks(
      adasShares(),
      [bidFilled()],
      [
        emit("Exchange.OrderCancelled", { orderHash: askHash, maker: ada }),
        emit("Exchange.OrderCancelled", { orderHash: bidHash, maker: ben }),
      ],
    ),
    expect: [
      {
        query:
          "{ orders { id maker { id } market { id } asset { id } money side filled sold cancelled cancelledAt createdAt } }",
        answer: {
          orders: [
            {
              id: askHash,
              maker: { id: ada },
              market: null,
              asset: null,
              money: null,
              side: null,
              filled: "0",
              sold: "0",
              cancelled: true,
              cancelledAt: String(timeOf(2)),
              createdAt: String(timeOf(2)),
            },
            {
              id: bidHash,
              maker: { id: ben },
              market: { id: market },
              asset: { id: house },
              money: dollars,
              side: "BID",
              filled: String(100n * dollar),
              sold: String(100n * dollar),
              cancelled: true,
              cancelledAt: String(timeOf(2)),
              createdAt: String(timeOf(1)),
            },
          ],
        },
      },
      {
        query:
          "{ transactions(where: { kind: ORDER_CANCELLED }) { domain account { id } order { id } asset { id } money } }",
        answer: {
          transactions: [
            { domain: "EXCHANGE", account: { id: ada }, order: { id: askHash }, asset: null, money: null },
            {
              domain: "EXCHANGE",
              account: { id: ben },
              order: { id: bidHash },
              asset: { id: house },
              money: dollars,
            },
          ],
        },
      },
    ],
  },
  {
    of: "Exchange.EpochRaised",
    name: "who ends all orders has a new epoch",
    blocks: blocks(
      [emit("Exchange.EpochRaised", { maker: ada, epoch: 1n })],
      [emit("Exchange.EpochRaised", { maker: ada, epoch: 2n })],
    ),
    expect: [
      {
        query: `{ makers { id epoch cancelAllCount orderCount updatedAt } transactions(orderBy: sequence) { kind account { id } amount } }`,
        answer: {
          makers: [{ id: ada, epoch: "2", cancelAllCount: 2, orderCount: 0, updatedAt: String(timeOf(1)) }],
          transactions: ["1", "2"].map((amount) => ({
            kind: "ORDERS_CANCELLED",
            account: { id: ada },
            amount,
          })),
        },
      },
    ],
  },
  {
    of: "Exchange.BatchFillFailed",
    name: "an order of a batch that failed is kept with its reason, and nothing happened",
    blocks: blocks([
      emit("Exchange.BatchFillFailed", { orderHash: askHash, reason: `0x${"ab".repeat(80)}` }),
      emit("Exchange.BatchFillFailed", { orderHash: bidHash, reason: "0x" }),
    ]),
    expect: [
      {
        query:
          "{ failedFills { id orderHash reason sequence timestamp transactionHash } orders { id } transactions { id } }",
        answer: {
          failedFills: [[askHash, `0x${"ab".repeat(64)}`] as const, [bidHash, "0x"] as const].map(
            ([orderHash, reason], index) => ({
              id: logId(0, index),
              orderHash,
              reason,
              sequence: String(numberOf(0) * 1_000_000 + index),
              timestamp: String(timeOf(0)),
              transactionHash: txHash(0, index),
            }),
          ),
          orders: [],
          transactions: [],
        },
      },
    ],
  },
  {
    of: "Exchange.FeeSet",
    name: "the fee that counts is the exchange's",
    blocks: blocks([emit("Exchange.FeeSet", { feeBps: 25 })], [emit("Exchange.FeeSet", { feeBps: 0 })]),
    expect: [
      {
        query: `{ exchange(id: "${exchange}", block: { number: ${numberOf(0)} }) { feeBps feeRecipient { id } pausedUntil tradeCount updatedAt } }`,
        answer: {
          exchange: {
            feeBps: 25,
            feeRecipient: null,
            pausedUntil: "0",
            tradeCount: 0,
            updatedAt: String(timeOf(0)),
          },
        },
      },
      {
        query: "{ exchanges { feeBps } transactions(orderBy: sequence) { kind account { id } amount } }",
        answer: {
          exchanges: [{ feeBps: 0 }],
          transactions: ["25", "0"].map((amount) => ({ kind: "FEE_SET", account: { id: exchange }, amount })),
        },
      },
    ],
  },
  {
    of: "Exchange.FeeRecipientSet",
    name: "who gets the fees is known",
    blocks: blocks([emit("Exchange.FeeRecipientSet", { recipient: system })]),
    expect: [
      {
        query: "{ exchanges { feeRecipient { id } } transactions { kind account { id } } }",
        answer: {
          exchanges: [{ feeRecipient: { id: system } }],
          transactions: [{ kind: "FEE_RECIPIENT_SET", account: { id: system } }],
        },
      },
    ],
  },
  {
    of: "Exchange.PauseSet",
    name: "a pause of trading says until when, and its end says so",
    blocks: blocks(
      [emit("Exchange.PauseSet", { until: timeOf(0) + 1_209_600 })],
      [emit("Exchange.PauseSet", { until: 0 })],
    ),
    expect: [
      {
        query: `{ exchange(id: "${exchange}", block: { number: ${numberOf(0)} }) { pausedUntil } }`,
        answer: { exchange: { pausedUntil: String(timeOf(0) + 1_209_600) } },
      },
      {
        query: "{ exchanges { pausedUntil } transactions(orderBy: sequence) { kind } }",
        answer: {
          exchanges: [{ pausedUntil: "0" }],
          transactions: [{ kind: "EXCHANGE_PAUSED" }, { kind: "EXCHANGE_UNPAUSED" }],
        },
      },
    ],
  },
  {
    of: "Exchange.MoneyListed",
    name: "money for trading is listed until it is taken off",
    blocks: blocks(
      [emit("Exchange.MoneyListed", { money: dollars, listed: true })],
      [emit("Exchange.MoneyListed", { money: dollars, listed: false })],
    ),
    expect: [
      {
        query:
          "{ moneyListings { id use listed } transactions(orderBy: sequence) { domain kind account { id } money } }",
        answer: {
          moneyListings: [{ id: joined(exchange, dollars), use: "TRADING", listed: false }],
          transactions: ["MONEY_LISTED", "MONEY_DELISTED"].map((kind) => ({
            domain: "EXCHANGE",
            kind,
            account: { id: exchange },
            money: dollars,
          })),
        },
      },
    ],
  },
];
