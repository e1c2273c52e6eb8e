import { dataSource } from "@graphprotocol/graph-ts";
import { ChannelSet, PointsEarned, PointsRedeemed, RedeemerSet } from "../generated/QtiPoints/QtiPoints";
import { addToSource, loadChannel, loadPoints, loadRedeemer, recordPoints } from "./points/points";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { usageAt, usageUnder } from "./shared/quota";

export function handleChannelSet(event: ChannelSet): void {
  const params = event.params;
  const time = event.block.timestamp;
  const channel = loadChannel(params.channel);
  const before = usageAt(channel.period, channel.window, channel.used, time);
  channel.limit = params.limit;
  channel.period = params.period;
  const usage = usageUnder(params.period, before, time);
  channel.window = usage.window;
  channel.used = usage.used;
  channel.updatedAt = time;
  channel.save();

  const row = begin(event, Domain.REWARDS, "POINTS_CHANNEL_SET", touchAccount(channel.id, event).id);
  row.amount = params.limit;
  row.token = event.address;
  finish(row);
}

export function handleRedeemerSet(event: RedeemerSet): void {
  const allowed = event.params.allowed;
  const redeemer = loadRedeemer(event.params.redeemer);
  redeemer.allowed = allowed;
  redeemer.updatedAt = event.block.timestamp;
  redeemer.save();

  const kind = allowed ? "POINTS_REDEEMER_ALLOWED" : "POINTS_REDEEMER_REMOVED";
  finish(begin(event, Domain.REWARDS, kind, touchAccount(redeemer.id, event).id));
}

export function handlePointsEarned(event: PointsEarned): void {
  const params = event.params;
  const channel = loadChannel(params.channel);
  const usage = usageAt(channel.period, channel.window, channel.used, event.block.timestamp);
  channel.window = usage.window;
  channel.used = usage.used.plus(params.amount);
  channel.earned = channel.earned.plus(params.amount);
  channel.earnCount += 1;
  channel.updatedAt = event.block.timestamp;
  channel.save();
  const points = loadPoints(params.account, event);
  points.earned = points.earned.plus(params.amount);
  points.balance = points.balance.plus(params.amount);
  points.updatedAt = event.block.timestamp;
  points.save();
  addToSource(points, channel, params.amount, event);
  recordPoints(event, "EARNED", points, channel.id, params.amount);

  const protocol = loadProtocol();
  protocol.pointsEarned = protocol.pointsEarned.plus(params.amount);
  saveProtocol(protocol, event);

  // These tell it themselves, with what it was for.
  const context = dataSource.context();
  const tellsItself =
    params.channel.equals(context.getBytes("tapRewards")) ||
    params.channel.equals(context.getBytes("referralRegistry"));
  if (tellsItself) return;
  const row = begin(event, Domain.REWARDS, "POINTS_EARNED", points.account);
  row.counterparty = touchAccount(channel.id, event).id;
  row.amount = params.amount;
  row.token = event.address;
  finish(row);
}

export function handlePointsRedeemed(event: PointsRedeemed): void {
  const params = event.params;
  const redeemer = loadRedeemer(params.redeemer);
  redeemer.redeemed = redeemer.redeemed.plus(params.amount);
  redeemer.redeemCount += 1;
  redeemer.updatedAt = event.block.timestamp;
  redeemer.save();
  const points = loadPoints(params.account, event);
  points.redeemed = points.redeemed.plus(params.amount);
  points.balance = points.balance.minus(params.amount);
  points.updatedAt = event.block.timestamp;
  points.save();
  recordPoints(event, "REDEEMED", points, redeemer.id, params.amount);

  const protocol = loadProtocol();
  protocol.pointsRedeemed = protocol.pointsRedeemed.plus(params.amount);
  saveProtocol(protocol, event);

  // The store tells it itself, with what was given for them.
  if (params.redeemer.equals(dataSource.context().getBytes("rewardStore"))) return;
  const row = begin(event, Domain.REWARDS, "POINTS_REDEEMED", points.account);
  row.counterparty = touchAccount(redeemer.id, event).id;
  row.amount = params.amount;
  row.token = event.address;
  finish(row);
}
