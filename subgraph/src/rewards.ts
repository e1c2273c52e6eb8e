import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { StreamFunded, StreamListed } from "../generated/RewardsTreasury/RewardsTreasury";
import { RewardFunding, StreamTarget } from "../generated/schema";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";

function loadTarget(id: Bytes): StreamTarget {
  const known = StreamTarget.load(id);
  if (known != null) return known;
  const target = new StreamTarget(id);
  target.listed = false;
  target.funded = BigInt.zero();
  return target;
}

export function handleStreamListed(event: StreamListed): void {
  const target = loadTarget(event.params.target);
  target.listed = event.params.listed;
  target.updatedAt = event.block.timestamp;
  target.save();

  const kind = event.params.listed ? "STREAM_LISTED" : "STREAM_UNLISTED";
  finish(begin(event, Domain.REWARDS, kind, touchAccount(target.id, event).id), event);
}

export function handleStreamFunded(event: StreamFunded): void {
  const target = loadTarget(event.params.target);
  target.funded = target.funded.plus(event.params.amount);
  target.updatedAt = event.block.timestamp;
  target.save();

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
  finish(row, event);
}
