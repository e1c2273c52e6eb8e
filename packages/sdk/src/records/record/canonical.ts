import canonicalize from "canonicalize";
import { type Bytes, utf8 } from "../bytes.ts";
import { RecordInputError } from "../errors.ts";

/** JSON in the one form that RFC 8785 allows, so that equal values are equal bytes. */
export function canonicalJson(value: unknown): Bytes {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return utf8(text);
  } catch (cause) {
    throw new RecordInputError({ field: "manifest", reason: "A value has no form in JSON.", cause });
  }
  throw new RecordInputError({ field: "manifest", reason: "There is no value." });
}
