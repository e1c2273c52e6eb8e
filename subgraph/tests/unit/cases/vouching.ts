import { blocks, joined, numbered, type TestCase } from "../case.ts";
import { emit, type TestEvent } from "../events.ts";
import {
  ada,
  adaAttested,
  adaIdentity,
  ben,
  benAttested,
  benIdentity,
  dollar,
  firstLoss,
  vouching,
} from "../people.ts";
import { bound, changed } from "./book.ts";

const whole = 10n ** 12n;
const zero = `0x${"0".repeat(40)}` as const;
const pair = joined(numbered(1), numbered(2));

/** Ben has a hundred of first loss, and Ada lets him vouch. */
const opened: readonly TestEvent[] = [
  adaAttested(),
  benAttested(),
  ...bound(),
  changed(100n * dollar, 0n),
  emit("FirstLossPool.Transfer", { from: zero, to: ben, value: 100n * whole }),
  emit("FirstLossPool.Deposit", { sender: ben, owner: ben, assets: 100n * dollar, shares: 100n * whole }),
  emit("Vouching.VoucherInvited", { identity: 1n, voucher: 2n, invited: true }),
];
const vouched = (
  added: bigint,
  shares: bigint,
  limit: bigint,
  lineLimit: bigint,
  tx: number,
): readonly TestEvent[] => [
  emit("Vouching.Vouched", { identity: 1n, voucher: 2n, owner: ben, added, shares, limit }, { tx }),
  emit("FirstLossPool.Transfer", { from: ben, to: vouching, value: added }, { tx }),
  emit("CreditLines.LimitSet", { identity: 1n, limit: lineLimit }, { tx }),
];
const ended = (lineLimit: bigint, tx: number): readonly TestEvent[] => [
  emit("Vouching.VouchEnded", { identity: 1n, voucher: 2n, limit: 40n * dollar }, { tx }),
  emit("CreditLines.LimitSet", { identity: 1n, limit: lineLimit }, { tx }),
];
const unlocked = (shares: bigint, tx: number): readonly TestEvent[] => [
  emit("Vouching.VouchUnlocked", { identity: 1n, voucher: 2n, owner: ben, shares }, { tx }),
  emit("FirstLossPool.Transfer", { from: vouching, to: ben, value: shares }, { tx }),
];
const ofBen = `creditPoolPosition(id: "${joined(firstLoss, ben)}") { shares vouchedShares forgoneShares sentAssets receivedAssets }`;

