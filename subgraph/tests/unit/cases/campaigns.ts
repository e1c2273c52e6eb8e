import { blocks, joined, logId, numbered, numberOf, type TestCase, timeOf, txHash, word } from "../case.ts";
import { emit } from "../events.ts";
import { ada, ben, campaigns, nextYear } from "../people.ts";

const root = word(600);
const day = 86_400;
const uri = "qti:staking-bonus/v1?epoch=1&block=2&amount=3&previous=0x0";
const created = (campaignId = 0n) =>
  emit("MerkleDistributor.CampaignCreated", { campaignId, endsAt: nextYear, uri: "data:,{}" });
const funded = (amount: bigint, all = amount) =>
  emit("MerkleDistributor.CampaignFunded", { campaignId: 0n, amount, funded: all });
const proposed = (over: { root?: typeof root; subject?: typeof root } = {}) =>
  emit("MerkleDistributor.RootProposed", {
    subject: word(0),
    root,
    total: 90n,
    readyAt: timeOf(0) + day,
    uri,
    ...over,
  });
const claimed = (amount: bigint, cumulative: bigint, recipient = ada) =>
  emit("MerkleDistributor.CampaignClaimed", { campaignId: 0n, account: ada, recipient, amount, cumulative });
const campaign = `0x${numbered(0)}`;

