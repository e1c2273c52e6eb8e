import { blocks, joined, logId, numbered, numberOf, type TestCase, timeOf, txHash } from "../case.ts";
import { type Events, emit, type TestEvent } from "../events.ts";
import { ada, ben, pool, treasury } from "../people.ts";

const whole = 10n ** 18n;
const scale = 2n ** 96n;
const day = 86_400;
const first = joined(pool, numbered(1));

const accrued = (totalWeight: bigint, rewardPerWeight = 0n, streamLeft = 0n, streamEnd = timeOf(0)) =>
  emit("StakingPool.PoolAccrued", { totalWeight, rewardPerWeight, streamLeft, streamEnd });

/** Ada stakes for 90 days at one and a half, as the pool tells it. */
const staked = (over: Partial<Events["StakingPool.Staked"]> = {}): TestEvent =>
  emit("StakingPool.Staked", {
    positionId: 1n,
    owner: ada,
    lock: 2,
    added: 100n * whole,
    amount: 100n * whole,
    weight: 150n * whole,
    start: timeOf(0),
    unlock: timeOf(0) + 90 * day,
    owed: 0n,
    ...over,
  });
const withdrawn = (over: Partial<Events["StakingPool.Withdrawn"]> = {}): TestEvent =>
  emit("StakingPool.Withdrawn", {
    positionId: 1n,
    owner: ada,
    recipient: ada,
    withdrawn: 40n * whole,
    penalty: 8n * whole,
    amount: 60n * whole,
    weight: 90n * whole,
    owed: 5n,
    ...over,
  });

