import {
  approveSync,
  attestCreditSync,
  creditAttestationTypedData,
  depositToPoolSync,
  drawCreditSync,
  getCreditLine,
  getCreditNonce,
  getPoolShares,
  giveNoticeSync,
  inviteVoucherSync,
  queueExitSync,
  repayCreditSync,
  serveQueueSync,
  vouchSync,
} from "@qti/sdk";
import { maxUint256 } from "viem";
import { addressOf, type Cast, giveDollars, verify } from "./cast.ts";
import { desks, type PersonName, people } from "./people.ts";

const dollar = 1_000_000n;
const hour = 3_600;
/** What a borrower of the demo has beside what it draws, so that interest can be paid: nobody owns much who needs a first loan. */
const purse = 60n * dollar;

/** Somebody with a credit line, or with money in its pools. */
type Who = { readonly who: PersonName };

/** What happens to the demo's credit lines and their pools. Amounts are whole dollars. */
export type CreditScene =
  | ({ readonly kind: "admitBorrower" } & Who)
  | ({ readonly kind: "lend"; readonly pool: "senior" | "firstLoss"; readonly dollars: bigint } & Who)
  | ({ readonly kind: "underwrite" | "draw" | "repay"; readonly dollars: bigint } & Who)
  /** All that the closed statements ask for. */
  | ({ readonly kind: "repayDue" } & Who)
  | ({ readonly kind: "inviteVoucher"; readonly voucher: PersonName } & Who)
  /** Locks shares worth `dollars` for the line of `borrower` and adds `limit` to it. */
  | ({
      readonly kind: "vouchFor";
      readonly borrower: PersonName;
      readonly dollars: bigint;
      readonly limit: bigint;
    } & Who)
  | ({ readonly kind: "leaveSenior" | "leaveFirstLoss"; readonly dollars: bigint } & Who)
  | { readonly kind: "serveQueue" };

/** The lines, the pools and the vouches as the demo's people use them. */
export class DemoCredit {
  private readonly cast: Cast;

  constructor(cast: Cast) {
    this.cast = cast;
  }

  async play(scene: CreditScene, now: number): Promise<void> {
    if (scene.kind === "serveQueue") {
      await this.cast.endow({ account: desks.underwriter });
      await serveQueueSync(this.cast.desk("underwriter"), {});
      return;
    }
    const client = this.cast.person(people[scene.who]);
    switch (scene.kind) {
      case "admitBorrower":
        await verify(this.cast, people[scene.who], now);
        return giveDollars(this.cast, client.account.address, purse);
      case "lend": {
        const spender = addressOf(this.cast, scene.pool === "senior" ? "seniorPool" : "firstLossPool");
        await approveSync(client, { token: this.money, spender, amount: maxUint256 });
        await depositToPoolSync(client, { pool: scene.pool, assets: scene.dollars * dollar });
        return;
      }
      case "underwrite":
        return this.underwrite(scene.who, scene.dollars * dollar, now);
      case "draw":
        await drawCreditSync(client, { amount: scene.dollars * dollar });
        return;
      case "repay":
      case "repayDue": {
        const { due } = await getCreditLine(client, { account: client.account.address });
        await approveSync(client, {
          token: this.money,
          spender: addressOf(this.cast, "creditLines"),
          amount: maxUint256,
        });
        // A cent more than was due a block ago: interest goes on by the second.
        await repayCreditSync(client, {
          amount: scene.kind === "repay" ? scene.dollars * dollar : due + dollar / 100n,
        });
        return;
      }
      case "inviteVoucher": {
        const voucher = this.cast.person(people[scene.voucher]).account.address;
        await inviteVoucherSync(client, { voucher, invited: true });
        return;
      }
      case "vouchFor": {
        const borrower = this.cast.person(people[scene.borrower]).account.address;
        const shares = await this.sharesFor("firstLoss", scene.who, scene.dollars);
        await approveSync(client, {
          token: addressOf(this.cast, "firstLossPool"),
          spender: addressOf(this.cast, "vouching"),
          amount: shares,
        });
        await vouchSync(client, { borrower, shares, limit: scene.limit * dollar });
        return;
      }
      case "leaveSenior":
        await queueExitSync(client, { shares: await this.sharesFor("senior", scene.who, scene.dollars) });
        return;
      case "leaveFirstLoss":
        await giveNoticeSync(client, { shares: await this.sharesFor("firstLoss", scene.who, scene.dollars) });
    }
  }

