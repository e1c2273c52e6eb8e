import {
  blocks,
  joined,
  logId,
  numberOf,
  sharedTxHash,
  type TestBlock,
  type TestCase,
  timeOf,
  txHash,
  word,
  zeroAddress,
} from "../case.ts";
import { emit } from "../events.ts";
import {
  activated,
  ada,
  ben,
  cleo,
  distributor,
  dollar,
  dollars,
  house,
  moved,
  nextYear,
  redemptions,
  share,
  tokenized,
} from "../people.ts";

const paymentId = word(500);
const day = 86_400;
const root = word(600);
const proposed = (over: { root?: typeof root; uri?: string } = {}, tx?: number) =>
  emit(
    "IncomeDistributor.RootProposed",
    {
      subject: paymentId,
      root,
      total: 900n * dollar,
      readyAt: timeOf(0) + day,
      uri: "qti:income/v1",
      ...over,
    },
    tx === undefined ? {} : { tx },
  );
/** Ada pays a thousand dollars to the holders of the house, as the distributor tells it. */
const paid = (tx = 2, id = paymentId) => [
  emit(
    "IncomeDistributor.IncomePaid",
    {
      paymentId: id,
      asset: house,
      issuer: ada,
      money: dollars,
      amount: 1_000n * dollar,
      recordBlock: 99n,
      expiry: nextYear,
    },
    { tx },
  ),
  emit(
    "IncomeDistributor.RootProposed",
    { subject: id, root, total: 900n * dollar, readyAt: timeOf(0) + day, uri: "qti:income/v1" },
    { tx },
  ),
];
const rootActivated = emit("IncomeDistributor.RootActivated", {
  subject: paymentId,
  root,
  total: 900n * dollar,
});
const vetoed = emit("IncomeDistributor.RootVetoed", { subject: paymentId, root });
const claimed = (index: bigint, account: typeof ada, recipient: typeof ada, amount: bigint) =>
  emit("IncomeDistributor.IncomeClaimed", { paymentId, index, account, recipient, amount });
const returned = (amount: bigint) =>
  emit("IncomeDistributor.IncomeReturned", { paymentId, issuer: ada, amount });

const opened = emit("AssetRedemption.RedemptionOpened", {
  asset: house,
  issuer: ada,
  money: dollars,
  amount: 500n * dollar,
  supply: 1_000n * share,
});
const redeemed = (shares: bigint, amount: bigint, tx: number) => [
  moved(ben, zeroAddress, shares, tx),
  emit("AssetRedemption.SharesRedeemed", { asset: house, account: ben, shares, amount }, { tx }),
];
const bensShares = (): readonly TestBlock[] =>
  blocks(
    [tokenized(), activated()],
    [moved(zeroAddress, ada, 1_000n * share)],
    [moved(ada, ben, 300n * share)],
  );
const payments = `incomePayments { id asset { id } index issuer { id } money amount claimed claimCount returned recordBlock expiry state
  root total createdAt createdAtBlock transactionHash activatedAt closedAt updatedAt }`;
const fresh = {
  id: paymentId,
  asset: { id: house },
  index: "0",
  issuer: { id: ada },
  money: dollars,
  amount: String(1_000n * dollar),
  claimed: "0",
  claimCount: 0,
  returned: "0",
  recordBlock: "99",
  expiry: String(nextYear),
  state: "PROPOSED",
  root: null,
  total: "0",
  createdAt: String(timeOf(0)),
  createdAtBlock: String(numberOf(0)),
  transactionHash: sharedTxHash(2),
  activatedAt: null,
  closedAt: null,
  updatedAt: String(timeOf(0)),
};

/** Blocks that follow others, with numbers and times that go on. */
const after = (first: readonly TestBlock[], ...lists: readonly TestBlock["events"][]): readonly TestBlock[] =>
  blocks(...first.map(({ events }) => events), ...lists);

