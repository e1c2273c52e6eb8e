import { blocks, dayOf, daysAfter, joined, logId, numbered, type TestCase, timeOf } from "../case.ts";
import { emit, type TestEvent } from "../events.ts";
import { ada, ben, cleo, dollar, dollars, firstLoss, senior, vouching } from "../people.ts";
import { bound, changed, cohort } from "./book.ts";

const whole = 10n ** 12n;
const zero = `0x${"0".repeat(40)}` as const;
const key = joined(senior, numbered(1));

/** Money goes into a pool: the book counts it, then shares are made. */
const deposited = (
  pool: "SeniorPool" | "FirstLossPool",
  owner: typeof ada,
  amount: bigint,
  cash: bigint,
  claim: bigint,
  sender = owner,
): readonly TestEvent[] => [
  changed(cash, claim),
  emit(`${pool}.Transfer`, { from: zero, to: owner, value: amount * 1_000_000n }),
  emit(`${pool}.Deposit`, { sender, owner, assets: amount, shares: amount * 1_000_000n }),
];
const seniors = [...bound(), ...deposited("SeniorPool", ada, 100n * dollar, 100n * dollar, 100n * dollar)];
const firsts = [...bound(), ...deposited("FirstLossPool", ada, 100n * dollar, 100n * dollar, 0n)];
const queued = (ticket: bigint, shares: bigint, tx: number, owner = ada): readonly TestEvent[] => [
  emit("SeniorPool.ExitQueued", { ticket, owner, shares }, { tx }),
  emit("SeniorPool.Transfer", { from: owner, to: senior, value: shares }, { tx }),
  emit("CreditBook.QueueChanged", { shares }, { tx }),
];
const noticed = (added: bigint, shares: bigint, days: number, tx: number): readonly TestEvent[] => [
  emit(
    "FirstLossPool.NoticeGiven",
    { owner: ada, added, shares, readyAt: dayOf(days + 60), until: dayOf(days + 90) },
    { tx },
  ),
  emit("FirstLossPool.Transfer", { from: ada, to: firstLoss, value: added }, { tx }),
];
const shares = "shares queuedShares noticeShares vouchedShares";

