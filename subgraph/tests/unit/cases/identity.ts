import {
  blocks,
  joined,
  numbered,
  numberOf,
  type TestCase,
  timeOf,
  txHash,
  word,
  zeroAddress,
} from "../case.ts";
import { emit } from "../events.ts";
import { ada, adaAttested, adaIdentity, attester, ben, cleo, nextYear, system } from "../people.ts";

const linked = emit("IdentityRegistry.WalletLinked", {
  account: ada,
  newAccount: ben,
  identity: adaIdentity,
  attester,
});
const scheduled = emit("AccessManager.OperationScheduled", {
  operationId: word(9),
  nonce: 1,
  schedule: timeOf(0) + 259_200,
  caller: cleo,
  target: system,
  data: "0x12345678",
});
const granted = emit("AccessManager.RoleGranted", {
  roleId: 5n,
  account: ada,
  delay: 0,
  since: timeOf(0),
  newMember: true,
});
const role = `0x${numbered(5)}`;

export const identityCases: readonly TestCase[] = [
  {
    of: "IdentityRegistry.AccountAttested",
    name: "a first attestation makes account, identity, history with its proof, and counts",
    blocks: blocks([adaAttested()]),
    expect: [
      {
        query: `{ identity(id: "${adaIdentity}") { index country tier validUntil frozen revoked accountCount attestationCount
          firstAccount { id identity { id } isSystem createdAt createdAtBlock } accounts { id } attester { id attestationCount } createdAt } }`,
        answer: {
          identity: {
            index: "1",
            country: 276,
            tier: 2,
            validUntil: String(nextYear),
            frozen: false,
            revoked: false,
            accountCount: 1,
            attestationCount: 1,
            firstAccount: {
              id: ada,
              identity: { id: adaIdentity },
              isSystem: false,
              createdAt: String(timeOf(0)),
              createdAtBlock: String(numberOf(0)),
            },
            accounts: [{ id: ada }],
            attester: { id: attester, attestationCount: 1 },
            createdAt: String(timeOf(0)),
          },
        },
      },
      {
        query: `{ transactions { domain kind account { id } counterparty { id } identity { id } amount asset { id } sequence sender
          blockNumber timestamp transactionHash logIndex } }`,
        answer: {
          transactions: [
            {
              domain: "IDENTITY",
              kind: "ACCOUNT_ATTESTED",
              account: { id: ada },
              counterparty: { id: attester },
              identity: { id: adaIdentity },
              amount: null,
              asset: null,
              sequence: String(numberOf(0) * 1_000_000),
              sender: zeroAddress,
              blockNumber: String(numberOf(0)),
              timestamp: String(timeOf(0)),
              transactionHash: txHash(0, 0),
              logIndex: 0,
            },
          ],
        },
      },
      {
        query: `{ protocol(id: "0x71746900") { schemaVersion identityCount verifiedAccountCount accountCount totals { transactionCount } } }`,
        answer: {
          protocol: {
            schemaVersion: "2.1.0",
            identityCount: 1,
            verifiedAccountCount: 1,
            accountCount: 2,
            totals: { transactionCount: "1" },
          },
        },
      },
      {
        query: `{ activityStats_collection(interval: hour, current: include) { domain transactions } }`,
        answer: {
          activityStats_collection: [{ domain: "IDENTITY", transactions: 1 }],
        },
      },
    ],
  },
  {
    of: "IdentityRegistry.AccountAttested",
    name: "a renewed attestation changes the identity, lifts a revocation and counts nobody twice",
    blocks: blocks(
      [adaAttested()],
      [emit("IdentityRegistry.IdentityRevoked", { identity: adaIdentity })],
      [
        emit("IdentityRegistry.AccountAttested", {
          account: ada,
          identity: adaIdentity,
          index: 1n,
          country: 250,
          tier: 3,
          validUntil: nextYear + 1,
          attester: cleo,
        }),
      ],
    ),
    expect: [
      {
        query: `{ identities { country tier validUntil revoked accountCount attestationCount attester { id } } }`,
        answer: {
          identities: [
            {
              country: 250,
              tier: 3,
              validUntil: String(nextYear + 1),
              revoked: false,
              accountCount: 1,
              attestationCount: 2,
              attester: { id: cleo },
            },
          ],
        },
      },
      {
        query: "{ protocols { identityCount verifiedAccountCount } }",
        answer: { protocols: [{ identityCount: 1, verifiedAccountCount: 1 }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.WalletLinked",
    name: "a linked wallet joins the identity and is verified with it",
    blocks: blocks([adaAttested()], [linked]),
    expect: [
      {
        query: `{ account(id: "${ben}") { identity { id accountCount firstAccount { id } } } }`,
        answer: {
          account: { identity: { id: adaIdentity, accountCount: 2, firstAccount: { id: ada } } },
        },
      },
      {
        query: `{ transactions(where: { kind: WALLET_LINKED }) { account { id } counterparty { id } } }`,
        answer: { transactions: [{ account: { id: ada }, counterparty: { id: ben } }] },
      },
      {
        query: "{ protocols { verifiedAccountCount } }",
        answer: { protocols: [{ verifiedAccountCount: 2 }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.IdentityRevoked",
    name: "a revocation takes all accounts of the identity out of the verified",
    blocks: blocks(
      [adaAttested()],
      [linked],
      [emit("IdentityRegistry.IdentityRevoked", { identity: adaIdentity })],
    ),
    expect: [
      {
        query: "{ identities { revoked frozen } }",
        answer: { identities: [{ revoked: true, frozen: false }] },
      },
      {
        query: "{ protocols { verifiedAccountCount } }",
        answer: { protocols: [{ verifiedAccountCount: 0 }] },
      },
      {
        query: "{ transactions(where: { kind: IDENTITY_REVOKED }) { account { id } identity { id } } }",
        answer: { transactions: [{ account: { id: ada }, identity: { id: adaIdentity } }] },
      },
      {
        query: `{ protocolStats_collection(interval: day, current: include) { verifiedAccountCount } }`,
        answer: { protocolStats_collection: [{ verifiedAccountCount: 0 }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.IdentityFrozen",
    name: "freezing and releasing an identity is told as two things and ends where it began",
    blocks: blocks(
      [adaAttested()],
      [emit("IdentityRegistry.IdentityFrozen", { identity: adaIdentity, frozen: true })],
      [emit("IdentityRegistry.IdentityFrozen", { identity: adaIdentity, frozen: false })],
    ),
    expect: [
      { query: "{ identities { frozen } }", answer: { identities: [{ frozen: false }] } },
      {
        query: `{ identity(id: "${adaIdentity}", block: { number: ${numberOf(1)} }) { frozen } }`,
        answer: { identity: { frozen: true } },
      },
      {
        query: "{ transactions(orderBy: sequence) { kind } }",
        answer: {
          transactions: [
            { kind: "ACCOUNT_ATTESTED" },
            { kind: "IDENTITY_FROZEN" },
            { kind: "IDENTITY_UNFROZEN" },
          ],
        },
      },
      {
        query: "{ protocols { verifiedAccountCount } }",
        answer: { protocols: [{ verifiedAccountCount: 1 }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.IdentityFrozen",
    name: "an identity that was never attested is passed over",
    blocks: blocks([emit("IdentityRegistry.IdentityFrozen", { identity: word(404), frozen: true })]),
    expect: [
      { query: "{ identities { id } transactions { id } }", answer: { identities: [], transactions: [] } },
    ],
  },
  {
    of: "IdentityRegistry.AttesterSet",
    name: "attesters are counted once however often they are allowed",
    blocks: blocks(
      [
        emit("IdentityRegistry.AttesterSet", { attester, allowed: true }),
        emit("IdentityRegistry.AttesterSet", { attester, allowed: true }),
        emit("IdentityRegistry.AttesterSet", { attester: cleo, allowed: true }),
      ],
      [emit("IdentityRegistry.AttesterSet", { attester: cleo, allowed: false })],
    ),
    expect: [
      {
        query: "{ attesters { id allowed attestationCount updatedAt } protocols { attesterCount } }",
        answer: {
          attesters: [
            { id: attester, allowed: true, attestationCount: 0, updatedAt: String(timeOf(0)) },
            { id: cleo, allowed: false, attestationCount: 0, updatedAt: String(timeOf(1)) },
          ],
          protocols: [{ attesterCount: 1 }],
        },
      },
      {
        query: "{ transactions(where: { kind: ATTESTER_REMOVED }) { account { id } } }",
        answer: { transactions: [{ account: { id: cleo } }] },
      },
    ],
  },
  {
    of: "IdentityRegistry.SystemContractSet",
    name: "a system contract is marked, and unmarked again",
    blocks: blocks(
      [emit("IdentityRegistry.SystemContractSet", { account: system, allowed: true })],
      [emit("IdentityRegistry.SystemContractSet", { account: system, allowed: false })],
    ),
    expect: [
      {
        query: `{ account(id: "${system}", block: { number: ${numberOf(0)} }) { isSystem } }`,
        answer: { account: { isSystem: true } },
      },
      { query: `{ account(id: "${system}") { isSystem } }`, answer: { account: { isSystem: false } } },
    ],
  },
  {
    of: "IdentityRegistry.AccountPledged",
    name: "who ever pledged is known, without a row beside the pledge's own",
    blocks: blocks([emit("IdentityRegistry.AccountPledged", { account: ada })]),
    expect: [
      {
        query: `{ account(id: "${ada}") { hasPledged } transactions { kind } }`,
        answer: { account: { hasPledged: true }, transactions: [] },
      },
    ],
  },
  {
    of: "AccessManager.RoleLabel",
    name: "a label is kept without NUL and cut to 64 characters",
    blocks: blocks([emit("AccessManager.RoleLabel", { roleId: 5n, label: `ISS\0UER${"x".repeat(100)}` })]),
    expect: [
      {
        query: `{ role(id: "${role}") { roleId label memberCount } }`,
        answer: { role: { roleId: "5", label: `ISSUER${"x".repeat(58)}`, memberCount: 0 } },
      },
    ],
  },
  {
    of: "AccessManager.RoleGranted",
    name: "a granted role has its member, and a changed delay does not count the member again",
    blocks: blocks(
      [granted],
      [
        emit("AccessManager.RoleGranted", {
          roleId: 5n,
          account: ada,
          delay: 3_600,
          since: timeOf(1) + 9,
          newMember: false,
        }),
      ],
    ),
    expect: [
      {
        query: `{ role(id: "${role}") { roleId memberCount members { id account { id } active delay since } } }`,
        answer: {
          role: {
            roleId: "5",
            memberCount: 1,
            members: [
              {
                id: joined(role, ada),
                account: { id: ada },
                active: true,
                delay: "3600",
                since: String(timeOf(0)),
              },
            ],
          },
        },
      },
      {
        query: "{ transactions { kind account { id } role { roleId } } }",
        answer: {
          transactions: [
            { kind: "ROLE_GRANTED", account: { id: ada }, role: { roleId: "5" } },
            { kind: "ROLE_GRANTED", account: { id: ada }, role: { roleId: "5" } },
          ],
        },
      },
    ],
  },
  {
    of: "AccessManager.RoleRevoked",
    name: "a revoked role keeps its former member as such",
    blocks: blocks([granted], [emit("AccessManager.RoleRevoked", { roleId: 5n, account: ada })]),
    expect: [
      {
        query: "{ roles { memberCount members { active updatedAt } } }",
        answer: { roles: [{ memberCount: 0, members: [{ active: false, updatedAt: String(timeOf(1)) }] }] },
      },
    ],
  },
  {
    of: "AccessManager.RoleGranted",
    name: "the public role, the largest number there is, has an id",
    blocks: blocks([
      emit("AccessManager.RoleGranted", {
        roleId: 2n ** 64n - 1n,
        account: ada,
        delay: 0,
        since: 0,
        newMember: true,
      }),
    ]),
    expect: [
      {
        query: "{ roles { id roleId } }",
        answer: { roles: [{ id: "0xffffffffffffffff", roleId: String(2n ** 64n - 1n) }] },
      },
    ],
  },
  {
    of: "AccessManager.OperationScheduled",
    name: "a scheduled operation waits with its call and its time",
    blocks: blocks([scheduled]),
    expect: [
      {
        query: "{ operations { id state nonce caller { id } target data readyAt scheduledAt closedAt } }",
        answer: {
          operations: [
            {
              id: joined(word(9), numbered(1)),
              state: "SCHEDULED",
              nonce: "1",
              caller: { id: cleo },
              target: system,
              data: "0x12345678",
              readyAt: String(timeOf(0) + 259_200),
              scheduledAt: String(timeOf(0)),
              closedAt: null,
            },
          ],
        },
      },
    ],
  },
  {
    of: "AccessManager.OperationExecuted",
    name: "an executed operation is closed, and one that nobody scheduled is passed over",
    blocks: blocks(
      [scheduled],
      [
        emit("AccessManager.OperationExecuted", { operationId: word(9), nonce: 1 }),
        emit("AccessManager.OperationExecuted", { operationId: word(404), nonce: 1 }),
      ],
    ),
    expect: [
      {
        query: "{ operations { state closedAt } transactions { kind account { id } } }",
        answer: {
          operations: [{ state: "EXECUTED", closedAt: String(timeOf(1)) }],
          transactions: [
            { kind: "OPERATION_SCHEDULED", account: { id: cleo } },
            { kind: "OPERATION_EXECUTED", account: { id: cleo } },
          ],
        },
      },
    ],
  },
  {
    of: "AccessManager.OperationCanceled",
    name: "a cancelled operation is closed",
    blocks: blocks(
      [scheduled],
      [emit("AccessManager.OperationCanceled", { operationId: word(9), nonce: 1 })],
    ),
    expect: [{ query: "{ operations { state } }", answer: { operations: [{ state: "CANCELED" }] } }],
  },
];
