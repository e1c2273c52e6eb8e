import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { RootProposal } from "../../generated/schema";
import { eventId } from "./ids";
import { storable } from "./text";

const URI_LENGTH = 2_048;

/** A root that waits in the timelock of the contract that speaks; still to be told what it is for, and to be saved. */
export function newProposal(
  event: ethereum.Event,
  subject: Bytes,
  root: Bytes,
  total: BigInt,
  readyAt: BigInt,
  uri: string,
): RootProposal {
  const proposal = new RootProposal(eventId(event));
  proposal.contract = event.address;
  proposal.subject = subject;
  proposal.root = root;
  proposal.total = total;
  proposal.uri = storable(uri, URI_LENGTH);
  proposal.state = "PENDING";
  proposal.readyAt = readyAt;
  proposal.createdAt = event.block.timestamp;
  proposal.transactionHash = event.transaction.hash;
  return proposal;
}

/** Ends the proposal of that id: only one root of a subject is pending at a time, the one that was proposed last. */
export function closeProposal(id: Bytes | null, state: string, event: ethereum.Event): void {
  if (id === null) return;
  const proposal = RootProposal.load(id);
  if (proposal == null) return;
  proposal.state = state;
  proposal.closedAt = event.block.timestamp;
  proposal.save();
}
