import { blocks, joined, logId, numbered, type TestCase, timeOf, word } from "../case.ts";
import { emit } from "../events.ts";
import {
  ada,
  adaAttested,
  adaIdentity,
  attested,
  attester,
  ben,
  benIdentity,
  cleo,
  pool,
  referrals,
} from "../people.ts";

const cleoIdentity = word(3);
const bound = (newcomer: typeof ada, referrer = ada, referrerIdentity = 1n) =>
  emit("ReferralRegistry.ReferralBound", { newcomer, referrer, referrerIdentity });
const vested = (newcomer: typeof ada, newcomerIdentity: bigint) =>
  emit("ReferralRegistry.ReferralVested", {
    newcomer,
    referrer: ada,
    newcomerIdentity,
    positionId: 7n,
    bonusBps: 1_000,
    newcomerCap: 2_000n,
  });
const linked = (account: typeof ada, newAccount: typeof ada, identity: typeof adaIdentity) =>
  emit("IdentityRegistry.WalletLinked", { account, newAccount, identity, attester });
/** An account takes the place of another. */
const recovered = (lost: typeof ada, successor: typeof ada, identity: typeof adaIdentity) => [
  emit("IdentityRegistry.RecoveryProposed", { lost, successor, identity, readyAt: timeOf(1) }),
  emit("IdentityRegistry.AccountRecovered", { lost, successor, identity }),
];
const counts = "boundCount finalCount vestedCount voidCount paid";

