import "../noEval.ts";
import { type Address, getAddress, type Hex, isAddress } from "viem";
import * as z from "zod";

/** An address in any of its spellings; with its checksum once read, so that equal accounts are equal strings. */
export const addressSchema = z.codec(
  z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/, "expected an address")
    .refine((text) => isAddress(text), "the checksum of the address is wrong"),
  z.custom<Address>(),
  { decode: (text) => getAddress(text), encode: (address) => address },
);

/** A natural number of at most `bits` bits, as decimal digits: JSON has no integers of this size. */
export const digitsSchema = (bits: number) =>
  z.codec(
    z
      .string()
      .regex(/^(0|[1-9]\d{0,77})$/, "expected decimal digits")
      .refine((text) => /^\d{1,78}$/.test(text) && BigInt(text) < 2n ** BigInt(bits), {
        message: `expected less than 2^${bits}`,
      }),
    z.bigint(),
    { decode: (text) => BigInt(text), encode: (value) => value.toString() },
  );

/** Bytes as `0x` and hex digits. */
export const hexSchema = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, "expected 0x and hex digits")
  .pipe(z.custom<Hex>());
