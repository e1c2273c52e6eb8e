import {
  getMarketHealth,
  getMarketPosition,
  getOraclePrices,
  type LiquidationPreview,
  type MarketParams,
  marketId,
  previewLiquidation,
} from "@qti/sdk";
import { liquidatorAbi } from "@qti/sdk/abis";
import { WalletError } from "@qti/sdk/errors";
import { type Address, erc20Abi, getAddress, type Hex, maxUint256 } from "viem";
import { z } from "zod";
import { Backoff } from "../core/backoff.ts";
import type { Index } from "../core/index.ts";
import { Job, type JobDeps } from "../core/job.ts";
import { chainNow } from "../core/moment.ts";

const pageSize = 1_000;
/** Positions that are looked at at the same time. */
const atOnce = 50;
/** A lying index that never ends would hold a round for ever. */
const mostPositions = 100_000;
/** Interest and the glide of a price move between the look and the block: so much less collateral is still taken. 1/1,000. */
const slippage = 5n;
const ether = 10n ** 18n;
/** What the contract refuses is asked again after a while: shares that this keeper may not hold stay so, a pause ends. */
const firstBackoffMs = 5_000;
const longestBackoffMs = 5 * 60_000;

const hex = z
  .string()
  .regex(/^0x[0-9a-fA-F]*$/)
  .pipe(z.custom<Hex>());
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .transform((value) => getAddress(value));
const whole = z.coerce.bigint();

// The client reads fields by name, and "collateral" is an amount elsewhere.
const query = /* GraphQL */ `
  query Debts($after: Bytes!, $first: Int!) {
    lendingPositions(first: $first, orderBy: id, where: { id_gt: $after, borrowShares_gt: "0" }) {
      id
      account {
        id
      }
      market {
        loanToken
        collateralToken: collateral
        oracle {
          id
        }
        rateModel {
          id
        }
        lltv
        dust
      }
    }
  }
`;

const part = z.object({ id: address });
const debtsSchema = z.object({
  lendingPositions: z.array(
    z.object({
      id: hex,
      account: part,
      market: z.object({
        loanToken: address,
        collateralToken: address,
        oracle: part,
        rateModel: part,
        lltv: whole,
        dust: whole,
      }),
    }),
  ),
});

type Debt = { borrower: Address; params: MarketParams };

/** Units of a money: one number for all, or one for each of those that the keeper lends. */
export type ByMoney = bigint | Readonly<Record<Address, bigint>>;

export type LiquidationDeps = JobDeps & {
  index: Index;
  lendingMarkets: Address;
  /** Contract of the keeper's own that takes what is paid from the keeper's wallet in the middle of the call. */
  liquidator: Address;
  /** What a liquidation has to bring beside its gas. Money that is not named is not lent. */
  minGain: ByMoney;
  /** What one ether costs, for the gas. */
  etherPrice: ByMoney;
};

/**
 * Liquidates positions that are over their limit, where what is taken is worth more than what is paid and the gas. The money is the
 * keeper's own, and no more of it is touched than it holds and has allowed its liquidator. The index says who owes; everything else is
 * read from the chain at that moment, and the contract refuses what has changed since.
 */
