import { tapVoucherTypedData } from "@qti/sdk";
import type { SignedTapVoucher, TapState } from "@qti/sdk/rewards/taps/wire";
import { eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database } from "../database/client.ts";
import type { TapChain } from "./tapChain.ts";
import { newTapper, progressOf } from "./tapJudge.ts";
import { lockPeople, type PersonRow, type TapPeople, tapperOf } from "./tapPeople.ts";
import { tapPeople, tapSessions } from "./tapTables.ts";

const submitWithinSeconds = 60 * 60;

export type TapVouchersDeps = {
  db: Database;
  chain: TapChain;
  people: TapPeople;
  deployment: Deployment;
  clock: Clock;
  oracleKey: Hex;
};

/** Where people stand, and what the chain is told of it. */
export class TapVouchers {
  readonly #deps: TapVouchersDeps;

  constructor(deps: TapVouchersDeps) {
    this.#deps = deps;
  }

  /** What `GET /v1/taps/{account}` says. Who never tapped has all of its energy. */
  async state(account: Address): Promise<TapState> {
    const { chain, people, clock } = this.#deps;
    const [{ person, standing, claimed }, caps] = await Promise.all([people.find(account), chain.caps()]);
    const { identity } = standing;
    const now = clock.now().getTime();
    const tapper = person === undefined ? newTapper(now, identity !== 0n) : tapperOf(person);
    return {
      account,
      identity: identity === 0n ? null : identity,
      progress: progressOf(tapper, now, caps),
      claimed,
      claimable: identity === 0n ? 0n : await chain.claimable(account, tapper.earned),
      session: await this.#live(person, now),
    };
  }

  /**
   * States what the account's identity has earned, never more than the ledger says. A number is used until a claim or a
   * revocation has used it up: whoever asks for many vouchers does not run it up. Anybody may ask, so the account is the one
   * for which the person's wallet last signed a session, and no other of theirs, which may be lost or forgotten.
   *
   * @throws {@link ProblemError} `tap-no-identity`, `tap-nothing-to-claim`, `tap-other-account`, `chain-unreachable`
   */
  async issue(account: Address): Promise<SignedTapVoucher> {
    const { db, chain, people, oracleKey } = this.#deps;
    const { person, deployment, standing, claimed, sequence: last } = await people.find(account);
    if (standing.identity === 0n || !standing.canReceive) throw new ProblemError("tap-no-identity");
    if (person === undefined || person.earned <= claimed) throw new ProblemError("tap-nothing-to-claim");
    if ((await this.#newest(person))?.account !== account) throw new ProblemError("tap-other-account");
    const [now, still] = await Promise.all([chain.seconds(), this.#deps.deployment.current()]);
    // Started again in between: the number is somebody else's there.
    if (still !== deployment) throw new ProblemError("chain-unreachable");
    const { earned, sequence } = await db.transaction(async (tx) => {
      const [locked = person] = await lockPeople(tx, [person.id]);
      const sequence = Math.max(locked.voucherSequence, last + 1);
      await tx.update(tapPeople).set({ voucherSequence: sequence }).where(eq(tapPeople.id, locked.id));
      return { earned: locked.earned, sequence: BigInt(sequence) };
    });
    const voucher = { account, earned, sequence, deadline: BigInt(now + submitWithinSeconds) };
    const signature = await privateKeyToAccount(oracleKey).signTypedData(
      tapVoucherTypedData({ chainId: chain.id, tapRewards: chain.contracts.tapRewards, voucher }),
    );
    return { voucher, signature };
  }

  async #live(person: PersonRow | undefined, now: number): Promise<TapState["session"]> {
    const row = person && (await this.#newest(person));
    if (row === undefined || row.expiresAt * 1000 <= now) return null;
    return { id: row.id as Hex, account: row.account as Address, expiresAt: row.expiresAt };
  }

  /** The session that the person's wallet signed last, over or not. */
  async #newest({ session }: PersonRow): Promise<typeof tapSessions.$inferSelect | undefined> {
    if (session === null) return undefined;
    const [row] = await this.#deps.db.select().from(tapSessions).where(eq(tapSessions.id, session));
    return row;
  }
}
