import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { RewardBudget, RewardFlow, StreamTarget } from "../../generated/schema";

const ZERO = BigInt.zero();

export function loadTarget(id: Bytes): StreamTarget {
  const known = StreamTarget.load(id);
  if (known != null) return known;
  const target = new StreamTarget(id);
  target.listed = false;
  target.funded = ZERO;
  return target;
}

export function loadBudget(spender: Bytes): RewardBudget {
  const known = RewardBudget.load(spender);
  if (known != null) return known;
  const budget = new RewardBudget(spender);
  budget.limit = ZERO;
  budget.period = ZERO;
  budget.window = ZERO;
  budget.used = ZERO;
  budget.paid = ZERO;
  budget.paymentCount = 0;
  return budget;
}

export function addFlow(via: Bytes, streamed: BigInt, paid: BigInt): void {
  const point = new RewardFlow(0);
  point.timestamp = 0;
  point.via = via;
  point.streamed = streamed;
  point.paid = paid;
  point.save();
}
