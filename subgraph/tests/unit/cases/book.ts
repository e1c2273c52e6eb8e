import { blocks, dayOf, daysAfter, logId, numbered, numberOf, type TestCase, timeOf } from "../case.ts";
import { emit, type TestEvent } from "../events.ts";
import { ada, adaAttested, book, dollar, dollars, firstLoss, lines, senior, treasury } from "../people.ts";

const day = 86_400;
export const terms = {
  rateBps: 1_800,
  lateBps: 600,
  minimumBps: 1_000,
  growthBps: 2_000,
  seniorBps: 6_000,
  leverageBps: 40_000,
  floor: 20n * dollar,
};

/** The book begins its calendar, and gets its parts. */
export const bound = (): readonly TestEvent[] => [
  emit("CreditBook.TermsSet", { cycle: 1, terms }),
  emit("CreditBook.PartsBound", {
    lines,
    seniorPool: senior,
    firstLossPool: firstLoss,
    money: dollars,
    decimals: 6,
  }),
];
/** A cohort of the cycle, reckoned up to so many days after the start. */
export const cohort = (cycle: number, principal: bigint, interest: bigint, days: number) =>
  emit("CreditBook.CohortChanged", {
    cycle,
    cohort: { principal, interest, last: days * day, rateBps: 1_800, lateBps: 600, seniorBps: 6_000 },
  });
export const changed = (cash: bigint, claim: bigint) => emit("CreditBook.BookChanged", { cash, claim });
/** Ada draws in the cycle that runs, the first where nothing else is said. */
export const drawn = (amount: bigint, principal: bigint, interest = 0n, cycle = 1) =>
  emit("CreditLines.Drawn", {
    identity: 1n,
    account: ada,
    receiver: ada,
    amount,
    principal,
    interest,
    cycle,
  });