export const incomeCases: readonly TestCase[] = [
  {
    of: "IncomeDistributor.IncomePaid",
    name: "a payment waits for its root, is numbered among those of its asset, and is one row of history",
    blocks: blocks([tokenized(), ...paid()], paid(3, word(501))),
    expect: [
      {
        query: `{ ${payments} assets { incomePaymentCount } protocols { incomePaymentCount } }`,
        answer: {
          incomePayments: [
            fresh,
            {
              ...fresh,
              id: word(501),
              index: "1",
              createdAt: String(timeOf(1)),
              createdAtBlock: String(numberOf(1)),
              transactionHash: sharedTxHash(3),
              updatedAt: String(timeOf(1)),
            },
          ],
          assets: [{ incomePaymentCount: 2 }],
          protocols: [{ incomePaymentCount: 2 }],
        },
      },
      {
        query: `{ transactions(where: { incomePayment: "${paymentId}" }) { domain kind account { id } asset { id } amount token moneyAmount money fee } }`,
        answer: {
          transactions: [
            {
              domain: "ASSETS",
              kind: "INCOME_PAID",
              account: { id: ada },
              asset: { id: house },
              amount: null,
              token: null,
              moneyAmount: String(1_000n * dollar),
              money: dollars,
              fee: null,
            },
          ],
        },
      },
      {
        query: `{ incomeStats_collection(interval: day, current: include) { asset { id } money paid claimed returned redeemed } }`,
        answer: {
          incomeStats_collection: [
            {
              asset: { id: house },
              money: dollars,
              paid: String(2_000n * dollar),
              claimed: "0",
              returned: "0",
              redeemed: "0",
            },
          ],
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.RootProposed",
    name: "the first root comes with the payment, another after a veto is history; its link is a stranger's text",
    blocks: blocks(
      [tokenized(), ...paid()],
      [vetoed],
      [proposed({ root: word(601), uri: `a\0${"x".repeat(3_000)}` })],
    ),
    expect: [
      {
        query: `{ incomePayments { state proposal { root } } rootProposals(orderBy: createdAt) { id contract subject incomePayment { id } root total state
          readyAt createdAt closedAt transactionHash } }`,
        answer: {
          incomePayments: [{ state: "PROPOSED", proposal: { root: word(601) } }],
          rootProposals: [
            {
              id: logId(0, 2, 2),
              contract: distributor,
              subject: paymentId,
              incomePayment: { id: paymentId },
              root,
              total: String(900n * dollar),
              state: "VETOED",
              readyAt: String(timeOf(0) + day),
              createdAt: String(timeOf(0)),
              closedAt: String(timeOf(1)),
              transactionHash: sharedTxHash(2),
            },
            {
              id: logId(2, 0),
              contract: distributor,
              subject: paymentId,
              incomePayment: { id: paymentId },
              root: word(601),
              total: String(900n * dollar),
              state: "PENDING",
              readyAt: String(timeOf(0) + day),
              createdAt: String(timeOf(2)),
              closedAt: null,
              transactionHash: txHash(2, 0),
            },
          ],
        },
      },
      {
        query: `{ rootProposals(where: { uri: "a${"x".repeat(2_047)}" }) { root } transactions(orderBy: sequence) { kind } }`,
        answer: {
          rootProposals: [{ root: word(601) }],
          transactions: ["ASSET_TOKENIZED", "INCOME_PAID", "INCOME_ROOT_VETOED", "INCOME_ROOT_PROPOSED"].map(
            (kind) => ({ kind }),
          ),
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.RootProposed",
    name: "a root for nothing that is known is passed over",
    blocks: blocks([proposed()]),
    expect: [
      {
        query: "{ rootProposals { id } transactions { id } }",
        answer: { rootProposals: [], transactions: [] },
      },
    ],
  },
  {
    of: "IncomeDistributor.RootActivated",
    name: "an active root is the payment's, with its sum",
    blocks: blocks([tokenized(), ...paid()], [rootActivated]),
    expect: [
      {
        query: `{ ${payments} rootProposals { state closedAt } transactions(where: { kind: INCOME_ROOT_ACTIVATED }) { account { id } asset { id } } }`,
        answer: {
          incomePayments: [
            {
              ...fresh,
              state: "ACTIVE",
              root,
              total: String(900n * dollar),
              activatedAt: String(timeOf(1)),
              updatedAt: String(timeOf(1)),
            },
          ],
          rootProposals: [{ state: "ACTIVE", closedAt: String(timeOf(1)) }],
          transactions: [{ account: { id: ada }, asset: { id: house } }],
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.RootVetoed",
    name: "a vetoed root leaves the payment without one, and a veto after the return changes nothing",
    blocks: blocks([tokenized(), ...paid()], [vetoed], [proposed()], [returned(1_000n * dollar)], [vetoed]),
    expect: [
      {
        query: `{ incomePayments(block: { number: ${numberOf(1)} }) { state root } }`,
        answer: { incomePayments: [{ state: "VETOED", root: null }] },
      },
      {
        query: "{ incomePayments { state root } rootProposals { state } }",
        answer: {
          incomePayments: [{ state: "CLOSED", root: null }],
          rootProposals: [{ state: "VETOED" }, { state: "VETOED" }],
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.IncomeClaimed",
    name: "claims add up; who was paid instead of a lost account is named",
    blocks: blocks(
      [tokenized(), ...paid()],
      [rootActivated],
      [claimed(0n, ben, ben, 300n * dollar), claimed(1n, ada, cleo, 600n * dollar)],
    ),
    expect: [
      {
        query: `{ incomePayments { claimed claimCount state } incomeClaims { id payment { id } index asset { id } account { id } recipient { id }
          amount money sequence timestamp transactionHash } }`,
        answer: {
          incomePayments: [{ claimed: String(900n * dollar), claimCount: 2, state: "ACTIVE" }],
          incomeClaims: [[ben, ben, 300n] as const, [ada, cleo, 600n] as const].map(
            ([account, recipient, amount], index) => ({
              id: logId(2, index),
              payment: { id: paymentId },
              index: String(index),
              asset: { id: house },
              account: { id: account },
              recipient: { id: recipient },
              amount: String(amount * dollar),
              money: dollars,
              sequence: String(numberOf(2) * 1_000_000 + index),
              timestamp: String(timeOf(2)),
              transactionHash: txHash(2, index),
            }),
          ),
        },
      },
      {
        query: `{ transactions(where: { kind: INCOME_CLAIMED }) { account { id } counterparty { id } moneyAmount money incomePayment { id } } }`,
        answer: {
          transactions: [
            {
              account: { id: ben },
              counterparty: null,
              moneyAmount: String(300n * dollar),
              money: dollars,
              incomePayment: { id: paymentId },
            },
            {
              account: { id: ada },
              counterparty: { id: cleo },
              moneyAmount: String(600n * dollar),
              money: dollars,
              incomePayment: { id: paymentId },
            },
          ],
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.IncomeReturned",
    name: "what nobody claimed goes back and closes the payment",
    blocks: blocks(
      [tokenized(), ...paid()],
      [rootActivated],
      [claimed(0n, ben, ben, 300n * dollar)],
      [returned(700n * dollar)],
    ),
    expect: [
      {
        query: `{ incomePayments { state claimed returned closedAt }
          transactions(where: { kind: INCOME_RETURNED }) { account { id } moneyAmount asset { id } }
          incomeStats_collection(interval: day, current: include) { paid claimed returned } }`,
        answer: {
          incomePayments: [
            {
              state: "CLOSED",
              claimed: String(300n * dollar),
              returned: String(700n * dollar),
              closedAt: String(timeOf(3)),
            },
          ],
          transactions: [{ account: { id: ada }, moneyAmount: String(700n * dollar), asset: { id: house } }],
          incomeStats_collection: [
            {
              paid: String(1_000n * dollar),
              claimed: String(300n * dollar),
              returned: String(700n * dollar),
            },
          ],
        },
      },
    ],
  },
  {
    of: "IncomeDistributor.IncomeClaimed",
    name: "what concerns a payment nobody made is passed over",
    blocks: blocks([claimed(0n, ben, ben, 1n), returned(1n), rootActivated, vetoed]),
    expect: [
      {
        query: "{ incomePayments { id } incomeClaims { id } transactions { id } }",
        answer: { incomePayments: [], incomeClaims: [], transactions: [] },
      },
    ],
  },
  {
    of: "IncomeDistributor.MoneyListed",
    name: "each contract keeps its own list of money",
    blocks: blocks(
      [emit("IncomeDistributor.MoneyListed", { money: dollars, listed: true })],
      [emit("AssetRedemption.MoneyListed", { money: dollars, listed: true })],
      [emit("IncomeDistributor.MoneyListed", { money: dollars, listed: false })],
    ),
    expect: [
      {
        query: "{ moneyListings { id contract use money listed updatedAt } }",
        answer: {
          moneyListings: [
            [distributor, "INCOME", false, 2] as const,
            [redemptions, "REDEMPTION", true, 1] as const,
          ].map(([contract, use, listed, block]) => ({
            id: joined(contract, dollars),
            contract,
            use,
            money: dollars,
            listed,
            updatedAt: String(timeOf(block)),
          })),
        },
      },
      {
        query: "{ transactions(orderBy: sequence) { domain kind account { id } money } }",
        answer: {
          transactions: [
            ["MONEY_LISTED", distributor] as const,
            ["MONEY_LISTED", redemptions] as const,
            ["MONEY_DELISTED", distributor] as const,
          ].map(([kind, id]) => ({ domain: "ASSETS", kind, account: { id }, money: dollars })),
        },
      },
    ],
  },
  {
    of: "AssetRedemption.MoneyListed",
    name: "money for redemption is listed",
    blocks: blocks([emit("AssetRedemption.MoneyListed", { money: dollars, listed: true })]),
    expect: [{ query: "{ moneyListings { use } }", answer: { moneyListings: [{ use: "REDEMPTION" }] } }],
  },
  {
    of: "AssetRedemption.RedemptionOpened",
    name: "the price of a share is fixed for all shares that are there",
    blocks: after(bensShares(), [opened]),
    expect: [
      {
        query: `{ redemptions { id asset { id redemption { id } } issuer { id } money amount supply redeemed paid leftover closed redemptionCount
          createdAt transactionHash closedAt updatedAt } }`,
        answer: {
          redemptions: [
            {
              id: house,
              asset: { id: house, redemption: { id: house } },
              issuer: { id: ada },
              money: dollars,
              amount: String(500n * dollar),
              supply: String(1_000n * share),
              redeemed: "0",
              paid: "0",
              leftover: "0",
              closed: false,
              redemptionCount: 0,
              createdAt: String(timeOf(3)),
              transactionHash: txHash(3, 0),
              closedAt: null,
              updatedAt: String(timeOf(3)),
            },
          ],
        },
      },
      {
        query: `{ transactions(where: { kind: REDEMPTION_OPENED }) { account { id } asset { id } amount moneyAmount money } }`,
        answer: {
          transactions: [
            {
              account: { id: ada },
              asset: { id: house },
              amount: null,
              moneyAmount: String(500n * dollar),
              money: dollars,
            },
          ],
        },
      },
    ],
  },
  {
    of: "AssetRedemption.SharesRedeemed",
    name: "shares burned for money are one row with both amounts, and lower balance and supply",
    blocks: after(
      bensShares(),
      [opened],
      redeemed(100n * share, 50n * dollar, 10),
      redeemed(200n * share, 100n * dollar, 11),
    ),
    expect: [
      {
        query: `{ redemptions { redeemed paid redemptionCount } assets { supply }
          shareRedemptions { id redemption { id } asset { id } account { id } shares amount money sequence timestamp transactionHash } }`,
        answer: {
          redemptions: [{ redeemed: String(300n * share), paid: String(150n * dollar), redemptionCount: 2 }],
          assets: [{ supply: String(700n * share) }],
          shareRedemptions: [0, 1].map((index) => ({
            id: logId(4 + index, 1, 10 + index),
            redemption: { id: house },
            asset: { id: house },
            account: { id: ben },
            shares: String([100n, 200n].map((each) => each * share)[index]),
            amount: String([50n, 100n].map((each) => each * dollar)[index]),
            money: dollars,
            sequence: String(numberOf(4 + index) * 1_000_000 + 1),
            timestamp: String(timeOf(4 + index)),
            transactionHash: sharedTxHash(10 + index),
          })),
        },
      },
      {
        query: `{ transactions(where: { account: "${ben}" }) { id kind amount token moneyAmount money transfer { kind } asset { id } } }`,
        answer: {
          transactions: [0, 1].map((index) => ({
            id: logId(4 + index, 0, 10 + index),
            kind: "SHARES_REDEEMED",
            amount: String([100n, 200n].map((each) => each * share)[index]),
            token: house,
            moneyAmount: String([50n, 100n].map((each) => each * dollar)[index]),
            money: dollars,
            transfer: { kind: "REDEMPTION" },
            asset: { id: house },
          })),
        },
      },
      {
        query:
          "{ incomeStats_collection(interval: day, current: include) { paid redeemed } protocols { totals { transferCount } } }",
        answer: {
          incomeStats_collection: [{ paid: "0", redeemed: String(150n * dollar) }],
          protocols: [{ totals: { transferCount: 4 } }],
        },
      },
    ],
  },
  {
    of: "AssetRedemption.SharesRedeemed",
    name: "a redemption whose burn is not the log before it is a row of its own",
    blocks: after(
      bensShares(),
      [opened],
      [emit("AssetRedemption.SharesRedeemed", { asset: house, account: ben, shares: 5n, amount: 1n })],
    ),
    expect: [
      {
        query: `{ transactions(where: { kind: SHARES_REDEEMED }) { id account { id } asset { id } token amount moneyAmount transfer { id } } }`,
        answer: {
          transactions: [
            {
              id: logId(4, 0),
              account: { id: ben },
              asset: { id: house },
              token: house,
              amount: "5",
              moneyAmount: "1",
              transfer: null,
            },
          ],
        },
      },
    ],
  },
  {
    of: "AssetRedemption.RedemptionClosed",
    name: "when no share is left, what is over goes back",
    blocks: after(
      bensShares(),
      [opened],
      [emit("AssetRedemption.RedemptionClosed", { asset: house, issuer: cleo, leftover: 3n })],
    ),
    expect: [
      {
        query: `{ redemptions { closed leftover closedAt }
          transactions(where: { kind: REDEMPTION_CLOSED }) { account { id } asset { id } moneyAmount money } }`,
        answer: {
          redemptions: [{ closed: true, leftover: "3", closedAt: String(timeOf(4)) }],
          transactions: [{ account: { id: cleo }, asset: { id: house }, moneyAmount: "3", money: dollars }],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetRedemptionSet",
    name: "the contract that may burn for those who redeem is the protocol's",
    blocks: blocks([emit("AssetRegistry.AssetRedemptionSet", { redemption: redemptions })]),
    expect: [
      {
        query: "{ protocols { redemptionContract } transactions { kind account { id } } }",
        answer: {
          protocols: [{ redemptionContract: redemptions }],
          transactions: [{ kind: "REDEMPTION_CONTRACT_SET", account: { id: redemptions } }],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetForcedBurn",
    name: "a burn without the holder is one row that says so",
    blocks: after(bensShares(), [
      emit("AssetToken.Frozen", { account: ben, amount: 0n }, { at: house, tx: 9 }),
      moved(ben, zeroAddress, 7n, 9),
      emit("AssetRegistry.AssetForcedBurn", { asset: house, account: ben, amount: 7n }, { tx: 9 }),
    ]),
    expect: [
      {
        query: `{ transfers(where: { to: null }) { kind amount } transactions(where: { kind_in: [SHARES_BURNED, SHARES_FORCE_BURNED] }) { kind account { id } amount transfer { kind } } }`,
        answer: {
          transfers: [{ kind: "FORCED_BURN", amount: "7" }],
          transactions: [
            {
              kind: "SHARES_FORCE_BURNED",
              account: { id: ben },
              amount: "7",
              transfer: { kind: "FORCED_BURN" },
            },
          ],
        },
      },
    ],
  },
];
