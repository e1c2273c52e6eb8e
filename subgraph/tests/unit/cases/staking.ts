import { blocks, joined, logId, type TestCase, timeOf, zeroAddress } from "../case.ts";
import { emit } from "../events.ts";
import { ada, ben, cleo, qti, treasury, vault } from "../people.ts";

const whole = 10n ** 18n;
const wholeShare = 10n ** 24n;
const sharesMoved = (from: typeof ada, to: typeof ada, value: bigint) =>
  emit("StakingVault.Transfer", { from, to, value });
const accrued = (totalAssets: bigint, totalShares: bigint, streamLeft = 0n, streamEnd = 0) =>
  emit("StakingVault.Accrued", { totalAssets, totalShares, streamLeft, streamEnd });

/** A deposit of QTI for someone, in the order in which the vault emits its events. */
const deposited = (owner: typeof ada, assets: bigint, shares: bigint, sender = owner) => [
  emit("QtiToken.Transfer", { from: sender, to: vault, value: assets }),
  sharesMoved(zeroAddress, owner, shares),
  emit("StakingVault.Deposit", { sender, owner, assets, shares }),
];

export const stakingCases: readonly TestCase[] = [
  {
    of: "QtiToken.Transfer",
    name: "QTI that moves between people is history; what moves into the vault or out is left to the vault",
    blocks: blocks([
      emit("QtiToken.Transfer", { from: zeroAddress, to: ada, value: 1_000n }),
      emit("QtiToken.Transfer", { from: ada, to: ben, value: 100n }),
      emit("QtiToken.Transfer", { from: ben, to: zeroAddress, value: 1n }),
      emit("QtiToken.Transfer", { from: ada, to: vault, value: 5n }),
      emit("QtiToken.Transfer", { from: vault, to: ada, value: 5n }),
    ]),
    expect: [
      {
        query:
          "{ transactions { domain kind account { id } counterparty { id } amount token asset { id } } }",
        answer: {
          transactions: [
            ["QTI_MINTED", ada, undefined, "1000"] as const,
            ["QTI_TRANSFERRED", ada, ben, "100"] as const,
            ["QTI_BURNED", ben, undefined, "1"] as const,
          ].map(([kind, account, counterparty, amount]) => ({
            domain: "STAKING",
            kind,
            account: { id: account },
            counterparty: counterparty === undefined ? null : { id: counterparty },
            amount,
            token: qti,
            asset: null,
          })),
        },
      },
    ],
  },
  {
    of: "StakingVault.Deposit",
    name: "a deposit makes a position, an event and history that names who paid for another",
    blocks: blocks([
      ...deposited(ada, 100n * whole, 100n * wholeShare, ben),
      accrued(100n * whole, 100n * wholeShare),
    ]),
    expect: [
      {
        query: `{ stakingPosition(id: "${joined(vault, ada)}") { shares deposited withdrawn account { id } createdAt } }`,
        answer: {
          stakingPosition: {
            shares: String(100n * wholeShare),
            deposited: String(100n * whole),
            withdrawn: "0",
            account: { id: ada },
            createdAt: String(timeOf(0)),
          },
        },
      },
      {
        query:
          "{ stakeEvents { id kind owner { id } caller { id } receiver { id } assets shares position { id } } }",
        answer: {
          stakeEvents: [
            {
              id: logId(0, 2),
              kind: "DEPOSIT",
              owner: { id: ada },
              caller: { id: ben },
              receiver: null,
              assets: String(100n * whole),
              shares: String(100n * wholeShare),
              position: { id: joined(vault, ada) },
            },
          ],
        },
      },
      {
        query: "{ transactions { kind account { id } counterparty { id } amount stakeEvent { kind } } }",
        answer: {
          transactions: [
            {
              kind: "STAKE_DEPOSITED",
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(100n * whole),
              stakeEvent: { kind: "DEPOSIT" },
            },
          ],
        },
      },
      {
        query: "{ vaults { deposited stakerCount } protocols { stakerCount } }",
        answer: {
          vaults: [{ deposited: String(100n * whole), stakerCount: 1 }],
          protocols: [{ stakerCount: 1 }],
        },
      },
    ],
  },
  {
    of: "StakingVault.Withdraw",
    name: "a withdrawal of everything ends the stake and keeps what was paid in and out",
    blocks: blocks(
      [...deposited(ada, 100n, 100n), accrued(100n, 100n)],
      [
        sharesMoved(ada, zeroAddress, 100n),
        emit("QtiToken.Transfer", { from: vault, to: cleo, value: 99n }),
        emit("StakingVault.Withdraw", { sender: ben, receiver: cleo, owner: ada, assets: 99n, shares: 100n }),
        accrued(0n, 0n),
      ],
    ),
    expect: [
      {
        query:
          "{ stakingPositions { shares deposited withdrawn updatedAt } vaults { withdrawn stakerCount totalShares } }",
        answer: {
          stakingPositions: [
            { shares: "0", deposited: "100", withdrawn: "99", updatedAt: String(timeOf(1)) },
          ],
          vaults: [{ withdrawn: "99", stakerCount: 0, totalShares: "0" }],
        },
      },
      {
        query: "{ stakeEvents(where: { kind: WITHDRAW }) { owner { id } caller { id } receiver { id } } }",
        answer: { stakeEvents: [{ owner: { id: ada }, caller: { id: ben }, receiver: { id: cleo } }] },
      },
      {
        query:
          "{ transactions(where: { kind: STAKE_WITHDRAWN }) { account { id } counterparty { id } amount } }",
        answer: { transactions: [{ account: { id: ada }, counterparty: { id: cleo }, amount: "99" }] },
      },
      {
        query:
          "{ stakeFlowStats_collection(interval: day, current: include) { deposited withdrawn rewarded } }",
        answer: { stakeFlowStats_collection: [{ deposited: "100", withdrawn: "99", rewarded: "0" }] },
      },
    ],
  },
  {
    of: "StakingVault.Transfer",
    name: "sQTI between accounts carries the value of the moment, what streamed since the last change included",
    blocks: blocks(
      // 100 QTI staked and 60 to stream over 120 seconds: after the one minute of a block half of them has flowed.
      [
        ...deposited(ada, 100n * whole, 100n * wholeShare),
        accrued(100n * whole, 100n * wholeShare, 60n * whole, timeOf(0) + 120),
      ],
      [sharesMoved(ada, ben, 10n * wholeShare)],
    ),
    expect: [
      {
        query: "{ stakingPositions { account { id } shares deposited receivedAssets sentAssets } }",
        answer: {
          stakingPositions: [
            {
              account: { id: ada },
              shares: String(90n * wholeShare),
              deposited: String(100n * whole),
              receivedAssets: "0",
              sentAssets: String(13n * whole - 1n),
            },
            {
              account: { id: ben },
              shares: String(10n * wholeShare),
              deposited: "0",
              receivedAssets: String(13n * whole - 1n),
              sentAssets: "0",
            },
          ],
        },
      },
      {
        query: `{ transactions(where: { kind: STAKE_TRANSFERRED }) { account { id } counterparty { id } amount token } }`,
        answer: {
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(10n * wholeShare),
              token: vault,
            },
          ],
        },
      },
      { query: "{ protocols { stakerCount } }", answer: { protocols: [{ stakerCount: 2 }] } },
    ],
  },
  {
    of: "StakingVault.Transfer",
    name: "sQTI sent to oneself changes nothing but the history",
    blocks: blocks([...deposited(ada, 100n, 100n), accrued(100n, 100n)], [sharesMoved(ada, ada, 60n)]),
    expect: [
      {
        query: "{ stakingPositions { shares } vaults { stakerCount } }",
        answer: { stakingPositions: [{ shares: "100" }], vaults: [{ stakerCount: 1 }] },
      },
    ],
  },
  {
    of: "StakingVault.Transfer",
    name: "an empty vault values shares without dividing by zero",
    blocks: blocks([sharesMoved(ada, ben, 0n)]),
    expect: [
      {
        query: "{ vaults { totalShares sharePrice stakerCount } stakingPositions { shares } }",
        answer: {
          vaults: [{ totalShares: "0", sharePrice: String(whole), stakerCount: 0 }],
          stakingPositions: [{ shares: "0" }, { shares: "0" }],
        },
      },
    ],
  },
  {
    of: "StakingVault.Accrued",
    name: "the vault's own figures stand in vault, protocol and time series, with the price rounded down",
    blocks: blocks(
      [accrued(0n, 0n)],
      [accrued(150n * whole, 100n * wholeShare, 7n, timeOf(9))],
      [accrued(151n * whole, 100n * wholeShare)],
    ),
    expect: [
      {
        query: `{ vault(id: "${vault}", block: { number: 101 }) { totalAssets totalShares streamLeft streamEnd accruedAt sharePrice } }`,
        answer: {
          vault: {
            totalAssets: String(150n * whole),
            totalShares: String(100n * wholeShare),
            streamLeft: "7",
            streamEnd: String(timeOf(9)),
            accruedAt: String(timeOf(1)),
            sharePrice: String(((150n * whole + 1n) * wholeShare) / (100n * wholeShare + 1_000_000n)),
          },
        },
      },
      {
        query: "{ protocols { totalStaked stakeShares sharePrice } }",
        answer: {
          protocols: [
            {
              totalStaked: String(151n * whole),
              stakeShares: String(100n * wholeShare),
              sharePrice: String(((151n * whole + 1n) * wholeShare) / (100n * wholeShare + 1_000_000n)),
            },
          ],
        },
      },
      {
        query: `{ vaultStats_collection(interval: hour, current: include) { vault { id } totalAssets sharePriceOpen sharePriceClose changes } }`,
        answer: {
          vaultStats_collection: [
            {
              vault: { id: vault },
              totalAssets: String(151n * whole),
              sharePriceOpen: String(whole),
              sharePriceClose: String(((151n * whole + 1n) * wholeShare) / (100n * wholeShare + 1_000_000n)),
              changes: 3,
            },
          ],
        },
      },
    ],
  },
  {
    of: "StakingVault.RewardNotified",
    name: "announced rewards add up in the vault and in its flow",
    blocks: blocks(
      [emit("StakingVault.RewardNotified", { amount: 700n, streamLeft: 700n, streamEnd: timeOf(9) })],
      [emit("StakingVault.RewardNotified", { amount: 1n, streamLeft: 690n, streamEnd: timeOf(9) })],
    ),
    expect: [
      {
        query: `{ vaults { rewarded } stakeFlowStats_collection(interval: day, current: include) { rewarded rewardedTotal } }`,
        answer: {
          vaults: [{ rewarded: "701" }],
          stakeFlowStats_collection: [{ rewarded: "701", rewardedTotal: "701" }],
        },
      },
    ],
  },
  {
    of: "StakingVault.PauseSet",
    name: "a pause of deposits says until when, and its end says so",
    blocks: blocks(
      [emit("StakingVault.PauseSet", { until: timeOf(0) + 1_209_600 })],
      [emit("StakingVault.PauseSet", { until: 0 })],
    ),
    expect: [
      {
        query: `{ vault(id: "${vault}", block: { number: 100 }) { pausedUntil } }`,
        answer: { vault: { pausedUntil: String(timeOf(0) + 1_209_600) } },
      },
      {
        query: "{ vaults { pausedUntil } transactions(orderBy: sequence) { kind } }",
        answer: {
          vaults: [{ pausedUntil: "0" }],
          transactions: [{ kind: "STAKING_PAUSED" }, { kind: "STAKING_UNPAUSED" }],
        },
      },
    ],
  },
  {
    of: "StakingVault.Skimmed",
    name: "what was given unasked is counted when it goes to the treasury",
    blocks: blocks([emit("StakingVault.Skimmed", { to: treasury, amount: 3n })]),
    expect: [
      {
        query: "{ vaults { skimmed } transactions { kind account { id } amount } }",
        answer: {
          vaults: [{ skimmed: "3" }],
          transactions: [{ kind: "STAKE_SKIMMED", account: { id: treasury }, amount: "3" }],
        },
      },
    ],
  },
];
