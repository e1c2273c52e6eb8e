import { blocks, logId, sharedTxHash, type TestCase, timeOf, zeroAddress } from "../case.ts";
import { emit } from "../events.ts";
import { ada, adaAttested, adaIdentity, ben, cleo, house, moved, share, tokenized } from "../people.ts";

const threeDays = 259_200;
const proposed = (tx: number) =>
  emit(
    "IdentityRegistry.RecoveryProposed",
    { lost: ada, successor: cleo, identity: adaIdentity, readyAt: timeOf(0) + threeDays },
    { tx },
  );
const cancelled = emit("IdentityRegistry.RecoveryCancelled", { lost: ada, successor: cleo, caller: ben });
const recovered = emit("IdentityRegistry.AccountRecovered", {
  lost: ada,
  successor: cleo,
  identity: adaIdentity,
});
const recoveries = `recoveries(orderBy: createdAt) { id lost { id } successor { id } identity { id } state readyAt canceller { id }
  createdAt closedAt transactionHash }`;
const pending = {
  id: logId(0, 1, 1),
  lost: { id: ada },
  successor: { id: cleo },
  identity: { id: adaIdentity },
  state: "PROPOSED",
  readyAt: String(timeOf(0) + threeDays),
  canceller: null,
  createdAt: String(timeOf(0)),
  closedAt: null,
  transactionHash: sharedTxHash(1),
};