export const campaignsCases: readonly TestCase[] = [
  {
    of: "MerkleDistributor.CampaignCreated",
    name: "a campaign begins empty",
    blocks: blocks([created(), created(258n)]),
    expect: [
      {
        query: `{ campaign(id: "${campaign}") { campaignId uri endsAt closed funded claimed claimCount claimantCount returned root total
          proposal { id } createdAt createdAtBlock transactionHash activatedAt closedAt } campaigns { id campaignId } }`,
        answer: {
          campaign: {
            campaignId: "0",
            uri: "data:,{}",
            endsAt: String(nextYear),
            closed: false,
            funded: "0",
            claimed: "0",
            claimCount: 0,
            claimantCount: 0,
            returned: "0",
            root: null,
            total: "0",
            proposal: null,
            createdAt: String(timeOf(0)),
            createdAtBlock: String(numberOf(0)),
            transactionHash: txHash(0, 0),
            activatedAt: null,
            closedAt: null,
          },
          campaigns: [
            { id: campaign, campaignId: "0" },
            { id: `0x${numbered(258)}`, campaignId: "258" },
          ],
        },
      },
      {
        query: `{ merkleDistributors { id campaignCount } protocols { campaignCount }
          transactions(orderBy: sequence) { domain kind account { id } campaign { campaignId } } }`,
        answer: {
          merkleDistributors: [{ id: campaigns, campaignCount: 2 }],
          protocols: [{ campaignCount: 2 }],
          transactions: [
            {
              domain: "REWARDS",
              kind: "CAMPAIGN_CREATED",
              account: { id: campaigns },
              campaign: { campaignId: "0" },
            },
            {
              domain: "REWARDS",
              kind: "CAMPAIGN_CREATED",
              account: { id: campaigns },
              campaign: { campaignId: "258" },
            },
          ],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.CampaignFunded",
    name: "what is put in adds up",
    blocks: blocks([created(), funded(60n), funded(40n, 100n)]),
    expect: [
      {
        query: `{ campaigns { funded } campaignFundings { id campaign { id } amount funded } merkleDistributors { funded }
          transactions(where: { kind: CAMPAIGN_FUNDED }, orderBy: sequence) { amount } }`,
        answer: {
          campaigns: [{ funded: "100" }],
          campaignFundings: [
            { id: logId(0, 1), campaign: { id: campaign }, amount: "60", funded: "60" },
            { id: logId(0, 2), campaign: { id: campaign }, amount: "40", funded: "100" },
          ],
          merkleDistributors: [{ funded: "100" }],
          transactions: [{ amount: "60" }, { amount: "40" }],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.CampaignExtended",
    name: "a later end counts",
    blocks: blocks([
      created(),
      emit("MerkleDistributor.CampaignExtended", { campaignId: 0n, endsAt: nextYear + day }),
      emit("MerkleDistributor.CampaignExtended", { campaignId: 9n, endsAt: nextYear }),
    ]),
    expect: [
      {
        query:
          "{ campaigns { endsAt } transactions(where: { kind: CAMPAIGN_EXTENDED }) { campaign { id } } }",
        answer: {
          campaigns: [{ endsAt: String(nextYear + day) }],
          transactions: [{ campaign: { id: campaign } }],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.RootProposed",
    name: "a proposed root waits with how it can be computed, and one for no campaign is nobody's",
    blocks: blocks([created(), proposed(), proposed({ subject: word(7) })]),
    expect: [
      {
        query:
          "{ rootProposals { id contract subject campaign { id } incomePayment { id } root total uri state readyAt closedAt } }",
        answer: {
          rootProposals: [
            {
              id: logId(0, 1),
              contract: campaigns,
              subject: word(0),
              campaign: { id: campaign },
              incomePayment: null,
              root,
              total: "90",
              uri,
              state: "PENDING",
              readyAt: String(timeOf(0) + day),
              closedAt: null,
            },
          ],
        },
      },
      {
        query: `{ campaigns { root total proposal { state } proposals { root } } transactions(orderBy: sequence) { kind } }`,
        answer: {
          campaigns: [{ root: null, total: "0", proposal: { state: "PENDING" }, proposals: [{ root }] }],
          transactions: [{ kind: "CAMPAIGN_CREATED" }, { kind: "CAMPAIGN_ROOT_PROPOSED" }],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.RootActivated",
    name: "an activated root counts, until the next takes its place",
    blocks: blocks(
      [created(), proposed()],
      [emit("MerkleDistributor.RootActivated", { subject: word(0), root, total: 90n })],
      [
        proposed({ root: word(601) }),
        emit("MerkleDistributor.RootActivated", { subject: word(0), root: word(601), total: 95n }),
      ],
    ),
    expect: [
      {
        query: `{ before: campaigns(block: { number: 101 }) { root total activatedAt } }`,
        answer: { before: [{ root, total: "90", activatedAt: String(timeOf(1)) }] },
      },
      {
        query: `{ now: campaigns { root total activatedAt }
          rootProposals { root state closedAt } }`,
        answer: {
          now: [{ root: word(601), total: "95", activatedAt: String(timeOf(2)) }],
          rootProposals: [
            { root, state: "ACTIVE", closedAt: String(timeOf(1)) },
            { root: word(601), state: "ACTIVE", closedAt: String(timeOf(2)) },
          ],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.RootVetoed",
    name: "a vetoed root leaves the one that counts",
    blocks: blocks(
      [
        created(),
        proposed(),
        emit("MerkleDistributor.RootActivated", { subject: word(0), root, total: 90n }),
      ],
      [
        proposed({ root: word(601) }),
        emit("MerkleDistributor.RootVetoed", { subject: word(0), root: word(601) }),
      ],
    ),
    expect: [
      {
        query: `{ campaigns { root proposal { root state closedAt } } transactions(where: { kind: CAMPAIGN_ROOT_VETOED }) { account { id } } }`,
        answer: {
          campaigns: [{ root, proposal: { root: word(601), state: "VETOED", closedAt: String(timeOf(1)) } }],
          transactions: [{ account: { id: campaigns } }],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.CampaignClaimed",
    name: "claims add up by account, and name who was paid where it is another",
    blocks: blocks([created(), funded(100n), claimed(30n, 30n), claimed(10n, 40n, ben)]),
    expect: [
      {
        query: `{ campaigns { claimed claimCount claimantCount } merkleDistributors { claimed }
          campaignClaimants { id account { id } claimed claimCount } }`,
        answer: {
          campaigns: [{ claimed: "40", claimCount: 2, claimantCount: 1 }],
          merkleDistributors: [{ claimed: "40" }],
          campaignClaimants: [
            { id: joined(campaign, ada), account: { id: ada }, claimed: "40", claimCount: 2 },
          ],
        },
      },
      {
        query: `{ campaignClaims { id account { id } recipient { id } amount cumulative }
          transactions(where: { kind: CAMPAIGN_CLAIMED }, orderBy: sequence) { account { id } counterparty { id } amount } }`,
        answer: {
          campaignClaims: [
            { id: logId(0, 2), account: { id: ada }, recipient: { id: ada }, amount: "30", cumulative: "30" },
            { id: logId(0, 3), account: { id: ada }, recipient: { id: ben }, amount: "10", cumulative: "40" },
          ],
          transactions: [
            { account: { id: ada }, counterparty: null, amount: "30" },
            { account: { id: ada }, counterparty: { id: ben }, amount: "10" },
          ],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.CampaignReturned",
    name: "the rest goes back and the campaign is over",
    blocks: blocks(
      [created(), funded(100n), claimed(30n, 30n)],
      [emit("MerkleDistributor.CampaignReturned", { campaignId: 0n, amount: 70n })],
    ),
    expect: [
      {
        query: `{ campaigns { closed returned closedAt } merkleDistributors { returned }
          campaignStats_collection(interval: day, current: include) { campaign { id } funded claimed returned }
          transactions(where: { kind: CAMPAIGN_RETURNED }) { account { id } amount } }`,
        answer: {
          campaigns: [{ closed: true, returned: "70", closedAt: String(timeOf(1)) }],
          merkleDistributors: [{ returned: "70" }],
          campaignStats_collection: [
            { campaign: { id: campaign }, funded: "100", claimed: "30", returned: "70" },
          ],
          transactions: [{ account: { id: campaigns }, amount: "70" }],
        },
      },
    ],
  },
  {
    of: "MerkleDistributor.PauseSet",
    name: "a pause of claims names the contract",
    blocks: blocks([emit("MerkleDistributor.PauseSet", { until: timeOf(9) })]),
    expect: [
      {
        query: "{ merkleDistributors { pausedUntil } transactions { kind account { id } } }",
        answer: {
          merkleDistributors: [{ pausedUntil: String(timeOf(9)) }],
          transactions: [{ kind: "REWARDS_PAUSED", account: { id: campaigns } }],
        },
      },
    ],
  },
];