export const lendersCases: readonly TestCase[] = [
  {
    of: "SeniorPool.Deposit",
    name: "a deposit makes shares at a price that is told when it is true again",
    blocks: blocks(
      [...bound(), ...deposited("SeniorPool", ada, 100n * dollar, 100n * dollar, 100n * dollar, cleo)],
      deposited("SeniorPool", ben, 50n * dollar, 150n * dollar, 150n * dollar),
    ),
    expect: [
      {
        query: `{ creditPool(id: "${senior}") { totalShares assets sharePrice exitPrice deposited withdrawn holderCount }
          creditPoolPositions(orderBy: deposited) { account { id } ${shares} deposited withdrawn }
          creditPoolSnapshots(where: { pool: "${senior}" }) { totalShares assets sharePrice }
          creditPoolStats_collection(interval: day, current: include) { pool { tranche } assets sharePriceOpen sharePriceClose sharePriceLow changes }
          creditPoolFlowStats_collection(interval: day, current: include) { deposited withdrawn forgone } }`,
        answer: {
          creditPool: {
            totalShares: String(150n * whole),
            assets: String(150n * dollar),
            sharePrice: "1",
            exitPrice: "1",
            deposited: String(150n * dollar),
            withdrawn: "0",
            holderCount: 2,
          },
          creditPoolPositions: [
            {
              account: { id: ben },
              shares: String(50n * whole),
              queuedShares: "0",
              noticeShares: "0",
              vouchedShares: "0",
              deposited: String(50n * dollar),
              withdrawn: "0",
            },
            {
              account: { id: ada },
              shares: String(100n * whole),
              queuedShares: "0",
              noticeShares: "0",
              vouchedShares: "0",
              deposited: String(100n * dollar),
              withdrawn: "0",
            },
          ],
          creditPoolSnapshots: [
            { totalShares: String(100n * whole), assets: String(100n * dollar), sharePrice: "1" },
            { totalShares: String(150n * whole), assets: String(150n * dollar), sharePrice: "1" },
          ],
          creditPoolStats_collection: [
            {
              pool: { tranche: "FIRST_LOSS" },
              assets: "0",
              sharePriceOpen: "1",
              sharePriceClose: "1",
              sharePriceLow: "1",
              changes: 2,
            },
            {
              pool: { tranche: "SENIOR" },
              assets: String(150n * dollar),
              sharePriceOpen: "1",
              sharePriceClose: "1",
              sharePriceLow: "1",
              changes: 2,
            },
          ],
          creditPoolFlowStats_collection: [
            { deposited: String(150n * dollar), withdrawn: "0", forgone: "0" },
          ],
        },
      },
      {
        query: `{ creditPoolEvents(orderBy: sequence) { id kind owner { id } counterparty { id } assets shares exit { id } }
          transactions(where: { kind: CREDIT_POOL_DEPOSITED }, orderBy: sequence) { account { id } counterparty { id } amount token moneyAmount money creditPoolEvent { pool { tranche } } } }`,
        answer: {
          creditPoolEvents: [
            {
              id: logId(0, 4),
              kind: "DEPOSITED",
              owner: { id: ada },
              counterparty: { id: cleo },
              assets: String(100n * dollar),
              shares: String(100n * whole),
              exit: null,
            },
            {
              id: logId(1, 2),
              kind: "DEPOSITED",
              owner: { id: ben },
              counterparty: null,
              assets: String(50n * dollar),
              shares: String(50n * whole),
              exit: null,
            },
          ],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: cleo },
              amount: String(100n * whole),
              token: senior,
              moneyAmount: String(100n * dollar),
              money: dollars,
              creditPoolEvent: { pool: { tranche: "SENIOR" } },
            },
            {
              account: { id: ben },
              counterparty: null,
              amount: String(50n * whole),
              token: senior,
              moneyAmount: String(50n * dollar),
              money: dollars,
              creditPoolEvent: { pool: { tranche: "SENIOR" } },
            },
          ],
        },
      },
    ],
  },
  {
    of: "SeniorPool.Transfer",
    name: "shares that go to another take their worth of the moment along, interest since the last change included",
    blocks: daysAfter(
      [0, [...seniors, cohort(1, 365_000_000n, 0n, 0), changed(100n * dollar, 100n * dollar)]],
      [10, [emit("SeniorPool.Transfer", { from: ada, to: ben, value: 50n * whole })]],
      [11, [emit("SeniorPool.Transfer", { from: ben, to: senior, value: 50n * whole })]],
    ),
    expect: [
      {
        // 1.8 of interest, 1.08 of it the seniors', half of 101.08
        query: `{ moved: creditPoolPositions(where: { account_not: "${senior}" }, block: { number: 101 }, orderBy: deposited) { account { id } shares receivedAssets sentAssets }
          pool: creditPool(id: "${senior}", block: { number: 101 }) { holderCount } }`,
        answer: {
          moved: [
            {
              account: { id: ben },
              shares: String(50n * whole),
              receivedAssets: "50539999",
              sentAssets: "0",
            },
            {
              account: { id: ada },
              shares: String(50n * whole),
              receivedAssets: "0",
              sentAssets: "50539999",
            },
          ],
          pool: { holderCount: 2 },
        },
      },
      {
        query: `{ creditPool(id: "${senior}") { holderCount queuedShares }
          given: creditPoolPosition(id: "${joined(senior, senior)}") { shares receivedAssets }
          creditPoolEvents(where: { kind: TRANSFERRED }, orderBy: sequence) { owner { id } counterparty { id } assets shares }
          transactions(where: { kind: CREDIT_POOL_TRANSFERRED }, orderBy: sequence) { account { id } counterparty { id } amount moneyAmount } }`,
        answer: {
          creditPool: { holderCount: 1, queuedShares: "0" },
          given: { shares: String(50n * whole), receivedAssets: "50593999" },
          creditPoolEvents: [
            {
              owner: { id: ada },
              counterparty: { id: ben },
              assets: "50539999",
              shares: String(50n * whole),
            },
            {
              owner: { id: ben },
              counterparty: { id: senior },
              assets: "50593999",
              shares: String(50n * whole),
            },
          ],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(50n * whole),
              moneyAmount: "50539999",
            },
            {
              account: { id: ben },
              counterparty: { id: senior },
              amount: String(50n * whole),
              moneyAmount: "50593999",
            },
          ],
        },
      },
    ],
  },
  {
    of: "SeniorPool.Withdraw",
    name: "who leaves burns shares; the price is told when the money is gone",
    blocks: blocks(seniors, [
      emit("SeniorPool.Transfer", { from: ada, to: zero, value: 100n * whole }),
      emit("SeniorPool.Withdraw", {
        sender: cleo,
        receiver: ben,
        owner: ada,
        assets: 99n * dollar,
        shares: 100n * whole,
      }),
      changed(1n * dollar, 0n),
    ]),
    expect: [
      {
        query: `{ creditPool(id: "${senior}") { totalShares assets withdrawn holderCount }
          creditPoolPositions { shares deposited withdrawn claimable } creditBooks { withdrawn }
          transactions(where: { kind: CREDIT_POOL_WITHDRAWN }) { account { id } counterparty { id } amount moneyAmount }
          creditPoolSnapshots(where: { pool: "${senior}" }) { totalShares assets } }`,
        answer: {
          creditPool: { totalShares: "0", assets: "0", withdrawn: String(99n * dollar), holderCount: 0 },
          creditPoolPositions: [
            {
              shares: "0",
              deposited: String(100n * dollar),
              withdrawn: String(99n * dollar),
              claimable: "0",
            },
          ],
          creditBooks: [{ withdrawn: String(99n * dollar) }],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(100n * whole),
              moneyAmount: String(99n * dollar),
            },
          ],
          creditPoolSnapshots: [
            { totalShares: String(100n * whole), assets: String(100n * dollar) },
            { totalShares: "0", assets: "0" },
          ],
        },
      },
    ],
  },
  {
    of: "SeniorPool.ExitQueued",
    name: "shares in the queue lie in the pool and stay their owner's",
    blocks: blocks(seniors, queued(1n, 100n * whole, 5)),
    expect: [
      {
        query: `{ poolExits { id ticket owner { id } state shares left served returned assets createdAt closedAt }
          creditPool(id: "${senior}") { queuedShares exitCount holderCount totalShares } creditBooks { queuedShares }
          own: creditPoolPosition(id: "${joined(senior, ada)}") { ${shares} sentAssets } custody: creditPoolPosition(id: "${joined(senior, senior)}") { ${shares} receivedAssets }
          creditPoolEvents(where: { kind_not: DEPOSITED }) { kind shares exit { ticket } }
          transactions(where: { kind_in: [EXIT_QUEUED, CREDIT_POOL_TRANSFERRED] }) { kind account { id } amount token } account(id: "${ada}") { poolExits { ticket } } }`,
        answer: {
          poolExits: [
            {
              id: key,
              ticket: "1",
              owner: { id: ada },
              state: "QUEUED",
              shares: String(100n * whole),
              left: String(100n * whole),
              served: "0",
              returned: "0",
              assets: "0",
              createdAt: String(timeOf(1)),
              closedAt: null,
            },
          ],
          creditPool: {
            queuedShares: String(100n * whole),
            exitCount: 1,
            holderCount: 1,
            totalShares: String(100n * whole),
          },
          creditBooks: [{ queuedShares: String(100n * whole) }],
          own: {
            shares: "0",
            queuedShares: String(100n * whole),
            noticeShares: "0",
            vouchedShares: "0",
            sentAssets: "0",
          },
          custody: {
            shares: String(100n * whole),
            queuedShares: "0",
            noticeShares: "0",
            vouchedShares: "0",
            receivedAssets: "0",
          },
          creditPoolEvents: [{ kind: "EXIT_QUEUED", shares: String(100n * whole), exit: { ticket: "1" } }],
          transactions: [
            { kind: "EXIT_QUEUED", account: { id: ada }, amount: String(100n * whole), token: senior },
          ],
          account: { poolExits: [{ ticket: "1" }] },
        },
      },
    ],
  },
  {
    of: "SeniorPool.ExitCancelled",
    name: "what waits is taken back; to cancel what was served changes nothing",
    blocks: blocks(
      seniors,
      queued(1n, 100n * whole, 5),
      [
        emit("SeniorPool.ExitCancelled", { ticket: 1n, owner: ada, shares: 100n * whole }, { tx: 6 }),
        emit("SeniorPool.Transfer", { from: senior, to: ada, value: 100n * whole }, { tx: 6 }),
      ],
      [emit("SeniorPool.ExitCancelled", { ticket: 1n, owner: ada, shares: 0n })],
      [emit("SeniorPool.ExitCancelled", { ticket: 7n, owner: ada, shares: 1n })],
    ),
    expect: [
      {
        query: `{ poolExits { state left returned closedAt } creditPool(id: "${senior}") { queuedShares holderCount }
          creditPoolPosition(id: "${joined(senior, ada)}") { ${shares} receivedAssets }
          transactions(where: { kind_in: [EXIT_CANCELLED, CREDIT_POOL_TRANSFERRED] }) { kind account { id } amount } }`,
        answer: {
          poolExits: [
            { state: "CANCELLED", left: "0", returned: String(100n * whole), closedAt: String(timeOf(2)) },
          ],
          creditPool: { queuedShares: "0", holderCount: 1 },
          creditPoolPosition: {
            shares: String(100n * whole),
            queuedShares: "0",
            noticeShares: "0",
            vouchedShares: "0",
            receivedAssets: "0",
          },
          transactions: [{ kind: "EXIT_CANCELLED", account: { id: ada }, amount: String(100n * whole) }],
        },
      },
    ],
  },
  {
    of: "SeniorPool.ExitServed",
    name: "a ticket is served in parts, then to its end, and crumbs go back",
    blocks: blocks(
      seniors,
      queued(1n, 100n * whole, 5),
      [
        emit("SeniorPool.Transfer", { from: senior, to: zero, value: 40n * whole }, { tx: 6 }),
        emit(
          "SeniorPool.ExitServed",
          { ticket: 1n, owner: ada, shares: 40n * whole, assets: 40n * dollar, left: 60n * whole },
          { tx: 6 },
        ),
        emit("CreditBook.QueueChanged", { shares: 60n * whole }, { tx: 6 }),
        emit("CreditBook.BookChanged", { cash: 60n * dollar, claim: 60n * dollar }, { tx: 6 }),
      ],
      [
        emit("SeniorPool.Transfer", { from: senior, to: zero, value: 59n * whole + 7n }, { tx: 7 }),
        emit("SeniorPool.Transfer", { from: senior, to: ada, value: whole - 7n }, { tx: 7 }),
        emit(
          "SeniorPool.ExitServed",
          { ticket: 1n, owner: ada, shares: 59n * whole + 7n, assets: 59n * dollar, left: 0n },
          { tx: 7 },
        ),
      ],
    ),
    expect: [
      {
        query: `{ part: poolExit(id: "${key}", block: { number: 102 }) { state left served assets closedAt } }`,
        answer: {
          part: {
            state: "QUEUED",
            left: String(60n * whole),
            served: String(40n * whole),
            assets: String(40n * dollar),
            closedAt: null,
          },
        },
      },
      {
        query: `{ poolExits { state left served returned assets closedAt }
          creditPool(id: "${senior}") { queuedShares withdrawn claimable totalShares holderCount }
          creditPoolPosition(id: "${joined(senior, ada)}") { shares queuedShares withdrawn claimable sentAssets receivedAssets }
          creditPoolFlowStats_collection(interval: day, current: include) { deposited withdrawn }
          transactions(where: { kind_in: [EXIT_SERVED, CREDIT_POOL_TRANSFERRED] }, orderBy: sequence) { kind account { id } amount moneyAmount money } }`,
        answer: {
          poolExits: [
            {
              state: "SERVED",
              left: "0",
              served: String(99n * whole + 7n),
              returned: String(whole - 7n),
              assets: String(99n * dollar),
              closedAt: String(timeOf(3)),
            },
          ],
          creditPool: {
            queuedShares: "0",
            withdrawn: String(99n * dollar),
            claimable: String(99n * dollar),
            totalShares: String(whole - 7n),
            holderCount: 1,
          },
          creditPoolPosition: {
            shares: String(whole - 7n),
            queuedShares: "0",
            withdrawn: String(99n * dollar),
            claimable: String(99n * dollar),
            sentAssets: "0",
            receivedAssets: "0",
          },
          creditPoolFlowStats_collection: [
            { deposited: String(100n * dollar), withdrawn: String(99n * dollar) },
          ],
          transactions: [
            {
              kind: "EXIT_SERVED",
              account: { id: ada },
              amount: String(40n * whole),
              moneyAmount: String(40n * dollar),
              money: dollars,
            },
            {
              kind: "EXIT_SERVED",
              account: { id: ada },
              amount: String(59n * whole + 7n),
              moneyAmount: String(59n * dollar),
              money: dollars,
            },
          ],
        },
      },
    ],
  },
  {
    of: "SeniorPool.ExitClaimed",
    name: "served money is claimed, to wherever the owner says",
    blocks: blocks(
      seniors,
      queued(1n, 100n * whole, 5),
      [
        emit("SeniorPool.Transfer", { from: senior, to: zero, value: 100n * whole }, { tx: 6 }),
        emit(
          "SeniorPool.ExitServed",
          { ticket: 1n, owner: ada, shares: 100n * whole, assets: 98n * dollar, left: 0n },
          { tx: 6 },
        ),
      ],
      [emit("SeniorPool.ExitClaimed", { owner: ada, receiver: ben, assets: 98n * dollar })],
    ),
    expect: [
      {
        query: `{ creditPool(id: "${senior}") { withdrawn claimable holderCount } creditPoolPosition(id: "${joined(senior, ada)}") { withdrawn claimable }
          transactions(where: { kind: EXIT_CLAIMED }) { account { id } counterparty { id } amount moneyAmount money } }`,
        answer: {
          creditPool: { withdrawn: String(98n * dollar), claimable: "0", holderCount: 0 },
          creditPoolPosition: { withdrawn: String(98n * dollar), claimable: "0" },
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: null,
              moneyAmount: String(98n * dollar),
              money: dollars,
            },
          ],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.Deposit",
    name: "first loss is worth what is left when seniors have theirs",
    blocks: blocks([
      ...seniors,
      ...deposited("FirstLossPool", ben, 50n * dollar, 150n * dollar, 100n * dollar),
      changed(170n * dollar, 100n * dollar),
    ]),
    expect: [
      {
        query: `{ creditPools(orderBy: deposited) { tranche assets totalShares deposited } creditBooks { senior junior } }`,
        answer: {
          creditPools: [
            {
              tranche: "FIRST_LOSS",
              // The second is no payment: it was booked as a deposit whose shares are still to come.
              assets: String(50n * dollar),
              totalShares: String(50n * whole),
              deposited: String(50n * dollar),
            },
            {
              tranche: "SENIOR",
              assets: String(100n * dollar),
              totalShares: String(100n * whole),
              deposited: String(100n * dollar),
            },
          ],
          creditBooks: [{ senior: String(100n * dollar), junior: String(70n * dollar) }],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.Transfer",
    name: "shares that move between accounts are told, with their worth",
    blocks: blocks(firsts, [emit("FirstLossPool.Transfer", { from: ada, to: ben, value: 40n * whole })]),
    expect: [
      {
        query: `{ creditPoolPositions(orderBy: shares) { account { id } shares receivedAssets sentAssets } creditPool(id: "${firstLoss}") { holderCount }
          transactions(where: { kind: CREDIT_POOL_TRANSFERRED }) { account { id } counterparty { id } amount token moneyAmount } }`,
        answer: {
          creditPoolPositions: [
            {
              account: { id: ben },
              shares: String(40n * whole),
              receivedAssets: "40000000",
              sentAssets: "0",
            },
            {
              account: { id: ada },
              shares: String(60n * whole),
              receivedAssets: "0",
              sentAssets: "40000000",
            },
          ],
          creditPool: { holderCount: 2 },
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: ben },
              amount: String(40n * whole),
              token: firstLoss,
              moneyAmount: "40000000",
            },
          ],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.NoticeGiven",
    name: "notice is given, and for more: all of it begins anew",
    blocks: daysAfter(
      [0, firsts],
      [1, noticed(30n * whole, 30n * whole, 1, 5)],
      [2, noticed(20n * whole, 50n * whole, 2, 6)],
    ),
    expect: [
      {
        query: `{ poolNotices { id owner { id } shares readyAt until } creditPool(id: "${firstLoss}") { noticeShares holderCount }
          creditPoolPosition(id: "${joined(firstLoss, ada)}") { ${shares} sentAssets }
          creditPoolEvents(where: { kind: NOTICE_GIVEN }, orderBy: sequence) { shares }
          transactions(where: { kind_in: [NOTICE_GIVEN, CREDIT_POOL_TRANSFERRED] }, orderBy: sequence) { kind amount } }`,
        answer: {
          poolNotices: [
            {
              id: joined(firstLoss, ada),
              owner: { id: ada },
              shares: String(50n * whole),
              readyAt: String(dayOf(62)),
              until: String(dayOf(92)),
            },
          ],
          creditPool: { noticeShares: String(50n * whole), holderCount: 1 },
          creditPoolPosition: {
            shares: String(50n * whole),
            queuedShares: "0",
            noticeShares: String(50n * whole),
            vouchedShares: "0",
            sentAssets: "0",
          },
          creditPoolEvents: [{ shares: String(30n * whole) }, { shares: String(20n * whole) }],
          transactions: [
            { kind: "NOTICE_GIVEN", amount: String(30n * whole) },
            { kind: "NOTICE_GIVEN", amount: String(20n * whole) },
          ],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.NoticeCancelled",
    name: "all shares under notice come back",
    blocks: daysAfter(
      [0, firsts],
      [1, noticed(100n * whole, 100n * whole, 1, 5)],
      [
        2,
        [
          emit("FirstLossPool.NoticeCancelled", { owner: ada, shares: 100n * whole }, { tx: 6 }),
          emit("FirstLossPool.Transfer", { from: firstLoss, to: ada, value: 100n * whole }, { tx: 6 }),
        ],
      ],
    ),
    expect: [
      {
        query: `{ poolNotices { shares readyAt until } creditPool(id: "${firstLoss}") { noticeShares holderCount }
          creditPoolPosition(id: "${joined(firstLoss, ada)}") { ${shares} }
          creditPoolEvents(where: { kind: NOTICE_CANCELLED }) { shares } transactions(where: { kind: NOTICE_CANCELLED }) { account { id } amount } }`,
        answer: {
          poolNotices: [{ shares: "0", readyAt: "0", until: "0" }],
          creditPool: { noticeShares: "0", holderCount: 1 },
          creditPoolPosition: {
            shares: String(100n * whole),
            queuedShares: "0",
            noticeShares: "0",
            vouchedShares: "0",
          },
          creditPoolEvents: [{ shares: String(100n * whole) }],
          transactions: [{ account: { id: ada }, amount: String(100n * whole) }],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.Withdraw",
    name: "shares under notice leave; the rest of the notice stays as it was",
    blocks: daysAfter(
      [0, firsts],
      [1, noticed(100n * whole, 100n * whole, 1, 5)],
      [
        61,
        [
          emit("FirstLossPool.Transfer", { from: firstLoss, to: zero, value: 70n * whole }),
          emit("FirstLossPool.Withdraw", {
            sender: ada,
            receiver: ada,
            owner: ada,
            assets: 71n * dollar,
            shares: 70n * whole,
          }),
          changed(29n * dollar, 0n),
        ],
      ],
    ),
    expect: [
      {
        query: `{ poolNotices { shares readyAt } creditPool(id: "${firstLoss}") { noticeShares totalShares assets withdrawn holderCount }
          creditPoolPosition(id: "${joined(firstLoss, ada)}") { ${shares} withdrawn }
          transactions(where: { kind: CREDIT_POOL_WITHDRAWN }) { account { id } counterparty { id } amount moneyAmount } }`,
        answer: {
          poolNotices: [{ shares: String(30n * whole), readyAt: String(dayOf(61)) }],
          creditPool: {
            noticeShares: String(30n * whole),
            totalShares: String(30n * whole),
            assets: String(29n * dollar),
            withdrawn: String(71n * dollar),
            holderCount: 1,
          },
          creditPoolPosition: {
            shares: "0",
            queuedShares: "0",
            noticeShares: String(30n * whole),
            vouchedShares: "0",
            withdrawn: String(71n * dollar),
          },
          transactions: [
            {
              account: { id: ada },
              counterparty: null,
              amount: String(70n * whole),
              moneyAmount: String(71n * dollar),
            },
          ],
        },
      },
    ],
  },
  {
    of: "FirstLossPool.SharesForgone",
    name: "what somebody gives up is the others'; what vouchers give up is told with their vouches",
    blocks: blocks(
      [
        ...firsts,
        ...deposited("FirstLossPool", ben, 100n * dollar, 200n * dollar, 0n),
        ...deposited("FirstLossPool", vouching, 100n * dollar, 300n * dollar, 0n),
      ],
      [
        emit("FirstLossPool.SharesForgone", { owner: ben, shares: 100n * whole }, { tx: 5 }),
        emit("FirstLossPool.Transfer", { from: ben, to: zero, value: 100n * whole }, { tx: 5 }),
      ],
      [
        emit("FirstLossPool.SharesForgone", { owner: vouching, shares: 50n * whole }, { tx: 6 }),
        emit("FirstLossPool.Transfer", { from: vouching, to: zero, value: 50n * whole }, { tx: 6 }),
      ],
    ),
    expect: [
      {
        query: `{ creditPool(id: "${firstLoss}") { forgoneShares totalShares holderCount } ben: creditPoolPosition(id: "${joined(firstLoss, ben)}") { shares forgoneShares }
          custody: creditPoolPosition(id: "${joined(firstLoss, vouching)}") { shares forgoneShares }
          creditPoolEvents(where: { kind: FORGONE }) { owner { id } shares } transactions(where: { kind: SHARES_FORGONE }) { account { id } amount token }
          creditPoolFlowStats_collection(interval: day, current: include) { forgone } }`,
        answer: {
          creditPool: {
            forgoneShares: String(150n * whole),
            totalShares: String(150n * whole),
            holderCount: 1,
          },
          ben: { shares: "0", forgoneShares: String(100n * whole) },
          custody: { shares: String(50n * whole), forgoneShares: "0" },
          creditPoolEvents: [{ owner: { id: ben }, shares: String(100n * whole) }],
          transactions: [{ account: { id: ben }, amount: String(100n * whole), token: firstLoss }],
          creditPoolFlowStats_collection: [{ forgone: String(150n * whole) }],
        },
      },
      {
        query: `{ after: creditPool(id: "${firstLoss}", block: { number: 101 }) { sharePrice } }`,
        answer: { after: { sharePrice: "1.4999999975000000124999999375" } },
      },
    ],
  },
];