export function createLiquidations(deps: LiquidationDeps) {
  const { client, index, lendingMarkets, liquidator, minGain, etherPrice, log } = deps;
  const job = new Job("liquidate", deps);
  const contracts = { lendingMarkets };
  const refused = new Backoff(firstBackoffMs, longestBackoffMs);

  return { round: () => job.round(liquidateAll) };

  async function liquidateAll(): Promise<void> {
    const at = await chainNow(client);
    refused.forget();
    for await (const debts of pages()) {
      for (let start = 0; start < debts.length; start += atOnce) {
        const ripe = await Promise.all(debts.slice(start, start + atOnce).map((debt) => lookAlone(debt, at)));
        for (const found of ripe) {
          if (deps.signal.aborted) return;
          if (found !== undefined) await liquidate(found);
        }
      }
    }
  }

  /** Everybody who owes something in a market whose money the keeper lends. */
  async function* pages(): AsyncGenerator<Debt[]> {
    let after: Hex = "0x00";
    for (let seen = 0; seen < mostPositions; seen += pageSize) {
      const { lendingPositions } = await index.ask(query, { after, first: pageSize }, debtsSchema);
      yield lendingPositions
        .map(({ account, market: { oracle, rateModel, collateralToken: collateral, ...market } }) => ({
          borrower: account.id,
          params: { ...market, collateral, oracle: oracle.id, rateModel: rateModel.id },
        }))
        .filter(({ params }) => amountOf(minGain, params.loanToken) !== undefined);
      const last = lendingPositions.at(-1);
      if (last === undefined || lendingPositions.length < pageSize || last.id <= after) return;
      after = last.id;
    }
  }

  /** {@link look}: a market that cannot be reckoned, or that only a lying index knows, must not keep the keeper from all others. */
  async function lookAlone(debt: Debt, at: number): Promise<Ripe | undefined> {
    try {
      return await look(debt, at);
    } catch (err) {
      // The node does not answer: nothing can be said of anybody.
      if (err instanceof WalletError) throw err;
      const market = marketId(debt.params);
      log.info({ job: job.name, borrower: debt.borrower, market, err }, "cannot be reckoned");
      return undefined;
    }
  }

  /** What liquidating would do now; `undefined` for a position that is healthy. */
  async function look({ borrower, params }: Debt, at: number): Promise<Ripe | undefined> {
    const health = await getMarketHealth(client, { params, account: borrower, contracts });
    if (health.debt <= health.liquidationLimit) return undefined;
    const [position, { liquidationPrice: price }, funds] = await Promise.all([
      getMarketPosition(client, { id: marketId(params), account: borrower, contracts }),
      getOraclePrices(client, params),
      fundsIn(params.loanToken),
    ]);
    const { collateral, borrowShares, flaggedAt } = position;
    const { debt } = health;
    const asked = { collateral, debt, price, lltv: params.lltv, dust: params.dust, flaggedAt, at };
    const whole = previewLiquidation(asked);
    if (whole === undefined) return undefined;
    if (whole.repay <= funds) return { borrower, params, preview: whole, shares: maxUint256 };
    // All collateral goes for all that it is worth, or nothing: a part cannot be paid.
    const some = whole.takesAll ? undefined : previewLiquidation({ ...asked, repay: funds });
    if (some === undefined || some.repay === 0n || some.leavesDust) {
      log.info(
        { job: job.name, borrower, market: marketId(params), needs: `${whole.repay}` },
        "too little money",
      );
      return undefined;
    }
    return { borrower, params, preview: some, shares: (borrowShares * some.repay) / debt };
  }

  async function liquidate({ borrower, params, preview, shares }: Ripe): Promise<void> {
    const subject = `${marketId(params)} ${borrower}`;
    if (refused.holds(subject)) return;
    const minSeized = (preview.seized * (1_000n - slippage)) / 1_000n;
    const call = {
      address: liquidator,
      abi: liquidatorAbi,
      functionName: "liquidate",
      args: [params, borrower, shares, minSeized],
    } as const;
    let gas: bigint;
    try {
      gas = await client.estimateContractGas({ ...call, account: client.account });
      refused.succeeded(subject);
    } catch (err) {
      // Shares that this keeper may not hold, a pause, or somebody was faster.
      refused.failed(subject);
      log.info({ job: job.name, subject, err }, "not liquidated");
      return;
    }
    const price = amountOf(etherPrice, params.loanToken) ?? 0n;
    const cost = (gas * (await client.getGasPrice()) * price) / ether;
    const least = cost + (amountOf(minGain, params.loanToken) ?? 0n);
    const gain = `${preview.bonus}`;
    if (preview.bonus < least) {
      log.info({ job: job.name, subject, gain, least: `${least}` }, "not worth its gas");
      return;
    }
    if (await job.send({ ...call, subject })) log.info({ job: job.name, subject, gain }, "liquidated");
  }

  /** What the liquidator may take from the keeper's wallet now. */
  async function fundsIn(token: Address): Promise<bigint> {
    const { address: owner } = client.account;
    const money = { address: token, abi: erc20Abi } as const;
    const [balance, allowance] = await Promise.all([
      client.readContract({ ...money, functionName: "balanceOf", args: [owner] }),
      client.readContract({ ...money, functionName: "allowance", args: [owner, liquidator] }),
    ]);
    if (allowance < balance) return allowance;
    return balance;
  }
}

type Ripe = Debt & { preview: LiquidationPreview; shares: bigint };

/** Undefined for money that is not named. */
function amountOf(amounts: ByMoney, money: Address): bigint | undefined {
  return typeof amounts === "bigint" ? amounts : amounts[money];
}
