import {
  blocks,
  joined,
  logId,
  numbered,
  numberOf,
  sharedTxHash,
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
  dollar,
  house,
  module,
  moved,
  otherModule,
  share,
  system,
  terms,
  tokenized,
} from "../people.ts";

const rulesSet = (minTier: number, tx?: number) =>
  emit(
    "ComplianceModule.RulesSet",
    {
      asset: house,
      rules: { minTier, maxHolders: 100, lockedUntil: timeOf(9), capPerIdentity: 50n * share },
    },
    tx === undefined ? {} : { tx },
  );
const countryBlocked = (country: number, blocked: boolean, tx?: number) =>
  emit("ComplianceModule.CountryBlocked", { asset: house, country, blocked }, tx === undefined ? {} : { tx });
const stateChanged = (state: number) => emit("AssetRegistry.AssetStateChanged", { asset: house, state });
const minted = () => moved(zeroAddress, ada, 1_000n * share);

// `gnd test` does not show a new token what it did in the block of its birth, as graph-node does; the integration tests
// tokenize and activate in one transaction.
export const assetsCases: readonly TestCase[] = [
  {
    of: "AssetRegistry.AssetTokenized",
    name: "a drafted asset has its terms, its statement of value and nothing minted",
    blocks: blocks([tokenized()]),
    expect: [
      {
        query: `{ asset(id: "${house}") { assetId issuer { id } name symbol class jurisdiction shares valuation valuedAt metadataURI
          documentsRoot documentsCount salt state module rules { id } pausedUntil supply holderCount transferCount createdAt
          createdAtBlock transactionHash termsTransactionHash activatedAt valuations { valuation } } }`,
        answer: {
          asset: {
            assetId: "0",
            issuer: { id: ada },
            name: terms.name,
            symbol: terms.symbol,
            class: "REAL_ESTATE",
            jurisdiction: 276,
            shares: "1000",
            valuation: String(terms.valuation),
            valuedAt: String(timeOf(0)),
            metadataURI: terms.metadataURI,
            documentsRoot: null,
            documentsCount: 0,
            salt: terms.salt,
            state: "DRAFT",
            module,
            rules: null,
            pausedUntil: "0",
            supply: "0",
            holderCount: 0,
            transferCount: 0,
            createdAt: String(timeOf(0)),
            createdAtBlock: String(numberOf(0)),
            transactionHash: sharedTxHash(1),
            termsTransactionHash: sharedTxHash(1),
            activatedAt: null,
            valuations: [{ valuation: String(terms.valuation) }],
          },
        },
      },
      {
        query: "{ protocols { assetCount draftAssetCount activeAssetCount statedValue } }",
        answer: {
          protocols: [{ assetCount: 1, draftAssetCount: 1, activeAssetCount: 0, statedValue: "0" }],
        },
      },
      {
        query: "{ transactions { id kind account { id } asset { id } } }",
        answer: {
          transactions: [
            { id: logId(0, 0, 1), kind: "ASSET_TOKENIZED", account: { id: ada }, asset: { id: house } },
          ],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetTokenized",
    name: "hostile terms are stored without NUL, within bounds, and in a class that exists",
    blocks: blocks([
      tokenized({
        name: `a\0b${"\u{1F3E0}".repeat(200)}`,
        symbol: "\0",
        class: 200,
        shares: 0n,
        valuation: 0n,
        metadataURI: `data:application/json,${"x".repeat(100_000)}`,
      }),
    ]),
    expect: [
      {
        query: "{ assets { name symbol class shares valuation } }",
        answer: {
          assets: [
            // 256 characters in UTF-16, of which a house takes two: none is cut in half.
            { name: `ab${"\u{1F3E0}".repeat(127)}`, symbol: "", class: "OTHER", shares: "0", valuation: "0" },
          ],
        },
      },
      {
        query: `{ assets(where: { metadataURI_starts_with: "data:application/json,xxx" }) { id } }`,
        answer: { assets: [{ id: house }] },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetTermsUpdated",
    name: "changed terms replace the old ones; rules that come with them are no news of their own",
    blocks: blocks(
      [tokenized(), rulesSet(1, 1)],
      [
        emit(
          "AssetRegistry.AssetTermsUpdated",
          {
            asset: house,
            terms: { ...terms, name: "Haus am Meer", class: 4, valuation: 5n, module: otherModule },
          },
          { tx: 2 },
        ),
        rulesSet(2, 2),
      ],
    ),
    expect: [
      {
        query:
          "{ assets { name class valuation valuedAt module termsTransactionHash valuations { valuation } } }",
        answer: {
          assets: [
            {
              name: "Haus am Meer",
              class: "FUND",
              valuation: "5",
              valuedAt: String(timeOf(1)),
              module: otherModule,
              termsTransactionHash: sharedTxHash(2),
              valuations: [{ valuation: String(terms.valuation) }, { valuation: "5" }],
            },
          ],
        },
      },
      {
        query: "{ transactions { kind } protocols { statedValue } }",
        answer: {
          transactions: [{ kind: "ASSET_TOKENIZED" }, { kind: "ASSET_TERMS_UPDATED" }],
          protocols: [{ statedValue: "0" }],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetStateChanged",
    name: "an asset counts in one state at a time, and its value only while it is active",
    blocks: blocks([tokenized()], [activated()], [stateChanged(3)], [stateChanged(4)]),
    expect: [
      ...[1, 2, 3].map((block) => ({
        query: `{ assets(block: { number: ${numberOf(block)} }) { state activatedAt }
        protocols(block: { number: ${numberOf(block)} }) { assetCount draftAssetCount activeAssetCount maturedAssetCount retiredAssetCount statedValue } }`,
        answer: {
          assets: [{ state: ["ACTIVE", "MATURED", "RETIRED"][block - 1], activatedAt: String(timeOf(1)) }],
          protocols: [
            {
              assetCount: 1,
              draftAssetCount: 0,
              activeAssetCount: block === 1 ? 1 : 0,
              maturedAssetCount: block === 2 ? 1 : 0,
              retiredAssetCount: block === 3 ? 1 : 0,
              statedValue: block === 1 ? String(terms.valuation) : "0",
            },
          ],
        },
      })),
      {
        query: `{ asset(id: "${house}") { activatedAt maturedAt stateChanges { id previous state sequence timestamp blockNumber transactionHash } } }`,
        answer: {
          asset: {
            activatedAt: String(timeOf(1)),
            maturedAt: String(timeOf(2)),
            stateChanges: [null, "DRAFT", "ACTIVE", "MATURED", "RETIRED"].flatMap((state, block, states) =>
              block === 0
                ? []
                : {
                    id: block === 1 ? logId(0, 0, 1) : logId(block - 1, 0),
                    previous: states[block - 1],
                    state,
                    sequence: String(numberOf(block - 1) * 1_000_000),
                    timestamp: String(timeOf(block - 1)),
                    blockNumber: String(numberOf(block - 1)),
                    transactionHash: block === 1 ? sharedTxHash(1) : txHash(block - 1, 0),
                  },
            ),
          },
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetStateChanged",
    name: "a state nobody knows and an asset nobody drafted are passed over",
    blocks: blocks(
      [tokenized()],
      [stateChanged(99), emit("AssetRegistry.AssetStateChanged", { asset: cleo, state: 2 })],
    ),
    expect: [
      {
        query: "{ assets { id state } protocols { activeAssetCount } }",
        answer: { assets: [{ id: house, state: "DRAFT" }], protocols: [{ activeAssetCount: 0 }] },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetDocumentsUpdated",
    name: "documents are appended; those of the terms are no news of their own",
    blocks: blocks(
      [
        tokenized({ documentsRoot: word(50) }),
        emit("AssetRegistry.AssetDocumentsUpdated", { asset: house, index: 0n, root: word(50) }, { tx: 1 }),
      ],
      [emit("AssetRegistry.AssetDocumentsUpdated", { asset: house, index: 1n, root: word(51) })],
    ),
    expect: [
      {
        query:
          "{ assets { documentsRoot documentsCount documents { id index root timestamp blockNumber } } }",
        answer: {
          assets: [
            {
              documentsRoot: word(51),
              documentsCount: 2,
              documents: [0, 1].map((index) => ({
                id: joined(house, numbered(index)),
                index: String(index),
                root: word(50 + index),
                timestamp: String(timeOf(index)),
                blockNumber: String(numberOf(index)),
              })),
            },
          ],
        },
      },
      {
        query: "{ transactions(orderBy: sequence) { kind } }",
        answer: { transactions: [{ kind: "ASSET_TOKENIZED" }, { kind: "DOCUMENTS_UPDATED" }] },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetValuationStated",
    name: "a new value of an active asset changes the total, and saying it again is a statement too",
    blocks: blocks(
      [tokenized(), activated()],
      [emit("AssetRegistry.AssetValuationStated", { asset: house, valuation: 2_000_000n * dollar })],
      [emit("AssetRegistry.AssetValuationStated", { asset: house, valuation: 2_000_000n * dollar })],
    ),
    expect: [
      {
        query: "{ assets { valuation valuedAt } protocols { statedValue } assetValuations { timestamp } }",
        answer: {
          assets: [{ valuation: String(2_000_000n * dollar), valuedAt: String(timeOf(2)) }],
          protocols: [{ statedValue: String(2_000_000n * dollar) }],
          assetValuations: [0, 1, 2].map((block) => ({ timestamp: String(timeOf(block)) })),
        },
      },
      {
        query: "{ transactions(where: { kind: VALUATION_STATED }) { amount token account { id } } }",
        answer: {
          transactions: [1, 2].map(() => ({
            amount: String(2_000_000n * dollar),
            token: null,
            account: { id: ada },
          })),
        },
      },
      {
        query:
          "{ protocolStats_collection(interval: day, current: include) { statedValue activeAssetCount } }",
        answer: {
          protocolStats_collection: [{ statedValue: String(2_000_000n * dollar), activeAssetCount: 1 }],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetModuleAllowed",
    name: "a compliance module is listed until it is taken off",
    blocks: blocks(
      [emit("AssetRegistry.AssetModuleAllowed", { module, allowed: true })],
      [emit("AssetRegistry.AssetModuleAllowed", { module, allowed: false })],
    ),
    expect: [
      {
        query: "{ modules { id allowed updatedAt } transactions(orderBy: sequence) { kind account { id } } }",
        answer: {
          modules: [{ id: module, allowed: false, updatedAt: String(timeOf(1)) }],
          transactions: [
            { kind: "MODULE_ALLOWED", account: { id: module } },
            { kind: "MODULE_REMOVED", account: { id: module } },
          ],
        },
      },
    ],
  },
  {
    of: "ComplianceModule.RulesSet",
    name: "rules stand with the asset, and a later change is history",
    blocks: blocks([tokenized(), rulesSet(1, 1)], [rulesSet(2)]),
    expect: [
      {
        query: `{ assets { rules { id module asset minTier maxHolders lockedUntil capPerIdentity blockedCountries updatedAt } } }`,
        answer: {
          assets: [
            {
              rules: {
                id: joined(module, house),
                module,
                asset: house,
                minTier: 2,
                maxHolders: "100",
                lockedUntil: String(timeOf(9)),
                capPerIdentity: String(50n * share),
                blockedCountries: [],
                updatedAt: String(timeOf(1)),
              },
            },
          ],
        },
      },
      {
        query: "{ transactions { kind asset { id } } }",
        answer: {
          transactions: [
            { kind: "ASSET_TOKENIZED", asset: { id: house } },
            { kind: "RULES_SET", asset: { id: house } },
          ],
        },
      },
    ],
  },
  {
    of: "ComplianceModule.CountryBlocked",
    name: "blocked countries are a rising list without doubles",
    blocks: blocks(
      [tokenized(), rulesSet(1, 1), countryBlocked(840, true, 1), countryBlocked(4, true, 1)],
      [countryBlocked(276, true), countryBlocked(276, true)],
      [countryBlocked(840, false), countryBlocked(999, false)],
    ),
    expect: [
      {
        // A list's order counts here, and assertions ignore it: ask for the row by the exact list.
        query: `{ assetRules_collection(where: { blockedCountries: [4, 276] }) { blockedCountries } }`,
        answer: { assetRules_collection: [{ blockedCountries: [4, 276] }] },
      },
      {
        query: "{ transactions(where: { kind_in: [COUNTRY_BLOCKED, COUNTRY_UNBLOCKED] }) { kind } }",
        answer: {
          transactions: ["COUNTRY_BLOCKED", "COUNTRY_BLOCKED", "COUNTRY_UNBLOCKED", "COUNTRY_UNBLOCKED"].map(
            (kind) => ({ kind }),
          ),
        },
      },
    ],
  },
  {
    of: "ComplianceModule.RulesSet",
    name: "rules of an asset that nobody drafted are kept and are no history",
    blocks: blocks([rulesSet(1)]),
    expect: [
      {
        query: "{ assetRules_collection { asset } transactions { id } }",
        answer: { assetRules_collection: [{ asset: house }], transactions: [] },
      },
    ],
  },
  {
    of: "AssetToken.Transfer",
    name: "mint, move and burn keep balances, supply, holders, volume and history",
    blocks: blocks(
      [tokenized()],
      [activated(), minted()],
      [moved(ada, ben, 10n * share)],
      [moved(ben, ada, 10n * share), moved(ada, zeroAddress, 400n * share)],
    ),
    expect: [
      {
        query: `{ assets { supply holderCount transferCount holdings { id account { id } balance transferCount createdAt updatedAt } } }`,
        answer: {
          assets: [
            {
              supply: String(600n * share),
              holderCount: 1,
              transferCount: 4,
              holdings: [
                {
                  id: joined(house, ada),
                  account: { id: ada },
                  balance: String(600n * share),
                  transferCount: 4,
                  createdAt: String(timeOf(1)),
                  updatedAt: String(timeOf(3)),
                },
                {
                  id: joined(house, ben),
                  account: { id: ben },
                  balance: "0",
                  transferCount: 2,
                  createdAt: String(timeOf(2)),
                  updatedAt: String(timeOf(3)),
                },
              ],
            },
          ],
        },
      },
      {
        query: `{ asset(id: "${house}", block: { number: ${numberOf(2)} }) { holderCount } }`,
        answer: { asset: { holderCount: 2 } },
      },
      {
        query: "{ transfers { kind from { id } to { id } amount sequence } }",
        answer: {
          transfers: [
            ["MINT", null, ada, 1_000n, 1, 1] as const,
            ["TRANSFER", ada, ben, 10n, 2, 0] as const,
            ["TRANSFER", ben, ada, 10n, 3, 0] as const,
            ["BURN", ada, null, 400n, 3, 1] as const,
          ].map(([kind, from, to, amount, block, index]) => ({
            kind,
            from: from === null ? null : { id: from },
            to: to === null ? null : { id: to },
            amount: String(amount * share),
            sequence: String(numberOf(block) * 1_000_000 + index),
          })),
        },
      },
      {
        query: `{ transactions(where: { transfer_not: null }) { kind account { id } counterparty { id } amount token transfer { kind } } }`,
        answer: {
          transactions: [
            ["SHARES_MINTED", ada, null, 1_000n, "MINT"] as const,
            ["SHARES_TRANSFERRED", ada, ben, 10n, "TRANSFER"] as const,
            ["SHARES_TRANSFERRED", ben, ada, 10n, "TRANSFER"] as const,
            ["SHARES_BURNED", ada, null, 400n, "BURN"] as const,
          ].map(([kind, account, counterparty, amount, transfer]) => ({
            kind,
            account: { id: account },
            counterparty: counterparty === null ? null : { id: counterparty },
            amount: String(amount * share),
            token: house,
            transfer: { kind: transfer },
          })),
        },
      },
      {
        query: `{ assetStats_collection(interval: day, current: include) { asset { id } volume transfers supply holderCount } protocols { totals { transferCount } holdingCount } }`,
        answer: {
          assetStats_collection: [
            {
              asset: { id: house },
              volume: String(1_420n * share),
              transfers: 4,
              supply: String(600n * share),
              holderCount: 1,
            },
          ],
          protocols: [{ totals: { transferCount: 4 }, holdingCount: 1 }],
        },
      },
    ],
  },
  {
    of: "AssetToken.Transfer",
    name: "a move to oneself and a move of nothing change no balance and no number of holders",
    blocks: blocks([tokenized()], [minted()], [moved(ada, ada, 10n), moved(ada, ben, 0n)]),
    expect: [
      {
        query: "{ assets { holderCount transferCount } holdings { account { id } balance } }",
        answer: {
          assets: [{ holderCount: 1, transferCount: 3 }],
          holdings: [
            { account: { id: ada }, balance: String(1_000n * share) },
            { account: { id: ben }, balance: "0" },
          ],
        },
      },
    ],
  },
  {
    of: "AssetToken.Transfer",
    name: "a system contract holds and is no holder",
    blocks: blocks(
      [emit("IdentityRegistry.SystemContractSet", { account: system, allowed: true }), tokenized(), minted()],
      [moved(ada, system, 10n * share)],
    ),
    expect: [
      {
        query: `{ assets { holderCount } holding(id: "${joined(house, system)}") { balance } protocols { holdingCount } }`,
        answer: {
          assets: [{ holderCount: 1 }],
          holding: { balance: String(10n * share) },
          protocols: [{ holdingCount: 1 }],
        },
      },
    ],
  },
  {
    of: "AssetToken.Transfer",
    name: "an amount of 256 bits fits",
    blocks: blocks([tokenized()], [moved(zeroAddress, ada, 2n ** 256n - 1n)]),
    expect: [{ query: "{ assets { supply } }", answer: { assets: [{ supply: String(2n ** 256n - 1n) }] } }],
  },
  {
    of: "AssetToken.ForcedTransfer",
    name: "a forced move is one row that says so, whatever the token emits for it",
    blocks: blocks(
      [tokenized()],
      [minted()],
      [
        emit("AssetToken.Frozen", { account: ada, amount: 0n }, { at: house, tx: 3 }),
        moved(ada, ben, 7n, 3),
        emit("AssetToken.ForcedTransfer", { from: ada, to: ben, amount: 7n }, { at: house, tx: 3 }),
      ],
    ),
    expect: [
      {
        query: "{ transfers(where: { kind_not: MINT }) { id kind amount } }",
        answer: { transfers: [{ id: logId(2, 1, 3), kind: "FORCED", amount: "7" }] },
      },
      {
        query: "{ transactions(where: { transfer_not: null, kind_not: SHARES_MINTED }) { id kind } }",
        answer: { transactions: [{ id: logId(2, 1, 3), kind: "SHARES_FORCED" }] },
      },
    ],
  },
  {
    of: "AssetToken.Frozen",
    name: "the frozen amount may exceed the balance and may belong to someone without any",
    blocks: blocks(
      [tokenized()],
      [minted()],
      [
        emit("AssetToken.Frozen", { account: ada, amount: 5_000n * share }, { at: house }),
        emit("AssetToken.Frozen", { account: ben, amount: 1n }, { at: house }),
      ],
    ),
    expect: [
      {
        query: "{ holdings { account { id } balance frozen } assets { holderCount } }",
        answer: {
          holdings: [
            { account: { id: ada }, balance: String(1_000n * share), frozen: String(5_000n * share) },
            { account: { id: ben }, balance: "0", frozen: "1" },
          ],
          assets: [{ holderCount: 1 }],
        },
      },
      {
        query: "{ transactions(where: { kind: SHARES_FROZEN }) { account { id } amount asset { id } } }",
        answer: {
          transactions: [
            { account: { id: ada }, amount: String(5_000n * share), asset: { id: house } },
            { account: { id: ben }, amount: "1", asset: { id: house } },
          ],
        },
      },
    ],
  },
  {
    of: "AssetToken.ModuleSet",
    name: "the first module comes with the terms, another one is history and has rules of its own",
    blocks: blocks(
      [tokenized(), rulesSet(1, 1), emit("AssetToken.ModuleSet", { module }, { at: house, tx: 1 })],
      [emit("AssetToken.ModuleSet", { module: otherModule }, { at: house })],
    ),
    expect: [
      {
        query: "{ assets { module rules { id } } transactions(orderBy: sequence) { kind } }",
        answer: {
          assets: [{ module: otherModule, rules: null }],
          transactions: [{ kind: "ASSET_TOKENIZED" }, { kind: "MODULE_SET" }],
        },
      },
    ],
  },
  {
    of: "AssetToken.PauseSet",
    name: "a pause of transfers says until when, and its end says so",
    blocks: blocks(
      [tokenized()],
      [emit("AssetToken.PauseSet", { until: timeOf(1) + 1_209_600 }, { at: house })],
      [emit("AssetToken.PauseSet", { until: 0 }, { at: house })],
    ),
    expect: [
      {
        query: `{ asset(id: "${house}", block: { number: ${numberOf(1)} }) { pausedUntil } }`,
        answer: { asset: { pausedUntil: String(timeOf(1) + 1_209_600) } },
      },
      {
        query: "{ assets { pausedUntil } transactions(orderBy: sequence) { kind } }",
        answer: {
          assets: [{ pausedUntil: "0" }],
          transactions: [{ kind: "ASSET_TOKENIZED" }, { kind: "ASSET_PAUSED" }, { kind: "ASSET_UNPAUSED" }],
        },
      },
    ],
  },
];
