import { blocks, dayOf, daysAfter, logId, numbered, type TestCase, timeOf } from "../case.ts";
import { type Events, emit, type TestEvent } from "../events.ts";
import {
  ada,
  adaAttested,
  adaIdentity,
  attester,
  ben,
  book,
  cleo,
  dollar,
  dollars,
  lines,
  vouching,
} from "../people.ts";
import { bound, drawn } from "./book.ts";

const day = 86_400;
const line = `0x${numbered(1)}`;
const [current, grace, delinquent, inDefault] = [1, 2, 3, 4];

const limited = (limit: bigint, tx?: number) =>
  emit("CreditLines.LimitSet", { identity: 1n, limit }, tx === undefined ? {} : { tx });
/** An underwriter gives Ada a limit. */
const attested = (limit: bigint, nonce: bigint, tx: number): readonly TestEvent[] => [
  emit(
    "CreditLines.LineAttested",
    { identity: 1n, account: ada, underwriter: attester, limit, nonce },
    { tx },
  ),
  limited(limit, tx),
];
const repaid = (over: Partial<Events["CreditLines.Repaid"]>, tx?: number) =>
  emit(
    "CreditLines.Repaid",
    {
      identity: 1n,
      payer: ada,
      principalPaid: 0n,
      interestPaid: 0n,
      principal: 0n,
      interest: 0n,
      cycle: 0,
      state: current,
      ...over,
    },
    tx === undefined ? {} : { tx },
  );
const opened = [adaAttested(), ...bound(), ...attested(500n * dollar, 0n, 1)];
const counts = "metInTimeCount metInGraceCount metLateCount defaultCount";

