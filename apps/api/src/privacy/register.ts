import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { getAddress } from "viem";
import { deployments } from "../core/deploymentTables.ts";
import { bookBlocks, bookClock, orderEvents, orders } from "../exchange/tables.ts";
import {
  factorTries,
  passkeyChallenges,
  passkeys,
  recoveryCodes,
  totpSecrets,
} from "../identity/factorTables.ts";
import { attestedPeople, sessions, signInNonces } from "../identity/tables.ts";
import { creditApplications, creditIncomes } from "../loans/creditTables.ts";
import { logNodes, logState } from "../log/tables.ts";
import {
  blobHolders,
  blobs,
  deletedRecords,
  erasedBlobs,
  publishedKeys,
  recordBlobs,
  recordHeaders,
  recordReaders,
  records,
  regionLeaves,
  regionOutbox,
  regionTrees,
  walletShares,
} from "../records/tables.ts";
import { campaignLeaves, campaignTrees } from "../rewards/campaignTables.ts";
import { storeBlocks, storeCodes, storeKeys, storeOrders } from "../rewards/storeTables.ts";
import {
  referralCodes,
  relays,
  tapBatches,
  tapDays,
  tapNames,
  tapPeople,
  tapSessions,
} from "../rewards/tapTables.ts";
import { erasures } from "./tables.ts";

/** Whom it is about: an account, and by which numbers taps know the person behind it. */
export type Subject = { account: string; people: readonly number[]; identities: readonly string[] };

/**
 * What becomes of rows when their person is erased.
 *
 * - `deleted`: they are gone.
 * - `stripped`: a row stays, and nothing in it leads to the person.
 * - `with the records`: they go with the records, after these cannot be opened any more.
 * - `kept`: they stay, and `because` says why.
 */
export type Fate =
  | { how: "deleted" }
  | { how: "stripped"; set: Record<string, unknown>; because: string }
  | { how: "with the records" }
  | { how: "kept"; because: string };

/** A table with something about people in it. */
export type PersonalEntry = {
  table: PgTable;
  /** What is in it, for who reads what the service has of them. */
  what: string;
  why: string;
  keeps: string;
  /** Rows about somebody; undefined when there can be none. */
  rows: (subject: Subject) => SQL | undefined;
  /** Columns by which an account is named; what a restored backup is searched by. */
  accounts: readonly string[];
  /** Columns that an export leaves out, because they are secrets of the service or help nobody but a thief. */
  hidden?: readonly string[];
  fate: Fate;
};

/** A table without. `why` says what makes that so. */
export type ImpersonalEntry = { table: PgTable; nothingPersonal: string };

export type Entry = PersonalEntry | ImpersonalEntry;

/** Signatures are kept with the account as it was signed, in mixed case; everything else has it in lower case. */
export const formsOf = (account: string) => [account, getAddress(account)];

const whileUsed = "Until it is deleted by its owner, or the account is erased.";
const ofTaps = "For rewards, and so that nothing counts twice.";
const isOf = (column: Parameters<typeof inArray>[0], account: string) => inArray(column, formsOf(account));
const gone = { how: "deleted" } as const;
const people = (column: Parameters<typeof inArray>[0], ids: readonly number[]) =>
  ids.length === 0 ? undefined : inArray(column, [...ids]);

/**
 * The register of processing: every table of the service, what of people is in it, why, for how long, and what becomes of it when they
 * ask to be erased. Erasures and exports do what is written here, in this order; a test fails when there is a table that is not.
 */