export const vouchingCases: readonly TestCase[] = [
  {
    of: "Vouching.VoucherInvited",
    name: "a borrower says who may vouch, and who may no longer; numbers of nobody are nothing",
    blocks: blocks(
      opened,
      [emit("Vouching.VoucherInvited", { identity: 1n, voucher: 2n, invited: false })],
      [
        emit("Vouching.VoucherInvited", { identity: 1n, voucher: 9n, invited: true }),
        emit("Vouching.VoucherInvited", { identity: 9n, voucher: 1n, invited: true }),
      ],
    ),
    expect: [
      {
        query: `{ before: vouchInvite(id: "${pair}", block: { number: 100 }) { invited } }`,
        answer: { before: { invited: true } },
      },
      {
        query: `{ vouchInvites { id line { number } voucher { id } invited } creditLines { number limit voucherCount }
          transactions(where: { kind_in: [VOUCHER_INVITED, VOUCHER_DISINVITED] }, orderBy: sequence) { kind account { id } counterparty { id } identity { id } } }`,
        answer: {
          vouchInvites: [{ id: pair, line: { number: "1" }, voucher: { id: benIdentity }, invited: false }],
          creditLines: [{ number: "1", limit: "0", voucherCount: 0 }],
          transactions: [
            {
              kind: "VOUCHER_INVITED",
              account: { id: ada },
              counterparty: { id: ben },
              identity: { id: adaIdentity },
            },
            {
              kind: "VOUCHER_DISINVITED",
              account: { id: ada },
              counterparty: { id: ben },
              identity: { id: adaIdentity },
            },
          ],
        },
      },
    ],
  },
  {
    of: "Vouching.Vouched",
    name: "shares that are locked stay their owner's; the limit rose because somebody vouches",
    blocks: blocks(
      opened,
      vouched(50n * whole, 50n * whole, 30n * dollar, 30n * dollar, 5),
      vouched(20n * whole, 70n * whole, 40n * dollar, 40n * dollar, 6),
    ),
    expect: [
      {
        query: `{ vouchEntries { id line { number } identity { id } voucher { id } owner { id } state shares limit burnt }
          creditLines { limit voucherCount vouchedLimit vouches { shares } } ${ofBen} creditPool(id: "${firstLoss}") { vouchedShares holderCount }
          protocols { vouchCount } identity(id: "${benIdentity}") { vouches { limit } } }`,
        answer: {
          vouchEntries: [
            {
              id: pair,
              line: { number: "1" },
              identity: { id: adaIdentity },
              voucher: { id: benIdentity },
              owner: { id: ben },
              state: "ACTIVE",
              shares: String(70n * whole),
              limit: String(40n * dollar),
              burnt: "0",
            },
          ],
          creditLines: [
            {
              limit: String(40n * dollar),
              voucherCount: 1,
              vouchedLimit: String(40n * dollar),
              vouches: [{ shares: String(70n * whole) }],
            },
          ],
          creditPoolPosition: {
            shares: String(30n * whole),
            vouchedShares: String(70n * whole),
            forgoneShares: "0",
            sentAssets: "0",
            receivedAssets: "0",
          },
          creditPool: { vouchedShares: String(70n * whole), holderCount: 1 },
          protocols: [{ vouchCount: 1 }],
          identity: { vouches: [{ limit: String(40n * dollar) }] },
        },
      },
      {
        query: `{ vouchEvents(orderBy: sequence) { kind owner { id } moved limitMoved shares limit } creditEvents(where: { kind: LIMIT_SET }, orderBy: sequence) { reason limit }
          transactions(where: { kind_in: [LINE_VOUCHED, CREDIT_POOL_TRANSFERRED] }, orderBy: sequence) { kind account { id } counterparty { id } identity { id } amount token vouchEvent { kind } } }`,
        answer: {
          vouchEvents: [
            {
              kind: "VOUCHED",
              owner: { id: ben },
              moved: String(50n * whole),
              limitMoved: String(30n * dollar),
              shares: String(50n * whole),
              limit: String(30n * dollar),
            },
            {
              kind: "VOUCHED",
              owner: { id: ben },
              moved: String(20n * whole),
              limitMoved: String(10n * dollar),
              shares: String(70n * whole),
              limit: String(40n * dollar),
            },
          ],
          creditEvents: [
            { reason: "VOUCHED", limit: String(30n * dollar) },
            { reason: "VOUCHED", limit: String(40n * dollar) },
          ],
          transactions: [
            {
              kind: "LINE_VOUCHED",
              account: { id: ben },
              counterparty: { id: ada },
              identity: { id: adaIdentity },
              amount: String(50n * whole),
              token: firstLoss,
              vouchEvent: { kind: "VOUCHED" },
            },
            {
              kind: "LINE_VOUCHED",
              account: { id: ben },
              counterparty: { id: ada },
              identity: { id: adaIdentity },
              amount: String(20n * whole),
              token: firstLoss,
              vouchEvent: { kind: "VOUCHED" },
            },
          ],
        },
      },
    ],
  },
  {
    of: "Vouching.VouchEnded",
    name: "a vouch that ends lowers the limit at once; its shares wait",
    blocks: blocks(opened, vouched(50n * whole, 50n * whole, 40n * dollar, 40n * dollar, 5), ended(0n, 6)),
    expect: [
      {
        query: `{ vouchEntries { state shares limit } creditLines { limit voucherCount vouchedLimit } ${ofBen}
          creditEvents(where: { kind: LIMIT_SET, limit: "0" }) { reason } vouchEvents(where: { kind: ENDED }) { moved limitMoved shares limit }
          transactions(where: { kind: VOUCH_ENDED }) { account { id } counterparty { id } amount } }`,
        answer: {
          vouchEntries: [{ state: "ENDED", shares: String(50n * whole), limit: "0" }],
          creditLines: [{ limit: "0", voucherCount: 1, vouchedLimit: "0" }],
          creditPoolPosition: {
            shares: String(50n * whole),
            vouchedShares: String(50n * whole),
            forgoneShares: "0",
            sentAssets: "0",
            receivedAssets: "0",
          },
          creditEvents: [{ reason: "VOUCH_ENDED" }],
          vouchEvents: [
            { moved: "0", limitMoved: String(40n * dollar), shares: String(50n * whole), limit: "0" },
          ],
          transactions: [{ account: { id: ben }, counterparty: { id: ada }, amount: null }],
        },
      },
    ],
  },
  {
    of: "Vouching.VouchUnlocked",
    name: "shares go back, and the same two may begin anew",
    blocks: blocks(
      opened,
      vouched(50n * whole, 50n * whole, 40n * dollar, 40n * dollar, 5),
      [...ended(0n, 6), ...unlocked(50n * whole, 6)],
      vouched(10n * whole, 10n * whole, 5n * dollar, 5n * dollar, 7),
      [emit("Vouching.VouchUnlocked", { identity: 1n, voucher: 9n, owner: ben, shares: 1n })],
    ),
    expect: [
      {
        query: `{ between: vouchEntry(id: "${pair}", block: { number: 102 }) { state shares limit }
          line: creditLine(id: "0x${numbered(1)}", block: { number: 102 }) { voucherCount } }`,
        answer: { between: { state: "UNLOCKED", shares: "0", limit: "0" }, line: { voucherCount: 0 } },
      },
      {
        query: `{ vouchEntries { state shares limit } creditLines { voucherCount vouchedLimit } ${ofBen} protocols { vouchCount }
          creditPool(id: "${firstLoss}") { vouchedShares }
          transactions(where: { kind: VOUCH_UNLOCKED }) { account { id } counterparty { id } amount token } }`,
        answer: {
          vouchEntries: [{ state: "ACTIVE", shares: String(10n * whole), limit: String(5n * dollar) }],
          creditLines: [{ voucherCount: 1, vouchedLimit: String(5n * dollar) }],
          creditPoolPosition: {
            shares: String(90n * whole),
            vouchedShares: String(10n * whole),
            forgoneShares: "0",
            sentAssets: "0",
            receivedAssets: "0",
          },
          protocols: [{ vouchCount: 1 }],
          creditPool: { vouchedShares: String(10n * whole) },
          transactions: [
            {
              account: { id: ben },
              counterparty: { id: ada },
              amount: String(50n * whole),
              token: firstLoss,
            },
          ],
        },
      },
    ],
  },
  {
    of: "Vouching.VouchBurnt",
    name: "a loss burns locked shares; what is left can go back",
    blocks: blocks(opened, vouched(50n * whole, 50n * whole, 40n * dollar, 40n * dollar, 5), [
      emit("Vouching.VouchBurnt", { identity: 1n, voucher: 2n, burnt: 30n * whole, shares: 20n * whole }),
    ]),
    expect: [
      {
        query: `{ vouchEntries { state shares limit burnt } creditLines { voucherCount vouchedLimit limit } ${ofBen}
          creditPool(id: "${firstLoss}") { vouchedShares } vouchEvents(where: { kind: BURNT }) { moved shares }
          transactions(where: { kind: VOUCH_BURNT }) { account { id } counterparty { id } amount } }`,
        answer: {
          vouchEntries: [
            { state: "BURNT", shares: String(20n * whole), limit: "0", burnt: String(30n * whole) },
          ],
          creditLines: [{ voucherCount: 1, vouchedLimit: "0", limit: String(40n * dollar) }],
          creditPoolPosition: {
            shares: String(50n * whole),
            vouchedShares: String(20n * whole),
            forgoneShares: String(30n * whole),
            sentAssets: "0",
            receivedAssets: "0",
          },
          creditPool: { vouchedShares: String(20n * whole) },
          vouchEvents: [{ moved: String(30n * whole), shares: String(20n * whole) }],
          transactions: [{ account: { id: ben }, counterparty: { id: ada }, amount: String(30n * whole) }],
        },
      },
    ],
  },
];
