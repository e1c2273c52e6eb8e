import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { TapProgram, TapTally } from "../../generated/schema";
import { numberBytes } from "../shared/ids";

const ZERO = BigInt.zero();

export function loadProgram(id: Bytes): TapProgram {
  const known = TapProgram.load(id);
  if (known != null) return known;
  const program = new TapProgram(id);
  program.dailyCap = ZERO;
  program.pausedUntil = ZERO;
  program.claimed = ZERO;
  program.claimCount = 0;
  program.identityCount = 0;
  return program;
}

export function saveProgram(program: TapProgram, event: ethereum.Event): void {
  program.updatedAt = event.block.timestamp;
  program.save();
}

export function loadTally(index: BigInt, identity: Bytes): TapTally {
  const id = numberBytes(index);
  const known = TapTally.load(id);
  if (known != null) return known;
  const tally = new TapTally(id);
  tally.identity = identity;
  tally.voucher = ZERO;
  tally.day = 0;
  tally.today = ZERO;
  tally.total = ZERO;
  tally.firstDay = 0;
  tally.early = ZERO;
  tally.claimCount = 0;
  return tally;
}
