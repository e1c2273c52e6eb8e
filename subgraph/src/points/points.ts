import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  PointsAccount,
  PointsChannel,
  PointsEvent,
  PointsFlow,
  PointsRedeemer,
  PointsSource,
} from "../../generated/schema";
import { touchAccount } from "../shared/account";
import { eventId, sequence } from "../shared/ids";

const ZERO = BigInt.zero();

export function loadChannel(id: Bytes): PointsChannel {
  const known = PointsChannel.load(id);
  if (known != null) return known;
  const channel = new PointsChannel(id);
  channel.limit = ZERO;
  channel.period = ZERO;
  channel.window = ZERO;
  channel.used = ZERO;
  channel.earned = ZERO;
  channel.earnCount = 0;
  return channel;
}

export function loadRedeemer(id: Bytes): PointsRedeemer {
  const known = PointsRedeemer.load(id);
  if (known != null) return known;
  const redeemer = new PointsRedeemer(id);
  redeemer.allowed = false;
  redeemer.redeemed = ZERO;
  redeemer.redeemCount = 0;
  return redeemer;
}

export function loadPoints(account: Bytes, event: ethereum.Event): PointsAccount {
  const known = PointsAccount.load(account);
  if (known != null) return known;
  const points = new PointsAccount(account);
  points.account = touchAccount(account, event).id;
  points.earned = ZERO;
  points.redeemed = ZERO;
  points.balance = ZERO;
  points.createdAt = event.block.timestamp;
  return points;
}

/** Counts what an account earned by a channel, and saves that. */
export function addToSource(points: PointsAccount, channel: PointsChannel, amount: BigInt, event: ethereum.Event): void {
  const id = points.id.concat(channel.id);
  const known = PointsSource.load(id);
  const source = known == null ? new PointsSource(id) : known;
  if (known == null) {
    source.points = points.id;
    source.channel = channel.id;
    source.earned = ZERO;
    source.earnCount = 0;
  }
  source.earned = source.earned.plus(amount);
  source.earnCount += 1;
  source.updatedAt = event.block.timestamp;
  source.save();
}

/** One move of points: a row of the account's timeline and a point of the series. */
export function recordPoints(event: ethereum.Event, kind: string, points: PointsAccount, via: Bytes, amount: BigInt): void {
  const row = new PointsEvent(eventId(event));
  row.kind = kind;
  row.points = points.id;
  row.via = via;
  row.amount = amount;
  row.sequence = sequence(event);
  row.timestamp = event.block.timestamp;
  row.blockNumber = event.block.number;
  row.transactionHash = event.transaction.hash;
  row.save();

  const isEarned = kind == "EARNED";
  const point = new PointsFlow(0);
  point.timestamp = 0;
  point.via = via;
  point.earned = isEarned ? amount : ZERO;
  point.redeemed = isEarned ? ZERO : amount;
  point.save();
}
