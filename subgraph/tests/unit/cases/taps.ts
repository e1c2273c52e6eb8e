import { blocks, logId, numbered, type TestBlock, type TestCase, timeOf } from "../case.ts";
import { emit, type TestEvent } from "../events.ts";
import { ada, adaAttested, adaIdentity, ben, taps } from "../people.ts";

const day = 86_400;
const today = Math.floor(timeOf(0) / day);
const claimed = (amount: bigint, total: bigint, sequence: bigint, submitter = ada): TestEvent =>
  emit("TapRewards.TapsClaimed", { identity: 1n, account: ada, amount, total, sequence, submitter });
/** A block some days after the first ones. */
const later = (days: number, events: readonly TestEvent[]): TestBlock => ({
  number: 200 + days,
  time: (today + days) * day,
  events,
});

export const tapsCases: readonly TestCase[] = [
  {
    of: "TapRewards.TapsClaimed",
    name: "claims are counted by identity, day and in all, and those of the first 90 days apart",
    blocks: [
      ...blocks([adaAttested(), claimed(10n, 10n, 3n), claimed(5n, 15n, 4n, ben)]),
      later(1, [claimed(7n, 22n, 5n)]),
      later(89, [claimed(1n, 23n, 6n)]),
      later(90, [claimed(100n, 123n, 9n)]),
    ],
    expect: [
      {
        query: `{ now: tapTallies { id identity { id } account { id } voucher day today total firstDay early claimCount } }`,
        answer: {
          now: [
            {
              id: `0x${numbered(1)}`,
              identity: { id: adaIdentity },
              account: { id: ada },
              voucher: "9",
              day: today + 90,
              today: "100",
              total: "123",
              firstDay: today,
              early: "23",
              claimCount: 5,
            },
          ],
        },
      },
      {
        query: `{ before: tapTally(id: "0x${numbered(1)}", block: { number: 100 }) { day today total early } }`,
        answer: { before: { day: today, today: "15", total: "15", early: "15" } },
      },
      {
        query:
          "{ tapClaims(block: { number: 100 }) { id account { id } submitter { id } amount total voucher } }",
        answer: {
          tapClaims: [
            {
              id: logId(0, 1),
              account: { id: ada },
              submitter: { id: ada },
              amount: "10",
              total: "10",
              voucher: "3",
            },
            {
              id: logId(0, 2),
              account: { id: ada },
              submitter: { id: ben },
              amount: "5",
              total: "15",
              voucher: "4",
            },
          ],
        },
      },
      {
        query: "{ tapPrograms { id claimed claimCount identityCount } }",
        answer: { tapPrograms: [{ id: taps, claimed: "123", claimCount: 5, identityCount: 1 }] },
      },
      {
        query: `{ transactions(where: { kind: TAPS_CLAIMED }, orderBy: sequence, first: 2) { domain account { id } counterparty { id }
          identity { id } amount } }`,
        answer: {
          transactions: [
            {
              domain: "REWARDS",
              account: { id: ada },
              counterparty: null,
              identity: { id: adaIdentity },
              amount: "10",
            },
            {
              domain: "REWARDS",
              account: { id: ada },
              counterparty: { id: ben },
              identity: { id: adaIdentity },
              amount: "5",
            },
          ],
        },
      },
    ],
  },
  {
    of: "TapRewards.VouchersRevoked",
    name: "a revocation raises the floor of vouchers, also before the first claim",
    blocks: [
      ...blocks([
        adaAttested(),
        emit("TapRewards.VouchersRevoked", { identity: 1n, account: ada, sequence: 500n }),
      ]),
      later(2, [claimed(7n, 7n, 501n)]),
    ],
    expect: [
      {
        query: `{ before: tapTally(id: "0x${numbered(1)}", block: { number: 100 }) { account { id } voucher firstDay total claimCount } }`,
        answer: { before: { account: null, voucher: "500", firstDay: 0, total: "0", claimCount: 0 } },
      },
      {
        query: `{ now: tapTally(id: "0x${numbered(1)}") { account { id } voucher firstDay total claimCount } tapPrograms { identityCount } }`,
        answer: {
          now: { account: { id: ada }, voucher: "501", firstDay: today + 2, total: "7", claimCount: 1 },
          tapPrograms: [{ identityCount: 1 }],
        },
      },
      {
        query:
          "{ transactions(where: { kind: TAP_VOUCHERS_REVOKED }) { account { id } identity { id } amount } }",
        answer: {
          transactions: [{ account: { id: ada }, identity: { id: adaIdentity }, amount: "500" }],
        },
      },
    ],
  },
  {
    of: "TapRewards.TapOracleSet",
    name: "the oracle that counts is the one that was named last",
    blocks: blocks(
      [emit("TapRewards.TapOracleSet", { oracle: ada })],
      [emit("TapRewards.TapOracleSet", { oracle: ben })],
    ),
    expect: [
      {
        query: "{ tapPrograms { oracle updatedAt } transactions(orderBy: sequence) { kind account { id } } }",
        answer: {
          tapPrograms: [{ oracle: ben, updatedAt: String(timeOf(1)) }],
          transactions: [
            { kind: "TAP_ORACLE_SET", account: { id: ada } },
            { kind: "TAP_ORACLE_SET", account: { id: ben } },
          ],
        },
      },
    ],
  },
  {
    of: "TapRewards.TapDailyCapSet",
    name: "the cap of a day is known",
    blocks: blocks([emit("TapRewards.TapDailyCapSet", { cap: 1_000n })]),
    expect: [
      {
        query: "{ tapPrograms { dailyCap oracle } transactions { kind account { id } amount } }",
        answer: {
          tapPrograms: [{ dailyCap: "1000", oracle: null }],
          transactions: [{ kind: "TAP_DAILY_CAP_SET", account: { id: taps }, amount: "1000" }],
        },
      },
    ],
  },
  {
    of: "TapRewards.PauseSet",
    name: "a pause of claims names the contract",
    blocks: blocks(
      [emit("TapRewards.PauseSet", { until: timeOf(9) })],
      [emit("TapRewards.PauseSet", { until: 0 })],
    ),
    expect: [
      {
        query: `{ before: tapPrograms(block: { number: 100 }) { pausedUntil } }`,
        answer: { before: [{ pausedUntil: String(timeOf(9)) }] },
      },
      {
        query: `{ now: tapPrograms { pausedUntil }
          transactions(orderBy: sequence) { kind account { id } } }`,
        answer: {
          now: [{ pausedUntil: "0" }],
          transactions: [
            { kind: "REWARDS_PAUSED", account: { id: taps } },
            { kind: "REWARDS_UNPAUSED", account: { id: taps } },
          ],
        },
      },
    ],
  },
];
