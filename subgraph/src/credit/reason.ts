import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditEvent, CreditLine, VouchEvent } from "../../generated/schema";

/**
 * Why a limit changes stands in the logs before: an attestation and the end of a vouch tell right before it, a vouch tells before its shares
 * move. What no log explains is the grade for a cycle that was met.
 */
export function limitReason(event: ethereum.Event, line: CreditLine, limit: BigInt): string {
  const told = CreditEvent.loadInBlock(logBefore(event, 1));
  if (told != null && told.line.equals(line.id)) {
    if (told.kind == "ATTESTED") return "ATTESTED";
    if (told.kind == "BARRED") return "DEFAULTED";
  }
  if (isVouch(logBefore(event, 1), "ENDED", line)) return "VOUCH_ENDED";
  if (isVouch(logBefore(event, 2), "VOUCHED", line)) return "VOUCHED";
  return limit.gt(line.limit) ? "GROWN" : "HALVED";
}

function isVouch(id: Bytes, kind: string, line: CreditLine): boolean {
  const told = VouchEvent.loadInBlock(id);
  return told != null && told.kind == kind && told.line.equals(line.id);
}

/** Id of what the log stands for that came so many before this one. */
function logBefore(event: ethereum.Event, back: i32): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32() - back);
}