export const poolCases: readonly TestCase[] = [
  {
    of: "StakingPool.PoolAccrued",
    name: "what a unit of weight earned stands in the pool and in its series, with what is staked after the change",
    blocks: blocks(
      [accrued(150n * whole), staked()],
      [
        accrued(200n * whole, 7n * scale, 30n, timeOf(9)),
        staked({
          positionId: 2n,
          owner: ben,
          lock: 0,
          added: 50n * whole,
          amount: 50n * whole,
          weight: 50n * whole,
        }),
      ],
    ),
    expect: [
      {
        query:
          "{ stakingPools { id totalStaked totalWeight rewardPerWeight streamLeft streamEnd accruedAt } }",
        answer: {
          stakingPools: [
            {
              id: pool,
              totalStaked: String(150n * whole),
              totalWeight: String(200n * whole),
              rewardPerWeight: String(7n * scale),
              streamLeft: "30",
              streamEnd: String(timeOf(9)),
              accruedAt: String(timeOf(1)),
            },
          ],
        },
      },
      {
        query: "{ poolSnapshots { timestamp totalStaked totalWeight rewardPerWeight streamLeft streamEnd } }",
        answer: {
          poolSnapshots: [
            {
              timestamp: String(timeOf(0) * 1_000_000),
              totalStaked: String(100n * whole),
              totalWeight: String(150n * whole),
              rewardPerWeight: "0",
              streamLeft: "0",
              streamEnd: String(timeOf(0)),
            },
            {
              timestamp: String(timeOf(1) * 1_000_000),
              totalStaked: String(150n * whole),
              totalWeight: String(200n * whole),
              rewardPerWeight: String(7n * scale),
              streamLeft: "30",
              streamEnd: String(timeOf(9)),
            },
          ],
        },
      },
      {
        query: `{ poolStats_collection(interval: day, current: include) { rewardPerWeightOpen rewardPerWeightClose totalStaked changes } }`,
        answer: {
          poolStats_collection: [
            {
              rewardPerWeightOpen: "0",
              rewardPerWeightClose: String(7n * scale),
              totalStaked: String(150n * whole),
              changes: 2,
            },
          ],
        },
      },
      {
        query: "{ protocols { poolStaked poolPositionCount poolStakerCount } }",
        answer: {
          protocols: [{ poolStaked: String(150n * whole), poolPositionCount: 2, poolStakerCount: 2 }],
        },
      },
    ],
  },
  {
    of: "StakingPool.Staked",
    name: "a first stake opens a position, its timeline and history",
    blocks: blocks([accrued(150n * whole, 3n), staked()]),
    expect: [
      {
        query: `{ poolPosition(id: "${first}") { positionId owner { id } amount weight lock start unlock owed rewardPerWeightPaid
          deposited withdrawn penalties claimed pokedAt createdAt createdAtBlock transactionHash } }`,
        answer: {
          poolPosition: {
            positionId: "1",
            owner: { id: ada },
            amount: String(100n * whole),
            weight: String(150n * whole),
            lock: 2,
            start: String(timeOf(0)),
            unlock: String(timeOf(0) + 90 * day),
            owed: "0",
            rewardPerWeightPaid: "3",
            deposited: String(100n * whole),
            withdrawn: "0",
            penalties: "0",
            claimed: "0",
            pokedAt: null,
            createdAt: String(timeOf(0)),
            createdAtBlock: String(numberOf(0)),
            transactionHash: txHash(0, 1),
          },
        },
      },
      {
        query:
          "{ poolEvents { id kind position { id } owner { id } recipient { id } moved penalty amount weight owed } }",
        answer: {
          poolEvents: [
            {
              id: logId(0, 1),
              kind: "OPENED",
              position: { id: first },
              owner: { id: ada },
              recipient: null,
              moved: String(100n * whole),
              penalty: "0",
              amount: String(100n * whole),
              weight: String(150n * whole),
              owed: "0",
            },
          ],
        },
      },
      {
        query:
          "{ transactions { domain kind account { id } counterparty { id } amount poolEvent { kind } } }",
        answer: {
          transactions: [
            {
              domain: "STAKING",
              kind: "POSITION_OPENED",
              account: { id: ada },
              counterparty: null,
              amount: String(100n * whole),
              poolEvent: { kind: "OPENED" },
            },
          ],
        },
      },
      {
        query: "{ stakingPools { deposited positionCount openPositionCount stakerCount } }",
        answer: {
          stakingPools: [
            { deposited: String(100n * whole), positionCount: 1, openPositionCount: 1, stakerCount: 1 },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.Staked",
    name: "more of it is locked anew, and two positions of one account are one staker",
    blocks: blocks(
      [accrued(150n), staked({ added: 100n, amount: 100n, weight: 150n })],
      [
        accrued(180n, 4n),
        staked({
          added: 20n,
          amount: 120n,
          weight: 180n,
          start: timeOf(1),
          unlock: timeOf(1) + 90 * day,
          owed: 9n,
        }),
        accrued(181n, 4n),
        staked({ positionId: 2n, lock: 0, added: 1n, amount: 1n, weight: 1n, unlock: timeOf(0) }),
      ],
    ),
    expect: [
      {
        query: `{ poolPosition(id: "${first}") { amount weight start unlock owed rewardPerWeightPaid deposited createdAt updatedAt } }`,
        answer: {
          poolPosition: {
            amount: "120",
            weight: "180",
            start: String(timeOf(1)),
            unlock: String(timeOf(1) + 90 * day),
            owed: "9",
            rewardPerWeightPaid: "4",
            deposited: "120",
            createdAt: String(timeOf(0)),
            updatedAt: String(timeOf(1)),
          },
        },
      },
      {
        query: "{ poolStakers { id account { id } amount weight openPositionCount deposited } }",
        answer: {
          poolStakers: [
            {
              id: joined(pool, ada),
              account: { id: ada },
              amount: "121",
              weight: "181",
              openPositionCount: 2,
              deposited: "121",
            },
          ],
        },
      },
      {
        query:
          "{ stakingPools { stakerCount openPositionCount positionCount } protocols { poolStakerCount } }",
        answer: {
          stakingPools: [{ stakerCount: 1, openPositionCount: 2, positionCount: 2 }],
          protocols: [{ poolStakerCount: 1 }],
        },
      },
      {
        query: "{ transactions(orderBy: sequence) { kind amount } }",
        answer: {
          transactions: [
            { kind: "POSITION_OPENED", amount: "100" },
            { kind: "POSITION_INCREASED", amount: "20" },
            { kind: "POSITION_OPENED", amount: "1" },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.Withdrawn",
    name: "an early exit leaves its penalty in the pool, and says who was paid",
    blocks: blocks(
      [accrued(150n * whole), staked()],
      [accrued(90n * whole, 2n, 8n * whole, timeOf(5)), withdrawn({ recipient: ben })],
    ),
    expect: [
      {
        query: `{ poolPosition(id: "${first}") { amount weight owed rewardPerWeightPaid withdrawn penalties } }`,
        answer: {
          poolPosition: {
            amount: String(60n * whole),
            weight: String(90n * whole),
            owed: "5",
            rewardPerWeightPaid: "2",
            withdrawn: String(40n * whole),
            penalties: String(8n * whole),
          },
        },
      },
      {
        query: `{ stakingPools { totalStaked withdrawn penalties } poolStakers { amount weight withdrawn penalties }
          poolEvents(where: { kind: WITHDRAWN }) { recipient { id } moved penalty amount } }`,
        answer: {
          stakingPools: [
            {
              totalStaked: String(60n * whole),
              withdrawn: String(40n * whole),
              penalties: String(8n * whole),
            },
          ],
          poolStakers: [
            {
              amount: String(60n * whole),
              weight: String(90n * whole),
              withdrawn: String(40n * whole),
              penalties: String(8n * whole),
            },
          ],
          poolEvents: [
            {
              recipient: { id: ben },
              moved: String(40n * whole),
              penalty: String(8n * whole),
              amount: String(60n * whole),
            },
          ],
        },
      },
      {
        query: `{ transactions(where: { kind: POSITION_WITHDRAWN }) { account { id } counterparty { id } amount }
          poolFlowStats_collection(interval: day, current: include) { deposited withdrawn penalties claimed rewarded } }`,
        answer: {
          transactions: [{ account: { id: ada }, counterparty: { id: ben }, amount: String(40n * whole) }],
          poolFlowStats_collection: [
            {
              deposited: String(100n * whole),
              withdrawn: String(40n * whole),
              penalties: String(8n * whole),
              claimed: "0",
              rewarded: "0",
            },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.Withdrawn",
    name: "who takes everything is a staker no longer; the emptied position keeps its owner and what it is owed",
    blocks: blocks(
      [accrued(150n), staked({ added: 100n, amount: 100n, weight: 150n })],
      [accrued(0n), withdrawn({ withdrawn: 100n, penalty: 0n, amount: 0n, weight: 0n })],
      [accrued(0n), withdrawn({ positionId: 9n })],
    ),
    expect: [
      {
        query: `{ poolPositions { owner { id } amount weight owed } poolStakers { amount openPositionCount }
          stakingPools { totalStaked openPositionCount stakerCount positionCount } protocols { poolStaked poolStakerCount } }`,
        answer: {
          poolPositions: [{ owner: { id: ada }, amount: "0", weight: "0", owed: "5" }],
          poolStakers: [{ amount: "0", openPositionCount: 0 }],
          stakingPools: [{ totalStaked: "0", openPositionCount: 0, stakerCount: 0, positionCount: 1 }],
          protocols: [{ poolStaked: "0", poolStakerCount: 0 }],
        },
      },
    ],
  },
  {
    of: "StakingPool.Poked",
    name: "a multiplier that ended lowers the weight, and a new lock brings it back",
    blocks: blocks(
      [accrued(150n), staked({ added: 100n, amount: 100n, weight: 150n })],
      [accrued(100n, 6n), emit("StakingPool.Poked", { positionId: 1n, weight: 100n, owed: 11n })],
      [accrued(165n, 8n), staked({ added: 10n, amount: 110n, weight: 165n, start: timeOf(2), owed: 13n })],
      [emit("StakingPool.Poked", { positionId: 9n, weight: 1n, owed: 0n })],
    ),
    expect: [
      {
        query: `{ before: poolPosition(id: "${first}", block: { number: ${numberOf(1)} }) { amount weight owed rewardPerWeightPaid pokedAt } }`,
        answer: {
          before: {
            amount: "100",
            weight: "100",
            owed: "11",
            rewardPerWeightPaid: "6",
            pokedAt: String(timeOf(1)),
          },
        },
      },
      {
        query: `{ now: poolPosition(id: "${first}") { weight owed pokedAt } poolStakers { weight } }`,
        answer: {
          now: { weight: "165", owed: "13", pokedAt: null },
          poolStakers: [{ weight: "165" }],
        },
      },
      {
        query: `{ transactions(where: { kind: POSITION_POKED }) { account { id } amount poolEvent { kind moved weight } } }`,
        answer: {
          transactions: [
            { account: { id: ada }, amount: null, poolEvent: { kind: "POKED", moved: "0", weight: "100" } },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.RewardClaimed",
    name: "a claim settles the position, adds up, and names who was paid where it is another",
    blocks: blocks(
      [accrued(150n), staked({ added: 100n, amount: 100n, weight: 150n })],
      [
        accrued(150n, 5n),
        emit("StakingPool.RewardClaimed", { positionId: 1n, owner: ada, recipient: ada, amount: 30n }),
        accrued(150n, 6n),
        emit("StakingPool.RewardClaimed", { positionId: 1n, owner: ada, recipient: ben, amount: 12n }),
        emit("StakingPool.RewardClaimed", { positionId: 9n, owner: ada, recipient: ben, amount: 12n }),
      ],
    ),
    expect: [
      {
        query: `{ poolPositions { owed rewardPerWeightPaid claimed amount } poolStakers { claimed } stakingPools { claimed } }`,
        answer: {
          poolPositions: [{ owed: "0", rewardPerWeightPaid: "6", claimed: "42", amount: "100" }],
          poolStakers: [{ claimed: "42" }],
          stakingPools: [{ claimed: "42" }],
        },
      },
      {
        query: `{ transactions(where: { kind: POSITION_REWARD_CLAIMED }, orderBy: sequence) { account { id } counterparty { id } amount } }`,
        answer: {
          transactions: [
            { account: { id: ada }, counterparty: null, amount: "30" },
            { account: { id: ada }, counterparty: { id: ben }, amount: "12" },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.RewardNotified",
    name: "rewards of the treasury add up, without a row of history beside the treasury's own",
    blocks: blocks([
      accrued(0n, 0n, 700n, timeOf(9)),
      emit("StakingPool.RewardNotified", { amount: 700n, streamLeft: 700n, streamEnd: timeOf(9) }),
    ]),
    expect: [
      {
        query: `{ stakingPools { rewarded streamLeft } transactions { kind } poolSnapshots { streamLeft }
          poolFlowStats_collection(interval: day, current: include) { rewarded } }`,
        answer: {
          stakingPools: [{ rewarded: "700", streamLeft: "700" }],
          transactions: [],
          poolSnapshots: [{ streamLeft: "700" }],
          poolFlowStats_collection: [{ rewarded: "700" }],
        },
      },
    ],
  },
  {
    of: "StakingPool.PauseSet",
    name: "a pause of new stake is known until it ends",
    blocks: blocks(
      [emit("StakingPool.PauseSet", { until: timeOf(0) + 14 * day })],
      [emit("StakingPool.PauseSet", { until: 0 })],
    ),
    expect: [
      {
        query: `{ before: stakingPool(id: "${pool}", block: { number: ${numberOf(0)} }) { pausedUntil } }`,
        answer: { before: { pausedUntil: String(timeOf(0) + 14 * day) } },
      },
      {
        query: `{ now: stakingPool(id: "${pool}") { pausedUntil }
          transactions(orderBy: sequence) { kind emitter } }`,
        answer: {
          now: { pausedUntil: "0" },
          transactions: [
            { kind: "STAKING_PAUSED", emitter: pool },
            { kind: "STAKING_UNPAUSED", emitter: pool },
          ],
        },
      },
    ],
  },
  {
    of: "StakingPool.Skimmed",
    name: "what was donated goes to the treasury and is no withdrawal",
    blocks: blocks([emit("StakingPool.Skimmed", { to: treasury, amount: 5n })]),
    expect: [
      {
        query: "{ stakingPools { skimmed withdrawn } transactions { kind account { id } amount } }",
        answer: {
          stakingPools: [{ skimmed: "5", withdrawn: "0" }],
          transactions: [{ kind: "STAKE_SKIMMED", account: { id: treasury }, amount: "5" }],
        },
      },
    ],
  },
];
