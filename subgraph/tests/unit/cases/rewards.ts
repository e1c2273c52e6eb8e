import { blocks, logId, type TestCase, timeOf } from "../case.ts";
import { emit } from "../events.ts";
import { ada, ben, campaigns, store, treasury, vault } from "../people.ts";

const day = 86_400;
const budget = (limit: bigint, period = day) =>
  emit("RewardsTreasury.BudgetSet", { spender: store, limit, period });
const paid = (spender: typeof ada, to: typeof ada, amount: bigint) =>
  emit("RewardsTreasury.RewardPaid", { spender, to, amount });

export const rewardsCases: readonly TestCase[] = [
  {
    of: "RewardsTreasury.StreamListed",
    name: "a listed contract may be streamed into until it is taken off",
    blocks: blocks(
      [emit("RewardsTreasury.StreamListed", { target: vault, listed: true })],
      [emit("RewardsTreasury.StreamListed", { target: vault, listed: false })],
    ),
    expect: [
      {
        query:
          "{ streamTargets { id listed funded updatedAt } transactions(orderBy: sequence) { kind account { id } } }",
        answer: {
          streamTargets: [{ id: vault, listed: false, funded: "0", updatedAt: String(timeOf(1)) }],
          transactions: [
            { kind: "STREAM_LISTED", account: { id: vault } },
            { kind: "STREAM_UNLISTED", account: { id: vault } },
          ],
        },
      },
    ],
  },
  {
    of: "RewardsTreasury.StreamFunded",
    name: "what is streamed adds up, by target and over all",
    blocks: blocks(
      [emit("RewardsTreasury.StreamListed", { target: vault, listed: true })],
      [
        emit("RewardsTreasury.StreamFunded", { target: vault, amount: 700n }),
        emit("RewardsTreasury.StreamFunded", { target: vault, amount: 1n }),
      ],
    ),
    expect: [
      {
        query: "{ streamTargets { listed funded } protocols { rewardsFunded } }",
        answer: { streamTargets: [{ listed: true, funded: "701" }], protocols: [{ rewardsFunded: "701" }] },
      },
      {
        query: "{ rewardFundings { id target { id } amount timestamp } }",
        answer: {
          rewardFundings: [
            { id: logId(1, 0), target: { id: vault }, amount: "700", timestamp: String(timeOf(1)) },
            { id: logId(1, 1), target: { id: vault }, amount: "1", timestamp: String(timeOf(1)) },
          ],
        },
      },
      {
        query: "{ transactions(where: { kind: STREAM_FUNDED }) { domain account { id } amount } }",
        answer: {
          transactions: [
            { domain: "REWARDS", account: { id: vault }, amount: "700" },
            { domain: "REWARDS", account: { id: vault }, amount: "1" },
          ],
        },
      },
    ],
  },
  {
    of: "RewardsTreasury.BudgetSet",
    name: "a budget keeps what was used in the running window when it changes",
    blocks: blocks([budget(1_000n)], [paid(store, ada, 300n), budget(0n, 3_600)]),
    expect: [
      {
        query: "{ rewardBudgets { id limit period window used paid paymentCount } }",
        answer: {
          rewardBudgets: [
            {
              id: store,
              limit: "0",
              period: "3600",
              window: String(Math.floor(timeOf(1) / 3_600)),
              used: "300",
              paid: "300",
              paymentCount: 1,
            },
          ],
        },
      },
      {
        query:
          "{ transactions(where: { kind: REWARD_BUDGET_SET }, orderBy: sequence) { account { id } amount } }",
        answer: {
          transactions: [
            { account: { id: store }, amount: "1000" },
            { account: { id: store }, amount: "0" },
          ],
        },
      },
    ],
  },
  {
    of: "RewardsTreasury.RewardPaid",
    name: "payments add up by spender and window; store and campaigns tell them in history themselves, and QTI that the treasury pays is told once",
    blocks: [
      ...blocks([
        budget(1_000n),
        paid(store, ada, 300n),
        emit("QtiToken.Transfer", { from: treasury, to: ada, value: 300n }),
        paid(campaigns, campaigns, 50n),
        paid(ben, ada, 2n),
      ]),
      {
        number: 200,
        time: (Math.floor(timeOf(0) / day) + 1) * day,
        events: [
          paid(store, ada, 5n),
          emit("QtiToken.Transfer", { from: campaigns, to: ada, value: 1n }),
          emit("QtiToken.Transfer", { from: ada, to: treasury, value: 3n }),
        ],
      },
    ],
    expect: [
      {
        query: `{ rewardBudget(id: "${store}") { window used paid paymentCount payments(orderBy: sequence) { id to { id } amount } }
          protocols { rewardsPaid rewardsFunded } }`,
        answer: {
          rewardBudget: {
            window: String(Math.floor(timeOf(0) / day) + 1),
            used: "5",
            paid: "305",
            paymentCount: 2,
            payments: [
              { id: logId(0, 1), to: { id: ada }, amount: "300" },
              { id: logId(100, 0), to: { id: ada }, amount: "5" },
            ],
          },
          protocols: [{ rewardsPaid: "357", rewardsFunded: "0" }],
        },
      },
      {
        query:
          "{ transactions(where: { kind_not: REWARD_BUDGET_SET }, orderBy: sequence) { kind account { id } counterparty { id } amount } }",
        answer: {
          transactions: [
            { kind: "REWARD_PAID", account: { id: ben }, counterparty: { id: ada }, amount: "2" },
            { kind: "QTI_TRANSFERRED", account: { id: ada }, counterparty: { id: treasury }, amount: "3" },
          ],
        },
      },
      {
        query: "{ rewardStats_collection(interval: day) { via streamed paid } }",
        answer: {
          rewardStats_collection: [
            { via: store, streamed: "0", paid: "300" },
            { via: campaigns, streamed: "0", paid: "50" },
            { via: ben, streamed: "0", paid: "2" },
          ],
        },
      },
    ],
  },
];