export const referralsCases: readonly TestCase[] = [
  {
    of: "ReferralRegistry.ReferralBound",
    name: "a newcomer names a referrer, and may name another while it has no identity",
    blocks: blocks([adaAttested(), attested(ben, benIdentity, 2n), bound(cleo)], [bound(cleo, ben, 2n)]),
    expect: [
      {
        query: `{ before: referral(id: "${cleo}", block: { number: 100 }) { referrer { id } referrerIdentity { id } } }`,
        answer: { before: { referrer: { id: ada }, referrerIdentity: { id: `0x${numbered(1)}` } } },
      },
      {
        query: `{ now: referrals { id newcomer { id } referrer { id } referrerIdentity { id identity { id } } newcomerIdentity { id } state bonusBps
          newcomerCap position { id } paid bonusCount identitiesBefore boundAt settledAt vestedAt createdAt } }`,
        answer: {
          now: [
            {
              id: cleo,
              newcomer: { id: cleo },
              referrer: { id: ben },
              referrerIdentity: { id: `0x${numbered(2)}`, identity: { id: benIdentity } },
              newcomerIdentity: null,
              state: "BOUND",
              bonusBps: 0,
              newcomerCap: "0",
              position: null,
              paid: "0",
              bonusCount: 0,
              identitiesBefore: 2,
              boundAt: String(timeOf(1)),
              settledAt: null,
              vestedAt: null,
              createdAt: String(timeOf(0)),
            },
          ],
        },
      },
      {
        query: `{ referrers { id ${counts} } referralRegistries { id referralCount } protocols { referralCount } }`,
        answer: {
          referrers: [
            { id: `0x${numbered(1)}`, boundCount: 0, finalCount: 0, vestedCount: 0, voidCount: 0, paid: "0" },
            { id: `0x${numbered(2)}`, boundCount: 1, finalCount: 0, vestedCount: 0, voidCount: 0, paid: "0" },
          ],
          referralRegistries: [{ id: referrals, referralCount: 1 }],
          protocols: [{ referralCount: 1 }],
        },
      },
      {
        query: `{ transactions(where: { domain: REWARDS }, orderBy: sequence) { kind account { id } counterparty { id } referral { id } } }`,
        answer: {
          transactions: [
            {
              kind: "REFERRAL_BOUND",
              account: { id: cleo },
              counterparty: { id: ada },
              referral: { id: cleo },
            },
            {
              kind: "REFERRAL_BOUND",
              account: { id: cleo },
              counterparty: { id: ben },
              referral: { id: cleo },
            },
          ],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralBound",
    name: "a first attestation makes a referral final, and a link to an older identity makes it void",
    blocks: blocks(
      [adaAttested(), bound(ben), bound(cleo)],
      [attested(ben, benIdentity, 2n), linked(ada, cleo, adaIdentity)],
    ),
    expect: [
      {
        query: `{ referrals { id state newcomerIdentity { id } settledAt } referrers { ${counts} } }`,
        answer: {
          referrals: [
            { id: ben, state: "FINAL", newcomerIdentity: { id: benIdentity }, settledAt: String(timeOf(1)) },
            { id: cleo, state: "VOID", newcomerIdentity: { id: adaIdentity }, settledAt: String(timeOf(1)) },
          ],
          referrers: [{ boundCount: 0, finalCount: 1, vestedCount: 0, voidCount: 1, paid: "0" }],
        },
      },
      {
        query: `{ account(id: "${ada}") { referrals { id } } identity(id: "${benIdentity}") { referrals { id } } }`,
        answer: {
          account: { referrals: [{ id: ben }, { id: cleo }] },
          identity: { referrals: [{ id: ben }] },
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralVested",
    name: "a vested referral keeps its terms and its position, and counts for its referrer",
    blocks: blocks([adaAttested(), bound(ben)], [attested(ben, benIdentity, 2n), vested(ben, 2n)]),
    expect: [
      {
        query: `{ referral(id: "${ben}") { state bonusBps newcomerCap vestedAt } referrers { ${counts} } referralRegistries { vestedCount } }`,
        answer: {
          referral: { state: "VESTED", bonusBps: 1_000, newcomerCap: "2000", vestedAt: String(timeOf(1)) },
          referrers: [{ boundCount: 0, finalCount: 0, vestedCount: 1, voidCount: 0, paid: "0" }],
          referralRegistries: [{ vestedCount: 1 }],
        },
      },
      {
        query: `{ referrals(where: { position: "${joined(pool, numbered(7))}" }) { id }
          transactions(where: { kind: REFERRAL_VESTED }) { account { id } counterparty { id } identity { id } } }`,
        answer: {
          referrals: [{ id: ben }],
          transactions: [{ account: { id: ben }, counterparty: { id: ada }, identity: { id: benIdentity } }],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralVested",
    name: "of two wallets of one person, one of which replaced the other, only one referral vests",
    blocks: blocks(
      [adaAttested(), bound(ben), bound(cleo)],
      [attested(ben, benIdentity, 2n), ...recovered(ben, cleo, benIdentity)],
      [vested(cleo, 2n)],
    ),
    expect: [
      {
        query: `{ before: referrals(block: { number: 101 }) { id state } }`,
        answer: {
          before: [
            { id: ben, state: "FINAL" },
            { id: cleo, state: "FINAL" },
          ],
        },
      },
      {
        query: `{ now: referrals { id state newcomerIdentity { id } } referrers { ${counts} } }`,
        answer: {
          now: [
            { id: ben, state: "VOID", newcomerIdentity: { id: benIdentity } },
            { id: cleo, state: "VESTED", newcomerIdentity: { id: benIdentity } },
          ],
          referrers: [{ boundCount: 0, finalCount: 0, vestedCount: 1, voidCount: 1, paid: "0" }],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralVested",
    name: "who takes a place in an identity that vested, is older than the referral, or has another in the first place, is brought by nobody",
    blocks: blocks(
      [adaAttested(), bound(ben), bound(attester), attested(ben, benIdentity, 2n), vested(ben, 2n)],
      [...recovered(ben, attester, benIdentity)],
      // Bound when both identities were there; ada's place in hers is the first.
      [bound(cleo, attester, 2n), ...recovered(ada, cleo, adaIdentity)],
    ),
    expect: [
      {
        query: "{ referrals { id state } }",
        answer: {
          referrals: [
            { id: ben, state: "VESTED" },
            { id: attester, state: "VOID" },
            { id: cleo, state: "VOID" },
          ],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralVested",
    name: "who takes the place of a second wallet is brought by nobody, however young the identity",
    blocks: blocks(
      [adaAttested(), bound(cleo)],
      [attested(attester, cleoIdentity, 2n), linked(attester, ben, cleoIdentity)],
      [...recovered(ben, cleo, cleoIdentity), vested(attester, 2n)],
    ),
    expect: [
      {
        query: "{ referrals { id state } }",
        answer: { referrals: [{ id: cleo, state: "VOID" }] },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralBonusClaimed",
    name: "bonuses add up by newcomer and referrer, and name who was paid",
    blocks: blocks([
      adaAttested(),
      bound(ben),
      attested(ben, benIdentity, 2n),
      vested(ben, 2n),
      emit("ReferralRegistry.ReferralBonusClaimed", {
        newcomer: ben,
        referrer: ada,
        recipient: ada,
        amount: 10n,
        paid: 10n,
      }),
      emit("ReferralRegistry.ReferralBonusClaimed", {
        newcomer: ben,
        referrer: ada,
        recipient: cleo,
        amount: 5n,
        paid: 15n,
      }),
      emit("ReferralRegistry.ReferralBonusClaimed", {
        newcomer: cleo,
        referrer: ada,
        recipient: ada,
        amount: 5n,
        paid: 5n,
      }),
    ]),
    expect: [
      {
        query: "{ referrals { paid bonusCount } referrers { paid } referralRegistries { paid } }",
        answer: {
          referrals: [{ paid: "15", bonusCount: 2 }],
          referrers: [{ paid: "15" }],
          referralRegistries: [{ paid: "15" }],
        },
      },
      {
        query: `{ referralBonuses { id referral { id } referrerIdentity { id } recipient { id } amount paid }
          transactions(where: { kind: REFERRAL_BONUS_CLAIMED }, orderBy: sequence) { account { id } counterparty { id } amount } }`,
        answer: {
          referralBonuses: [
            {
              id: logId(0, 4),
              referral: { id: ben },
              referrerIdentity: { id: `0x${numbered(1)}` },
              recipient: { id: ada },
              amount: "10",
              paid: "10",
            },
            {
              id: logId(0, 5),
              referral: { id: ben },
              referrerIdentity: { id: `0x${numbered(1)}` },
              recipient: { id: cleo },
              amount: "5",
              paid: "15",
            },
          ],
          transactions: [
            { account: { id: ada }, counterparty: { id: ben }, amount: "10" },
            { account: { id: cleo }, counterparty: { id: ben }, amount: "5" },
          ],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.ReferralTermsSet",
    name: "the terms for what vests next are known",
    blocks: blocks([
      emit("ReferralRegistry.ReferralTermsSet", {
        bonusBps: 1_000,
        newcomerCap: 2n,
        referrerCap: 3n,
        minStake: 4n,
      }),
    ]),
    expect: [
      {
        query: `{ referralRegistries { bonusBps newcomerCap referrerCap minStake } transactions { kind account { id } amount } }`,
        answer: {
          referralRegistries: [{ bonusBps: 1_000, newcomerCap: "2", referrerCap: "3", minStake: "4" }],
          transactions: [{ kind: "REFERRAL_TERMS_SET", account: { id: referrals }, amount: "1000" }],
        },
      },
    ],
  },
  {
    of: "ReferralRegistry.PauseSet",
    name: "a pause of referrals names the contract",
    blocks: blocks([emit("ReferralRegistry.PauseSet", { until: timeOf(9) })]),
    expect: [
      {
        query: "{ referralRegistries { pausedUntil } transactions { kind account { id } } }",
        answer: {
          referralRegistries: [{ pausedUntil: String(timeOf(9)) }],
          transactions: [{ kind: "REWARDS_PAUSED", account: { id: referrals } }],
        },
      },
    ],
  },
];
