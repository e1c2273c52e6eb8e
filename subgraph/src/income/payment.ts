import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Asset, IncomeFlow, IncomePayment } from "../../generated/schema";

const ZERO = BigInt.zero();

export function newPayment(id: Bytes, asset: Asset, issuer: Bytes, event: ethereum.Event): IncomePayment {
  const payment = new IncomePayment(id);
  payment.asset = asset.id;
  payment.index = BigInt.fromI32(asset.incomePaymentCount);
  payment.issuer = issuer;
  payment.claimed = ZERO;
  payment.claimCount = 0;
  payment.returned = ZERO;
  payment.state = "PROPOSED";
  payment.total = ZERO;
  payment.createdAt = event.block.timestamp;
  payment.createdAtBlock = event.block.number;
  payment.transactionHash = event.transaction.hash;
  return payment;
}

export function savePayment(payment: IncomePayment, event: ethereum.Event): void {
  payment.updatedAt = event.block.timestamp;
  payment.save();
}

export function addFlow(
  asset: Bytes,
  money: Bytes,
  paid: BigInt,
  claimed: BigInt,
  returned: BigInt,
  redeemed: BigInt,
): void {
  const point = new IncomeFlow(0);
  point.timestamp = 0;
  point.asset = asset;
  point.money = money;
  point.paid = paid;
  point.claimed = claimed;
  point.returned = returned;
  point.redeemed = redeemed;
  point.save();
}
