import { blocks, dayOf, daysAfter, logId, type TestCase, timeOf } from "../case.ts";
import { emit } from "../events.ts";
import { ada, appraisals, ben, dollar, house, tokenized } from "../people.ts";

const day = 86_400;
const termsSet = (dailyBps: number) =>
  emit("AppraisalOracle.AppraisalTermsSet", {
    asset: house,
    terms: { dailyBps, borrowMaxAge: 90 * day },
  });
const appraised = (value: bigint, from: bigint, appraiser = ada) =>
  emit("AppraisalOracle.Appraised", { asset: house, appraiser, value, from });
export const appraisalsCases: readonly TestCase[] = [
  {
    of: "AppraisalOracle.AppraisalTermsSet",
    name: "an asset can be appraised from then on, and was not yet",
    blocks: blocks([tokenized(), termsSet(200)]),
    expect: [
      {
        query: `{ appraisedAssets { asset { id } oracle dailyBps borrowMaxAge from target since appraisedAt appraiser { id } appraisalCount }
          asset(id: "${house}") { appraised { dailyBps } } protocols { appraisedAssetCount }
          transactions(where: { kind: APPRAISAL_TERMS_SET }) { account { id } asset { id } amount } }`,
        answer: {
          appraisedAssets: [
            {
              asset: { id: house },
              oracle: appraisals,
              dailyBps: 200,
              borrowMaxAge: String(90 * day),
              from: "0",
              target: "0",
              since: "0",
              appraisedAt: "0",
              appraiser: null,
              appraisalCount: 0,
            },
          ],
          asset: { appraised: { dailyBps: 200 } },
          protocols: [{ appraisedAssetCount: 1 }],
          transactions: [{ account: { id: appraisals }, asset: { id: house }, amount: "200" }],
        },
      },
    ],
  },
  {
    of: "AppraisalOracle.AppraisalTermsSet",
    name: "a glide goes on from where it stood when its terms change: up, down, and not beyond what was appraised",
    blocks: daysAfter(
      [0, [tokenized(), termsSet(200), appraised(1_000n * dollar, 1_000n * dollar)]],
      [10, [appraised(2_000n * dollar, 1_000n * dollar)]],
      [11, [termsSet(500)]],
      [12, [appraised(900n * dollar, 1_068_160_597n)]],
      [14, [termsSet(100)]],
      [60, [termsSet(200)]],
    ),
    expect: [
      {
        // 1,000 * (1 + 0.02 / 1.02)
        query: `{ risen: appraisedAssets(block: { number: 102 }) { from target since appraisedAt } }`,
        answer: {
          risen: [
            {
              from: "1019607843",
              target: "2000000000",
              since: String(dayOf(11)),
              appraisedAt: String(dayOf(10)),
            },
          ],
        },
      },
      {
        // 1,068.160597 * (1 - 2 * 0.05)
        query: `{ fallen: appraisedAssets(block: { number: 104 }) { from target dailyBps } }`,
        answer: { fallen: [{ from: "961344538", target: "900000000", dailyBps: 100 }] },
      },
      {
        query: `{ there: appraisedAssets { from target dailyBps appraisalCount } protocols { appraisedAssetCount } }`,
        answer: {
          there: [{ from: "900000000", target: "900000000", dailyBps: 200, appraisalCount: 3 }],
          protocols: [{ appraisedAssetCount: 1 }],
        },
      },
    ],
  },
  {
    of: "AppraisalOracle.Appraised",
    name: "each appraisal is kept, with where the price stood",
    blocks: blocks([tokenized(), termsSet(200), appraised(1_000n, 1_000n)], [appraised(900n, 1_000n, ben)]),
    expect: [
      {
        query: `{ appraisedAssets { from target since appraisedAt appraiser { id } appraisalCount }
          appraisals(orderBy: sequence) { id appraiser { id } value from }
          appraisalStats_collection(interval: day, current: include) { value high low price appraisals }
          transactions(where: { kind: ASSET_APPRAISED }, orderBy: sequence) { account { id } asset { id } amount } }`,
        answer: {
          appraisedAssets: [
            {
              from: "1000",
              target: "900",
              since: String(timeOf(1)),
              appraisedAt: String(timeOf(1)),
              appraiser: { id: ben },
              appraisalCount: 2,
            },
          ],
          appraisals: [
            { id: logId(0, 2), appraiser: { id: ada }, value: "1000", from: "1000" },
            { id: logId(1, 0), appraiser: { id: ben }, value: "900", from: "1000" },
          ],
          appraisalStats_collection: [
            { value: "900", high: "1000", low: "900", price: "1000", appraisals: 2 },
          ],
          transactions: [
            { account: { id: ada }, asset: { id: house }, amount: "1000" },
            { account: { id: ben }, asset: { id: house }, amount: "900" },
          ],
        },
      },
    ],
  },
];
