"use client";

import type {
  GetCreditBookReturnType,
  GetCreditPoolReturnType,
  GetExitQueueReturnType,
  GetNoticeReturnType,
  GetPoolSharesReturnType,
} from "@qti/sdk";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import type { CreditReading } from "@/lib/domain/credit";
import type { ReadClient } from "@/lib/transactions/flow";
import { useReadClient } from "./read-client";

const loadCredit = () => import("@/lib/sdk/credit");
const interval = 15_000;

/** The book of all credit lines as of one block. Money units, Unix seconds. */
export type BookNow = GetCreditBookReturnType;

/** The credit line of a person, with what holds it back and lets it grow. */
export type CreditNow = {
  reading: CreditReading;
  /** Number of the identity. */
  identity: bigint;
  tier: number;
  /** The account may receive: it is verified, and neither frozen, revoked nor expired. */
  isInGoodStanding: boolean;
};

/** Cash, debt and whose it is: exact, from the chain. */
export function useCreditBook() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "creditBook"],
    refetchInterval: interval,
    queryFn: async (): Promise<BookNow> => (await loadCredit()).getCreditBook(client),
  });
}

async function readLine(client: ReadClient, account: Address): Promise<CreditNow | null> {
  const { getCreditLine, getCreditTierCap, getStanding } = await loadCredit();
  const [line, standing] = await Promise.all([
    getCreditLine(client, { account }),
    getStanding(client, { account }),
  ]);
  if (line.identity === 0n) return null;
  const { tier } = standing;
  const cap = tier === 0 ? 0n : await getCreditTierCap(client, { tier });
  const { terms, start, barredUntil, writtenOff, identity } = line;
  return {
    reading: { line, terms, start, cap, barredUntil, writtenOff },
    identity,
    tier,
    isInGoodStanding: standing.canReceive,
  };
}

/** The credit line of the person behind an account; `null` for an account that belongs to nobody who is verified. */
export function useCreditLine(account: Address | undefined, every = interval) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "creditLine", account],
    enabled: account !== undefined,
    refetchInterval: every,
    queryFn: async () => (account ? readLine(client, account) : null),
  });
}

/** Most that a limit may be for each tier. Money units. */
export function useTierCaps() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "creditTierCaps"],
    queryFn: async () => {
      const { getCreditTierCap } = await loadCredit();
      return Promise.all([1, 2, 3].map((tier) => getCreditTierCap(client, { tier })));
    },
  });
}

/** Both pools of the credit lines as of now. */
export type PoolsNow = { readonly [pool in "senior" | "firstLoss"]: GetCreditPoolReturnType };

/** What is in the pools and what their shares are worth: exact, from the chain. */
export function useCreditPools() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "creditPools"],
    refetchInterval: interval,
    queryFn: async (): Promise<PoolsNow> => {
      const { getCreditPool } = await loadCredit();
      const [senior, firstLoss] = await Promise.all([
        getCreditPool(client, { pool: "senior" }),
        getCreditPool(client, { pool: "firstLoss" }),
      ]);
      return { senior, firstLoss };
    },
  });
}

/** What an account has in the pools. Money units. */
export type MyPools = { readonly [pool in "senior" | "firstLoss"]: GetPoolSharesReturnType } & {
  notice: GetNoticeReturnType | undefined;
  /** Paid by the queue and not fetched yet. */
  claimable: bigint;
};

/** What an account has in both pools: at hand, under notice, and paid by the queue but not fetched. */
export function useMyPools(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "myPools", account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<MyPools | null> => {
      if (!account) return null;
      const { getClaimableExit, getNotice, getPoolShares } = await loadCredit();
      const owner = account;
      const [senior, firstLoss, notice, claimable] = await Promise.all([
        getPoolShares(client, { pool: "senior", owner }),
        getPoolShares(client, { pool: "firstLoss", owner }),
        getNotice(client, { owner }),
        getClaimableExit(client, { owner }),
      ]);
      return { senior, firstLoss, notice, claimable };
    },
  });
}

/** The queue of the senior pool. Share units, money units. */
export type QueueNow = GetExitQueueReturnType & {
  tickets: readonly { ticket: bigint; owner: Address; shares: bigint }[];
};

/** Most tickets that are looked at one by one to find their places. */
const mostTickets = 200n;

/** The queue of the senior pool with the tickets that wait, in their order. */
export function useExitQueue() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "exitQueue"],
    refetchInterval: interval,
    queryFn: async (): Promise<QueueNow> => {
      const { getExitQueue, getExitTicket } = await loadCredit();
      const queue = await getExitQueue(client);
      const last = queue.tail - queue.head < mostTickets ? queue.tail : queue.head + mostTickets;
      const numbers = Array.from(
        { length: Number(last - queue.head) },
        (_, index) => queue.head + BigInt(index),
      );
      const found = await Promise.all(
        numbers.map(async (ticket) => ({ ticket, ...(await getExitTicket(client, { ticket })) })),
      );
      // A ticket that was taken back, or paid, leaves a gap.
      const tickets = found.flatMap(({ ticket, owner, shares }) =>
        owner === undefined || shares === undefined ? [] : [{ ticket, owner, shares }],
      );
      return { ...queue, tickets };
    },
  });
}

/** What underwriters may still give today. Money units; `undefined` data where it was never set. */
export function useUnderwritingQuota() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "underwritingQuota"],
    refetchInterval: interval,
    queryFn: async () => (await (await loadCredit()).getUnderwritingQuota(client)) ?? null,
  });
}

/** Somebody who vouches for a line. Share units of the first-loss pool, money units. */
export type VoucherNow = { voucher: bigint; owner: Address; shares: bigint; limit: bigint };

/** Who vouches for the line of an identity: exact, from the chain. */
export function useVouchers(identity: bigint | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "vouchers", identity === undefined ? undefined : String(identity)],
    enabled: identity !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<VoucherNow[]> => {
      if (identity === undefined) return [];
      const { getVouch, getVouchers } = await loadCredit();
      const numbers = await getVouchers(client, { identity });
      const found = await Promise.all(
        numbers.map(async (voucher) => {
          const vouch = await getVouch(client, { identity, voucher });
          return vouch && { voucher, ...vouch };
        }),
      );
      return found.filter((each) => each !== undefined);
    },
  });
}

/** Whether the line of an identity lets another one vouch. */
export function useInvitation(identity: bigint | undefined, voucher: bigint) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "invitation", identity === undefined ? undefined : String(identity), String(voucher)],
    enabled: identity !== undefined,
    queryFn: async () =>
      identity !== undefined && (await loadCredit()).isInvited(client, { identity, voucher }),
  });
}
