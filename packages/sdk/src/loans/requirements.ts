import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { type AllowanceOptions, type AllowanceRequirement, allowanceFor } from "../core/allowance.ts";
import { contractCall, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { moneyFunction } from "../generated/abi/creditBook.ts";
import * as addresses from "../generated/addressTables.ts";
import type { MarketParams } from "./markets/marketId.ts";
import type { CreditPool } from "./pools/previewPools.ts";
import { poolContracts } from "./pools/venues.ts";

/** What somebody pays into a contract of loans. */
export type LoansQuestion =
  | {
      action: "supplyToMarket" | "liquidate" | "supplyCollateral";
      /** What the market is. */
      params: MarketParams;
      /** Units of the loan token, of collateral for `supplyCollateral`. */
      assets: bigint;
    }
  | (AllowanceOptions & {
      action: "repayLoan";
      /** What the market is. */
      params: MarketParams;
      /** Units of the loan token. Of a whole debt more than it is: it grows each second. */
      assets: bigint;
    })
  | (AllowanceOptions & {
      action: "depositToPool";
      pool: CreditPool;
      /** Money units. */
      assets: bigint;
    })
  | (AllowanceOptions & {
      action: "repayCredit";
      /** Money units. Of a whole debt more than it is: it grows each second. */
      amount: bigint;
    })
  | {
      action: "vouch";
      /** Units of first-loss shares (12 decimals). */
      shares: bigint;
    };

type Asked = ContractsOption & { owner: Address } & LoansQuestion;

/** What a contract of loans must be allowed to take: by a permit where it takes one, by an approval elsewhere. */
export async function ofLoans(client: QtiClient, asked: Asked): Promise<AllowanceRequirement[]> {
  const { owner, contracts } = asked;
  switch (asked.action) {
    case "depositToPool":
      return ofCredit(client, { ...asked, venue: poolContracts[asked.pool], value: asked.assets });
    case "repayCredit":
      return ofCredit(client, { ...asked, venue: "creditLines", value: asked.amount });
    case "vouch": {
      const tables = { firstLossPool: addresses.firstLossPool, vouching: addresses.vouching };
      const found = await resolveContracts(client, tables, contracts);
      const { firstLossPool: token, vouching: spender } = found;
      return allowanceFor(client, { token, owner, spender, value: asked.shares, prefer: "approval" });
    }
    default: {
      const tables = { lendingMarkets: addresses.lendingMarkets };
      const { lendingMarkets: spender } = await resolveContracts(client, tables, contracts);
      const { params, assets: value } = asked;
      const token = asked.action === "supplyCollateral" ? params.collateral : params.loanToken;
      const options: AllowanceOptions = asked.action === "repayLoan" ? asked : { prefer: "approval" };
      const { prefer, deadline } = options;
      return allowanceFor(client, { token, owner, spender, value, prefer, deadline });
    }
  }
}

type CreditAsked = ContractsOption &
  AllowanceOptions & {
    owner: Address;
    venue: "creditLines" | "seniorPool" | "firstLossPool";
    value: bigint;
  };

async function ofCredit(client: QtiClient, asked: CreditAsked): Promise<AllowanceRequirement[]> {
  const { owner, venue, value, prefer, deadline, contracts } = asked;
  const { creditBook, creditLines, seniorPool, firstLossPool } = addresses;
  const tables = { creditBook, creditLines, seniorPool, firstLossPool };
  const { creditBook: book, [venue]: spender } = await resolveContracts(client, tables, contracts);
  const token = await read(client, contractCall(book, moneyFunction, []));
  return allowanceFor(client, { token, owner, spender, value, prefer, deadline });
}