export const register: readonly Entry[] = [
  // Who signs in.
  {
    table: signInNonces,
    nothingPersonal: "Hashes of random numbers, before anybody says who they are; five minutes.",
  },
  {
    table: passkeyChallenges,
    what: "Challenges that a passkey has to sign.",
    why: "To add and to prove passkeys.",
    keeps: "Five minutes.",
    accounts: [],
    rows: ({ account }) =>
      sql`${passkeyChallenges.session} in (select ${sessions.id} from ${sessions} where ${isOf(sessions.account, account)})`,
    hidden: ["challenge"],
    fate: gone,
  },
  {
    table: sessions,
    what: "Where one is signed in: kind of browser and system, when it began and was last used.",
    why: "To know who asks, and to let one end what one does not know.",
    keeps: "Twelve hours.",
    accounts: ["account"],
    rows: ({ account }) => isOf(sessions.account, account),
    hidden: ["tokenHash"],
    fate: gone,
  },
  {
    table: passkeys,
    what: "Public keys and names of passkeys.",
    why: "As second factors.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(passkeys.account, account),
    fate: gone,
  },
  {
    table: totpSecrets,
    what: "That there is an authenticator app, and its sealed secret.",
    why: "As a second factor.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(totpSecrets.account, account),
    hidden: ["sealed", "lastStep"],
    fate: gone,
  },
  {
    table: recoveryCodes,
    what: "Keyed hashes of recovery codes, and when they were used.",
    why: "As second factors.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(recoveryCodes.account, account),
    hidden: ["mac"],
    fate: gone,
  },
  {
    table: factorTries,
    what: "Number of wrong codes since the last right one.",
    why: "To make guessing slow.",
    keeps: "Until the next right code.",
    accounts: ["account"],
    rows: ({ account }) => isOf(factorTries.account, account),
    fate: gone,
  },
  {
    table: attestedPeople,
    what: "A keyed hash of who the account was attested to be.",
    why: "So that one person has one identity.",
    keeps: "For as long as the identity stands on the chain.",
    accounts: ["account"],
    rows: ({ account }) => isOf(attestedPeople.account, account),
    fate: {
      how: "kept",
      because:
        "The chain shows account and hash to everybody. Without the row somebody else could be attested as this person.",
    },
  },

  // Records.
  {
    table: publishedKeys,
    what: "Public keys, signed as the account's.",
    why: "So that others can seal records for it, and know who wrote one.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(publishedKeys.account, account),
    fate: {
      how: "stripped",
      set: { account: "", recipient: "", verifier: "", signature: "", revokedAt: sql`now()` },
      because:
        "Records of others name the fingerprint, which is a hash of keys that are gone: it says nothing of anybody, and nobody else may take it.",
    },
  },
  {
    table: walletShares,
    what: "The service's sealed shares of keys that a wallet opens.",
    why: "So that a wallet alone opens nothing.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(walletShares.account, account),
    hidden: ["sealed"],
    fate: gone,
  },
  {
    table: records,
    what: "Sealed records: their drawer, versions, times, hashes. The service cannot read what is in them.",
    why: "To keep them.",
    keeps: whileUsed,
    accounts: ["owner"],
    rows: ({ account }) => isOf(records.owner, account),
    hidden: ["leafSalt"],
    fate: { how: "with the records" },
  },
  ...[recordHeaders, recordReaders, recordBlobs].map((table) => ({
    table,
    what: "Parts of the records: sealed headers, who can open them, hashes of their ciphertext.",
    why: "To keep them.",
    keeps: "As long as the record.",
    accounts: [],
    // An export has them inside of each record.
    rows: () => undefined,
    fate: { how: "with the records" } as const,
  })),
  {
    table: blobHolders,
    what: "Hashes of the ciphertext that the account uploaded.",
    why: "So that who uploaded something can read it, and for quotas.",
    keeps: "As long as a record names it.",
    accounts: ["account"],
    rows: ({ account }) => isOf(blobHolders.account, account),
    fate: { how: "with the records" },
  },
  { table: blobs, nothingPersonal: "Hashes and sizes of ciphertext; whose it is stands in blob_holders." },
  { table: regionOutbox, nothingPersonal: "Hashes of ciphertext that a region still has to copy or delete." },
  {
    table: erasedBlobs,
    nothingPersonal:
      "Hashes of ciphertext that was erased, for 400 days: it is erased again in a region that comes back.",
  },
  { table: regionTrees, nothingPersonal: "What each region was last found to hold, as one hash." },
  { table: regionLeaves, nothingPersonal: "Parts of that, as hashes." },
  {
    table: deletedRecords,
    nothingPersonal: "Random ids that must never mean a second record; whose they were stands nowhere.",
  },
  { table: logState, nothingPersonal: "The number of leaves of the log." },
  {
    table: logNodes,
    nothingPersonal:
      "Hashes over secret salts. A salt is gone with its record, and without it a leaf says nothing.",
  },
  {
    table: erasures,
    what: "That an erasure is under way.",
    why: "To finish it wherever it is cut off.",
    keeps: "Until it is done; then without the account.",
    accounts: ["account"],
    rows: ({ account }) => isOf(erasures.account, account),
    fate: { how: "with the records" },
  },

  // Trading.
  {
    table: orders,
    what: "Orders that the account signed and posted for everybody to fill.",
    why: "To show them in the book.",
    keeps: "Ninety days after they ended.",
    accounts: ["maker"],
    rows: ({ account }) => isOf(orders.maker, account),
    fate: gone,
  },
  {
    table: orderEvents,
    what: "Changes of orders in the book.",
    why: "So that open pages follow it.",
    keeps: "A day.",
    accounts: ["maker"],
    rows: ({ account }) => isOf(orderEvents.maker, account),
    fate: {
      how: "kept",
      because: "Open pages have to hear that the orders are gone; within a day they are deleted.",
    },
  },
  { table: bookBlocks, nothingPersonal: "Blocks of the chain." },
  { table: bookClock, nothingPersonal: "A difference of clocks." },

  // Rewards.
  {
    table: campaignTrees,
    what: "Who of the staff published the list of a campaign.",
    why: "Everybody can check the list, and who answers for it.",
    keeps: "For ever, as the root on the chain.",
    accounts: ["publisher"],
    rows: ({ account }) => isOf(campaignTrees.publisher, account),
    fate: { how: "kept", because: "It is the act of a role, which the chain names as well." },
  },
  {
    table: campaignLeaves,
    what: "What the account gets by the lists of campaigns.",
    why: "So that it can claim, and everybody can compute the root again.",
    keeps: "For ever, as the root on the chain.",
    accounts: ["account"],
    rows: ({ account }) => isOf(campaignLeaves.account, account),
    hidden: ["proof"],
    fate: {
      how: "kept",
      because:
        "The list is public and its root is on the chain: without one leaf nobody could check it, or claim by it.",
    },
  },
  {
    table: storeCodes,
    what: "Which codes somebody of the staff uploaded.",
    why: "To deliver them, and for limits.",
    keeps: "As long as the item is sold.",
    accounts: ["uploader"],
    rows: ({ account }) => isOf(storeCodes.uploader, account),
    hidden: ["mac", "sealed"],
    fate: { how: "kept", because: "It is the act of a role." },
  },
  {
    table: storeOrders,
    what: "What was bought in the store, as the chain shows it, and whether it was delivered.",
    why: "To deliver it once.",
    keeps: "As long as the chain.",
    accounts: ["account"],
    rows: ({ account }) => isOf(storeOrders.account, account),
    fate: {
      how: "kept",
      because:
        "It is a copy of what the chain shows everybody; without it a purchase would be delivered twice.",
    },
  },
  { table: storeBlocks, nothingPersonal: "Blocks of the chain." },
  { table: storeKeys, nothingPersonal: "Public keys of the service itself." },
  {
    table: tapNames,
    what: "The name on the leaderboard.",
    why: "Because its owner wants to be shown.",
    keeps: "Until its owner leaves.",
    accounts: [],
    rows: (subject) => people(tapNames.person, subject.people),
    fate: gone,
  },
  {
    table: tapDays,
    what: "Points of each day.",
    why: "For leaderboards.",
    keeps: "Thirty-five days by the day, then as one sum.",
    accounts: [],
    rows: (subject) => people(tapDays.person, subject.people),
    fate: gone,
  },
  {
    table: tapBatches,
    what: "Taps as they were sent, and what they brought.",
    why: ofTaps,
    keeps: "Thirty days after their session.",
    accounts: [],
    rows: (subject) => people(tapBatches.person, subject.people),
    fate: gone,
  },
  {
    table: tapSessions,
    what: "Keys that the wallet let tap, and until when.",
    why: ofTaps,
    keeps: "Four hundred and thirty days.",
    accounts: ["account"],
    rows: (subject) =>
      or(isOf(tapSessions.account, subject.account), people(tapSessions.person, subject.people)),
    fate: gone,
  },
  {
    table: tapPeople,
    what: "Energy, streak and sums of taps, and the rhythm of the last ones.",
    why: ofTaps,
    keeps: whileUsed,
    accounts: ["wallet"],
    rows: (subject) => people(tapPeople.id, subject.people),
    fate: {
      how: "stripped",
      set: {
        wallet: sql`case when ${tapPeople.wallet} is null then null else 'erased:' || ${tapPeople.id} end`,
        intervals: [],
        session: null,
        streak: 0,
      },
      because:
        "The chain pays an identity by one sum, which must not begin anew: number of the identity, sums and today's counters stay.",
    },
  },
  {
    table: referralCodes,
    what: "The code by which others are referred.",
    why: "To know who referred.",
    keeps: whileUsed,
    accounts: ["account"],
    rows: ({ account }) => isOf(referralCodes.account, account),
    fate: gone,
  },
  {
    table: relays,
    what: "Transactions that the service sent for the person.",
    why: "So that none is sent twice, and nobody has too many.",
    keeps: "Seven days.",
    accounts: ["subject"],
    rows: ({ account, identities }) => inArray(relays.subject, [...formsOf(account), ...identities]),
    fate: {
      how: "stripped",
      set: { subject: "erased" },
      because: "They count against what all people together may have sent in a day.",
    },
  },

  // Loans.
  {
    table: creditIncomes,
    what: "Incomes that were proved to an underwriter.",
    why: "To judge applications for credit lines.",
    keeps: "It counts for a year at most; two years.",
    accounts: ["account", "recordedBy"],
    rows: ({ account }) => isOf(creditIncomes.account, account),
    hidden: ["recordedBy"],
    fate: gone,
  },
  {
    table: creditApplications,
    what: "Applications for credit lines by which nothing was signed, and what was answered.",
    why: "To show the answer, and against asking without end.",
    keeps: "Five years.",
    accounts: ["account"],
    rows: ({ account }) => and(isOf(creditApplications.account, account), eq(creditApplications.signed, 0n)),
    fate: gone,
  },
  {
    table: creditApplications,
    what: "Applications by which a limit was signed, and why.",
    why: "Whoever lends has to be able to say why, for years.",
    keeps: "Five years.",
    accounts: ["account"],
    rows: ({ account }) =>
      and(isOf(creditApplications.account, account), sql`${creditApplications.signed} > 0`),
    fate: {
      how: "kept",
      because: "Rules of finance: a decision to lend has to be explained for five years. Then it is deleted.",
    },
  },
  { table: deployments, nothingPersonal: "Which contracts on which chain." },
];

export const isPersonal = (entry: Entry): entry is PersonalEntry => "fate" in entry;
