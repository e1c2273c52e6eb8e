import { BigInt, dataSource } from "@graphprotocol/graph-ts";
import { BudgetSet, RewardPaid, StreamFunded, StreamListed } from "../generated/RewardsTreasury/RewardsTreasury";
import { RewardFunding, RewardPayment } from "../generated/schema";
import { addFlow, loadBudget, loadTarget } from "./rewards/treasury";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { Usage, usageAt, usageUnder } from "./shared/quota";

const ZERO = BigInt.zero();

export function handleStreamListed(event: StreamListed): void {
  const target = loadTarget(event.params.target);
  target.listed = event.params.listed;
  target.updatedAt = event.block.timestamp;
  target.save();

  const kind = event.params.listed ? "STREAM_LISTED" : "STREAM_UNLISTED";
  finish(begin(event, Domain.REWARDS, kind, touchAccount(target.id, event).id));
}

export function handleStreamFunded(event: StreamFunded): void {
  const target = loadTarget(event.params.target);
  target.funded = target.funded.plus(event.params.amount);
  target.updatedAt = event.block.timestamp;
  target.save();
  addFlow(target.id, event.params.amount, ZERO);

  const funding = new RewardFunding(eventId(event));
  funding.target = target.id;
  funding.amount = event.params.amount;
  funding.sequence = sequence(event);
  funding.timestamp = event.block.timestamp;
  funding.transactionHash = event.transaction.hash;
  funding.save();

  const protocol = loadProtocol();
  protocol.rewardsFunded = protocol.rewardsFunded.plus(event.params.amount);
  saveProtocol(protocol, event);

  const row = begin(event, Domain.REWARDS, "STREAM_FUNDED", touchAccount(target.id, event).id);
  row.amount = event.params.amount;
  finish(row);
}

export function handleBudgetSet(event: BudgetSet): void {
  const params = event.params;
  const time = event.block.timestamp;
  const budget = loadBudget(params.spender);
  const before = usageAt(budget.period, budget.window, budget.used, time);
  budget.limit = params.limit;
  budget.period = params.period;
  const usage: Usage = usageUnder(params.period, before, time);
  budget.window = usage.window;
  budget.used = usage.used;
  budget.updatedAt = time;
  budget.save();

  const row = begin(event, Domain.REWARDS, "REWARD_BUDGET_SET", touchAccount(budget.id, event).id);
  row.amount = params.limit;
  finish(row);
}

export function handleRewardPaid(event: RewardPaid): void {
  const params = event.params;
  const time = event.block.timestamp;
  const budget = loadBudget(params.spender);
  const usage = usageAt(budget.period, budget.window, budget.used, time);
  budget.window = usage.window;
  budget.used = usage.used.plus(params.amount);
  budget.paid = budget.paid.plus(params.amount);
  budget.paymentCount += 1;
  budget.updatedAt = time;
  budget.save();
  addFlow(budget.id, ZERO, params.amount);

  const payment = new RewardPayment(eventId(event));
  payment.budget = budget.id;
  payment.to = touchAccount(params.to, event).id;
  payment.amount = params.amount;
  payment.sequence = sequence(event);
  payment.timestamp = time;
  payment.blockNumber = event.block.number;
  payment.transactionHash = event.transaction.hash;
  payment.save();

  const protocol = loadProtocol();
  protocol.rewardsPaid = protocol.rewardsPaid.plus(params.amount);
  saveProtocol(protocol, event);

  // These tell their payments themselves, with what they were for.
  const context = dataSource.context();
  const tellsItself =
    params.spender.equals(context.getBytes("rewardStore")) ||
    params.spender.equals(context.getBytes("merkleDistributor"));
  if (tellsItself) return;
  const row = begin(event, Domain.REWARDS, "REWARD_PAID", touchAccount(budget.id, event).id);
  row.counterparty = payment.to;
  row.amount = params.amount;
  finish(row);
}
