import { bigint, customType, numeric, timestamp } from "drizzle-orm/pg-core";

/** Bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  // pg writes a Buffer as bytes, and any other array as an array.
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

export const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Unsigned integers of the chain, exact. */
export const amount = (name: string) => numeric(name, { precision: 78, scale: 0, mode: "bigint" });

/** Unix seconds, window numbers and block numbers: all of them far below 2^53. */
export const whole = (name: string) => bigint(name, { mode: "number" });
