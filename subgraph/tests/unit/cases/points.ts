import { address, blocks, joined, logId, type TestCase, timeOf } from "../case.ts";
import { emit } from "../events.ts";
import { ada, ben, points, referrals, store, taps } from "../people.ts";

const day = 86_400;
const other = address(77);
/** Number of the day in which the first blocks are. */
const today = Math.floor(timeOf(0) / day);
const earned = (account: typeof ada, channel: typeof ada, amount: bigint) =>
  emit("QtiPoints.PointsEarned", { account, channel, amount });
const redeemed = (account: typeof ada, redeemer: typeof ada, amount: bigint) =>
  emit("QtiPoints.PointsRedeemed", { account, redeemer, amount });
const opened = (limit: bigint, period = day) =>
  emit("QtiPoints.ChannelSet", { channel: taps, limit, period });

export const pointsCases: readonly TestCase[] = [
  {
    of: "QtiPoints.ChannelSet",
    name: "a channel keeps what was used in the running window when its quota changes",
    blocks: blocks([opened(1_000n)], [earned(ada, taps, 300n), opened(200n, 3_600)]),
    expect: [
      {
        query: "{ pointsChannels { id limit period window used earned earnCount } }",
        answer: {
          pointsChannels: [
            {
              id: taps,
              limit: "200",
              period: "3600",
              window: String(Math.floor(timeOf(1) / 3_600)),
              used: "300",
              earned: "300",
              earnCount: 1,
            },
          ],
        },
      },
      {
        query:
          "{ transactions(where: { kind: POINTS_CHANNEL_SET }, orderBy: sequence) { domain account { id } amount token } }",
        answer: {
          transactions: [
            { domain: "REWARDS", account: { id: taps }, amount: "1000", token: points },
            { domain: "REWARDS", account: { id: taps }, amount: "200", token: points },
          ],
        },
      },
    ],
  },
  {
    of: "QtiPoints.PointsEarned",
    name: "a new window of the quota begins with nothing used",
    blocks: [
      ...blocks([opened(1_000n), earned(ada, taps, 300n), earned(ben, taps, 1n)]),
      { number: 200, time: (today + 1) * day, events: [earned(ada, taps, 5n)] },
    ],
    expect: [
      {
        query: "{ pointsChannels { window used earned earnCount } }",
        answer: { pointsChannels: [{ window: String(today + 1), used: "5", earned: "306", earnCount: 3 }] },
      },
      {
        query: "{ pointsStats_collection(interval: day) { via earned redeemed moves } }",
        answer: {
          pointsStats_collection: [{ via: taps, earned: "301", redeemed: "0", moves: 2 }],
        },
      },
    ],
  },
  {
    of: "QtiPoints.PointsEarned",
    name: "points add up by account and by channel; taps and referrals tell them in history themselves",
    blocks: blocks([earned(ada, taps, 300n), earned(ada, referrals, 40n), earned(ada, other, 2n)]),
    expect: [
      {
        query:
          "{ pointsAccounts { id account { id } earned redeemed balance } protocols { pointsEarned pointsRedeemed } }",
        answer: {
          pointsAccounts: [{ id: ada, account: { id: ada }, earned: "342", redeemed: "0", balance: "342" }],
          protocols: [{ pointsEarned: "342", pointsRedeemed: "0" }],
        },
      },
      {
        query: "{ pointsSources { id channel { id } earned earnCount } }",
        answer: {
          pointsSources: [
            { id: joined(ada, taps), channel: { id: taps }, earned: "300", earnCount: 1 },
            { id: joined(ada, referrals), channel: { id: referrals }, earned: "40", earnCount: 1 },
            { id: joined(ada, other), channel: { id: other }, earned: "2", earnCount: 1 },
          ],
        },
      },
      {
        query: "{ transactions { kind account { id } counterparty { id } amount token } }",
        answer: {
          transactions: [
            {
              kind: "POINTS_EARNED",
              account: { id: ada },
              counterparty: { id: other },
              amount: "2",
              token: points,
            },
          ],
        },
      },
    ],
  },
  {
    of: "QtiPoints.PointsRedeemed",
    name: "redeemed points leave the balance; the store tells them in history itself",
    blocks: blocks([
      earned(ada, taps, 300n),
      emit("QtiPoints.RedeemerSet", { redeemer: store, allowed: true }),
      redeemed(ada, store, 100n),
      redeemed(ada, other, 1n),
    ]),
    expect: [
      {
        query: `{ pointsAccount(id: "${ada}") { earned redeemed balance events(orderBy: sequence) { id kind via amount } } }`,
        answer: {
          pointsAccount: {
            earned: "300",
            redeemed: "101",
            balance: "199",
            events: [
              { id: logId(0, 0), kind: "EARNED", via: taps, amount: "300" },
              { id: logId(0, 2), kind: "REDEEMED", via: store, amount: "100" },
              { id: logId(0, 3), kind: "REDEEMED", via: other, amount: "1" },
            ],
          },
        },
      },
      {
        query: "{ pointsRedeemers { id allowed redeemed redeemCount } protocols { pointsRedeemed } }",
        answer: {
          pointsRedeemers: [
            { id: store, allowed: true, redeemed: "100", redeemCount: 1 },
            { id: other, allowed: false, redeemed: "1", redeemCount: 1 },
          ],
          protocols: [{ pointsRedeemed: "101" }],
        },
      },
      {
        query:
          "{ transactions(where: { kind: POINTS_REDEEMED }) { account { id } counterparty { id } amount } }",
        answer: { transactions: [{ account: { id: ada }, counterparty: { id: other }, amount: "1" }] },
      },
    ],
  },
  {
    of: "QtiPoints.RedeemerSet",
    name: "a redeemer may burn points until it is taken off",
    blocks: blocks(
      [emit("QtiPoints.RedeemerSet", { redeemer: other, allowed: true })],
      [emit("QtiPoints.RedeemerSet", { redeemer: other, allowed: false })],
    ),
    expect: [
      {
        query:
          "{ pointsRedeemers { id allowed updatedAt } transactions(orderBy: sequence) { kind account { id } } }",
        answer: {
          pointsRedeemers: [{ id: other, allowed: false, updatedAt: String(timeOf(1)) }],
          transactions: [
            { kind: "POINTS_REDEEMER_ALLOWED", account: { id: other } },
            { kind: "POINTS_REDEEMER_REMOVED", account: { id: other } },
          ],
        },
      },
    ],
  },
];
