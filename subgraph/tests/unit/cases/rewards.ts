import { blocks, logId, type TestCase, timeOf } from "../case.ts";
import { emit } from "../events.ts";
import { vault } from "../people.ts";

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
];