export const creditCases: readonly TestCase[] = [
  {
    of: "CreditLines.Drawn",
    name: "a draw opens a debt in the cycle that runs, with its times",
    blocks: daysAfter(
      [0, opened],
      [
        3,
        [
          emit("CreditLines.Drawn", {
            identity: 1n,
            account: ada,
            receiver: cleo,
            amount: 100n,
            principal: 100n,
            interest: 0n,
            cycle: 1,
          }),
          drawn(50n, 150n, 1n),
        ],
      ],
    ),
    expect: [
      {
        query: `{ creditLines { id program { id } identity { id creditLine { number } } number principal interest accruedAt limit cycle cohort { cycle lineCount drawn }
          statementAt dueAt lateAt defaultAt writableAt drawCount drawn writtenOff } }`,
        answer: {
          creditLines: [
            {
              id: line,
              program: { id: lines },
              identity: { id: adaIdentity, creditLine: { number: "1" } },
              number: "1",
              principal: "150",
              interest: "1",
              accruedAt: String(dayOf(3)),
              limit: String(500n * dollar),
              cycle: 1,
              cohort: { cycle: 1, lineCount: 1, drawn: "150" },
              statementAt: String(dayOf(30)),
              dueAt: String(dayOf(40)),
              lateAt: String(dayOf(45)),
              defaultAt: String(dayOf(75)),
              writableAt: String(dayOf(255)),
              drawCount: 2,
              drawn: "150",
              writtenOff: false,
            },
          ],
        },
      },
      {
        query: `{ creditPrograms { lineCount owingCount drawCount drawn } protocols { creditLineCount creditDrawn }
          creditEvents(where: { kind: DRAWN }, orderBy: sequence) { account { id } counterparty { id } amount principal interest cycleBefore cycle limit }
          transactions(where: { kind: CREDIT_DRAWN }, orderBy: sequence) { domain account { id } counterparty { id } identity { id } moneyAmount money creditEvent { id } } }`,
        answer: {
          creditPrograms: [{ lineCount: 1, owingCount: 1, drawCount: 2, drawn: "150" }],
          protocols: [{ creditLineCount: 1, creditDrawn: "150" }],
          creditEvents: [
            {
              account: { id: ada },
              counterparty: { id: cleo },
              amount: "100",
              principal: "100",
              interest: "0",
              cycleBefore: 0,
              cycle: 1,
              limit: String(500n * dollar),
            },
            {
              account: { id: ada },
              counterparty: { id: ada },
              amount: "50",
              principal: "150",
              interest: "1",
              cycleBefore: 1,
              cycle: 1,
              limit: String(500n * dollar),
            },
          ],
          transactions: [
            {
              domain: "LOANS",
              account: { id: ada },
              counterparty: { id: cleo },
              identity: { id: adaIdentity },
              moneyAmount: "100",
              money: dollars,
              creditEvent: { id: logId(1, 0) },
            },
            {
              domain: "LOANS",
              account: { id: ada },
              counterparty: null,
              identity: { id: adaIdentity },
              moneyAmount: "50",
              money: dollars,
              creditEvent: { id: logId(1, 1) },
            },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.Drawn",
    name: "interest paid in a cycle counts for that cycle only; an identity that was never attested has no line",
    blocks: daysAfter(
      [0, [...opened, drawn(100n, 100n)]],
      [5, [repaid({ principalPaid: 100n, interestPaid: 3n })]],
      [6, [drawn(100n, 100n)]],
      [7, [repaid({ principalPaid: 100n, interestPaid: 2n })]],
      [35, [drawn(100n, 100n, 0n, 2)]],
      [
        36,
        [
          emit("CreditLines.Drawn", {
            identity: 9n,
            account: ben,
            receiver: ben,
            amount: 1n,
            principal: 1n,
            interest: 0n,
            cycle: 2,
          }),
        ],
      ],
    ),
    expect: [
      {
        query: `{ same: creditLine(id: "${line}", block: { number: 102 }) { paidInterest cycle } }`,
        answer: { same: { paidInterest: "3", cycle: 1 } },
      },
      {
        query: `{ settled: creditLine(id: "${line}", block: { number: 103 }) { paidInterest cycle statementAt cohort { id } } }`,
        answer: { settled: { paidInterest: "5", cycle: 0, statementAt: null, cohort: null } },
      },
      {
        query: `{ creditLines { paidInterest cycle interestPaid ${counts} } creditCohorts(orderBy: cycle) { cycle lineCount principalPaid interestPaid }
          creditPrograms { lineCount owingCount ${counts} } }`,
        answer: {
          creditLines: [
            {
              paidInterest: "0",
              cycle: 2,
              interestPaid: "5",
              metInTimeCount: 0,
              metInGraceCount: 0,
              metLateCount: 0,
              defaultCount: 0,
            },
          ],
          creditCohorts: [
            { cycle: 1, lineCount: 0, principalPaid: "200", interestPaid: "5" },
            { cycle: 2, lineCount: 1, principalPaid: "0", interestPaid: "0" },
          ],
          creditPrograms: [
            {
              lineCount: 1,
              owingCount: 1,
              metInTimeCount: 0,
              metInGraceCount: 0,
              metLateCount: 0,
              defaultCount: 0,
            },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.Repaid",
    name: "parts of a due add up until it is met in time: the line goes on in the cycle that runs, and its limit grew",
    blocks: daysAfter(
      [0, [...opened, drawn(100n, 100n)]],
      [32, [repaid({ payer: ben, principalPaid: 4n, interestPaid: 2n, principal: 96n, cycle: 1 })]],
      [
        33,
        [
          limited(510n * dollar, 2),
          repaid({ principalPaid: 6n, interestPaid: 1n, principal: 90n, cycle: 2 }, 2),
        ],
      ],
    ),
    expect: [
      {
        query: `{ part: creditLine(id: "${line}", block: { number: 101 }) { cycle principal paidPrincipal paidInterest metInTimeCount } }`,
        answer: {
          part: { cycle: 1, principal: "96", paidPrincipal: "4", paidInterest: "2", metInTimeCount: 0 },
        },
      },
      {
        query: `{ creditLines { cycle principal limit paidPrincipal paidInterest principalPaid interestPaid paymentCount dueAt ${counts} }
          creditCohorts(orderBy: cycle) { cycle lineCount metInTimeCount } creditPrograms { owingCount paymentCount principalPaid interestPaid metInTimeCount }
          protocols { creditPaid } }`,
        answer: {
          creditLines: [
            {
              cycle: 2,
              principal: "90",
              limit: String(510n * dollar),
              paidPrincipal: "0",
              paidInterest: "0",
              principalPaid: "10",
              interestPaid: "3",
              paymentCount: 2,
              dueAt: String(dayOf(70)),
              metInTimeCount: 1,
              metInGraceCount: 0,
              metLateCount: 0,
              defaultCount: 0,
            },
          ],
          creditCohorts: [
            { cycle: 1, lineCount: 0, metInTimeCount: 1 },
            { cycle: 2, lineCount: 1, metInTimeCount: 0 },
          ],
          creditPrograms: [
            { owingCount: 1, paymentCount: 2, principalPaid: "10", interestPaid: "3", metInTimeCount: 1 },
          ],
          protocols: [{ creditPaid: "13" }],
        },
      },
      {
        query: `{ creditEvents(where: { kind_in: [PAID, LIMIT_SET] }, orderBy: sequence) { kind account { id } amount principalMoved interestMoved state outcome reason limitBefore limit cycleBefore cycle }
          transactions(where: { kind: CREDIT_PAID }, orderBy: sequence) { account { id } identity { id } moneyAmount money } }`,
        answer: {
          creditEvents: [
            {
              kind: "LIMIT_SET",
              account: null,
              amount: String(500n * dollar),
              principalMoved: "0",
              interestMoved: "0",
              state: null,
              outcome: null,
              reason: "ATTESTED",
              limitBefore: "0",
              limit: String(500n * dollar),
              cycleBefore: 0,
              cycle: 0,
            },
            {
              kind: "PAID",
              account: { id: ben },
              amount: "6",
              principalMoved: "4",
              interestMoved: "2",
              state: "CURRENT",
              outcome: null,
              reason: null,
              limitBefore: String(500n * dollar),
              limit: String(500n * dollar),
              cycleBefore: 1,
              cycle: 1,
            },
            {
              kind: "LIMIT_SET",
              account: null,
              amount: String(510n * dollar),
              principalMoved: "0",
              interestMoved: "0",
              state: null,
              outcome: null,
              reason: "GROWN",
              limitBefore: String(500n * dollar),
              limit: String(510n * dollar),
              cycleBefore: 1,
              cycle: 1,
            },
            {
              kind: "PAID",
              account: { id: ada },
              amount: "7",
              principalMoved: "6",
              interestMoved: "1",
              state: "CURRENT",
              outcome: "IN_TIME",
              reason: null,
              limitBefore: String(510n * dollar),
              limit: String(510n * dollar),
              cycleBefore: 1,
              cycle: 2,
            },
          ],
          transactions: [
            { account: { id: ben }, identity: { id: adaIdentity }, moneyAmount: "6", money: dollars },
            { account: { id: ada }, identity: { id: adaIdentity }, moneyAmount: "7", money: dollars },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.Repaid",
    name: "cycles that were met in grace, late and out of default are counted apart, over all and by day",
    blocks: daysAfter(
      [0, [...opened, drawn(100n, 100n)]],
      [41, [repaid({ principalPaid: 10n, principal: 90n, cycle: 2, state: grace })]],
      [
        76,
        [
          limited(250n * dollar, 3),
          repaid({ principalPaid: 10n, principal: 80n, cycle: 3, state: delinquent }, 3),
        ],
      ],
      [
        136,
        [
          emit("CreditLines.LineBarred", { identity: 1n, untilCycle: 17 }, { tx: 4 }),
          limited(0n, 4),
          repaid({ principalPaid: 80n, interestPaid: 9n, state: inDefault }, 4),
        ],
      ],
    ),
    expect: [
      {
        query: `{ creditLines { cycle limit barredUntil principal ${counts} } creditPrograms { owingCount ${counts} }
          creditCohorts(orderBy: cycle) { cycle ${counts} }
          creditEvents(where: { kind: LIMIT_SET }, orderBy: sequence) { reason limit }
          creditFlowStats_collection(interval: day, current: include, orderBy: timestamp) { drawn principalPaid metInTime metInGrace metLate defaults } }`,
        answer: {
          creditLines: [
            {
              cycle: 0,
              limit: "0",
              barredUntil: 17,
              principal: "0",
              metInTimeCount: 0,
              metInGraceCount: 1,
              metLateCount: 1,
              defaultCount: 1,
            },
          ],
          creditPrograms: [
            { owingCount: 0, metInTimeCount: 0, metInGraceCount: 1, metLateCount: 1, defaultCount: 1 },
          ],
          creditCohorts: [
            { cycle: 1, metInTimeCount: 0, metInGraceCount: 1, metLateCount: 0, defaultCount: 0 },
            { cycle: 2, metInTimeCount: 0, metInGraceCount: 0, metLateCount: 1, defaultCount: 0 },
            { cycle: 3, metInTimeCount: 0, metInGraceCount: 0, metLateCount: 0, defaultCount: 1 },
          ],
          creditEvents: [
            { reason: "ATTESTED", limit: String(500n * dollar) },
            { reason: "HALVED", limit: String(250n * dollar) },
            { reason: "DEFAULTED", limit: "0" },
          ],
          creditFlowStats_collection: [
            { drawn: "100", principalPaid: "0", metInTime: 0, metInGrace: 0, metLate: 0, defaults: 0 },
            { drawn: "0", principalPaid: "10", metInTime: 0, metInGrace: 1, metLate: 0, defaults: 0 },
            { drawn: "0", principalPaid: "10", metInTime: 0, metInGrace: 0, metLate: 1, defaults: 0 },
            { drawn: "0", principalPaid: "80", metInTime: 0, metInGrace: 0, metLate: 0, defaults: 1 },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.LimitSet",
    name: "a limit that fell without a word from others was halved",
    blocks: blocks([...opened, limited(250n * dollar)]),
    expect: [
      {
        query: `{ creditLines { limit } creditEvents(where: { kind: LIMIT_SET }, orderBy: sequence) { reason limitBefore limit }
          transactions(where: { domain: LOANS }, orderBy: sequence) { kind } }`,
        answer: {
          creditLines: [{ limit: String(250n * dollar) }],
          creditEvents: [
            { reason: "ATTESTED", limitBefore: "0", limit: String(500n * dollar) },
            { reason: "HALVED", limitBefore: String(500n * dollar), limit: String(250n * dollar) },
          ],
          transactions: [
            { kind: "CREDIT_TERMS_SET" },
            { kind: "CREDIT_PARTS_BOUND" },
            { kind: "CREDIT_ATTESTED" },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.LineAttested",
    name: "an attestation takes what the limit rises by from the quota; one that lowers it takes nothing",
    blocks: blocks(
      [
        adaAttested(),
        ...bound(),
        emit("CreditLines.UnderwritingQuotaSet", { limit: 900n * dollar, period: day }),
        ...attested(500n * dollar, 0n, 1),
      ],
      [...attested(600n * dollar, 1n, 2)],
      [...attested(100n * dollar, 2n, 3)],
    ),
    expect: [
      {
        query: `{ creditLines { limit nonce } creditPrograms { quotaLimit quotaPeriod quotaWindow quotaUsed attestationCount }
          creditEvents(where: { kind: ATTESTED }, orderBy: sequence) { account { id } counterparty { id } amount limitBefore limit }
          transactions(where: { kind: CREDIT_ATTESTED, amount: "${100n * dollar}" }) { account { id } counterparty { id } identity { id } amount money } }`,
        answer: {
          creditLines: [{ limit: String(100n * dollar), nonce: "3" }],
          creditPrograms: [
            {
              quotaLimit: String(900n * dollar),
              quotaPeriod: String(day),
              quotaWindow: String(Math.floor(timeOf(0) / day)),
              quotaUsed: String(600n * dollar),
              attestationCount: 3,
            },
          ],
          creditEvents: [
            {
              account: { id: ada },
              counterparty: { id: attester },
              amount: String(500n * dollar),
              limitBefore: "0",
              limit: "0",
            },
            {
              account: { id: ada },
              counterparty: { id: attester },
              amount: String(600n * dollar),
              limitBefore: String(500n * dollar),
              limit: String(500n * dollar),
            },
            {
              account: { id: ada },
              counterparty: { id: attester },
              amount: String(100n * dollar),
              limitBefore: String(600n * dollar),
              limit: String(600n * dollar),
            },
          ],
          transactions: [
            {
              account: { id: ada },
              counterparty: { id: attester },
              identity: { id: adaIdentity },
              amount: String(100n * dollar),
              money: dollars,
            },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.LineBarred",
    name: "a bar is part of the line's timeline and no row of history",
    blocks: blocks([...opened, emit("CreditLines.LineBarred", { identity: 1n, untilCycle: 17 })]),
    expect: [
      {
        query: `{ creditLines { barredUntil } creditEvents(where: { kind: BARRED }) { cycleBefore cycle amount }
          transactions(where: { domain: LOANS, kind_not_in: [CREDIT_TERMS_SET, CREDIT_PARTS_BOUND] }) { kind } }`,
        answer: {
          creditLines: [{ barredUntil: 17 }],
          creditEvents: [{ cycleBefore: 0, cycle: 17, amount: "0" }],
          transactions: [{ kind: "CREDIT_ATTESTED" }],
        },
      },
    ],
  },
  {
    of: "CreditLines.LineWrittenOff",
    name: "a debt that was written off is still owed; what is paid of it later was recovered, and no second default",
    blocks: daysAfter(
      [0, [...opened, drawn(100n, 100n)]],
      [
        256,
        [
          emit("CreditLines.LineWrittenOff", {
            identity: 1n,
            principal: 100n,
            interest: 4n,
            burnt: 30n,
            seniorLoss: 20n,
          }),
        ],
      ],
      [257, [repaid({ principalPaid: 60n, interestPaid: 4n, principal: 40n, cycle: 1, state: inDefault })]],
      [258, [repaid({ principalPaid: 40n, state: inDefault })]],
    ),
    expect: [
      {
        query: `{ off: creditLine(id: "${line}", block: { number: 101 }) { principal interest cycle writtenOff accruedAt cohort { lineCount } } }`,
        answer: {
          off: {
            principal: "100",
            interest: "4",
            cycle: 1,
            writtenOff: true,
            accruedAt: String(dayOf(256)),
            cohort: { lineCount: 1 },
          },
        },
      },
      {
        query: `{ part: creditLine(id: "${line}", block: { number: 102 }) { writtenOff recovered defaultCount } }`,
        answer: { part: { writtenOff: true, recovered: "64", defaultCount: 1 } },
      },
      {
        query: `{ creditLines { writtenOff writtenOffAmount recovered defaultCount cycle } creditCohorts { writtenOff defaultCount lineCount }
          creditPrograms { writtenOff recovered seniorLoss burntShares writeOffCount defaultCount owingCount } protocols { creditWrittenOff }
          creditEvents(where: { kind: WRITTEN_OFF }) { amount principalMoved interestMoved state burnt seniorLoss outcome }
          paid: creditEvents(where: { kind: PAID }, orderBy: sequence) { state outcome }
          transactions(where: { kind: CREDIT_WRITTEN_OFF }) { account { id } identity { id } moneyAmount money } }`,
        answer: {
          creditLines: [
            { writtenOff: false, writtenOffAmount: "104", recovered: "104", defaultCount: 1, cycle: 0 },
          ],
          creditCohorts: [{ writtenOff: "104", defaultCount: 1, lineCount: 0 }],
          creditPrograms: [
            {
              writtenOff: "104",
              recovered: "104",
              seniorLoss: "20",
              burntShares: "30",
              writeOffCount: 1,
              defaultCount: 1,
              owingCount: 0,
            },
          ],
          protocols: [{ creditWrittenOff: "104" }],
          creditEvents: [
            {
              amount: "104",
              principalMoved: "100",
              interestMoved: "4",
              state: "DEFAULT",
              burnt: "30",
              seniorLoss: "20",
              outcome: null,
            },
          ],
          paid: [
            { state: "DEFAULT", outcome: null },
            { state: "DEFAULT", outcome: "DEFAULT" },
          ],
          transactions: [
            { account: { id: ada }, identity: { id: adaIdentity }, moneyAmount: "104", money: dollars },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.TierCapSet",
    name: "the cap of a tier is the one that was set last",
    blocks: blocks([
      ...bound(),
      emit("CreditLines.TierCapSet", { tier: 1, cap: 5n }),
      emit("CreditLines.TierCapSet", { tier: 1, cap: 7n }),
    ]),
    expect: [
      {
        query: `{ creditTierCaps { id tier cap } transactions(where: { kind: CREDIT_TIER_CAP_SET }, orderBy: sequence) { account { id } amount money } }`,
        answer: {
          creditTierCaps: [{ id: `0x${numbered(1)}`, tier: 1, cap: "7" }],
          transactions: [
            { account: { id: lines }, amount: "5", money: dollars },
            { account: { id: lines }, amount: "7", money: dollars },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.UnderwritingQuotaSet",
    name: "what was used counts on under a new quota",
    blocks: blocks([
      adaAttested(),
      ...bound(),
      emit("CreditLines.UnderwritingQuotaSet", { limit: 900n, period: day }),
      ...attested(500n, 0n, 1),
      emit("CreditLines.UnderwritingQuotaSet", { limit: 400n, period: 3_600 }),
    ]),
    expect: [
      {
        query: `{ creditPrograms { id book { id } quotaLimit quotaPeriod quotaWindow quotaUsed }
          transactions(where: { kind: UNDERWRITING_QUOTA_SET }, orderBy: sequence) { account { id } amount } }`,
        answer: {
          creditPrograms: [
            {
              id: lines,
              book: { id: book },
              quotaLimit: "400",
              quotaPeriod: "3600",
              quotaWindow: String(Math.floor(timeOf(0) / 3_600)),
              quotaUsed: "500",
            },
          ],
          transactions: [
            { account: { id: lines }, amount: "900" },
            { account: { id: lines }, amount: "400" },
          ],
        },
      },
    ],
  },
  {
    of: "CreditLines.VouchingBound",
    name: "the lines know who vouches",
    blocks: blocks([...bound(), emit("CreditLines.VouchingBound", { vouching })]),
    expect: [
      {
        query:
          "{ creditPrograms { vouching } transactions(where: { kind: VOUCHING_BOUND }) { account { id } } }",
        answer: { creditPrograms: [{ vouching }], transactions: [{ account: { id: vouching } }] },
      },
    ],
  },
];