  private get money() {
    return addressOf(this.cast, "testDollar");
  }

  /** The underwriter signs a limit; the person submits it. */
  private async underwrite(who: PersonName, limit: bigint, now: number): Promise<void> {
    const client = this.cast.person(people[who]);
    const { address: account } = client.account;
    const underwriter = this.cast.desk("underwriter");
    const attestation = {
      account,
      limit,
      nonce: await getCreditNonce(client, { account }),
      deadline: BigInt(now + hour),
    };
    const creditLines = addressOf(this.cast, "creditLines");
    const signature = await underwriter.signTypedData(
      creditAttestationTypedData({ chainId: this.cast.chain.id, creditLines, attestation }),
    );
    await attestCreditSync(client, { attestation, underwriter: underwriter.account.address, signature });
  }

  /** Shares of somebody that are worth so many dollars. */
  private async sharesFor(pool: "senior" | "firstLoss", who: PersonName, dollars: bigint): Promise<bigint> {
    const client = this.cast.person(people[who]);
    const { shares, worth } = await getPoolShares(client, { pool, owner: client.account.address });
    return (shares * dollars * dollar) / worth;
  }
}

type CreditDay = readonly [day: number, scenes: readonly CreditScene[]];

/**
 * Credit lines in every state that they know: days before the month of the others, as a line takes 75 days from its draw to default.
 * Statements close on the days -37, -7 and 23, their dues ten days later; at the end Noor is in order, Oskar has to pay within
 * three days, Petra is late, and Quentin is in default with Mila's vouch behind him.
 */
export const creditPlot: readonly CreditDay[] = [
  [
    -66,
    [
      { kind: "admitBorrower", who: "noor" },
      { kind: "admitBorrower", who: "quentin" },
      { kind: "lend", who: "mila", pool: "firstLoss", dollars: 500n },
      { kind: "lend", who: "mila", pool: "senior", dollars: 700n },
    ],
  ],
  [
    -64,
    [
      { kind: "underwrite", who: "noor", dollars: 300n },
      { kind: "draw", who: "noor", dollars: 280n },
      { kind: "underwrite", who: "quentin", dollars: 100n },
      { kind: "inviteVoucher", who: "quentin", voucher: "mila" },
    ],
  ],
  [
    -62,
    [
      { kind: "vouchFor", who: "mila", borrower: "quentin", dollars: 200n, limit: 150n },
      { kind: "draw", who: "quentin", dollars: 240n },
    ],
  ],
  [
    -35,
    [
      { kind: "repayDue", who: "noor" },
      { kind: "admitBorrower", who: "petra" },
      { kind: "underwrite", who: "petra", dollars: 300n },
    ],
  ],
  [
    -33,
    [
      { kind: "draw", who: "petra", dollars: 260n },
      { kind: "draw", who: "noor", dollars: 60n },
    ],
  ],
  [
    -5,
    [
      { kind: "repayDue", who: "noor" },
      { kind: "admitBorrower", who: "oskar" },
      { kind: "underwrite", who: "oskar", dollars: 400n },
    ],
  ],
  [-3, [{ kind: "draw", who: "oskar", dollars: 350n }]],
  [2.2, [{ kind: "lend", who: "ada", pool: "senior", dollars: 900n }]],
  [
    6.2,
    [
      { kind: "lend", who: "grace", pool: "senior", dollars: 600n },
      { kind: "lend", who: "dana", pool: "firstLoss", dollars: 260n },
    ],
  ],
  [
    14.3,
    [
      { kind: "inviteVoucher", who: "elif", voucher: "dana" },
      { kind: "vouchFor", who: "dana", borrower: "elif", dollars: 150n, limit: 110n },
      { kind: "draw", who: "noor", dollars: 40n },
    ],
  ],
  [
    24.2,
    [
      { kind: "repayDue", who: "noor" },
      { kind: "draw", who: "elif", dollars: 90n },
      { kind: "inviteVoucher", who: "oskar", voucher: "mila" },
    ],
  ],
  [25.2, [{ kind: "leaveSenior", who: "grace", dollars: 150n }, { kind: "serveQueue" }]],
  [26.2, [{ kind: "leaveFirstLoss", who: "dana", dollars: 60n }]],
];
