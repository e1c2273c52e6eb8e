import { blocks, joined, logId, numbered, type TestCase, timeOf } from "../case.ts";
import { emit } from "../events.ts";
import { ada, adaAttested, adaIdentity, ben, points, qti, store } from "../people.ts";

const itemSet = (over: { price?: bigint; stock?: bigint; uri?: string } = {}) =>
  emit("RewardStore.StoreItemSet", {
    itemId: 0n,
    price: 500n,
    stock: 10n,
    limit: 3n,
    uri: "data:,{}",
    ...over,
  });
const redeemed = (orderId: bigint, quantity: bigint, stock: bigint, account = ada) =>
  emit("RewardStore.ItemRedeemed", {
    orderId,
    itemId: 0n,
    account,
    identity: 1n,
    quantity,
    points: quantity * 500n,
    stock,
  });

export const storeCases: readonly TestCase[] = [
  {
    of: "RewardStore.StoreRateSet",
    name: "the rate is the one that was set last",
    blocks: blocks([
      emit("RewardStore.StoreRateSet", { qtiPerPoint: 10n ** 16n }),
      emit("RewardStore.StoreRateSet", { qtiPerPoint: 0n }),
    ]),
    expect: [
      {
        query: "{ rewardStores { id rate } transactions(orderBy: sequence) { kind account { id } amount } }",
        answer: {
          rewardStores: [{ id: store, rate: "0" }],
          transactions: [
            { kind: "STORE_RATE_SET", account: { id: store }, amount: String(10n ** 16n) },
            { kind: "STORE_RATE_SET", account: { id: store }, amount: "0" },
          ],
        },
      },
    ],
  },
  {
    of: "RewardStore.StoreItemSet",
    name: "an item is offered once and changed later; its text is made storable",
    blocks: blocks([itemSet({ uri: "data:,\u0000new" })], [itemSet({ price: 600n, stock: 4n })]),
    expect: [
      {
        query: `{ before: storeItem(id: "0x${numbered(0)}", block: { number: 100 }) { uri price } }`,
        answer: { before: { uri: "data:,new", price: "500" } },
      },
      {
        query: `{ now: storeItems { itemId price stock limit uri sold spent createdAt updatedAt } rewardStores { itemCount } }`,
        answer: {
          now: [
            {
              itemId: "0",
              price: "600",
              stock: "4",
              limit: "3",
              uri: "data:,{}",
              sold: "0",
              spent: "0",
              createdAt: String(timeOf(0)),
              updatedAt: String(timeOf(1)),
            },
          ],
          rewardStores: [{ itemCount: 1 }],
        },
      },
      {
        query: "{ transactions(orderBy: sequence) { kind account { id } amount storeItem { itemId } } }",
        answer: {
          transactions: [
            { kind: "STORE_ITEM_SET", account: { id: store }, amount: "500", storeItem: { itemId: "0" } },
            { kind: "STORE_ITEM_SET", account: { id: store }, amount: "600", storeItem: { itemId: "0" } },
          ],
        },
      },
    ],
  },
  {
    of: "RewardStore.PointsExchanged",
    name: "points given and QTI got are one row, at the rate that counted",
    blocks: blocks([
      adaAttested(),
      emit("RewardStore.StoreRateSet", { qtiPerPoint: 10n ** 16n }),
      emit("RewardStore.PointsExchanged", {
        account: ada,
        identity: 1n,
        points: 5_000_000n,
        qti: 5n * 10n ** 16n,
      }),
    ]),
    expect: [
      {
        query: `{ pointsExchanges { id account { id } identity { id } points qti rate } rewardStores { exchangeCount exchanged paid } }`,
        answer: {
          pointsExchanges: [
            {
              id: logId(0, 2),
              account: { id: ada },
              identity: { id: adaIdentity },
              points: "5000000",
              qti: String(5n * 10n ** 16n),
              rate: String(10n ** 16n),
            },
          ],
          rewardStores: [{ exchangeCount: 1, exchanged: "5000000", paid: String(5n * 10n ** 16n) }],
        },
      },
      {
        query:
          "{ transactions(where: { kind: POINTS_EXCHANGED }) { domain account { id } amount token moneyAmount money } }",
        answer: {
          transactions: [
            {
              domain: "REWARDS",
              account: { id: ada },
              amount: "5000000",
              token: points,
              moneyAmount: String(5n * 10n ** 16n),
              money: qti,
            },
          ],
        },
      },
    ],
  },
  {
    of: "RewardStore.ItemRedeemed",
    name: "a purchase takes from the stock and counts for the identity, whichever account made it",
    blocks: blocks([
      adaAttested(),
      emit("IdentityRegistry.WalletLinked", {
        account: ada,
        newAccount: ben,
        identity: adaIdentity,
        attester: ben,
      }),
      itemSet(),
      redeemed(1n, 2n, 8n),
      redeemed(2n, 1n, 7n, ben),
    ]),
    expect: [
      {
        query: `{ storeOrders { id orderId item { itemId } account { id } identity { id } quantity points }
          storeBuyers { id identity { id } item { itemId } quantity points } }`,
        answer: {
          storeOrders: [
            {
              id: `0x${numbered(1)}`,
              orderId: "1",
              item: { itemId: "0" },
              account: { id: ada },
              identity: { id: adaIdentity },
              quantity: "2",
              points: "1000",
            },
            {
              id: `0x${numbered(2)}`,
              orderId: "2",
              item: { itemId: "0" },
              account: { id: ben },
              identity: { id: adaIdentity },
              quantity: "1",
              points: "500",
            },
          ],
          storeBuyers: [
            {
              id: joined(numbered(1), numbered(0)),
              identity: { id: adaIdentity },
              item: { itemId: "0" },
              quantity: "3",
              points: "1500",
            },
          ],
        },
      },
      {
        query:
          "{ storeItems { stock sold spent } rewardStores { orderCount spent } protocols { storeOrderCount } }",
        answer: {
          storeItems: [{ stock: "7", sold: "3", spent: "1500" }],
          rewardStores: [{ orderCount: 2, spent: "1500" }],
          protocols: [{ storeOrderCount: 2 }],
        },
      },
      {
        query: `{ transactions(where: { kind: ITEM_REDEEMED }, orderBy: sequence) { account { id } amount token storeItem { itemId }
          storeOrder { orderId } } }`,
        answer: {
          transactions: [
            {
              account: { id: ada },
              amount: "1000",
              token: points,
              storeItem: { itemId: "0" },
              storeOrder: { orderId: "1" },
            },
            {
              account: { id: ben },
              amount: "500",
              token: points,
              storeItem: { itemId: "0" },
              storeOrder: { orderId: "2" },
            },
          ],
        },
      },
    ],
  },
  {
    of: "RewardStore.PauseSet",
    name: "a pause of the store names the contract",
    blocks: blocks([emit("RewardStore.PauseSet", { until: timeOf(9) })]),
    expect: [
      {
        query: "{ rewardStores { pausedUntil } transactions { kind account { id } } }",
        answer: {
          rewardStores: [{ pausedUntil: String(timeOf(9)) }],
          transactions: [{ kind: "REWARDS_PAUSED", account: { id: store } }],
        },
      },
    ],
  },
];
