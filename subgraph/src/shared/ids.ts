import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";

const NUMBER_BYTES = 8;
const SEQUENCE_SLOTS = BigInt.fromI32(1_000_000);

/** Id of whatever a log stands for: transaction hash ++ log index. */
export function eventId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32());
}

/** Unique, rises with the chain: no block holds a million logs, the gas of one would not fit. */
export function sequence(event: ethereum.Event): BigInt {
  return event.block.number.times(SEQUENCE_SLOTS).plus(event.logIndex);
}

/** A number as big-endian bytes, at least eight, so that ids sort like the numbers that they end in. */
export function numberBytes(value: BigInt): Bytes {
  // A BigInt is little-endian two's complement and may carry a sign byte of zero, which says nothing.
  let length = value.length;
  while (length > NUMBER_BYTES && value[length - 1] == 0) length--;
  const width = length < NUMBER_BYTES ? NUMBER_BYTES : length;
  const bytes = new Bytes(width);
  for (let i = 0; i < length; i++) bytes[width - 1 - i] = value[i];
  return bytes;
}
