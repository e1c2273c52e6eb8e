import { assetTokenAbi, complianceModuleAbi, exchangeAbi, identityRegistryAbi } from "@qti/sdk/abis";
import {
  type Abi,
  type Address,
  isAddress,
  isAddressEqual,
  type Log,
  parseAbiItem,
  parseEventLogs,
} from "viem";
import type { ChainClient } from "../core/chain.ts";
import type { ExchangeContracts } from "./market.ts";

/** What live orders are about: only events that touch one of these matter. */
export type Interest = { makers: Address[]; assets: Address[]; moneys: Address[] };

/** Orders that may have changed: those with one of these. */
export type Touched = {
  everything: boolean;
  hashes: Set<string>;
  makers: Set<Address>;
  assets: Set<Address>;
  moneys: Set<Address>;
};

export const untouched = (): Touched => ({
  everything: false,
  hashes: new Set(),
  makers: new Set(),
  assets: new Set(),
  moneys: new Set(),
});

/** Accounts that one question names: nodes bound its length. */
const accountsAtOnce = 500;

export type Range = { fromBlock: bigint; toBlock: bigint };

/**
 * What happened in a range of blocks that may have changed an order. It says where to look, never what is true: the quoter is
 * asked about every order that is touched, and all orders are asked about from time to time.
 */
export async function chainChanges(
  chain: ChainClient,
  contracts: ExchangeContracts,
  interest: Interest,
  range: Range,
): Promise<Touched> {
  const touched = untouched();
  const { exchange, identityRegistry, complianceModule } = contracts;
  const own = [exchange, identityRegistry, ...(complianceModule === undefined ? [] : [complianceModule])];
  const [logs, ...paid] = await Promise.all([
    chain.getLogs({ address: [...own, ...interest.assets], ...range }),
    ...moneyMoves(chain, exchange, interest, range),
  ]);
  for (const log of logs) {
    if (isAddressEqual(log.address, exchange)) exchangeLog(log, touched);
    else if (isAddressEqual(log.address, identityRegistry)) identityLog(log, touched);
    else if (complianceModule && isAddressEqual(log.address, complianceModule)) rulesLog(log, touched);
    else assetLog(log, touched);
  }
  for (const log of paid.flat())
    for (const account of accountsIn([transfer, approval], log)) touched.makers.add(account);
  return touched;
}

const transfer = parseAbiItem("event Transfer(address indexed from, address indexed to, uint256 value)");
const approval = parseAbiItem(
  "event Approval(address indexed owner, address indexed spender, uint256 value)",
);

/** Transfers and approvals of money by or to makers; of a money that everybody uses, the others are none of our business. */
function moneyMoves(chain: ChainClient, exchange: Address, { makers, moneys }: Interest, range: Range) {
  const groups = Array.from({ length: Math.ceil(makers.length / accountsAtOnce) }, (_, index) =>
    makers.slice(index * accountsAtOnce, (index + 1) * accountsAtOnce),
  );
  return groups.flatMap((some) => [
    chain.getLogs({ address: moneys, event: transfer, args: { from: some }, ...range }),
    chain.getLogs({ address: moneys, event: transfer, args: { to: some }, ...range }),
    chain.getLogs({ address: moneys, event: approval, args: { owner: some, spender: exchange }, ...range }),
  ]);
}

/** Every account that an event names. */
function accountsIn(abi: Abi, log: Log): Address[] {
  return parseEventLogs({ abi, logs: [log] }).flatMap(({ args }) =>
    Object.values(args ?? {}).filter(
      (value): value is Address => typeof value === "string" && isAddress(value),
    ),
  );
}

function exchangeLog(log: Log, touched: Touched): void {
  const [event] = parseEventLogs({ abi: exchangeAbi, logs: [log] });
  switch (event?.eventName) {
    case "OrderFilled":
    case "OrderCancelled":
      touched.hashes.add(event.args.orderHash);
      break;
    case "OrdersMatched":
      touched.hashes.add(event.args.askHash).add(event.args.bidHash);
      break;
    case "MoneyListed":
      touched.moneys.add(event.args.money);
      break;
    case "PauseSet":
      touched.everything = true;
      break;
    default:
  }
  // Of the parties everything else may have changed as well: an epoch, a balance.
  for (const account of accountsIn(exchangeAbi, log)) touched.makers.add(account);
}

/** What names no account is about an identity, and any maker may be of it. */
function identityLog(log: Log, touched: Touched): void {
  const accounts = accountsIn(identityRegistryAbi, log);
  if (accounts.length === 0) touched.everything = true;
  for (const account of accounts) touched.makers.add(account);
}

/** What names no account is about the asset. */
function assetLog(log: Log, touched: Touched): void {
  const accounts = accountsIn(assetTokenAbi, log);
  if (accounts.length === 0) touched.assets.add(log.address);
  for (const account of accounts) touched.makers.add(account);
}

/** Rules of one asset. Of other modules than the one that is known the sweep hears. */
function rulesLog(log: Log, touched: Touched): void {
  for (const { args } of parseEventLogs({ abi: complianceModuleAbi, logs: [log] })) {
    if ("asset" in args) touched.assets.add(args.asset);
  }
}
