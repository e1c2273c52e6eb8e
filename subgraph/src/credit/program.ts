import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditFlow, CreditProgram } from "../../generated/schema";

const ZERO = BigInt.zero();

export function loadProgram(id: Bytes, book: Bytes): CreditProgram {
  const known = CreditProgram.load(id);
  if (known != null) return known;
  const program = new CreditProgram(id);
  program.book = book;
  program.quotaLimit = ZERO;
  program.quotaPeriod = ZERO;
  program.quotaWindow = ZERO;
  program.quotaUsed = ZERO;
  program.lineCount = 0;
  program.owingCount = 0;
  program.attestationCount = 0;
  program.drawCount = 0;
  program.paymentCount = 0;
  program.drawn = ZERO;
  program.principalPaid = ZERO;
  program.interestPaid = ZERO;
  program.recovered = ZERO;
  program.writtenOff = ZERO;
  program.seniorLoss = ZERO;
  program.burntShares = ZERO;
  program.metInTimeCount = 0;
  program.metInGraceCount = 0;
  program.metLateCount = 0;
  program.defaultCount = 0;
  program.writeOffCount = 0;
  return program;
}

export function saveProgram(program: CreditProgram, event: ethereum.Event): void {
  program.updatedAt = event.block.timestamp;
  program.save();
}

/** A move that is still to be told what moved, and to be saved. */
export function newFlow(program: CreditProgram): CreditFlow {
  const point = new CreditFlow(0);
  point.timestamp = 0;
  point.program = program.id;
  point.drawn = ZERO;
  point.principalPaid = ZERO;
  point.interestPaid = ZERO;
  point.recovered = ZERO;
  point.writtenOff = ZERO;
  point.seniorLoss = ZERO;
  point.metInTime = 0;
  point.metInGrace = 0;
  point.metLate = 0;
  point.defaults = 0;
  return point;
}
