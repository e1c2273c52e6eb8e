import { creditAttestationTypedData, creditCalendar, creditCycleAt } from "@qti/sdk";
import {
  type ApplicationOutcome,
  type CreditApplication,
  type CreditIncome,
  type CreditIncomeBody,
  creditApplicationSchema,
  type UnderwritingRules,
  underwritingReasons,
} from "@qti/sdk/loans/applications/wire";
import { and, desc, eq, gt, or, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import { storedOf } from "./application.ts";
import type { Applicant, CreditContracts, CreditPeople } from "./creditPeople.ts";
import { creditApplications, creditIncomes } from "./creditTables.ts";
import { type CreditFacts, mostPoints, rule, underwrite } from "./underwriting.ts";

const attestationSeconds = 24 * 60 * 60;
const applicationsPerDay = 20;
const dayMs = 86_400_000;
const yearSeconds = 365 * 86_400;
const shownIncomes = 200;
/** "qti7": the first half of the key of a person's lock. */
const personLock = 0x71746937;

export type CreditDeskDeps = {
  db: Database;
  chain: ChainClient;
  people: CreditPeople;
  /** Of the identity registry and the credit lines: numbers of identities mean something there only. */
  deployment: Deployment;
  clock: Clock;
  contracts: CreditContracts;
  /** Signs what the rule gives. */
  key: Hex;
};

/** Takes applications for credit lines, answers them by the rule, and keeps what it answered. */
export class CreditDesk {
  readonly #deps: CreditDeskDeps;
  readonly #underwriter: PrivateKeyAccount;

  constructor(deps: CreditDeskDeps) {
    this.#deps = deps;
    this.#underwriter = privateKeyToAccount(deps.key);
  }

  get contracts(): CreditContracts {
    return this.#deps.contracts;
  }

  /** What `GET /v1/credit/rules` says. */
  rules(): UnderwritingRules {
    const { chain, contracts } = this.#deps;
    return {
      rule: rule.name,
      chainId: chain.chain.id,
      creditLines: contracts.creditLines,
      underwriter: this.#underwriter.address,
      reasons: underwritingReasons.map((reason) => ({ reason, ...rule.reasons[reason] })),
      least: rule.least,
      most: mostPoints,
      limits: Object.entries(rule.limits).map(([tier, limits]) => ({ tier: Number(tier), ...limits })),
      stakeSeconds: rule.stakeSeconds,
      lateSeconds: rule.lateSeconds,
      attestationSeconds,
      applicationsPerDay,
    };
  }

  /**
   * Judges a person by the rule, signs what it gives, and keeps the answer.
   *
   * @throws {@link ProblemError} `application-quota`, `credit-disabled`, `chain-unreachable`, `index-unreachable`
   */
  async apply(account: Address): Promise<CreditApplication> {
    const { db, deployment: place, clock, people } = this.#deps;
    const deployment = await place.current();
    const applicant = await people.applicant(account, this.#underwriter.address);
    if (!applicant.isUnderwritten)
      throw new ProblemError("credit-disabled", {
        detail: "The service's underwriter does not hold its role now: the contract would not take its word.",
      });
    const { index: identity } = applicant.standing;
    await this.#mayApply(db, deployment, identity, account);
    const { facts, lateAt } = await people.past(applicant);
    const income = await this.#income(deployment, identity, applicant.line.at);
    const application = await this.#answer(applicant, { ...facts, income }, lateAt);
    await db.transaction(async (tx) => {
      // Who asks many times at once is counted as who asks one after another.
      const person = `${deployment} ${identity === 0n ? account : identity}`;
      await tx.execute(sql`select pg_advisory_xact_lock(${personLock}, hashtext(${person}))`);
      await this.#mayApply(tx, deployment, identity, account);
      await tx.insert(creditApplications).values({
        deployment,
        identity,
        account,
        outcome: application.outcome,
        signed: application.signed?.attestation.limit ?? 0n,
        answer: storedOf(application),
        createdAt: clock.now(),
      });
    });
    return application;
  }

  /** The person's last application, whichever account it was made with. @throws {@link ProblemError} `chain-unreachable` */
  async last(account: Address): Promise<CreditApplication | undefined> {
    const { db, deployment: place, people } = this.#deps;
    const [deployment, { index: identity }] = await Promise.all([place.current(), people.standing(account)]);
    const [row] = await db
      .select({ answer: creditApplications.answer })
      .from(creditApplications)
      .where(and(eq(creditApplications.deployment, deployment), personIs(identity, account)))
      .orderBy(desc(creditApplications.createdAt), desc(creditApplications.id))
      .limit(1);
    return row && creditApplicationSchema.parse(row.answer);
  }

  /**
   * Puts an income on record that somebody proved to an underwriter.
   *
   * @throws {@link ProblemError} `credit-unknown-person`, `invalid-input`, `chain-unreachable`
   */
  async recordIncome(by: Address, { account, monthly, until }: CreditIncomeBody): Promise<CreditIncome> {
    const { db, deployment: place, people, clock } = this.#deps;
    const [deployment, { index: identity }] = await Promise.all([place.current(), people.standing(account)]);
    if (identity === 0n) throw new ProblemError("credit-unknown-person");
    const createdAt = clock.now();
    const at = Math.floor(createdAt.getTime() / 1000);
    if (until <= at || until > at + yearSeconds) {
      const message = "expected a time in the future, a year from now at most";
      throw new ProblemError("invalid-input", { errors: [{ field: "until", message }] });
    }
    await db
      .insert(creditIncomes)
      .values({ deployment, identity, account, monthly, until, recordedBy: by, createdAt })
      .onConflictDoUpdate({
        target: [creditIncomes.deployment, creditIncomes.identity, creditIncomes.createdAt],
        set: { account, monthly, until, recordedBy: by },
      });
    return { account, identity, monthly, until, by, at };
  }

  /** The newest income of each person, newest first. */
  async incomes(): Promise<CreditIncome[]> {
    const { db, deployment: place } = this.#deps;
    const newest = db
      .selectDistinctOn([creditIncomes.identity])
      .from(creditIncomes)
      .where(eq(creditIncomes.deployment, await place.current()))
      .orderBy(creditIncomes.identity, desc(creditIncomes.createdAt))
      .as("newest");
    const rows = await db.select().from(newest).orderBy(desc(newest.createdAt)).limit(shownIncomes);
    return rows.map(({ account, identity, monthly, until, recordedBy, createdAt }) => ({
      account: account as Address,
      identity,
      monthly,
      until,
      by: recordedBy as Address,
      at: Math.floor(createdAt.getTime() / 1000),
    }));
  }

  async #answer(
    applicant: Applicant,
    facts: CreditFacts,
    lateAt: number | undefined,
  ): Promise<CreditApplication> {
    const { account, standing, line, cap } = applicant;
    const { reasons, score, limit: given } = underwrite(facts, standing.tier);
    // The contract takes nothing above the cap, which whoever answers for the terms may lower.
    const limit = least(given, cap);
    const { outcome, until } = outcomeOf(applicant, { limit, isEnough: score >= rule.least, lateAt });
    return {
      rule: rule.name,
      account,
      identity: standing.index === 0n ? null : standing.index,
      tier: standing.tier,
      at: line.at,
      reasons,
      score,
      outcome,
      limit,
      current: line.limit,
      until,
      signed: outcome === "approved" ? await this.#sign(applicant, limit) : null,
    };
  }

  async #sign({ account, nonce, line }: Applicant, limit: bigint): Promise<CreditApplication["signed"]> {
    const { chain, contracts } = this.#deps;
    const attestation = { account, limit, nonce, deadline: BigInt(line.at + attestationSeconds) };
    const signature = await this.#underwriter.signTypedData(
      creditAttestationTypedData({
        chainId: chain.chain.id,
        creditLines: contracts.creditLines,
        attestation,
      }),
    );
    return { attestation, underwriter: this.#underwriter.address, signature };
  }

  async #mayApply(db: Queryable, deployment: number, identity: bigint, account: Address): Promise<void> {
    const since = new Date(this.#deps.clock.now().getTime() - dayMs);
    const today = await db.$count(
      creditApplications,
      and(
        eq(creditApplications.deployment, deployment),
        personIs(identity, account),
        gt(creditApplications.createdAt, since),
      ),
    );
    if (today >= applicationsPerDay)
      throw new ProblemError("application-quota", { extensions: { limit: applicationsPerDay } });
  }

  /** What the person proved to earn a month, while it counts. */
  async #income(deployment: number, identity: bigint, now: number): Promise<bigint> {
    const { db } = this.#deps;
    if (identity === 0n) return 0n;
    const [newest] = await db
      .select({ monthly: creditIncomes.monthly, until: creditIncomes.until })
      .from(creditIncomes)
      .where(and(eq(creditIncomes.deployment, deployment), eq(creditIncomes.identity, identity)))
      .orderBy(desc(creditIncomes.createdAt))
      .limit(1);
    return newest !== undefined && newest.until > now ? newest.monthly : 0n;
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Rows of a person: of all its accounts where it has an identity, else of this account alone. */
function personIs(identity: bigint, account: Address) {
  const own = and(eq(creditApplications.identity, 0n), eq(creditApplications.account, account));
  return identity === 0n ? own : or(eq(creditApplications.identity, identity), own);
}

/** What comes of a limit that can be given, and when asking again makes sense. */
function outcomeOf(
  { standing, line, quota }: Applicant,
  { limit, isEnough, lateAt }: { limit: bigint; isEnough: boolean; lateAt: number | undefined },
): { outcome: ApplicationOutcome; until: number | null } {
  if (standing.index === 0n || !standing.canReceive || standing.tier === 0)
    return { outcome: "unverified", until: null };
  if (line.barredUntil > creditCycleAt(line.start, line.at)) {
    // Cycle n begins when the statement of the one before closes.
    const { statementAt } = creditCalendar({ start: line.start, cycle: line.barredUntil - 1 });
    return { outcome: "barred", until: statementAt };
  }
  if (line.state === "delinquent" || line.state === "default") return { outcome: "late", until: null };
  if (!isEnough) return { outcome: "score", until: null };
  if (limit <= line.limit) return { outcome: "enough", until: null };
  if (lateAt !== undefined && lateAt + rule.lateSeconds > line.at)
    return { outcome: "late", until: lateAt + rule.lateSeconds };
  if (quota === undefined || quota.left < limit - line.limit)
    return { outcome: "quota", until: quota?.resetsAt ?? null };
  return { outcome: "approved", until: null };
}