export const recoveryCases: readonly TestCase[] = [
  {
    of: "IdentityRegistry.RecoveryProposed",
    name: "a recovery waits, and nothing of the account changes",
    blocks: blocks([adaAttested(), proposed(1)]),
    expect: [
      { query: `{ ${recoveries} }`, answer: { recoveries: [pending] } },
      {
        query: `{ account(id: "${ada}") { successor { id } retiredAt recovery { id } identity { id } } identities { accountCount accounts { id } } }`,
        answer: {
          account: {
            successor: null,
            retiredAt: null,
            recovery: { id: pending.id },
            identity: { id: adaIdentity },
          },
          identities: [{ accountCount: 1, accounts: [{ id: ada }] }],
        },
      },
      {
        query: `{ transactions(where: { kind: RECOVERY_PROPOSED }) { domain account { id } counterparty { id } identity { id } } }`,
        answer: {
          transactions: [
            {
              domain: "IDENTITY",
              account: { id: ada },
              counterparty: { id: cleo },
              identity: { id: adaIdentity },
            },
          ],
        },
      },
    ],
  },
  {
    of: "IdentityRegistry.RecoveryCancelled",
    name: "who objected is known, and another proposal is another recovery",
    blocks: blocks([adaAttested(), proposed(1)], [cancelled], [proposed(2)]),
    expect: [
      {
        query: `{ ${recoveries} account(id: "${ada}") { recovery { id } retiredAt } }`,
        answer: {
          recoveries: [
            { ...pending, state: "CANCELLED", canceller: { id: ben }, closedAt: String(timeOf(1)) },
            {
              ...pending,
              id: logId(2, 0, 2),
              createdAt: String(timeOf(2)),
              transactionHash: sharedTxHash(2),
            },
          ],
          account: { recovery: { id: logId(2, 0, 2) }, retiredAt: null },
        },
      },
      {
        query: "{ transactions(where: { kind: RECOVERY_CANCELLED }) { account { id } counterparty { id } } }",
        answer: { transactions: [{ account: { id: ada }, counterparty: { id: cleo } }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.RecoveryCancelled",
    name: "one that nobody proposed is passed over",
    blocks: blocks([adaAttested()], [cancelled]),
    expect: [
      {
        query: "{ recoveries { id } transactions { kind } }",
        answer: { recoveries: [], transactions: [{ kind: "ACCOUNT_ATTESTED" }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.AccountRecovered",
    name: "the successor joins the identity, the lost account is retired, and as many people are verified as before",
    blocks: blocks([adaAttested(), proposed(1)], [], [recovered]),
    expect: [
      {
        query: `{ ${recoveries} lost: account(id: "${ada}") { successor { id } retiredAt identity { id } predecessors { id } }
          new: account(id: "${cleo}") { successor { id } retiredAt identity { id } predecessors { id } } }`,
        answer: {
          recoveries: [{ ...pending, state: "COMPLETED", closedAt: String(timeOf(2)) }],
          lost: {
            successor: { id: cleo },
            retiredAt: String(timeOf(2)),
            identity: { id: adaIdentity },
            predecessors: [],
          },
          new: {
            successor: null,
            retiredAt: null,
            identity: { id: adaIdentity },
            predecessors: [{ id: ada }],
          },
        },
      },
      {
        query: `{ identities { accountCount accounts(where: { retiredAt: null }) { id } } protocols { verifiedAccountCount }
          transactions(where: { kind: ACCOUNT_RECOVERED }) { account { id } counterparty { id } identity { id } } }`,
        answer: {
          identities: [{ accountCount: 1, accounts: [{ id: cleo }] }],
          protocols: [{ verifiedAccountCount: 1 }],
          transactions: [{ account: { id: ada }, counterparty: { id: cleo }, identity: { id: adaIdentity } }],
        },
      },
    ],
  },
  {
    of: "AssetToken.SharesRecovered",
    name: "shares that follow their owner are one row that says so, whatever the token emits for it",
    blocks: blocks(
      [tokenized()],
      [moved(zeroAddress, ada, 100n * share)],
      [
        emit("AssetToken.Frozen", { account: ada, amount: 0n }, { at: house, tx: 3 }),
        emit("AssetToken.Frozen", { account: cleo, amount: 7n }, { at: house, tx: 3 }),
        moved(ada, cleo, 100n * share, 3),
        emit(
          "AssetToken.SharesRecovered",
          { lost: ada, successor: cleo, amount: 100n * share, frozen: 7n },
          { at: house, tx: 3 },
        ),
      ],
    ),
    expect: [
      {
        query: `{ transfers(where: { kind_not: MINT }) { id kind amount } holdings { account { id } balance frozen } assets { holderCount } }`,
        answer: {
          transfers: [{ id: logId(2, 2, 3), kind: "RECOVERY", amount: String(100n * share) }],
          holdings: [
            { account: { id: ada }, balance: "0", frozen: "0" },
            { account: { id: cleo }, balance: String(100n * share), frozen: "7" },
          ],
          assets: [{ holderCount: 1 }],
        },
      },
      {
        query: `{ transactions(where: { transfer_not: null, kind_not: SHARES_MINTED }) { id kind account { id } counterparty { id } amount asset { id } } }`,
        answer: {
          transactions: [
            {
              id: logId(2, 2, 3),
              kind: "SHARES_RECOVERED",
              account: { id: ada },
              counterparty: { id: cleo },
              amount: String(100n * share),
              asset: { id: house },
            },
          ],
        },
      },
    ],
  },
  {
    of: "AssetRegistry.AssetIssuerChanged",
    name: "the successor of the issuer is the issuer from then on",
    blocks: blocks(
      [tokenized()],
      [emit("AssetRegistry.AssetIssuerChanged", { asset: house, previous: ada, issuer: cleo })],
      [emit("AssetRegistry.AssetDocumentsUpdated", { asset: house, index: 0n, root: sharedTxHash(9) })],
    ),
    expect: [
      {
        query: `{ assets { issuer { id } } transactions(orderBy: sequence) { kind account { id } counterparty { id } } }`,
        answer: {
          assets: [{ issuer: { id: cleo } }],
          transactions: [
            { kind: "ASSET_TOKENIZED", account: { id: ada }, counterparty: null },
            { kind: "ISSUER_CHANGED", account: { id: cleo }, counterparty: { id: ada } },
            { kind: "DOCUMENTS_UPDATED", account: { id: cleo }, counterparty: null },
          ],
        },
      },
    ],
  },
];