export const bookCases: readonly TestCase[] = [
  {
    of: "CreditBook.PartsBound",
    name: "the book knows its money and its parts, and both pools are there, empty",
    blocks: blocks(bound()),
    expect: [
      {
        query: `{ creditBooks { id money decimals start lines seniorPool { id tranche book { id } } firstLossPool { id tranche } cash claim openCycles }
          creditPools { tranche totalShares sharePrice exitPrice holderCount }
          transactions(where: { kind: CREDIT_PARTS_BOUND }) { account { id } money } }`,
        answer: {
          creditBooks: [
            {
              id: book,
              money: dollars,
              decimals: 6,
              start: String(timeOf(0)),
              lines,
              seniorPool: { id: senior, tranche: "SENIOR", book: { id: book } },
              firstLossPool: { id: firstLoss, tranche: "FIRST_LOSS" },
              cash: "0",
              claim: "0",
              openCycles: [],
            },
          ],
          creditPools: [
            { tranche: "SENIOR", totalShares: "0", sharePrice: "1", exitPrice: "1", holderCount: 0 },
            { tranche: "FIRST_LOSS", totalShares: "0", sharePrice: "1", exitPrice: "1", holderCount: 0 },
          ],
          transactions: [{ account: { id: book }, money: dollars }],
        },
      },
    ],
  },
  {
    of: "CreditBook.TermsSet",
    name: "the terms of the first cycle begin the calendar; later ones replace what was set for their cycle before",
    blocks: daysAfter(
      [0, bound()],
      [3, [emit("CreditBook.TermsSet", { cycle: 2, terms: { ...terms, rateBps: 1_900 } })]],
      [
        4,
        [
          emit("CreditBook.TermsSet", {
            cycle: 2,
            terms: { ...terms, rateBps: 2_000, leverageBps: 100_000 },
          }),
        ],
      ],
    ),
    expect: [
      {
        query: `{ creditBooks { start } creditCycleTerms_collection(orderBy: cycle) { id cycle rateBps lateBps minimumBps growthBps seniorBps leverageBps floor setAt }
          transactions(where: { kind: CREDIT_TERMS_SET }, orderBy: sequence) { account { id } amount } }`,
        answer: {
          creditBooks: [{ start: String(dayOf(0)) }],
          creditCycleTerms_collection: [
            {
              id: `0x${numbered(1)}`,
              cycle: 1,
              ...terms,
              floor: String(terms.floor),
              setAt: String(dayOf(0)),
            },
            {
              id: `0x${numbered(2)}`,
              cycle: 2,
              ...terms,
              rateBps: 2_000,
              leverageBps: 100_000,
              floor: String(terms.floor),
              setAt: String(dayOf(4)),
            },
          ],
          transactions: [
            { account: { id: book }, amount: "1" },
            { account: { id: book }, amount: "2" },
            { account: { id: book }, amount: "2" },
          ],
        },
      },
    ],
  },
  {
    of: "CreditBook.CohortChanged",
    name: "a cohort has its calendar and rates, and the book adds up those that owe",
    blocks: daysAfter(
      [0, bound()],
      [40, [cohort(2, 100n, 7n, 40), cohort(1, 50n, 3n, 40)]],
      [41, [cohort(2, 0n, 1n, 41)]],
    ),
    expect: [
      {
        query: `{ before: creditBook(id: "${book}", block: { number: ${numberOf(1)} }) { principal interest openCycles } }`,
        answer: { before: { principal: "150", interest: "10", openCycles: [1, 2] } },
      },
      {
        query: `{ creditBooks { principal interest openCycles }
          creditCohorts(orderBy: cycle) { id cycle principal interest accruedAt rateBps lateBps seniorBps statementAt dueAt lateAt defaultAt writableAt lineCount } }`,
        answer: {
          creditBooks: [{ principal: "50", interest: "4", openCycles: [1] }],
          creditCohorts: [
            {
              id: `0x${numbered(1)}`,
              cycle: 1,
              principal: "50",
              interest: "3",
              accruedAt: String(dayOf(40)),
              rateBps: 1_800,
              lateBps: 600,
              seniorBps: 6_000,
              statementAt: String(dayOf(30)),
              dueAt: String(dayOf(40)),
              lateAt: String(dayOf(45)),
              defaultAt: String(dayOf(75)),
              writableAt: String(dayOf(255)),
              lineCount: 0,
            },
            {
              id: `0x${numbered(2)}`,
              cycle: 2,
              principal: "0",
              interest: "1",
              accruedAt: String(dayOf(41)),
              rateBps: 1_800,
              lateBps: 600,
              seniorBps: 6_000,
              statementAt: String(dayOf(60)),
              dueAt: String(dayOf(70)),
              lateAt: String(dayOf(75)),
              defaultAt: String(dayOf(105)),
              writableAt: String(dayOf(285)),
              lineCount: 0,
            },
          ],
        },
      },
    ],
  },
  {
    of: "CreditBook.BookChanged",
    name: "cash is told apart: deposits, loans, payments, and what was paid to those who left",
    blocks: blocks(
      [adaAttested(), ...bound(), changed(1_000n * dollar, 600n * dollar)],
      [
        drawn(100n * dollar, 100n * dollar),
        cohort(1, 100n * dollar, 0n, 0),
        changed(900n * dollar, 600n * dollar),
      ],
      [
        emit("CreditLines.Repaid", {
          identity: 1n,
          payer: ada,
          principalPaid: 30n * dollar,
          interestPaid: 2n * dollar,
          principal: 70n * dollar,
          interest: 0n,
          cycle: 1,
          state: 1,
        }),
        cohort(1, 70n * dollar, 0n, 0),
        changed(932n * dollar, 600n * dollar),
      ],
      [changed(882n * dollar, 550n * dollar)],
      [changed(882n * dollar, 550n * dollar)],
    ),
    expect: [
      {
        query: `{ creditBooks { cash claim deposited lent collected withdrawn principal updatedAt } }`,
        answer: {
          creditBooks: [
            {
              cash: String(882n * dollar),
              claim: String(550n * dollar),
              deposited: String(1_000n * dollar),
              lent: String(100n * dollar),
              collected: String(32n * dollar),
              withdrawn: String(50n * dollar),
              principal: String(70n * dollar),
              updatedAt: String(timeOf(4)),
            },
          ],
        },
      },
    ],
  },
  {
    of: "CreditBook.BookChanged",
    name: "what there is and whose it is follows from the cohorts and the time, as in the contract",
    blocks: daysAfter(
      [0, [...bound(), cohort(1, 365_000_000n, 0n, 0), changed(1_000n * dollar, 600n * dollar)]],
      [10, [changed(1_000n * dollar, 600n * dollar)]],
      [50, [changed(1_000n * dollar, 600n * dollar)]],
      [165, [changed(0n, 300n * dollar)]],
      [255, [changed(0n, 300n * dollar)]],
    ),
    expect: [
      {
        // 365 * 18 % * 10 / 365 = 1.8 of interest, 1.08 of it the seniors'
        query: `{ current: creditBook(id: "${book}", block: { number: ${numberOf(1)} }) { debt delinquent defaulted assets senior junior seniorExit } }`,
        answer: {
          current: {
            debt: "366800000",
            delinquent: "0",
            defaulted: "0",
            assets: "1366800000",
            senior: "601080000",
            junior: "765720000",
            seniorExit: "601080000",
          },
        },
      },
      {
        // 50 days at 18 % and five at 6 % more; a quarter of 374.3 is off for who leaves
        query: `{ late: creditBook(id: "${book}", block: { number: ${numberOf(2)} }) { debt delinquent defaulted assets senior junior seniorExit } }`,
        answer: {
          late: {
            debt: "374300000",
            delinquent: "374300000",
            defaulted: "0",
            assets: "1374300000",
            senior: "605580000",
            junior: "768720000",
            seniorExit: "605580000",
          },
        },
      },
      {
        // 75 days at 18 %, 30 at 6 % more, then nothing; half of it is marked down 90 days after
        query: `{ lost: creditBook(id: "${book}", block: { number: ${numberOf(3)} }) { debt delinquent defaulted assets senior junior seniorExit } }`,
        answer: {
          lost: {
            debt: "380300000",
            delinquent: "0",
            defaulted: "380300000",
            assets: "190150000",
            senior: "190150000",
            junior: "0",
            seniorExit: "190150000",
          },
        },
      },
      {
        query: `{ gone: creditBook(id: "${book}") { debt defaulted assets senior junior principal }
          creditBookSnapshots(orderBy: timestamp) { cash claim debt delinquent defaulted assets }
          creditBookStats_collection(interval: day, current: include, orderBy: timestamp) { cash debt senior junior } }`,
        answer: {
          gone: {
            debt: "0",
            defaulted: "0",
            assets: "0",
            senior: "0",
            junior: "0",
            principal: "365000000",
          },
          creditBookSnapshots: [
            {
              cash: "1000000000",
              claim: "600000000",
              debt: "365000000",
              delinquent: "0",
              defaulted: "0",
              assets: "1365000000",
            },
            {
              cash: "1000000000",
              claim: "601080000",
              debt: "366800000",
              delinquent: "0",
              defaulted: "0",
              assets: "1366800000",
            },
            {
              cash: "1000000000",
              claim: "605580000",
              debt: "374300000",
              delinquent: "374300000",
              defaulted: "0",
              assets: "1374300000",
            },
            {
              cash: "0",
              claim: "309180000",
              debt: "380300000",
              delinquent: "0",
              defaulted: "380300000",
              assets: "190150000",
            },
            {
              cash: "0",
              claim: "309180000",
              debt: "0",
              delinquent: "0",
              defaulted: "0",
              assets: "0",
            },
          ],
          creditBookStats_collection: [
            { cash: "1000000000", debt: "365000000", senior: "600000000", junior: "765000000" },
            { cash: "1000000000", debt: "366800000", senior: "601080000", junior: "765720000" },
            { cash: "1000000000", debt: "374300000", senior: "605580000", junior: "768720000" },
            { cash: "0", debt: "380300000", senior: "190150000", junior: "0" },
            { cash: "0", debt: "0", senior: "0", junior: "0" },
          ],
        },
      },
    ],
  },
  {
    of: "CreditBook.BookChanged",
    name: "below one whole unit of claim there are no seniors whose claim would grow",
    blocks: daysAfter(
      [0, [...bound(), cohort(1, 365_000_000n, 0n, 0), changed(0n, dollar - 1n)]],
      [10, [changed(0n, dollar - 1n)]],
    ),
    expect: [
      {
        query: "{ creditBooks { senior junior } }",
        answer: { creditBooks: [{ senior: "999999", junior: "365800001" }] },
      },
    ],
  },
  {
    of: "CreditBook.SeniorLossRecorded",
    name: "losses of the seniors add up, without a row of their own",
    blocks: blocks([
      ...bound(),
      emit("CreditBook.SeniorLossRecorded", { loss: 5n }),
      emit("CreditBook.SeniorLossRecorded", { loss: 7n }),
    ]),
    expect: [
      {
        query: "{ creditBooks { seniorLoss } transactions(orderBy: sequence) { kind } }",
        answer: {
          creditBooks: [{ seniorLoss: "12" }],
          transactions: [{ kind: "CREDIT_TERMS_SET" }, { kind: "CREDIT_PARTS_BOUND" }],
        },
      },
    ],
  },
  {
    of: "CreditBook.QueueChanged",
    name: "the book knows how many shares wait",
    blocks: blocks([...bound(), emit("CreditBook.QueueChanged", { shares: 9n })]),
    expect: [{ query: "{ creditBooks { queuedShares } }", answer: { creditBooks: [{ queuedShares: "9" }] } }],
  },
  {
    of: "CreditBook.Skimmed",
    name: "what was donated goes to the treasury and was never cash",
    blocks: blocks([...bound(), emit("CreditBook.Skimmed", { to: treasury, amount: 5n })]),
    expect: [
      {
        query: `{ creditBooks { skimmed cash } transactions(where: { kind: CREDIT_SKIMMED }) { id account { id } moneyAmount money } }`,
        answer: {
          creditBooks: [{ skimmed: "5", cash: "0" }],
          transactions: [{ id: logId(0, 2), account: { id: treasury }, moneyAmount: "5", money: dollars }],
        },
      },
    ],
  },
  {
    of: "CreditBook.PauseSet",
    name: "a pause of the credit lines names the book",
    blocks: blocks([...bound(), emit("CreditBook.PauseSet", { until: timeOf(9) })]),
    expect: [
      {
        query:
          "{ creditBooks { pausedUntil } transactions(where: { kind: LOANS_PAUSED }) { account { id } } }",
        answer: {
          creditBooks: [{ pausedUntil: String(timeOf(9)) }],
          transactions: [{ account: { id: book } }],
        },
      },
    ],
  },
];
